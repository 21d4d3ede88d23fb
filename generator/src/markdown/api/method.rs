//! Parses the heading, the introduction and the endpoint of a method.

use super::sections::{MethodLines, Section, heading_text};
use crate::{
    diagnostic::Code,
    markdown::{
        cell::strip_markup,
        line::{LineRange, LineSpans},
        model::{EndpointText, MethodPart},
        page::PageParser,
    },
    span::Spanned,
};

impl PageParser<'_> {
    /// Parses a method; `None`, with an error, if its name is too long.
    pub(super) fn method(
        &mut self,
        name: Spanned<String>,
        lines: &MethodLines,
    ) -> Option<MethodPart> {
        if !self.check_name(&name) {
            return None;
        }
        for repeated in &lines.repeated {
            self.check_no_text(repeated.clone());
        }
        let page = self.page;
        let intro = Introduction::parse(&page.lines, lines.intro.clone());
        let section = page.lines.joined(&lines.section(Section::Description));
        let described = page.prose(section).map(|text| text.value);
        let description: Vec<_> = intro.note.into_iter().chain(described).collect();
        Some(MethodPart {
            summary: intro.summary,
            description: (!description.is_empty()).then(|| description.join("\n\n")),
            deprecated: intro.deprecated,
            endpoint: self.endpoint(&name, lines.section(Section::Endpoint)),
            parameters: self.parameters(lines.section(Section::Parameters)),
            responses: self.responses(&name, lines.section(Section::Returns)),
            name,
        })
    }

    /// Parses the heading on a line.
    pub(super) fn method_name(&self, line: usize) -> Spanned<String> {
        let page = self.page;
        let span = page.trimmed(line);
        let written = heading_text(page.slice(&span)).unwrap_or_default();
        let start = span.start + page.slice(&span).find(written).unwrap_or_default();
        let (name, _) = strip_markup(page.text, start..start + written.len());
        Spanned::new(page.slice(&name).to_owned(), name)
    }

    fn endpoint(
        &mut self,
        method: &Spanned<String>,
        mut section: LineRange,
    ) -> Option<Spanned<EndpointText>> {
        let page = self.page;
        let line = section.find(|line| page.has_content(*line));
        self.check_no_text(section);
        let span = line.map_or_else(|| method.span.clone(), |line| page.trimmed(line));
        let (code, _) = strip_markup(page.text, span.clone());
        let mut words = page.slice(&code).split_whitespace();
        let words = (line.and(words.next()), words.next(), words.next());
        if let (Some(verb), Some(path), None) = words {
            let (verb, path) = (verb.to_owned(), path.to_owned());
            return Some(Spanned::new(EndpointText { verb, path }, code));
        }
        self.report(
            Code::InvalidEndpoint,
            span,
            format!("`{}` has no valid endpoint", method.value),
            "expected an endpoint",
            "write it below the heading `#### Endpoint`: \"`GET /path/{parameter}`\"",
        );
        None
    }
}

/// The text between a method's heading and its first section.
#[derive(Debug, Default, PartialEq, Eq)]
struct Introduction {
    summary: Option<String>,
    /// The block quote, if it marks the method as deprecated.
    deprecated: Option<String>,
    /// Any other block quote.
    note: Option<String>,
}

impl Introduction {
    fn parse(lines: &LineSpans<'_>, range: LineRange) -> Self {
        let (quoted, plain): (Vec<_>, Vec<_>) = range
            .map(|line| lines.line(line))
            .partition(|line| line.trim_start().starts_with('>'));
        let quoted: Vec<_> = quoted.into_iter().filter_map(quoted_text).collect();
        let note = joined(&quoted);
        let is_deprecation = |note: &String| note.to_ascii_lowercase().contains("deprecated");
        Self {
            summary: joined(&plain),
            deprecated: note.clone().filter(is_deprecation),
            note: note.filter(|note| !is_deprecation(note)),
        }
    }
}

/// Returns the text of a block quote's line; `None` for an alert's marker, such as `> [!WARNING]`.
fn quoted_text(line: &str) -> Option<&str> {
    let text = line.trim_start().trim_start_matches('>').trim();
    (!text.starts_with("[!")).then_some(text)
}

fn joined(lines: &[&str]) -> Option<String> {
    let text = lines.join("\n");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Introduction {
        let lines = LineSpans::new(text);
        Introduction::parse(&lines, 0..lines.len())
    }

    #[test]
    fn a_note_that_mentions_deprecation_marks_the_method() {
        let found = parse("> [!WARNING]\n> It is deprecated.\n\nGet an ant\n");
        assert_eq!(found.deprecated.as_deref(), Some("It is deprecated."));
        assert_eq!(found.summary.as_deref(), Some("Get an ant"));
    }

    #[test]
    fn any_other_note_is_the_note_of_the_method() {
        let found = parse("Get an ant\n\n> [!NOTE]\n> It bites.\n> Often.");
        assert_eq!(found.note.as_deref(), Some("It bites.\nOften."));
        assert_eq!(found.deprecated, None);
    }
}
