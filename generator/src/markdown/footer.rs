//! The footer: a thematic break and the sentence that tells who made the file, and when.

use super::{
    line::{Lines, is_blank, is_thematic_break},
    outline::Outline,
};
use crate::span::Span;

/// What the sentence says in every edition.
const SENTENCE: &str = "automatically generated";

/// Finds the footer's lines among lines behind the last row's first one.
///
/// It is the docs' sentence with or without the thematic break above, or else what ends the file: a thematic break
/// alone, or with one emphasised line below.
pub(super) fn find(lines: &Lines<'_>, tail: Span, outline: &Outline<'_>) -> Option<Span> {
    let sentence = tail
        .clone()
        .rev()
        .find(|line| is_sentence(lines.text(*line)));
    if let Some(line) = sentence {
        return Some(break_above(lines, &tail, line).unwrap_or(line)..line + 1);
    }
    let last = tail
        .clone()
        .rev()
        .find(|line| !is_blank(lines.text(*line)) && !outline.defines(lines.span(*line).start))?;
    if is_thematic_break(lines.text(last)) {
        return Some(last..last + 1);
    }
    let start = is_emphasised(lines.text(last))
        .then(|| break_above(lines, &tail, last))
        .flatten()?;
    Some(start..last + 1)
}

/// The thematic break above a line, with nothing but blank lines between.
fn break_above(lines: &Lines<'_>, tail: &Span, line: usize) -> Option<usize> {
    let above = (tail.start..line)
        .rev()
        .find(|line| !is_blank(lines.text(*line)))?;
    is_thematic_break(lines.text(above)).then_some(above)
}

fn is_sentence(line: &str) -> bool {
    is_emphasised(line) && line.to_ascii_lowercase().contains(SENTENCE)
}

fn is_emphasised(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2
        && ["*", "_"]
            .iter()
            .any(|mark| line.starts_with(mark) && line.ends_with(mark))
}
