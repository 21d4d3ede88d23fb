//! The source lines that a rendered diagnostic shows, with its labels marked in them.

use std::sync::Arc;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Origin, Snippet, normalize_untrusted_str,
};

use super::{Label, LabelLocator, Location};
use crate::{
    printable::printable,
    span::{BYTE_ORDER_MARK, Source, Span},
};

/// The largest distance in bytes between labels that are shown together.
const REACH: usize = 4096;

/// The most bytes of lines that are rendered. Of more, which would be slow, only the location is shown.
const LONGEST: usize = 4 * REACH;

/// Consecutive lines of one file with the labels in them.
pub(super) struct LabelledLines<'a> {
    source: &'a Source,
    span: Span,
    labels: Vec<(AnnotationKind, &'a Label)>,
}

/// Groups labels that are near each other.
pub(super) fn labelled_lines<'a>(
    labels: &'a [Label],
    locator: &mut LabelLocator,
) -> Vec<LabelledLines<'a>> {
    let mut groups: Vec<LabelledLines<'a>> = Vec::new();
    for label in labels {
        let lines = locator.index(&label.source).lines_around(&label.span);
        if let Some(group) = { groups.iter_mut() }.find(|group| group.reaches(label, &lines)) {
            group.span = group.span.start.min(lines.start)..group.span.end.max(lines.end);
            group.labels.push((AnnotationKind::Context, label));
            continue;
        }
        let kind = if groups.is_empty() {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        groups.push(LabelledLines {
            source: &label.source,
            span: lines,
            labels: vec![(kind, label)],
        });
    }
    groups
}

impl<'a> LabelledLines<'a> {
    fn reaches(&self, label: &Label, lines: &Span) -> bool {
        Arc::ptr_eq(self.source, &label.source)
            && lines.start <= self.span.end + REACH
            && self.span.start <= lines.end + REACH
    }

    /// Appends the lines to a rendered diagnostic.
    pub(super) fn add_to(self, group: Group<'a>, locator: &mut LabelLocator) -> Group<'a> {
        let path = printable(&self.source.path.to_string_lossy()).into_owned();
        if self.source.text.is_empty() {
            return group.element(Origin::path(path));
        }
        let index = locator.index(self.source);
        let lines = { self.source.text.get(self.span.clone()) }.unwrap_or_default();
        if lines.len() > LONGEST || has_other_line_endings(lines) {
            let first = self.labels.first().map_or(0, |(_, label)| label.span.start);
            let Location { line, column } = index.location(first);
            return group.element(Origin::path(path).line(line).char_column(column));
        }
        let shown = lines.trim_start_matches(BYTE_ORDER_MARK);
        let hidden = self.span.start + lines.len() - shown.len();
        let annotations =
            { self.labels.iter() }.map(|(kind, label)| annotation(*kind, label, hidden, shown));
        group.element(
            Snippet::source(shown)
                .path(path)
                .line_start(index.location(self.span.start).line)
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
