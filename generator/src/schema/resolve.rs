//! From a type cell to a type.

use super::{
    index::{Index, definition_name, file_name},
    model::{NumberFormat, Type},
    prose::{TimeKind, listed_values, time_kind},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    markdown::{Document, LinkTarget, TypeCell, TypeName},
    span::{Source, Spanned},
};

/// The types that are no definitions.
pub const PLAIN_TYPES: [&str; 5] = ["string", "number", "boolean", "object", "Array"];

/// A type where it is mentioned.
pub struct Mention<'a> {
    /// The file.
    pub source: &'a Source,
    /// The cell.
    pub cell: &'a Spanned<TypeCell>,
    /// The name of what is of this type.
    pub of: &'a str,
    /// The description, which tells more of a text.
    pub description: &'a str,
}

/// What a type cell came to.
pub struct Resolved {
    /// The type, unless it is in error.
    pub ty: Option<Type>,
    /// What is wrong with the cell.
    pub diagnostic: Option<Diagnostic>,
}

impl Resolved {
    fn good(ty: Type) -> Self {
        Self {
            ty: Some(ty),
            diagnostic: None,
        }
    }

    fn bad(diagnostic: Diagnostic) -> Self {
        Self {
            ty: None,
            diagnostic: Some(diagnostic),
        }
    }
}

/// Resolves a type, with the help of what the description tells.
pub fn resolve(mention: &Mention<'_>, index: &Index<'_>) -> Resolved {
    let cell = &mention.cell.value;
    let mut resolved = match &cell.name {
        TypeName::Plain(name) => plain(name, mention, index),
        TypeName::Link { text, target } => link(text, target, mention, index),
    };
    resolved.ty = resolved
        .ty
        .map(|ty| (0..cell.depth).fold(ty, |items, _| Type::Array(Box::new(items))));
    resolved
}

fn plain(name: &str, mention: &Mention<'_>, index: &Index<'_>) -> Resolved {
    Resolved::good(match name {
        "string" => return text_type(mention),
        "number" => Type::Number(NumberFormat::Any),
        "boolean" => Type::Boolean,
        "object" => Type::Object,
        "Array" => Type::Array(Box::new(Type::Object)),
        _ => return unlinked(name, mention, index),
    })
}

/// What the description tells of a text.
fn text_type(mention: &Mention<'_>) -> Resolved {
    let ty = described_type(mention.description);
    match &ty {
        Type::Enum(values) if values.len() > limit::VALUES => Resolved {
            ty: Some(Type::String),
            diagnostic: Some(too_many_values(values.len(), mention)),
        },
        _ => Resolved::good(ty),
    }
}

fn too_many_values(count: usize, mention: &Mention<'_>) -> Diagnostic {
    let message = format!(
        "{count} values of `{}` are too many to be variants",
        mention.of
    );
    Diagnostic::new(Code::TooManyValues, message)
        .label(mention.source, mention.cell.span.clone(), "stays text")
        .help(format!("at most {} values make an enum", limit::VALUES))
}

fn described_type(description: &str) -> Type {
    match time_kind(description) {
        Some(TimeKind::DateTime) => Type::DateTime,
        Some(TimeKind::LocalDateTime) => Type::LocalDateTime,
        Some(TimeKind::Date) => Type::Date,
        Some(TimeKind::Interval) => Type::Interval,
        Some(TimeKind::Duration) => Type::Duration,
        None => listed_values(description).map_or(Type::String, |listed| Type::Enum(listed.values)),
    }
}

/// A name that is no plain type: a definition without a link, or unknown.
fn unlinked(name: &str, mention: &Mention<'_>, index: &Index<'_>) -> Resolved {
    let (source, span) = (mention.source, mention.cell.span.clone());
    if let Some(definition) = index.named(name) {
        let diagnostic = Diagnostic::new(
            Code::UnlinkedType,
            format!("`{name}` is a definition, but the type does not link to it"),
        )
        .label(source, span, "no link here")
        .help(format!("link it: [`{name}`]({})", file_name(definition)));
        return Resolved {
            ty: Some(Type::Ref(definition_name(definition))),
            diagnostic: Some(diagnostic),
        };
    }
    let message = format!("the type `{name}` of `{}` is not known", mention.of);
    let diagnostic =
        Diagnostic::new(Code::UnknownType, message).label(source, span, "not a known type");
    let help = index.did_you_mean(name, &PLAIN_TYPES);
    Resolved::bad(diagnostic.help(help.unwrap_or_else(|| {
        format!(
            "a type is `{}`, or a link to a definition",
            PLAIN_TYPES.join("`, `")
        )
    })))
}

fn link(text: &str, target: &LinkTarget, mention: &Mention<'_>, index: &Index<'_>) -> Resolved {
    match index.in_file(&target.file_name) {
        Some(definition) if definition.title.value == text => {
            Resolved::good(Type::Ref(definition_name(definition)))
        }
        Some(definition) => Resolved::bad(mismatch(text, target, mention, definition)),
        None => Resolved::bad(missing(text, target, mention, index)),
    }
}

fn mismatch(
    text: &str,
    target: &LinkTarget,
    mention: &Mention<'_>,
    definition: &Document,
) -> Diagnostic {
    let name = &definition.title.value;
    Diagnostic::new(
        Code::LinkMismatch,
        format!(
            "the link says `{text}`, but `{}` defines `{name}`",
            target.file_name
        ),
    )
    .label(
        mention.source,
        mention.cell.span.clone(),
        format!("leads to `{name}`"),
    )
    .label(
        &definition.source,
        definition.title.span.clone(),
        "defined here",
    )
    .help("make the link's text and its target name the same definition")
}

fn missing(
    text: &str,
    target: &LinkTarget,
    mention: &Mention<'_>,
    index: &Index<'_>,
) -> Diagnostic {
    // Of an anchor alone there is no file to name.
    let file = if target.file_name.is_empty() {
        &target.destination
    } else {
        &target.file_name
    };
    let message = format!("the link to `{text}` leads to `{file}`, which is not there");
    let diagnostic = Diagnostic::new(Code::MissingDefinition, message).label(
        mention.source,
        mention.cell.span.clone(),
        "no such definition",
    );
    diagnostic.help(match index.named(text) {
        Some(definition) => format!("`{text}` is defined in `{}`", file_name(definition)),
        None => index.did_you_mean(text, &[]).unwrap_or_else(|| {
            "add the definition's file to the spec, or correct the link".to_owned()
        }),
    })
}
