//! Findings point into their files, and can be shown in every form.

use genesys_modelgen::{
    diagnostic::{Diagnostic, TextStyle, github, json, text},
    source::Span,
};
use serde_json::Value;

use super::misleads;

/// Holds findings against what is promised of them.
pub(super) fn check(findings: &[Diagnostic]) {
    for label in findings.iter().flat_map(|finding| &finding.labels) {
        check_span(&label.source.text, &label.span);
    }
    check_text(findings, None);
    check_text(findings, Some(40));
    assert_eq!(github(findings).lines().count(), findings.len());
    let printed: Vec<Value> = json(findings)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a finding is printed as JSON"))
        .collect();
    assert_eq!(printed.len(), findings.len());
}

/// A span lies in its text, between characters.
pub(super) fn check_span(text: &str, span: &Span) {
    assert!(text.get(span.clone()).is_some(), "{span:?} of {text:?}");
}

/// Nothing that the input holds steers the terminal, or turns the text around.
fn check_text(findings: &[Diagnostic], width: Option<usize>) {
    let style = TextStyle {
        width,
        ..TextStyle::default()
    };
    let shown = text(findings, style);
    assert!(!shown.contains(misleads), "{shown:?}");
}
