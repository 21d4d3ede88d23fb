//! Divides the lines of an API class page into methods and their sections.

use std::collections::{BTreeMap, btree_map::Entry};

use crate::markdown::line::{LineRange, LineSpans, is_heading, ranges};

/// A section of a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    Description,
    Endpoint,
    Parameters,
    Returns,
}

impl Section {
    fn from_heading(text: &str) -> Option<Self> {
        match text.to_ascii_lowercase().as_str() {
            "description" => Some(Self::Description),
            "endpoint" => Some(Self::Endpoint),
            "parameters" => Some(Self::Parameters),
            "returns" => Some(Self::Returns),
            _ => None,
        }
    }
}

/// The lines of a method.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct MethodLines {
    pub(super) heading: usize,
    /// The lines between the heading and the first section.
    pub(super) intro: LineRange,
    /// The lines of each section, without its heading.
    sections: BTreeMap<Section, LineRange>,
    /// The lines of repeated sections, with their headings.
    pub(super) repeated: Vec<LineRange>,
}

impl MethodLines {
    /// Returns the lines of a section; an empty range if it is missing.
    pub(super) fn section(&self, section: Section) -> LineRange {
        self.sections.get(&section).cloned().unwrap_or(0..0)
    }
}

enum HeadingKind {
    Method,
    Section(Section),
}

/// Divides `body` into methods.
///
/// A method's heading is a single name in code or satisfies `is_listed`. Other headings are text, unless they start a
/// section.
pub(super) fn split_methods(
    lines: &LineSpans<'_>,
    body: LineRange,
    is_listed: impl Fn(&str) -> bool,
) -> Vec<MethodLines> {
    let heading_kind = |line: usize| {
        let text = heading_text(lines.line(line))?;
        match Section::from_heading(text) {
            Some(section) => Some(HeadingKind::Section(section)),
            None => (is_code(text) || is_listed(text)).then_some(HeadingKind::Method),
        }
    };
    let headings = body.clone();
    let headings = headings.filter_map(|line| Some((line, heading_kind(line)?)));
    let (starts, kinds): (Vec<_>, Vec<_>) = headings.unzip();
    let mut methods: Vec<MethodLines> = Vec::new();
    for (range, kind) in ranges(&starts, body.end).zip(kinds) {
        let content = range.start + 1..range.end;
        match (kind, methods.last_mut()) {
            (HeadingKind::Method, _) => methods.push(MethodLines {
                heading: range.start,
                intro: content,
                ..MethodLines::default()
            }),
            (HeadingKind::Section(section), Some(method)) => match method.sections.entry(section) {
                Entry::Vacant(entry) => {
                    entry.insert(content);
                }
                Entry::Occupied(_) => method.repeated.push(range),
            },
            (HeadingKind::Section(_), None) => {}
        }
    }
    methods
}

/// Returns the text of a heading of level two or deeper.
pub(super) fn heading_text(line: &str) -> Option<&str> {
    let text = line.trim();
    (is_heading(line) && text.starts_with("##")).then(|| text.trim_matches('#').trim())
}

/// Checks whether a text is a single name in code.
fn is_code(text: &str) -> bool {
    let inner = text
        .strip_prefix('`')
        .and_then(|rest| rest.strip_suffix('`'));
    inner.is_some_and(|name| !name.is_empty() && !name.contains(['`', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_start_methods_and_sections() {
        let text =
            "### `getAnt`\nGet it\n#### Endpoint\n`GET /`\n### Note\n#### Returns\n### getBee\n";
        let lines = LineSpans::new(text);
        let found = split_methods(&lines, 0..lines.len(), |name| name == "getBee");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].intro, 1..2);
        let sections = BTreeMap::from([(Section::Endpoint, 3..5), (Section::Returns, 6..6)]);
        assert_eq!(found[0].sections, sections);
        assert_eq!((found[1].heading, found[1].intro.clone()), (6, 7..8));
    }

    #[test]
    fn a_repeated_section_is_listed_separately() {
        let lines = LineSpans::new("### `a`\n#### Returns\nx\n#### RETURNS\ny");
        let found = split_methods(&lines, 0..lines.len(), |_| false);
        assert_eq!(
            found[0].sections,
            BTreeMap::from([(Section::Returns, 2..3)])
        );
        assert_eq!(found[0].repeated, std::slice::from_ref(&(3..5)));
    }
}
