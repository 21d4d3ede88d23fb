//! From an API's page to methods with parameters and returned types.
//!
//! Headings tell a page's parts: the title names the API, a heading with one name in code starts a method, and headings
//! with the words Description, Endpoint, Parameters and Returns its sections, in any order. A parameter or a row goes on
//! until the next one starts, so that text broken over lines is whole again.

mod page;
mod parameter;
mod parts;
mod report;
mod response;
mod text;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

pub use page::{ApiPage, EndpointText, MethodPart, ParameterItem, ResponseRow};

use super::{
    cell::{slice, strip_marks, trim},
    footer,
    line::{Lines, is_blank},
    outline::Outline,
    report::Report,
};
use crate::{
    diagnostic::Diagnostic,
    span::{Source, Span, Spanned},
};
use parameter::ParameterReader;
use parts::{LineRange, MethodLines, Section, heading_text};
use response::ResponseReader;

/// What came of an API's page.
#[derive(Debug, Clone)]
pub struct ParsedApi {
    /// The page, taken apart; `None`, with an error, if it names no API.
    pub page: Option<ApiPage>,
    /// What was wrong or put right, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Takes an API's page apart.
///
/// What has an error is left out of the page; all else is there.
///
/// ```
/// use std::sync::Arc;
/// use genesys_modelgen::{markdown, span::SourceFile};
///
/// let text = "# `AntsAPI` Class\n\n### `getAnts`\n\n#### Endpoint\n\n`GET /ants`\n\n#### Returns\n\n\
///     | HTTP Status Code | Returned type |\n|---|---|\n| `200` | string[] |\n";
/// let parsed = markdown::parse_api(&Arc::new(SourceFile { path: "ants-api.md".into(), text: text.to_owned() }));
/// let page = parsed.page.unwrap();
/// assert_eq!(page.title.value, "AntsAPI");
/// assert_eq!(page.methods[0].responses[0].status.value, "200");
/// assert!(parsed.diagnostics.is_empty());
/// ```
#[must_use]
pub fn parse_api(source: &Source) -> ParsedApi {
    let lines = Lines::new(&source.text);
    let outline = Outline::read(&source.text, &lines);
    let mut reader = PageReader {
        source,
        lines: &lines,
        outline: &outline,
        report: Report::new(Arc::clone(source)),
    };
    let page = reader.page();
    let mut diagnostics = reader.report.diagnostics;
    crate::diagnostic::sort(&mut diagnostics);
    ParsedApi { page, diagnostics }
}

/// Reads a page's parts, top to bottom.
struct PageReader<'a> {
    source: &'a Source,
    lines: &'a Lines<'a>,
    outline: &'a Outline<'a>,
    report: Report,
}

