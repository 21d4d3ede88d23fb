//! Any text is parsed without a panic, as a definition and as the page of an API, and all spans lie within it.

use std::sync::Arc;

use genesys_modelgen::{
    markdown::{ApiPage, Document, parse, parse_api},
    span::{Source, SourceFile, Span},
};

use super::{check_diagnostics, check_span};

/// Checks the invariants of parsing a page.
///
/// # Panics
///
/// If an invariant is violated.
pub fn check(bytes: &[u8]) {
    // The loader rejects files that are not UTF-8.
    let text = String::from_utf8_lossy(bytes).into_owned();
    let source = Arc::new(SourceFile {
        path: "spec/definitions/ant-definition.md".into(),
        text,
    });
    check_definition(&source);
    check_api(&source);
}

fn check_definition(source: &Source) {
    let parsed = parse(source);
    check_diagnostics(&parsed.diagnostics);
    let spans = parsed.page.iter().flat_map(spans_of_document);
    spans.for_each(|span| check_span(&source.text, span));
    let rows = parsed.page.iter().flat_map(|document| &document.rows);
    let is_sorted = rows.map(|row| row.name.span.start).is_sorted();
    assert!(is_sorted, "rows of {:?}", source.text);
}

fn check_api(source: &Source) {
    let parsed = parse_api(source);
    check_diagnostics(&parsed.diagnostics);
    let spans = parsed.page.iter().flat_map(spans_of_page);
    spans.for_each(|span| check_span(&source.text, span));
}

fn spans_of_document(document: &Document) -> Vec<&Span> {
    let mut spans = vec![&document.title.span];
    spans.extend(document.description.iter().map(|it| &it.span));
    for row in &document.rows {
        spans.extend([&row.name.span, &row.required.span]);
        spans.extend(row.ty.iter().map(|it| &it.span));
        spans.extend(row.description.iter().map(|it| &it.span));
    }
    spans
}

fn spans_of_page(page: &ApiPage) -> Vec<&Span> {
    let mut spans = vec![&page.title.span];
    for method in &page.methods {
        spans.push(&method.name.span);
        spans.extend(method.endpoint.iter().map(|it| &it.span));
        for parameter in &method.parameters {
            spans.extend([&parameter.name.span, &parameter.ty.span]);
        }
        for response in &method.responses {
            spans.push(&response.status.span);
            spans.extend(response.ty.iter().map(|it| &it.span));
        }
    }
    spans
}
