//! Invariants for any input, which the fuzz targets in `fuzz/` and the property tests check.
//!
//! Each submodule has a `check` function for one kind of input: a page, a payload, a spec or a string. It panics if the
//! code under test panics or violates an invariant. This file has the invariants of diagnostics.

pub mod markdown;
pub mod models;
pub mod openapi;
pub mod pipeline;
pub mod time;

use std::collections::BTreeMap;

use genesys_modelgen::{
    diagnostic::{Diagnostic, TextStyle, github, json, text},
    span::Span,
};
use serde_json::Value;

/// The maximum number of diagnostics to render for each code, because rendering is slower than all other checks.
const MAX_RENDERED: usize = 4;

/// Checks that diagnostics point into their files and can be rendered in every format.
fn check_diagnostics(diagnostics: &[Diagnostic]) {
    for label in diagnostics.iter().flat_map(|it| &it.labels) {
        check_span(&label.source.text, &label.span);
    }
    let some = some_of_each_code(diagnostics);
    check_rendered(&some, None);
    check_rendered(&some, Some(40));
    assert_eq!(github(&some).lines().count(), some.len());
    let printed: Vec<Value> = json(&some)
        .lines()
        .map(|line| serde_json::from_str(line).expect("diagnostics are printed as JSON"))
        .collect();
    assert_eq!(printed.len(), some.len());
}

fn some_of_each_code(diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut is_rendered = |it: &&Diagnostic| {
        let count = counts.entry(it.code.as_str()).or_default();
        *count += 1;
        *count <= MAX_RENDERED
    };
    diagnostics
        .iter()
        .filter(|it| is_rendered(it))
        .cloned()
        .collect()
}

/// Checks that a span lies within its text, on character boundaries.
fn check_span(text: &str, span: &Span) {
    assert!(text.get(span.clone()).is_some(), "{span:?} of {text:?}");
}

/// Checks that rendered diagnostics contain no control characters from the input.
fn check_rendered(diagnostics: &[Diagnostic], width: Option<usize>) {
    let style = TextStyle {
        width,
        ..TextStyle::default()
    };
    let shown = text(diagnostics, style);
    assert!(!shown.contains(is_control_or_bidi), "{shown:?}");
}

/// Checks whether a character, other than a line feed, controls a terminal or the direction of text.
fn is_control_or_bidi(c: char) -> bool {
    c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
