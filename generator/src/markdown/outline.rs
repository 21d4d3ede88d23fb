//! What Markdown sees in a file: its title, its first table, its reference definitions.

use pulldown_cmark::{Event, OffsetIter, Options, Parser, RefDefs, Tag, TagEnd};

use super::{header::Columns, line::Lines, title::Heading};
use crate::span::{BYTE_ORDER_MARK, Span};

/// A file's blocks as far as they matter.
pub(super) struct Outline<'a> {
    events: OffsetIter<'a>,
    /// The bytes of the byte order mark, which the events do not count.
    base: usize,
    /// The first heading before the table.
    pub(super) title: Option<Heading>,
    /// The header's line of the first table, one of properties if there is any.
    pub(super) table: Option<usize>,
    /// The reference definitions' bytes, sorted.
    pub(super) definitions: Vec<Span>,
}

impl<'a> Outline<'a> {
    /// Reads a file up to its table.
    pub(super) fn read(text: &'a str, lines: &Lines<'_>) -> Self {
        let markdown = text.trim_start_matches(BYTE_ORDER_MARK);
        let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter();
        let base = text.len() - markdown.len();
        let mut outline = Self {
            events,
            base,
            title: None,
            table: None,
            definitions: Vec::new(),
        };
        outline.definitions = outline.definition_spans();
        outline.read_head(text, lines);
        outline
    }

    /// The reference definitions.
    pub(super) fn references(&self) -> &RefDefs<'_> {
        self.events.reference_definitions()
    }

    /// Whether a byte belongs to a reference definition.
    pub(super) fn defines(&self, offset: usize) -> bool {
        let before = self
            .definitions
            .partition_point(|span| span.start <= offset);
        self.definitions
            .get(..before)
            .and_then(<[Span]>::last)
            .is_some_and(|span| span.contains(&offset))
    }

    fn definition_spans(&self) -> Vec<Span> {
        let mut spans: Vec<_> = self
            .references()
            .iter()
            .map(|(_, definition)| self.shift(&definition.span))
            .collect();
        spans.sort_unstable_by_key(|span| span.start);
        spans
    }

    fn shift(&self, span: &Span) -> Span {
        self.base + span.start..self.base + span.end
    }

    fn read_head(&mut self, text: &str, lines: &Lines<'_>) {
        while let Some((event, span)) = self.events.next() {
            let span = self.shift(&span);
            match event {
                Event::Start(Tag::Heading { .. }) if self.title.is_none() => {
                    self.title = Some(self.heading(span));
                }
                Event::Start(Tag::Table(_)) => {
                    let line = lines.at(span.start);
                    let columns = Columns::read(text, lines.span(line));
                    if columns.property.is_some() || columns.ty.is_some() {
                        self.table = Some(line);
                        return;
                    }
                    self.table.get_or_insert(line);
                }
                _ => {}
            }
        }
    }

    /// Reads a heading whose start has been seen.
    fn heading(&mut self, span: Span) -> Heading {
        let mut heading = Heading::new(span);
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::End(TagEnd::Heading(_)) => break,
                Event::Code(text) => heading.push_code(&text, self.shift(&span)),
                Event::Text(text) | Event::InlineHtml(text) => heading.push_text(&text),
                Event::SoftBreak | Event::HardBreak => heading.push_text(" "),
                _ => {}
            }
        }
        heading
    }
}
