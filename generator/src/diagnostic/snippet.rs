//! The source lines that a rendered diagnostic shows, with its labels marked in them.

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Origin, Snippet, normalize_untrusted_str,
};

use super::{Label, LabelLocator, LineIndex, Location};
use crate::{
    printable::printable,
    span::{BYTE_ORDER_MARK, Span},
};

/// The largest distance in bytes between labels that are shown together.
const REACH: usize = 4096;

/// The longest stretch of lines, in bytes, that is rendered; of longer ones only the location is shown, because rendering is slow.
const LONGEST: usize = 4 * REACH;

/// Consecutive lines of one file with the labels in them.
pub(super) struct LabelledLines<'a> {
    labels: Vec<(AnnotationKind, &'a Label)>,
    lines: Span,
    first_line: usize,
    /// The location of the first label's start.
    start: Location,
}

/// Groups labels that are near each other into one stretch of lines.
pub(super) fn labelled_lines<'a>(
    labels: &'a [Label],
    locator: &mut LabelLocator,
) -> Vec<LabelledLines<'a>> {
    let mut stretches: Vec<LabelledLines<'a>> = Vec::new();
    for label in labels {
        let kind = if stretches.is_empty() {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let index = locator.index(&label.source);
        match stretches
            .iter_mut()
            .find(|stretch| stretch.reaches(label, index))
        {
            Some(stretch) => stretch.add(label, index),
            None => stretches.push(LabelledLines::new(kind, label, index)),
        }
    }
    stretches
}

impl<'a> LabelledLines<'a> {
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

    /// Appends the lines to a rendered diagnostic.
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
        if lines.len() > LONGEST || has_other_line_endings(lines) {
            let Location { line, column } = self.start;
            return group.element(Origin::path(path).line(line).char_column(column));
        }
        let shown = lines.trim_start_matches(BYTE_ORDER_MARK);
        let hidden = self.lines.start + lines.len() - shown.len();
        let annotations = self
            .labels
            .iter()
            .map(|(kind, label)| annotation(*kind, label, hidden, shown));
        group.element(
            Snippet::source(shown)
                .path(path)
                .line_start(self.first_line)
                .annotations(annotations),
        )
    }
}

/// Checks for line endings other than the `\n` and `\r\n` by which the renderer numbers lines.
fn has_other_line_endings(lines: &str) -> bool {
    let mut after_returns = lines.split('\r').skip(1);
    after_returns.any(|rest| !rest.starts_with('\n'))
}

/// Converts a label to an annotation of the shown text, which starts at the offset `hidden` of the file.
fn annotation<'a>(
    kind: AnnotationKind,
    label: &'a Label,
    hidden: usize,
    shown: &str,
) -> Annotation<'a> {
    let clip =
        |offset: usize| shown.floor_char_boundary(offset.saturating_sub(hidden).min(shown.len()));
    let message = (!label.message.is_empty()).then(|| normalize_untrusted_str(&label.message));
    kind.span(clip(label.span.start)..clip(label.span.end))
        .label(message)
}
