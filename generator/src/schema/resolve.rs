//! The lowering of one file: resolving its type cells to types, and reporting duplicate names.

use std::collections::BTreeMap;

use super::{
    index::{DefinitionIndex, file_name},
    model::Origin,
    prose::{listed_values, time_kind},
    types::{ListedValues, Type},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    markdown::{LinkTarget, TypeCell, TypeName},
    span::{Source, Span, Spanned},
};
use genesys_runtime::Scalar;

/// The names of types that are not definitions.
pub const PLAIN_TYPES: [&str; 5] = ["string", "number", "boolean", "object", "Array"];

/// The lowering of one file: what its cells are resolved with, and the diagnostics so far.
pub struct FileLowering<'a> {
    source: &'a Source,
    index: &'a DefinitionIndex<'a>,
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> FileLowering<'a> {
    /// Creates the lowering of a file without diagnostics.
    pub const fn new(source: &'a Source, index: &'a DefinitionIndex<'a>) -> Self {
        Self {
            source,
            index,
            diagnostics: Vec::new(),
        }
    }

    /// Returns the location of a name in the file.
    pub fn origin(&self, name: &Spanned<String>) -> Origin {
        Origin {
            source: self.source.clone(),
            span: name.span.clone(),
        }
    }

    /// Reports each name in this file that equals an earlier one as another `noun` of its `owner`.
    pub fn report_duplicates<'n>(
        &mut self,
        code: Code,
        (owner, noun): (&str, &str),
        names: impl Iterator<Item = &'n Spanned<String>>,
    ) {
        let names = names.map(|name| (self.source, name));
        let found = duplicates(code, names, |name| {
            format!("`{owner}` has more than one {noun} `{name}`")
        });
        self.diagnostics.extend(found);
    }

    /// Resolves a type cell as [`resolve`](Self::resolve) does, and reports an error if the cell names no type.
    pub fn resolve_or_report(
        &mut self,
        cell: &Spanned<TypeCell>,
        owner: &str,
        description: &str,
    ) -> Option<Type> {
        let ty = self.resolve(cell, owner, description);
        ty.map_err(|error| self.diagnostics.push(error)).ok()
    }

    /// Resolves the type cell of a property, parameter or status, `owner`; its description makes the type of a string more
    /// exact.
    ///
    /// # Errors
    ///
    /// Returns an error if the cell names no type.
    pub fn resolve(
        &mut self,
        cell: &Spanned<TypeCell>,
        owner: &str,
        description: &str,
    ) -> Result<Type, Diagnostic> {
        let item = match &cell.value.name {
            TypeName::Link { text, target } => self.link(text, target, &cell.span)?,
            TypeName::Plain(name) => match name.as_str() {
                "string" => self.string(description, owner, &cell.span),
                "number" => Type::Scalar(Scalar::Number),
                "boolean" => Type::Scalar(Scalar::Boolean),
                "object" => Type::Scalar(Scalar::Any),
                "Array" => Type::Array(Box::new(Type::Scalar(Scalar::Any))),
                name => self.unlinked(name, owner, &cell.span)?,
            },
        };
        Ok(item.in_lists(cell.value.depth))
    }

    fn string(&mut self, description: &str, owner: &str, span: &Span) -> Type {
        if let Some(time) = time_kind(description) {
            return Type::Scalar(time);
        }
        match listed_values(description) {
            Some(ListedValues { values, .. }) if values.len() > limit::VALUES => {
                let count = values.len();
                self.report(
                    Code::TooManyValues,
                    format!("`{owner}` lists {count} values, too many for an enum"),
                    span.clone(),
                    "treated as a plain string",
                    &format!("an enum has at most {} values", limit::VALUES),
                );
                Type::Scalar(Scalar::Text)
            }
            Some(listed) => Type::Enum(listed),
            None => Type::Scalar(Scalar::Text),
        }
    }

    /// Resolves a name without a link: a definition's, or an unknown one.
    fn unlinked(&mut self, name: &str, owner: &str, span: &Span) -> Result<Type, Diagnostic> {
        if let Some(definition) = self.index.by_name(name) {
            self.report(
                Code::UnlinkedType,
                format!("`{name}` is a definition, but not a link"),
                span.clone(),
                "treated as a link to the definition",
                &format!("write [`{name}`]({})", file_name(definition)),
            );
            return Ok(Type::Ref(definition.title.value.clone().into()));
        }
        let expected = || {
            let plain = PLAIN_TYPES.join("`, `");
            format!("a type is `{plain}` or a link to a definition")
        };
        let help = self.index.did_you_mean(name, &PLAIN_TYPES);
        let error = self.error(
            Code::UnknownType,
            format!("unknown type `{name}` of `{owner}`"),
            span.clone(),
            "not a type",
        );
        Err(error.help(help.unwrap_or_else(expected)))
    }

    fn link(&self, text: &str, target: &LinkTarget, span: &Span) -> Result<Type, Diagnostic> {
        let Some(definition) = self.index.by_file(&target.file_name) else {
            return Err(self.missing(text, target, span.clone()));
        };
        let title = &definition.title.value;
        if title != text {
            let file = file_name(definition);
            let message = format!("the link text is `{text}`, but `{file}` defines `{title}`");
            let defined = definition.title.span.clone();
            let diagnostic = Diagnostic::new(Code::LinkMismatch, message)
                .label(self.source, span.clone(), format!("links to `{title}`"))
                .label(&definition.source, defined, "defined here")
                .help("make the text and the target of the link name the same definition");
            return Err(diagnostic);
        }
        Ok(Type::Ref(title.clone().into()))
    }

    /// Returns the error for a link to a definition that does not exist.
    fn missing(&self, text: &str, target: &LinkTarget, span: Span) -> Diagnostic {
        // A link to an anchor alone has no file name.
        let file = if target.file_name.is_empty() {
            &target.destination
        } else {
            &target.file_name
        };
        let help = match self.index.by_name(text) {
            Some(definition) => format!("`{text}` is defined in `{}`", file_name(definition)),
            None => self.index.did_you_mean(text, &[]).unwrap_or_else(|| {
                "add the definition's file to the spec, or correct the link".to_owned()
            }),
        };
        let message = format!("the target `{file}` of the link `{text}` does not exist");
        let error = self.error(Code::MissingDefinition, message, span, "no such definition");
        error.help(help)
    }

    /// Reports a diagnostic with one label.
    pub fn report(&mut self, code: Code, message: String, span: Span, label: &str, help: &str) {
        let diagnostic = self.error(code, message, span, label).help(help);
        self.diagnostics.push(diagnostic);
    }

    fn error(&self, code: Code, message: String, span: Span, label: &str) -> Diagnostic {
        Diagnostic::new(code, message).label(self.source, span, label)
    }
}

/// Returns an error for each name that equals an earlier one; `message` describes a repeated name.
pub fn duplicates<'a>(
    code: Code,
    names: impl Iterator<Item = (&'a Source, &'a Spanned<String>)>,
    message: impl Fn(&str) -> String,
) -> Vec<Diagnostic> {
    let mut first: BTreeMap<&str, (&Source, &Span)> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (source, name) in names {
        let Some((earlier, span)) = first.get(name.value.as_str()) else {
            first.insert(&name.value, (source, &name.span));
            continue;
        };
        let diagnostic = Diagnostic::new(code, message(&name.value))
            .label(source, name.span.clone(), "defined again here")
            .label(earlier, (*span).clone(), "first defined here")
            .help("remove or rename one of the two");
        diagnostics.push(diagnostic);
    }
    diagnostics
}
