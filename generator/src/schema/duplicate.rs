//! Names that are defined more than once.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Code, Diagnostic},
    markdown::{ApiPage, Document, MethodPart},
    span::{Source, Span, Spanned},
};

/// Returns an error for each definition with the name of an earlier one.
pub fn duplicate_definitions(documents: &[Document]) -> Vec<Diagnostic> {
    let titles = { documents.iter() }.map(|document| (&document.source, &document.title));
    duplicates(Code::DuplicateDefinition, titles, |name| {
        format!("`{name}` is defined more than once")
    })
}

/// Returns an error for each property with the name of an earlier one of the same definition.
pub fn duplicate_properties(document: &Document) -> Vec<Diagnostic> {
    let names = { document.rows.iter() }.map(|row| (&document.source, &row.name));
    duplicates(Code::DuplicateProperty, names, |name| {
        format!(
            "`{}` has more than one property `{name}`",
            document.title.value
        )
    })
}

/// Returns an error for each API with the name of an earlier one.
pub fn duplicate_apis(pages: &[ApiPage]) -> Vec<Diagnostic> {
    let titles = { pages.iter() }.map(|page| (&page.source, &page.title));
    duplicates(Code::DuplicateInApis, titles, |name| {
        format!("the API `{name}` is described more than once")
    })
}

/// Returns an error for each method with the name of an earlier one of the same API.
pub fn duplicate_methods(page: &ApiPage) -> Vec<Diagnostic> {
    let names = { page.methods.iter() }.map(|method| (&page.source, &method.name));
    duplicates(Code::DuplicateInApis, names, |name| {
        format!("`{}` has more than one method `{name}`", page.title.value)
    })
}

/// Returns an error for each parameter with the name of an earlier one of the same method.
pub fn duplicate_parameters(method: &MethodPart, source: &Source) -> Vec<Diagnostic> {
    let names = { method.parameters.iter() }.map(|item| (source, &item.name));
    duplicates(Code::DuplicateInApis, names, |name| {
        format!(
            "`{}` has more than one parameter `{name}`",
            method.name.value
        )
    })
}

/// Returns an error for each response with the status of an earlier one of the same method.
pub fn duplicate_statuses(method: &MethodPart, source: &Source) -> Vec<Diagnostic> {
    let statuses = { method.responses.iter() }.map(|row| (source, &row.status));
    duplicates(Code::DuplicateInApis, statuses, |status| {
        format!(
            "`{}` has more than one status `{status}`",
            method.name.value
        )
    })
}

fn duplicates<'a>(
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
