//! Files that are not what they should be: with merge conflicts, cut off, or HTML pages.
//!
//! A damaged file has one error. It is not parsed, because every other diagnostic about it would be misleading.

use crate::{
    diagnostic::{Code, Diagnostic},
    span::{BYTE_ORDER_MARK, Source, Span},
};

/// Returns the file, or the error about its damage.
pub(super) fn reject_damaged(file: Source) -> Result<Source, Diagnostic> {
    let error = merge_conflict(&file)
        .or_else(|| html_page(&file))
        .or_else(|| cut_off_row(&file));
    error.map_or(Ok(file), Err)
}

fn merge_conflict(file: &Source) -> Option<Diagnostic> {
    const MARKER: &str = "<<<<<<<";
    let is_marker = |line: &str| {
        let rest = line.trim_end().strip_prefix(MARKER);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let (start, _) = lines(&file.text).find(|(_, line)| is_marker(line))?;
    let message = "unresolved merge conflict".to_owned();
    Some(
        Diagnostic::new(Code::MergeConflict, message)
            .label(
                file,
                start..start + MARKER.len(),
                "the conflict starts here",
            )
            .help("keep one side of each conflict, and remove the markers"),
    )
}

fn html_page(file: &Source) -> Option<Diagnostic> {
    let text = file.text.trim_start_matches(BYTE_ORDER_MARK).trim_start();
    let tag = ["<!doctype html", "<html"].into_iter().find(|tag| {
        let start = text.get(..tag.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(tag))
    })?;
    let start = file.text.len() - text.len();
    let message = "an HTML page instead of the expected file".to_owned();
    Some(
        Diagnostic::new(Code::HtmlPage, message)
            .label(file, start..start + tag.len(), "HTML")
            .help("download the file again: servers answer with HTML pages when a login is needed or a file is missing"),
    )
}

/// Finds a table row at the end of a Markdown page that has neither a closing pipe nor a line ending.
fn cut_off_row(file: &Source) -> Option<Diagnostic> {
    let is_page = file.path.extension().is_some_and(|it| it == "md");
    let (start, line) = lines(&file.text).last().filter(|_| is_page)?;
    let is_row = line.trim_start().starts_with('|');
    if !is_row || line.ends_with('\n') || line.trim_end().ends_with('|') {
        return None;
    }
    let end = file.text.len();
    let span: Span = start..end;
    let message = "the file ends in the middle of a row".to_owned();
    Some(
        Diagnostic::new(Code::CutOffFile, message)
            .label(file, span, "this row has no closing pipe")
            .help("download the file again, or complete the row"),
    )
}

/// Returns the lines with their offsets; with their line endings.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let offset = |line: &str| line.as_ptr().addr() - text.as_ptr().addr();
    text.split_inclusive('\n')
        .map(move |line| (offset(line), line))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::span::SourceFile;

    fn error(path: &str, text: &str) -> Option<(Code, String)> {
        let (path, text) = (path.into(), text.to_owned());
        let file = Arc::new(SourceFile { path, text });
        let error = reject_damaged(file).err()?;
        let label = &error.labels[0];
        Some((error.code, label.source.text[label.span.clone()].to_owned()))
    }

    #[test]
    fn a_merge_conflict_is_one_error_at_its_first_marker() {
        let text = "# `Ant` Definition\r\n<<<<<<< HEAD\r\na\r\n=======\r\nb\r\n>>>>>>> main\r\n";
        let expected = Some((Code::MergeConflict, "<<<<<<<".to_owned()));
        assert_eq!(error("ant-definition.md", text), expected);
        assert_eq!(error("overrides.toml", "a = 1\n<<<<<<<\n"), expected);
    }

    #[test]
    fn other_lines_of_angle_brackets_are_text() {
        for text in ["<<<<<<<<\n", " <<<<<<< a\n", "a <<<<<<< b\n", "=======\n"] {
            assert_eq!(error("ant-definition.md", text), None, "{text}");
        }
    }

    #[test]
    fn an_html_page_is_an_error() {
        for text in ["\u{feff}\n<!DOCTYPE html>\n<html>", "<HTML lang=\"en\">"] {
            let (code, _) = error("ant-definition.md", text).unwrap();
            assert_eq!(code, Code::HtmlPage, "{text}");
        }
        assert_eq!(
            error("ant-definition.md", "# `Html` Definition\n<html>"),
            None
        );
    }

    #[test]
    fn a_page_that_ends_in_the_middle_of_a_row_is_an_error() {
        let text = "| Property | Type |\n|---|---|\n| legs | `num";
        let expected = Some((Code::CutOffFile, "| legs | `num".to_owned()));
        assert_eq!(error("ant-definition.md", text), expected);
        assert_eq!(error("ant-definition.md", &format!("{text}ber` |")), None);
        assert_eq!(error("ant-definition.md", &format!("{text}ber`\n")), None);
        assert_eq!(error("overrides.toml", "a = 1 # | b"), None);
    }
}
