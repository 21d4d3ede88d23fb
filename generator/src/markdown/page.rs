//! A page with its lines and outline, and the parser for all kinds of pages.

use super::{
    Parsed,
    cell::{normalize_line_endings, slice, trim},
    columns::Columns,
    line::{LineRange, LineSpans, is_blank, is_emphasized, is_thematic_break},
    model::TypeCell,
    outline::Outline,
    type_cell,
};
use crate::{
    diagnostic::{Code, Diagnostic, sort},
    limit,
    span::{Source, Span, Spanned},
};

/// A source file with its lines and outline.
pub(super) struct Page<'a> {
    pub(super) source: &'a Source,
    pub(super) text: &'a str,
    pub(super) lines: LineSpans<'a>,
    pub(super) outline: Outline<'a>,
}

impl<'a> Page<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
        let lines = LineSpans::new(&source.text);
        Self {
            source,
            text: &source.text,
            outline: Outline::new(&lines),
            lines,
        }
    }

    /// Returns the text of a span.
    pub(super) fn slice(&self, span: &Span) -> &'a str {
        slice(self.text, span)
    }

    /// Returns a line's span without the whitespace around its text.
    pub(super) fn trimmed(&self, line: usize) -> Span {
        trim(self.text, self.lines.span(line))
    }

    /// Checks whether a line is neither blank nor part of a link reference definition.
    pub(super) fn has_content(&self, line: usize) -> bool {
        !is_blank(self.lines.line(line))
            && !self.outline.has_reference_at(self.lines.span(line).start)
    }

    /// Returns the span of the first line that is not blank, without the whitespace around its text.
    pub(super) fn first_nonblank_line(&self) -> Span {
        let line = (0..self.lines.len()).find(|line| !is_blank(self.lines.line(*line)));
        self.trimmed(line.unwrap_or_default())
    }

    /// Returns the text of a span without link reference definitions; `None` if it is blank.
    pub(super) fn paragraphs(&self, span: Span) -> Option<Spanned<String>> {
        let span = trim(self.text, span);
        let mut text = String::new();
        let mut from = span.start;
        let definitions = self.outline.reference_spans.iter();
        for definition in definitions.filter(|it| span.contains(&it.start)) {
            text.push_str(self.slice(&(from..definition.start)));
            from = definition.end;
        }
        text.push_str(self.slice(&(from..span.end)));
        let text = normalize_line_endings(text.trim());
        (!text.is_empty()).then(|| Spanned::new(text, span))
    }

    /// Finds the footer in `lines`.
    ///
    /// The footer is the sentence `*This file was automatically generated ...*`, with or without a thematic break above
    /// it. If there is no such sentence, the footer is a thematic break at the end, optionally followed by one
    /// emphasized line.
    pub(super) fn find_footer(&self, lines: LineRange) -> Option<LineRange> {
        let line = |line: usize| self.lines.line(line);
        let is_sentence = |line: &str| {
            let sentence = line.to_ascii_lowercase();
            is_emphasized(line) && sentence.contains("automatically generated")
        };
        let break_above = |at: usize| {
            let above = (lines.start..at).rev().find(|at| !is_blank(line(*at)))?;
            is_thematic_break(line(above)).then_some(above)
        };
        if let Some(at) = lines.clone().rev().find(|at| is_sentence(line(*at))) {
            return Some(break_above(at).unwrap_or(at)..at + 1);
        }
        let last = lines.clone().rev().find(|at| self.has_content(*at))?;
        if is_thematic_break(line(last)) {
            return Some(last..last + 1);
        }
        let start = is_emphasized(line(last)).then(|| break_above(last))??;
        Some(start..last + 1)
    }
}

