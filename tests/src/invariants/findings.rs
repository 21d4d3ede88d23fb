//! Findings point into their files, and can be shown in every form.

use std::collections::BTreeMap;

use genesys_modelgen::{
    diagnostic::{Diagnostic, TextStyle, github, json, text},
    span::Span,
};
use serde_json::Value;

use super::misleads;

/// As many findings of each code are shown at most: that takes longer than all else.
const SHOWN: usize = 4;

/// Holds findings against what is promised of them.
pub(super) fn check(findings: &[Diagnostic]) {
    for label in findings.iter().flat_map(|finding| &finding.labels) {
        check_span(&label.source.text, &label.span);
    }
    check_forms(&few_of_each_code(findings));
}

fn few_of_each_code(findings: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut is_shown = |finding: &&Diagnostic| {
        let count = counts.entry(finding.code.as_str()).or_default();
        *count += 1;
        *count <= SHOWN
    };
    { findings.iter() }
        .filter(|finding| is_shown(finding))
        .cloned()
        .collect()
}

fn check_forms(findings: &[Diagnostic]) {
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
