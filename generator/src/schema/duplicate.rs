//! Names that are defined more than once.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Code, Diagnostic},
    span::{Source, Span, Spanned},
};

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
