//! Resolving type cells to types.

use super::{
    index::{DefinitionIndex, definition_name, file_name},
    prose::{TimeKind, listed_values, time_kind},
    types::Type,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    markdown::{Document, LinkTarget, TypeCell, TypeName},
    span::{Source, Span, Spanned},
};
use genesys_runtime::Scalar;

/// The names of types that are not definitions.
pub const PLAIN_TYPES: [&str; 5] = ["string", "number", "boolean", "object", "Array"];

/// The lowering of one file: what its cells are resolved with, and the diagnostics so far.
pub struct FileLowering<'a> {
    /// The file.
    pub source: &'a Source,
    /// All definitions of the spec.
    pub index: &'a DefinitionIndex<'a>,
    /// The diagnostics so far.
    pub diagnostics: Vec<Diagnostic>,
}

/// A type cell, and the property, parameter or status whose type it is.
pub struct TypeUse<'a> {
    /// The cell.
    pub cell: &'a Spanned<TypeCell>,
    /// The name of the property, parameter or status.
    pub of: &'a str,
    /// Its description, which makes the type of a `string` more exact.
    pub description: &'a str,
}

impl FileLowering<'_> {
    /// Resolves a type cell; reports an error and returns `None` if it names no type.
    pub fn resolve(&mut self, ty: &TypeUse<'_>) -> Option<Type> {
        let cell = &ty.cell.value;
        let item = match &cell.name {
            TypeName::Plain(name) => self.plain(name, ty)?,
            TypeName::Link { text, target } => self.link(text, target, &ty.cell.span)?,
        };
        Some((0..cell.depth).fold(item, |items, _| Type::Array(Box::new(items))))
    }

    fn plain(&mut self, name: &str, ty: &TypeUse<'_>) -> Option<Type> {
        Some(match name {
            "string" => self.string(ty),
            "number" => Type::Scalar(Scalar::Number),
            "boolean" => Type::Scalar(Scalar::Boolean),
            "object" => Type::Scalar(Scalar::Any),
            "Array" => Type::Array(Box::new(Type::Scalar(Scalar::Any))),
            _ => return self.unlinked(name, ty),
        })
    }

    fn string(&mut self, ty: &TypeUse<'_>) -> Type {
        match described_type(ty.description) {
            Type::Enum(values) if values.len() > limit::VALUES => {
                let (of, count) = (ty.of, values.len());
                self.report(
                    Code::TooManyValues,
                    format!("`{of}` lists {count} values, too many for an enum"),
                    ty.cell.span.clone(),
                    "treated as a plain string",
                    &format!("an enum has at most {} values", limit::VALUES),
                );
                Type::Scalar(Scalar::Text)
            }
            described => described,
        }
    }

    /// Resolves a name without a link: a definition's, or an unknown one.
    fn unlinked(&mut self, name: &str, ty: &TypeUse<'_>) -> Option<Type> {
        let span = ty.cell.span.clone();
        if let Some(definition) = self.index.by_name(name) {
            self.report(
                Code::UnlinkedType,
                format!("`{name}` is a definition, but not a link"),
                span,
                "treated as a link to the definition",
                &format!("write [`{name}`]({})", file_name(definition)),
            );
            return Some(Type::Ref(definition_name(definition)));
        }
        let expected = || {
            let plain = PLAIN_TYPES.join("`, `");
            format!("a type is `{plain}` or a link to a definition")
        };
        let help = self.index.did_you_mean(name, &PLAIN_TYPES);
        self.report(
            Code::UnknownType,
            format!("unknown type `{name}` of `{}`", ty.of),
            span,
            "not a type",
            &help.unwrap_or_else(expected),
        );
        None
    }

    fn link(&mut self, text: &str, target: &LinkTarget, span: &Span) -> Option<Type> {
        let Some(definition) = self.index.by_file(&target.file_name) else {
            self.report_missing(text, target, span.clone());
            return None;
        };
        if definition.title.value != text {
            let diagnostic = link_mismatch(text, definition, self.source, span);
            self.diagnostics.push(diagnostic);
            return None;
        }
        Some(Type::Ref(definition_name(definition)))
    }

    fn report_missing(&mut self, text: &str, target: &LinkTarget, span: Span) {
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
        self.report(
            Code::MissingDefinition,
            format!("the target `{file}` of the link `{text}` does not exist"),
            span,
            "no such definition",
            &help,
        );
    }

    /// Reports a diagnostic with one label.
    pub fn report(&mut self, code: Code, message: String, span: Span, label: &str, help: &str) {
        let diagnostic = Diagnostic::new(code, message)
            .label(self.source, span, label)
            .help(help);
        self.diagnostics.push(diagnostic);
    }
}

fn link_mismatch(text: &str, definition: &Document, source: &Source, span: &Span) -> Diagnostic {
    let (title, file) = (&definition.title, file_name(definition));
    let message = format!(
        "the link text is `{text}`, but `{file}` defines `{}`",
        title.value
    );
    Diagnostic::new(Code::LinkMismatch, message)
        .label(source, span.clone(), format!("links to `{}`", title.value))
        .label(&definition.source, title.span.clone(), "defined here")
        .help("make the text and the target of the link name the same definition")
}

fn described_type(description: &str) -> Type {
    match time_kind(description) {
        Some(TimeKind::DateTime) => Type::Scalar(Scalar::DateTime),
        Some(TimeKind::LocalDateTime) => Type::Scalar(Scalar::LocalDateTime),
        Some(TimeKind::Date) => Type::Scalar(Scalar::Date),
        Some(TimeKind::Interval) => Type::Scalar(Scalar::Interval),
        Some(TimeKind::Duration) => Type::Scalar(Scalar::Duration),
        None => listed_values(description).map_or(Type::Scalar(Scalar::Text), |listed| {
            Type::Enum(listed.values)
        }),
    }
}
