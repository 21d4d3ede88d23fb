//! The source lines in a rendered diagnostic, with annotations for its labels.

use std::sync::Arc;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Origin, Snippet, normalize_untrusted_str,
};

use super::{Label, LabelLocator, Location};
use crate::{
    printable::printable,
    span::{BYTE_ORDER_MARK, Source, Span},
};

/// The maximum distance in bytes between labels that are shown together.
const MAX_DISTANCE: usize = 4096;

/// The maximum length in bytes of rendered lines. Longer lines would be slow to render: only their location is shown.
const MAX_LENGTH: usize = 4 * MAX_DISTANCE;

/// Consecutive lines of a file, with the labels in them.
pub(super) struct LabeledLines<'a> {
    source: &'a Source,
    span: Span,
    labels: Vec<(AnnotationKind, &'a Label)>,
}

/// Groups labels that are close to each other.
pub(super) fn group_labels<'a>(
    labels: &'a [Label],
    locator: &mut LabelLocator,
) -> Vec<LabeledLines<'a>> {
    let mut groups: Vec<LabeledLines<'a>> = Vec::new();
    for label in labels {
        let lines = locator.index(&label.source).lines_around(&label.span);
        if let Some(group) = groups.iter_mut().find(|group| group.is_near(label, &lines)) {
            group.span = group.span.start.min(lines.start)..group.span.end.max(lines.end);
            group.labels.push((AnnotationKind::Context, label));
            continue;
        }
        let kind = if groups.is_empty() {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        groups.push(LabeledLines {
            source: &label.source,
            span: lines,
            labels: vec![(kind, label)],
        });
    }
    groups
}

impl<'a> LabeledLines<'a> {
    fn is_near(&self, label: &Label, lines: &Span) -> bool {
        Arc::ptr_eq(self.source, &label.source)
            && lines.start <= self.span.end + MAX_DISTANCE
            && self.span.start <= lines.end + MAX_DISTANCE
    }

    /// Appends the lines to a rendered diagnostic.
    pub(super) fn add_to(self, group: Group<'a>, locator: &mut LabelLocator) -> Group<'a> {
        let path = printable(&self.source.path.to_string_lossy()).into_owned();
        if self.source.text.is_empty() {
            return group.element(Origin::path(path));
        }
        let index = locator.index(self.source);
        let lines = self.source.text.get(self.span.clone());
        let lines = lines.unwrap_or_default();
        if lines.len() > MAX_LENGTH || has_lone_carriage_return(lines) {
            let first = self.labels.first().map_or(0, |(_, label)| label.span.start);
            let Location { line, column } = index.location(first);
            return group.element(Origin::path(path).line(line).char_column(column));
        }
        let shown = lines.trim_start_matches(BYTE_ORDER_MARK);
        let start = self.span.start + lines.len() - shown.len();
        let annotations = self
            .labels
            .iter()
            .map(|(kind, label)| to_annotation(*kind, label, start, shown));
        group.element(
            Snippet::source(shown)
                .path(path)
                .line_start(index.location(self.span.start).line)
                .annotations(annotations),
        )
    }
}

/// Checks for a lone `\r`, which the renderer does not count as a line ending.
fn has_lone_carriage_return(lines: &str) -> bool {
    let mut after_returns = lines.split('\r').skip(1);
    after_returns.any(|rest| !rest.starts_with('\n'))
}

/// Converts a label to an annotation of the shown text, which starts at the offset `start` of the file.
fn to_annotation<'a>(
    kind: AnnotationKind,
    label: &'a Label,
    start: usize,
    shown: &str,
) -> Annotation<'a> {
    let clip =
        |offset: usize| shown.floor_char_boundary(offset.saturating_sub(start).min(shown.len()));
    let message = (!label.message.is_empty()).then(|| normalize_untrusted_str(&label.message));
    kind.span(clip(label.span.start)..clip(label.span.end))
        .label(message)
}
