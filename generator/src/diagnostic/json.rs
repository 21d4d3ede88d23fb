//! Diagnostics as JSON.

use serde::Serialize;

use super::{Diagnostic, Label, LabelLocator, text::plain};

/// A diagnostic with the location of its primary label.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonDiagnostic<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    location: Option<JsonLocation>,
    help: &'a [String],
    labels: Vec<JsonLabel<'a>>,
    rendered: String,
}

/// A span in a file. Lines and columns are counted from 1; the end is exclusive.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonLocation {
    path: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct JsonLabel<'a> {
    #[serde(flatten)]
    location: JsonLocation,
    message: &'a str,
}

/// Renders each diagnostic as a JSON object on a line of its own.
///
/// ```
/// use genesys_modelgen::diagnostic::{Code, Diagnostic, json};
///
/// let line = json(&[Diagnostic::new(Code::NoDefinitions, "`spec` contains no definitions")]);
/// assert!(line.starts_with(r#"{"code":"M0002","severity":"error","message":"`spec` contains no definitions","#));
/// ```
#[must_use]
pub fn json(diagnostics: &[Diagnostic]) -> String {
    let mut locator = LabelLocator::default();
    diagnostics
        .iter()
        .map(|diagnostic| to_json_line(diagnostic, &mut locator) + "\n")
        .collect()
}

fn to_json_line(diagnostic: &Diagnostic, locator: &mut LabelLocator) -> String {
    let object = JsonDiagnostic {
        code: diagnostic.code.as_str(),
        severity: diagnostic.severity().as_str(),
        message: &diagnostic.message,
        location: diagnostic
            .labels
            .first()
            .map(|label| locate(label, locator)),
        help: &diagnostic.help,
        labels: diagnostic
            .labels
            .iter()
            .map(|label| JsonLabel {
                location: locate(label, locator),
                message: &label.message,
            })
            .collect(),
        rendered: plain(diagnostic, locator),
    };
    serde_json::to_string(&object).expect("strings and numbers can always be serialized")
}

fn locate(label: &Label, locator: &mut LabelLocator) -> JsonLocation {
    let (start, end) = locator.locate(label);
    JsonLocation {
        path: label.source.path.to_string_lossy().into_owned(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::Value;

    use super::*;
    use crate::{diagnostic::Code, span::SourceFile};

    #[test]
    fn a_diagnostic_is_one_line_with_its_location_and_help() {
        let source = Arc::new(SourceFile {
            path: "a.md".into(),
            text: "# `Ä`\nnext line\n".to_owned(),
        });
        let diagnostic = Diagnostic::new(Code::StrayText, "two\nlines")
            .label(&source, 7..11, "here")
            .label(&source, 3..5, "of this")
            .help("remove it");
        let text = json(&[diagnostic.clone(), diagnostic]);
        assert_eq!(text.lines().count(), 2);
        let mut value: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
        let rendered = value.as_object_mut().unwrap().remove("rendered").unwrap();
        assert!(rendered.as_str().unwrap().starts_with("warning[M0158]"));
        let first = serde_json::json!({"path": "a.md", "line": 2, "column": 1, "endLine": 2, "endColumn": 5, "message": "here"});
        let second = serde_json::json!({"path": "a.md", "line": 1, "column": 4, "endLine": 1, "endColumn": 5, "message": "of this"});
        let expected = serde_json::json!({
            "code": "M0158", "severity": "warning", "message": "two\nlines",
            "path": "a.md", "line": 2, "column": 1, "endLine": 2, "endColumn": 5,
            "help": ["remove it"], "labels": [first, second],
        });
        assert_eq!(value, expected);
    }

    #[test]
    fn a_diagnostic_without_a_label_has_no_path() {
        let text = json(&[Diagnostic::new(Code::NoDefinitions, "none")]);
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value.get("path"), None);
    }
}
