//! Reads values of an expected JSON type, and reports values of any other type.

use std::{borrow::Cow, collections::BTreeMap};

use super::{
    model::{Text, WithDiagnostics},
    node::{JsonKind, JsonNode},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    json_error, limit,
    span::{Source, Span, Spanned},
};

/// A reader of JSON values that collects diagnostics.
#[derive(Debug)]
pub struct JsonReader<'a> {
    source: &'a Source,
    diagnostics: Vec<Diagnostic>,
}

/// A member of an object.
#[derive(Debug, Clone)]
pub struct Member<'a> {
    /// The name.
    pub name: Text<'a>,
    /// The value.
    pub value: JsonNode<'a>,
}

impl<'a> JsonReader<'a> {
    /// Creates a reader without diagnostics.
    #[must_use]
    pub const fn new(source: &'a Source) -> Self {
        Self {
            source,
            diagnostics: Vec::new(),
        }
    }

    /// Creates a reader and returns the object that is the file's value. Reports a file that is not JSON, with the code, and
    /// any other value.
    #[must_use]
    pub fn open(source: &'a Source, not_json: Code) -> (Self, Option<JsonNode<'a>>) {
        let mut reader = Self::new(source);
        match JsonNode::root(source) {
            Ok(root) if root.kind() == JsonKind::Object => return (reader, Some(root)),
            Ok(root) => reader.unexpected(root, "the file", "an object"),
            Err(error) => {
                let (message, span) = json_error::locate(&source.text, &error);
                let message = format!("`{}` is not JSON: {message}", source.path.display());
                let help = "download the file again, or correct it";
                reader.report(not_json, message, span, "", help);
            }
        }
        (reader, None)
    }

    /// Returns a value together with the collected diagnostics.
    pub fn finish<T>(self, value: T) -> WithDiagnostics<T> {
        (value, self.diagnostics)
    }

    /// Adds the diagnostics of another reader, and returns its value.
    pub fn add<T>(&mut self, (value, diagnostics): WithDiagnostics<T>) -> T {
        self.diagnostics.extend(diagnostics);
        value
    }

    /// Returns the members of an object. Reports any other value and repeated names. `what` describes the value in messages.
    pub fn object(&mut self, node: JsonNode<'a>, what: &str) -> Vec<Member<'a>> {
        let Some(entries) = node.entries() else {
            self.unexpected(node, what, "an object");
            return Vec::new();
        };
        let mut members = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            if let Some(name) = key.string() {
                // The quotes do not belong to the name.
                let span = key.span().start + 1..key.span().end - 1;
                let name = Spanned::new(name, span);
                members.push(Member { name, value });
            } else {
                self.unexpected(key, "a name", "a valid string");
            }
        }
        self.report_duplicates(&members);
        members
    }

    /// Returns the members of an object with arbitrary names, such as `definitions`.
    ///
    /// Reports and omits names that are empty or too long, in addition to what [`object`](Self::object) reports.
    pub fn named_members(&mut self, node: JsonNode<'a>, what: &str) -> Vec<Member<'a>> {
        let mut members = self.object(node, what);
        members.retain(|member| self.check_name(&member.name));
        members
    }

    /// Returns the items of a list, or none after reporting any other value.
    pub fn list(&mut self, member: &Member<'a>) -> Vec<JsonNode<'a>> {
        member.value.items().unwrap_or_else(|| {
            self.unexpected(member.value, &quoted(member), "a list");
            Vec::new()
        })
    }

    /// Returns the strings of a list. Reports any other value, and items of other types, which are omitted.
    pub fn strings(&mut self, member: &Member<'a>) -> Vec<Text<'a>> {
        let items = self.list(member).into_iter();
        let what = format!("an item of {}", quoted(member));
        items
            .filter_map(|item| self.text_node(item, &what))
            .collect()
    }

    /// Returns a string, or `None` after reporting any other value.
    pub fn text(&mut self, member: &Member<'a>) -> Option<Text<'a>> {
        self.text_node(member.value, &quoted(member))
    }

    /// Returns a trimmed string, or `None` if it is blank. Reports a value of another type.
    pub fn prose(&mut self, member: &Member<'a>) -> Option<Cow<'a, str>> {
        let text = self.text(member)?.value;
        let trimmed = match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
        (!trimmed.is_empty()).then_some(trimmed)
    }

    /// Returns a boolean, or `false` after reporting any other value.
    pub fn boolean(&mut self, member: &Member<'a>) -> bool {
        member.value.boolean().unwrap_or_else(|| {
            self.unexpected(member.value, &quoted(member), "a boolean");
            false
        })
    }

    /// Reports a value that does not have the expected JSON type.
    pub fn unexpected(&mut self, node: JsonNode<'a>, what: &str, expected: &str) {
        let kind = node.kind();
        let found = if kind == JsonKind::String && expected.ends_with("string") {
            "a string with an unpaired surrogate"
        } else {
            kind.as_str()
        };
        self.report(
            Code::InvalidOpenApi,
            format!("{what} is not {expected}"),
            node.span(),
            &format!("this is {found}"),
            &format!("write {expected}"),
        );
    }

    /// Reports a diagnostic with one label.
    pub fn report(&mut self, code: Code, message: String, span: Span, label: &str, help: &str) {
        let diagnostic = Diagnostic::new(code, message)
            .label(self.source, span, label)
            .help(help);
        self.diagnostics.push(diagnostic);
    }

    fn text_node(&mut self, node: JsonNode<'a>, what: &str) -> Option<Text<'a>> {
        let text = node.string();
        if text.is_none() {
            self.unexpected(node, what, "a string");
        }
        Some(Spanned::new(text?, node.span()))
    }

    fn check_name(&mut self, name: &Text<'a>) -> bool {
        let length = name.value.len();
        let (code, message) = if length == 0 {
            (Code::InvalidOpenApi, "a name is empty".to_owned())
        } else if length > limit::NAME {
            let message = format!(
                "the name has {length} bytes, more than the limit of {}",
                limit::NAME
            );
            (Code::TooLarge, message)
        } else {
            return true;
        };
        self.report(
            code,
            message,
            name.span.clone(),
            "this name",
            "use another name",
        );
        false
    }

    fn report_duplicates(&mut self, members: &[Member<'a>]) {
        if are_few_and_unique(members) {
            return;
        }
        let mut first: BTreeMap<&str, &Span> = BTreeMap::new();
        for member in members {
            let Some(earlier) = first.get(&*member.name.value) else {
                first.insert(&member.name.value, &member.name.span);
                continue;
            };
            let message = format!("the key `{}` is given more than once", member.name.value);
            let diagnostic = Diagnostic::new(Code::DuplicateInOpenApi, message)
                .label(self.source, member.name.span.clone(), "given again here")
                .label(self.source, (*earlier).clone(), "first given here")
                .help("remove or rename one of the two");
            self.diagnostics.push(diagnostic);
        }
    }
}

/// Checks whether an object has few members and no repeated names, like almost all objects. This does not allocate.
fn are_few_and_unique(members: &[Member<'_>]) -> bool {
    const FEW: usize = 12;
    members.len() <= FEW
        && members.iter().enumerate().all(|(at, member)| {
            let mut earlier = members[..at].iter();
            earlier.all(|other| other.name.value != member.name.value)
        })
}

fn quoted(member: &Member<'_>) -> String {
    format!("`{}`", member.name.value)
}
