//! The parts of a page that `pulldown-cmark` finds: title, first table and link reference definitions.

use pulldown_cmark::{Event, OffsetIter, Options, Parser, RefDefs, Tag, TagEnd};

use super::{
    cell::slice,
    columns::{Columns, PROPERTY_HEADER},
    line::LineSpans,
};
use crate::span::{BYTE_ORDER_MARK, Span, Spanned};

/// A page's title, its first table and its link reference definitions.
pub(super) struct Outline<'a> {
    events: OffsetIter<'a>,
    /// The length of the byte order mark, which is not passed to `pulldown-cmark`.
    bom_len: usize,
    /// The first heading before the table.
    pub(super) title: Option<Heading>,
    /// The header line of the first property table, or of the first table if there is no property table.
    pub(super) table_header: Option<usize>,
    /// The spans of the link reference definitions, sorted.
    pub(super) reference_spans: Vec<Span>,
}

impl<'a> Outline<'a> {
    /// Parses a page up to the header of its property table.
    pub(super) fn new(lines: &LineSpans<'a>) -> Self {
        let text = lines.text;
        let markdown = text.trim_start_matches(BYTE_ORDER_MARK);
        let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter();
        let bom_len = text.len() - markdown.len();
        let shift = |span: Span| bom_len + span.start..bom_len + span.end;
        let references = events.reference_definitions().iter();
        let mut reference_spans: Vec<_> =
            references.map(|(_, it)| shift(it.span.clone())).collect();
        reference_spans.sort_unstable_by_key(|span| span.start);
        let mut outline = Self {
            events,
            bom_len,
            title: None,
            table_header: None,
            reference_spans,
        };
        outline.find_title_and_table(lines);
        outline
    }

    /// Returns the link reference definitions.
    pub(super) fn references(&self) -> &RefDefs<'_> {
        self.events.reference_definitions()
    }

    /// Checks whether a byte offset is inside a link reference definition.
    pub(super) fn has_reference_at(&self, offset: usize) -> bool {
        let after = self
            .reference_spans
            .partition_point(|it| it.start <= offset);
        let (before, _) = self.reference_spans.split_at(after);
        before.last().is_some_and(|span| span.contains(&offset))
    }

    fn next_event(&mut self) -> Option<(Event<'a>, Span)> {
        let (event, span) = self.events.next()?;
        Some((event, self.bom_len + span.start..self.bom_len + span.end))
    }

    fn find_title_and_table(&mut self, lines: &LineSpans<'_>) {
        while let Some((event, span)) = self.next_event() {
            match event {
                Event::Start(Tag::Heading { .. }) if self.title.is_none() => {
                    self.title = Some(self.parse_heading(span));
                }
                Event::Start(Tag::Table(_)) => {
                    let line = lines.line_at(span.start);
                    let columns = Columns::parse(lines.text, lines.span(line), &PROPERTY_HEADER);
                    if columns.name.is_some() || columns.ty.is_some() {
                        self.table_header = Some(line);
                        return;
                    }
                    self.table_header.get_or_insert(line);
                }
                _ => {}
            }
        }
    }

    /// Parses the rest of a heading after its start event.
    fn parse_heading(&mut self, span: Span) -> Heading {
        let mut heading = Heading {
            span,
            text: String::new(),
            code: None,
            rest: String::new(),
        };
        while let Some((event, span)) = self.next_event() {
            match event {
                Event::End(TagEnd::Heading(_)) => break,
                Event::Code(code) if heading.code.is_none() => {
                    heading.text.push_str(&code);
                    heading.code = Some(Spanned::new(code.into_string(), span));
                }
                Event::Code(text) | Event::Text(text) | Event::InlineHtml(text) => {
                    heading.push(&text);
                }
                Event::SoftBreak | Event::HardBreak => heading.push(" "),
                _ => {}
            }
        }
        heading
    }
}

/// A heading.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    pub(super) span: Span,
    /// The text without markup.
    pub(super) text: String,
    /// The first code span, including its backticks.
    code: Option<Spanned<String>>,
    /// The text outside the first code span.
    rest: String,
}

impl Heading {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.rest.push_str(text);
    }

    /// Returns the heading's name; `None` if the heading is not a single name, optionally followed by `suffix`.
    ///
    /// In `` # `Ant` Definition ``, the name is `Ant` and the suffix `Definition`.
    pub(super) fn name(&self, page: &str, suffix: &str) -> Option<Spanned<String>> {
        let (name, span, rest) = if let Some(code) = &self.code {
            (code.value.as_str(), &code.span, self.rest.trim())
        } else {
            let text = self.text.trim();
            let name = text.split_whitespace().next()?;
            (name, &self.span, text.strip_prefix(name)?.trim())
        };
        let is_name = !name.is_empty() && !name.contains(char::is_whitespace);
        let is_followed_by_suffix = rest.is_empty() || rest.eq_ignore_ascii_case(suffix);
        // Fall back to the whole heading if there is markup inside the name, as in `An**t**`.
        let exact = slice(page, span).find(name).map(|at| {
            let start = span.start + at;
            start..start + name.len()
        });
        let span = exact.unwrap_or_else(|| span.clone());
        (is_name && is_followed_by_suffix).then(|| Spanned::new(name.to_owned(), span))
    }
}