impl PageReader<'_> {
    fn page(&mut self) -> Option<ApiPage> {
        let (title, below) = self.title()?;
        let listed = self.listed(below);
        let body = below..self.footer(below);
        let methods = parts::methods(self.lines, body.clone(), &|name| listed.contains_key(name));
        let head = below..methods.first().map_or(body.end, |method| method.heading);
        self.check_after(body.end);
        let description = self.head(head);
        let headings = methods.iter().map(|method| self.name(method.heading));
        let described: BTreeSet<_> = headings.map(|name| name.value).collect();
        for (name, span) in listed {
            if !described.contains(&name) {
                self.report.missing_method(&name, span);
            }
        }
        let methods = methods.iter().filter_map(|method| self.method(method));
        let methods = methods.collect();
        Some(ApiPage {
            source: Arc::clone(self.source),
            title,
            description,
            methods,
        })
    }

    /// The name in the title, and the line below it.
    fn title(&mut self) -> Option<(Spanned<String>, usize)> {
        let text = &self.source.text;
        let heading = self.outline.title.as_ref();
        let name = heading.and_then(|heading| heading.name(text, "class"));
        let Some((heading, name)) = heading.zip(name) else {
            let line = (0..self.lines.len()).find(|line| !is_blank(self.lines.text(*line)));
            let place = trim(text, self.lines.span(line.unwrap_or_default()));
            self.report.invalid_api(place);
            return None;
        };
        let line = self.lines.at(heading.span.start);
        self.check_stray(0..line);
        if self.report.is_too_long(&name.value, name.span.clone()) {
            return None;
        }
        Some((
            name,
            self.lines.at(trim(text, heading.span.clone()).end) + 1,
        ))
    }

    /// The names in the list of methods, which are links to their headings.
    fn listed(&self, below: usize) -> BTreeMap<String, Span> {
        { below..self.lines.len() }
            .filter_map(|line| self.listed_name(line))
            .map(|span| (slice(&self.source.text, &span).to_owned(), span))
            .collect()
    }

    fn listed_name(&self, line: usize) -> Option<Span> {
        let span = trim(&self.source.text, self.lines.span(line));
        let item = slice(&self.source.text, &span).strip_prefix("- [")?;
        let end = item.find("](#")?;
        let start = span.start + "- [".len();
        Some(strip_marks(&self.source.text, start..start + end).0)
    }

    /// Where the footer starts.
    fn footer(&self, below: usize) -> usize {
        let end = self.lines.len();
        footer::find(self.lines, below..end, self.outline).map_or(end, |footer| footer.start)
    }

    /// Reports text behind the footer.
    fn check_after(&mut self, footer: usize) {
        let found = footer::find(self.lines, footer..self.lines.len(), self.outline);
        if let Some(footer) = found {
            self.check_stray(footer.end..self.lines.len());
        }
    }

    /// Reports text that belongs nowhere, at its first line.
    fn check_stray(&mut self, mut lines: LineRange) {
        let is_text = |line: &usize| {
            !is_blank(self.lines.text(*line)) && !self.outline.defines(self.lines.span(*line).start)
        };
        if let Some(line) = lines.find(is_text) {
            self.report
                .stray_text(trim(&self.source.text, self.lines.span(line)));
        }
    }

    /// The API's description, which the list of methods ends.
    fn head(&mut self, head: LineRange) -> Option<String> {
        let is_list = |line: &usize| {
            let heading = heading_text(self.lines.text(*line));
            heading.is_some_and(|text| text.eq_ignore_ascii_case("methods"))
        };
        let list = { head.clone() }.find(is_list).unwrap_or(head.end);
        let unlisted = (list + 1..head.end).find(|line| self.is_unlisted(*line));
        self.check_stray(unlisted.map_or(0..0, |line| line..line + 1));
        text::paragraphs(&self.source.text, self.lines, head.start..list)
    }

    /// Whether text stands on the line that lists no method.
    fn is_unlisted(&self, line: usize) -> bool {
        !is_blank(self.lines.text(line)) && self.listed_name(line).is_none()
    }

    fn method(&mut self, method: &MethodLines) -> Option<MethodPart> {
        let name = self.name(method.heading);
        if self.report.is_too_long(&name.value, name.span.clone()) {
            return None;
        }
        let section = |section| method.sections.get(&section).cloned().unwrap_or(0..0);
        for lines in &method.repeated {
            self.check_stray(lines.clone());
        }
        let intro = text::intro(self.lines, method.intro.clone());
        let described =
            text::paragraphs(&self.source.text, self.lines, section(Section::Description));
        let description: Vec<_> = intro.notes.into_iter().chain(described).collect();
        Some(MethodPart {
            summary: intro.text,
            description: (!description.is_empty()).then(|| description.join("\n\n")),
            deprecated: intro.deprecated,
            endpoint: self.endpoint(&name, section(Section::Endpoint)),
            parameters: self.parameters(section(Section::Parameters)),
            responses: self.responses(&name, section(Section::Returns)),
            name,
        })
    }

    fn name(&self, line: usize) -> Spanned<String> {
        let text = &self.source.text;
        let span = trim(text, self.lines.span(line));
        let written = heading_text(slice(text, &span)).unwrap_or_default();
        let start = span.start + slice(text, &span).find(written).unwrap_or_default();
        let (name, _) = strip_marks(text, start..start + written.len());
        Spanned::new(slice(text, &name).to_owned(), name)
    }

    fn endpoint(
        &mut self,
        method: &Spanned<String>,
        mut section: LineRange,
    ) -> Option<Spanned<EndpointText>> {
        let text = &self.source.text;
        let line = section.find(|line| !is_blank(self.lines.text(*line)));
        let span = line.map_or_else(
            || method.span.clone(),
            |line| trim(text, self.lines.span(line)),
        );
        self.check_stray(section);
        let (code, _) = strip_marks(text, span.clone());
        let words: Vec<_> = slice(text, &code).split_whitespace().collect();
        match words.as_slice() {
            [verb, path] if line.is_some() => {
                let (verb, path) = ((*verb).to_owned(), (*path).to_owned());
                Some(Spanned::new(EndpointText { verb, path }, code))
            }
            _ => {
                self.report.invalid_endpoint(&method.value, span);
                None
            }
        }
    }

    fn parameters(&mut self, section: LineRange) -> Vec<ParameterItem> {
        let mut reader = ParameterReader {
            text: &self.source.text,
            lines: self.lines,
            outline: self.outline,
            report: &mut self.report,
        };
        reader.read(section)
    }

    fn responses(&mut self, method: &Spanned<String>, section: LineRange) -> Vec<ResponseRow> {
        let mut reader = ResponseReader {
            text: &self.source.text,
            lines: self.lines,
            outline: self.outline,
            report: &mut self.report,
        };
        reader.read(section).unwrap_or_else(|| {
            self.report
                .missing_responses(&method.value, method.span.clone());
            Vec::new()
        })
    }
}
