//! What is there twice.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Code, Diagnostic},
    markdown::{ApiPage, MethodPart},
    span::{Source, Span, Spanned},
};

/// An error for each API that an earlier page describes.
pub fn duplicate_apis(pages: &[ApiPage]) -> Vec<Diagnostic> {
    let titles = { pages.iter() }.map(|page| (&page.source, &page.title));
    duplicates(titles, |name| {
        format!("the API `{name}` is described twice")
    })
}

/// An error for each method that the page describes a second time.
pub fn duplicate_methods(page: &ApiPage) -> Vec<Diagnostic> {
    let names = { page.methods.iter() }.map(|method| (&page.source, &method.name));
    duplicates(names, |name| {
        format!("`{}` has the method `{name}` twice", page.title.value)
    })
}

/// An error for each parameter that the method has a second time.
pub fn duplicate_parameters(method: &MethodPart, source: &Source) -> Vec<Diagnostic> {
    let names = { method.parameters.iter() }.map(|item| (source, &item.name));
    duplicates(names, |name| {
        format!("`{}` has the parameter `{name}` twice", method.name.value)
    })
}

/// An error for each status that the method has a second time.
pub fn duplicate_statuses(method: &MethodPart, source: &Source) -> Vec<Diagnostic> {
    let names = { method.responses.iter() }.map(|row| (source, &row.status));
    duplicates(names, |name| {
        format!("`{}` has the status `{name}` twice", method.name.value)
    })
}

fn duplicates<'a>(
    names: impl Iterator<Item = (&'a Source, &'a Spanned<String>)>,
    message: impl Fn(&str) -> String,
) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<&str, (&Source, &Span)> = BTreeMap::new();
    let mut found = Vec::new();
    for (source, name) in names {
        let Some((first, span)) = seen.get(name.value.as_str()) else {
            seen.insert(&name.value, (source, &name.span));
            continue;
        };
        let finding = Diagnostic::new(Code::DuplicateInApis, message(&name.value))
            .label(source, name.span.clone(), "here again")
            .label(first, (*span).clone(), "first here")
            .help("remove one of them, or correct its name");
        found.push(finding);
    }
    found
}
