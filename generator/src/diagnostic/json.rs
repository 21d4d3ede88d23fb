//! Findings for programs: one JSON object a line.

use serde::Serialize;

use super::{Diagnostic, Label, Places, text::plain};

/// A finding as it is printed. The place is that of the primary label.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Option<Place>,
    help: &'a [String],
    labels: Vec<Mark<'a>>,
    rendered: String,
}

/// Lines and columns start at 1; the end is exclusive.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    path: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Mark<'a> {
    #[serde(flatten)]
    place: Place,
    message: &'a str,
}

/// Renders findings as JSON, one object a line.
///
/// ```
/// use genesys_modelgen::diagnostic::{Code, Diagnostic, json};
///
/// let line = json(&[Diagnostic::new(Code::NoDefinitions, "`spec` holds no definitions")]);
/// assert!(line.starts_with(r#"{"code":"M0002","severity":"error","message":"`spec` holds no definitions","#));
/// ```
#[must_use]
pub fn json(diagnostics: &[Diagnostic]) -> String {
    let mut places = Places::default();
    diagnostics
        .iter()
        .map(|diagnostic| line(diagnostic, &mut places) + "\n")
        .collect()
}

fn line(diagnostic: &Diagnostic, places: &mut Places) -> String {
    let finding = Finding {
        code: diagnostic.code.as_str(),
        severity: diagnostic.severity().as_str(),
        message: &diagnostic.message,
        place: diagnostic.labels.first().map(|label| place(label, places)),
        help: &diagnostic.help,
        labels: diagnostic
            .labels
            .iter()
            .map(|label| Mark {
                place: place(label, places),
                message: &label.message,
            })
            .collect(),
        rendered: plain(diagnostic, places),
    };
    serde_json::to_string(&finding).expect("strings and numbers always become JSON")
}

fn place(label: &Label, places: &mut Places) -> Place {
    let (start, end) = places.of(label);
    Place {
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
    fn a_finding_is_one_line_with_its_place_and_help() {
        let source = Arc::new(SourceFile {
            path: "a.md".into(),
            text: "# `Ä`\nnext line\n".to_owned(),
        });
        let finding = Diagnostic::new(Code::StrayText, "two\nlines")
            .label(&source, 7..11, "here")
            .label(&source, 3..5, "of this")
            .help("remove it");
        let text = json(&[finding.clone(), finding]);
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
    fn a_finding_without_a_place_has_no_path() {
        let text = json(&[Diagnostic::new(Code::NoDefinitions, "none")]);
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value.get("path"), None);
    }
}
