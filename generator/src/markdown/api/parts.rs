//! From lines to the parts of a page: headings tell them apart.

use std::{collections::BTreeMap, ops::Range};

use crate::markdown::line::{Lines, is_heading};

/// Lines, by their numbers.
pub(super) type LineRange = Range<usize>;

/// A section of a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    Description,
    Endpoint,
    Parameters,
    Returns,
}

impl Section {
    fn of_heading(text: &str) -> Option<Self> {
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
    /// The heading's line.
    pub(super) heading: usize,
    /// The lines between the heading and the first section.
    pub(super) intro: LineRange,
    /// The lines of each section, below its heading.
    pub(super) sections: BTreeMap<Section, LineRange>,
    /// Sections that are there a second time, with their headings.
    pub(super) repeated: Vec<LineRange>,
}

/// A heading that tells where something starts.
enum Mark {
    Method,
    Section(Section),
}

/// Shares out the lines among methods. A heading is a method's if it is one name in code, or one of the listed names;
/// any other heading is text.
pub(super) fn methods(
    lines: &Lines<'_>,
    body: LineRange,
    listed: &dyn Fn(&str) -> bool,
) -> Vec<MethodLines> {
    let mut methods: Vec<MethodLines> = Vec::new();
    let marks: Vec<_> = body
        .clone()
        .filter_map(|line| Some((line, mark(lines.text(line), listed)?)))
        .collect();
    let ends = marks
        .iter()
        .skip(1)
        .map(|(line, _)| *line)
        .chain([body.end]);
    for ((line, mark), end) in marks.iter().zip(ends) {
        match (mark, methods.last_mut()) {
            (Mark::Method, _) => methods.push(MethodLines {
                heading: *line,
                intro: line + 1..end,
                ..MethodLines::default()
            }),
            (Mark::Section(section), Some(method)) if !method.sections.contains_key(section) => {
                method.sections.insert(*section, line + 1..end);
            }
            (Mark::Section(_), Some(method)) => method.repeated.push(*line..end),
            (Mark::Section(_), None) => {}
        }
    }
    methods
}

fn mark(line: &str, listed: &dyn Fn(&str) -> bool) -> Option<Mark> {
    let text = heading_text(line)?;
    if let Some(section) = Section::of_heading(text) {
        return Some(Mark::Section(section));
    }
    (is_code(text) || listed(text)).then_some(Mark::Method)
}

/// The text of a heading below the title.
pub(super) fn heading_text(line: &str) -> Option<&str> {
    let text = line.trim();
    (is_heading(line) && text.starts_with("##")).then(|| text.trim_matches('#').trim())
}

/// Whether a text is one name in code.
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
    fn methods_and_their_sections_are_told_by_headings() {
        let text =
            "### `getAnt`\nGet it\n#### Endpoint\n`GET /`\n### Note\n#### Returns\n### getBee\n";
        let lines = Lines::new(text);
        let found = methods(&lines, 0..lines.len(), &|name| name == "getBee");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].intro, 1..2);
        let sections = BTreeMap::from([(Section::Endpoint, 3..5), (Section::Returns, 6..6)]);
        assert_eq!(found[0].sections, sections);
        assert_eq!((found[1].heading, found[1].intro.clone()), (6, 7..8));
    }

    #[test]
    fn a_section_counts_once() {
        let lines = Lines::new("### `a`\n#### Returns\nx\n#### RETURNS\ny");
        let found = methods(&lines, 0..lines.len(), &|_| false);
        assert_eq!(
            found[0].sections,
            BTreeMap::from([(Section::Returns, 2..3)])
        );
        assert_eq!(found[0].repeated, std::slice::from_ref(&(3..5)));
    }
}
