//! What is shown of the source: whole lines with the places marked in them.

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Origin, Snippet, normalize_untrusted_str,
};

use super::{Label, LineIndex, Location, Places};
use crate::{
    printable::printable,
    span::{BYTE_ORDER_MARK, Span},
};

/// Labels whose lines lie further apart than this many bytes get excerpts of their own.
const REACH: usize = 4096;

/// Of stretches that are longer, in bytes, only the place is told: rendering them takes the longer the longer they are.
const LONGEST: usize = 4 * REACH;

/// A stretch of whole lines of one file, with the places marked in it.
pub(super) struct Excerpt<'a> {
    labels: Vec<(AnnotationKind, &'a Label)>,
    lines: Span,
    first_line: usize,
    /// Where the first label starts.
    start: Location,
}

/// The labels, gathered into excerpts.
pub(super) fn excerpts<'a>(labels: &'a [Label], places: &mut Places) -> Vec<Excerpt<'a>> {
    let mut excerpts: Vec<Excerpt<'a>> = Vec::new();
    for label in labels {
        let kind = if excerpts.is_empty() {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let index = places.index(&label.source);
        match excerpts
            .iter_mut()
            .find(|excerpt| excerpt.reaches(label, index))
        {
            Some(excerpt) => excerpt.add(label, index),
            None => excerpts.push(Excerpt::new(kind, label, index)),
        }
    }
    excerpts
}

impl<'a> Excerpt<'a> {
    fn new(kind: AnnotationKind, label: &'a Label, index: &LineIndex) -> Self {
        let lines = index.lines_around(&label.span);
        Self {
            first_line: index.location(lines.start).line,
            start: index.location(label.span.start),
            lines,
            labels: vec![(kind, label)],
        }
    }

    fn reaches(&self, label: &Label, index: &LineIndex) -> bool {
        let lines = index.lines_around(&label.span);
        let near = lines.start <= self.lines.end + REACH && self.lines.start <= lines.end + REACH;
        near && self
            .labels
            .iter()
            .all(|(_, other)| index.is_of(&other.source))
    }

    fn add(&mut self, label: &'a Label, index: &LineIndex) {
        let lines = index.lines_around(&label.span);
        self.first_line = self.first_line.min(index.location(lines.start).line);
        self.lines = self.lines.start.min(lines.start)..self.lines.end.max(lines.end);
        self.labels.push((AnnotationKind::Context, label));
    }

    /// Adds the excerpt to what is shown of a finding.
    pub(super) fn add_to(self, group: Group<'a>) -> Group<'a> {
        let Some((_, first)) = self.labels.first() else {
            return group;
        };
        let path = first.source.path.to_string_lossy();
        let path = printable(&path).into_owned();
        if first.source.text.is_empty() {
            return group.element(Origin::path(path));
        }
        let lines = first
            .source
            .text
            .get(self.lines.clone())
            .unwrap_or_default();
        if lines.len() > LONGEST || has_other_line_ends(lines) {
            let Location { line, column } = self.start;
            return group.element(Origin::path(path).line(line).char_column(column));
        }
        let shown = lines.trim_start_matches(BYTE_ORDER_MARK);
        let hidden = self.lines.start + lines.len() - shown.len();
        let marks = self
            .labels
            .iter()
            .map(|(kind, label)| mark(*kind, label, hidden, shown));
        group.element(
            Snippet::source(shown)
                .path(path)
                .line_start(self.first_line)
                .annotations(marks),
        )
    }
}

/// Whether lines end otherwise than with the line feeds by which they are numbered when they are shown.
fn has_other_line_ends(lines: &str) -> bool {
    let mut behind_returns = lines.split('\r').skip(1);
    behind_returns.any(|rest| !rest.starts_with('\n'))
}

/// A label as a mark in the text shown, which starts at the byte `hidden` of the file.
fn mark<'a>(kind: AnnotationKind, label: &'a Label, hidden: usize, shown: &str) -> Annotation<'a> {
    let clip =
        |offset: usize| shown.floor_char_boundary(offset.saturating_sub(hidden).min(shown.len()));
    let message = (!label.message.is_empty()).then(|| normalize_untrusted_str(&label.message));
    kind.span(clip(label.span.start)..clip(label.span.end))
        .label(message)
}
