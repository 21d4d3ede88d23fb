//! Parses API class pages into methods with parameters and returned types.
//!
//! Headings divide a page: the title names the API, a heading with a single name in code starts a method, and the
//! headings Description, Endpoint, Parameters and Returns start its sections, in any order (`sections`). A parameter
//! (`parameter`) or a table row (`response`) may be split across lines: it ends where the next one starts.

mod method;
mod parameter;
mod response;
mod sections;

use std::{collections::BTreeMap, sync::Arc};

use super::{
    cell::{strip_markup, trim},
    line::LineRange,
    model::ApiPage,
    page::PageParser,
};
use crate::{
    diagnostic::Code,
    span::{Span, Spanned},
};
use sections::{heading_text, split_methods};

impl<'a> PageParser<'a> {
    /// Parses an API class page; `None`, with an error, if its title does not name an API.
    pub(super) fn parse_api_page(&mut self) -> Option<ApiPage> {
        let page = self.page;
        let (title, below) = self.parse_api_title()?;
        let end = page.lines.len();
        let footer = page.find_footer(below..end).unwrap_or(end..end);
        self.check_no_text(footer.end..end);

        let mut listed = self.listed_methods(below);
        let methods = split_methods(&page.lines, below..footer.start, |name| {
            listed.contains_key(name)
        });
        let head_end = methods
            .first()
            .map_or(footer.start, |method| method.heading);
        let description = self.parse_api_description(below..head_end);
        let names = methods.iter().map(|it| self.parse_method_name(it.heading));
        let names: Vec<_> = names.collect();
        for name in &names {
            listed.remove(name.value.as_str());
        }
        for (name, span) in listed {
            self.report(
                Code::MissingMethod,
                span,
                format!("method `{name}` is listed but not described"),
                "ignored",
                "describe it below a heading with its name, or remove it from the list",
            );
        }
        let methods = names.into_iter().zip(&methods);
        let methods = methods.filter_map(|(name, lines)| self.parse_method(name, lines));
        Some(ApiPage {
            source: Arc::clone(page.source),
            title,
            description,
            methods: methods.collect(),
        })
    }

    /// Parses the title, and returns the API's name and the line below the title.
    fn parse_api_title(&mut self) -> Option<(Spanned<String>, usize)> {
        let page = self.page;
        let heading = page.outline.title.as_ref();
        let name = heading.and_then(|heading| heading.name(page.text, "class"));
        let Some((heading, name)) = heading.zip(name) else {
            self.report(
                Code::InvalidApi,
                page.first_nonblank_line(),
                "the page has no title that names an API",
                "expected a title",
                "start the page with the API's name: \"# `NameAPI` Class\"",
            );
            return None;
        };
        self.check_no_text(0..page.lines.line_at(heading.span.start));
        let last = trim(page.text, heading.span.clone()).end;
        self.check_name(&name)
            .then(|| (name, page.lines.line_at(last) + 1))
    }

    /// Returns the names in the list of methods, in which each item is a link to a method's heading.
    fn listed_methods(&self, below: usize) -> BTreeMap<&'a str, Span> {
        let page = self.page;
        let lines = below..page.lines.len();
        lines
            .filter_map(|line| self.parse_listed_method(line))
            .map(|span| (page.slice(&span), span))
            .collect()
    }

    fn parse_listed_method(&self, line: usize) -> Option<Span> {
        let span = self.page.trimmed(line);
        let item = self.page.slice(&span).strip_prefix("- [")?;
        let start = span.start + "- [".len();
        let end = start + item.find("](#")?;
        Some(strip_markup(self.page.text, start..end).0)
    }

    /// Parses the API's description, which ends at the list of methods.
    fn parse_api_description(&mut self, head: LineRange) -> Option<String> {
        let page = self.page;
        let is_list = |line: &usize| {
            let heading = heading_text(page.lines.line(*line));
            heading.is_some_and(|text| text.eq_ignore_ascii_case("methods"))
        };
        let list = head.clone().find(is_list).unwrap_or(head.end);
        let is_stray =
            |line: &usize| page.has_content(*line) && self.parse_listed_method(*line).is_none();
        if let Some(line) = (list + 1..head.end).find(is_stray) {
            self.report_stray_text(page.trimmed(line));
        }
        let description = page.paragraphs(page.lines.span_of_range(&(head.start..list)))?;
        Some(description.value)
    }
}
