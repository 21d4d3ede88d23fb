//! Diagnostics as GitHub workflow commands, which annotate a pull request.

use super::{Diagnostic, Label, LabelLocator, Location};

/// Renders each diagnostic as a workflow command on its own line, with its help in the message.
///
/// ```
/// use genesys_modelgen::diagnostic::{Code, Diagnostic, github};
///
/// let line = github(&[Diagnostic::new(Code::NoDefinitions, "100% empty")]);
/// assert_eq!(line, "::error title=M0002::100%25 empty\n");
/// ```
#[must_use]
pub fn github(diagnostics: &[Diagnostic]) -> String {
    let mut locator = LabelLocator::default();
    diagnostics
        .iter()
        .map(|diagnostic| to_command(diagnostic, &mut locator) + "\n")
        .collect()
}

fn to_command(diagnostic: &Diagnostic, locator: &mut LabelLocator) -> String {
    let location = diagnostic
        .labels
        .first()
        .map(|label| location_properties(label, locator.locate(label)))
        .unwrap_or_default();
    let mut message = diagnostic.message.clone();
    for line in &diagnostic.help {
        message.push_str("\nhelp: ");
        message.push_str(line);
    }
    let (severity, code) = (diagnostic.severity().as_str(), diagnostic.code);
    format!(
        "::{severity} {location}title={code}::{}",
        escape_data(&message)
    )
}

/// Formats a label's location. GitHub accepts columns only if the label is on one line.
fn location_properties(label: &Label, (start, end): (Location, Location)) -> String {
    let file = escape_property(&label.source.path.to_string_lossy());
    let Location { line, column } = start;
    if start.line == end.line {
        format!(
            "file={file},line={line},col={column},endLine={line},endColumn={},",
            end.column
        )
    } else {
        format!("file={file},line={line},endLine={},", end.line)
    }
}

/// Escapes the message of a workflow command.
pub fn escape_data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes a property of a workflow command.
pub fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{diagnostic::Code, span::SourceFile};

    fn stray_text(path: &str, span: std::ops::Range<usize>) -> Diagnostic {
        let source = Arc::new(SourceFile {
            path: path.into(),
            text: "# `Ant`\n\nsome\ntext\n".to_owned(),
        });
        Diagnostic::new(Code::StrayText, "100% stray:\r\nreally").label(&source, span, "")
    }

    #[test]
    fn a_diagnostic_is_one_command_with_its_location() {
        let expected = "::warning file=a.md,line=3,col=1,endLine=3,endColumn=5,title=M0158::\
                        100%25 stray:%0D%0Areally%0Ahelp: remove it\n";
        assert_eq!(
            github(&[stray_text("a.md", 9..13).help("remove it")]),
            expected
        );
    }

    #[test]
    fn a_label_of_several_lines_has_no_columns() {
        let text = github(&[stray_text("a.md", 9..18)]);
        assert!(
            text.starts_with("::warning file=a.md,line=3,endLine=4,title="),
            "{text}"
        );
    }

    #[test]
    fn special_characters_in_a_path_are_escaped() {
        let text = github(&[stray_text("a,b::c%\n.md", 0..1)]);
        assert!(
            text.starts_with("::warning file=a%2Cb%3A%3Ac%25%0A.md,line=1,"),
            "{text}"
        );
    }
}