/// Parses a page and collects diagnostics.
pub(super) struct PageParser<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> PageParser<'a> {
    pub(super) const fn new(page: &'a Page<'a>) -> Self {
        Self {
            page,
            diagnostics: Vec::new(),
        }
    }

    /// Returns the parsed page with the collected diagnostics.
    pub(super) fn finish<T>(mut self, page: Option<T>) -> Parsed<T> {
        sort(&mut self.diagnostics);
        Parsed {
            page,
            diagnostics: self.diagnostics,
        }
    }

    pub(super) fn report(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        label: &str,
        help: impl Into<String>,
    ) {
        let diagnostic = Diagnostic::new(code, message).label(self.page.source, span, label);
        self.diagnostics.push(diagnostic.help(help));
    }

    pub(super) fn report_stray_text(&mut self, span: Span) {
        let help = "remove it, or move it above the table or into a description";
        self.report(Code::StrayText, span, "unexpected text", "ignored", help);
    }

    /// Reports the first line with content in `lines` as unexpected text.
    pub(super) fn check_no_text(&mut self, mut lines: LineRange) {
        if let Some(line) = lines.find(|line| self.page.has_content(*line)) {
            self.report_stray_text(self.page.trimmed(line));
        }
    }

    /// Reports unknown, repeated and too many columns. Returns whether the number of columns is within the limit.
    pub(super) fn check_header(&mut self, header: Span, columns: &Columns, help: &str) -> bool {
        let subject = ("the table", "columns");
        if !self.check_limit(subject, columns.count, limit::COLUMNS, header) {
            return false;
        }
        for span in &columns.unknown {
            let message = match self.page.slice(span) {
                "" => "unnamed column".to_owned(),
                name => format!("unknown column `{name}`"),
            };
            self.report(Code::UnknownColumn, span.clone(), message, "ignored", help);
        }
        true
    }

    /// Reports a name that is too long. Returns whether the name is within the limit.
    pub(super) fn check_name(&mut self, name: &Spanned<String>) -> bool {
        let subject = ("the name", "bytes");
        self.check_limit(subject, name.value.len(), limit::NAME, name.span.clone())
    }

    /// Reports a count that exceeds its limit. Returns whether the count is within the limit.
    pub(super) fn check_limit(
        &mut self,
        subject: (&str, &str),
        count: usize,
        limit: usize,
        span: Span,
    ) -> bool {
        let error = self.limit_error(subject, count, limit, &span);
        let is_within = error.is_none();
        self.diagnostics.extend(error);
        is_within
    }

    /// Parses a type, and reports an error if it is missing or invalid.
    pub(super) fn parse_type(
        &mut self,
        code: Code,
        subject: &str,
        span: Span,
    ) -> Option<Spanned<TypeCell>> {
        let ty = self.read_type(code, subject, span);
        ty.map_err(|error| self.diagnostics.push(error)).ok()
    }

    /// Parses a type.
    ///
    /// # Errors
    ///
    /// Returns an error if the type is missing or invalid. It has the code `code`, and its message starts with `subject`.
    pub(super) fn read_type(
        &self,
        code: Code,
        subject: &str,
        span: Span,
    ) -> Result<Spanned<TypeCell>, Diagnostic> {
        let written = self.page.slice(&span);
        let Some(ty) = type_cell::parse(written, self.page.outline.references()) else {
            let object = match written {
                "" => "no type",
                _ => "an invalid type",
            };
            let message = format!("{subject} has {object}");
            let help = "a type is a single name, such as `string`, `number[]` or [`Name`](name-definition.md)";
            let error = Diagnostic::new(code, message);
            return Err(error
                .label(self.page.source, span, "expected a type")
                .help(help));
        };
        let subject = ("the type", "nested lists");
        match self.limit_error(subject, ty.depth, limit::LISTS, &span) {
            Some(error) => Err(error),
            None => Ok(Spanned::new(ty, span)),
        }
    }

    /// Returns the error for a count that exceeds its limit.
    fn limit_error(
        &self,
        (subject, unit): (&str, &str),
        count: usize,
        limit: usize,
        span: &Span,
    ) -> Option<Diagnostic> {
        let message = format!("{subject} has {count} {unit}, more than the limit of {limit}");
        let help = format!("use at most {limit}; the published docs stay far below that");
        let error = Diagnostic::new(Code::TooLarge, message);
        let error = error.label(self.page.source, span.clone(), "exceeds the limit");
        (count > limit).then(|| error.help(help))
    }
}
