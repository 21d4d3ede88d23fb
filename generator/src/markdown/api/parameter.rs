//! Parses lists of parameters, such as `` - `query.pageSize` - **(number, optional)** The page's size ``.

use crate::{
    diagnostic::Code,
    markdown::{
        cell::{normalize_line_endings, slice, strip_markup, trim},
        line::{LineRange, split_at_starts},
        model::ParameterItem,
        page::PageParser,
    },
    span::{Span, Spanned},
};

/// The delimiter before a parameter's type and flag.
const OPEN: &str = "**(";

/// The delimiter after a parameter's type and flag.
const CLOSE: &str = ")**";

impl PageParser<'_> {
    /// Parses a section's list of parameters.
    pub(super) fn parse_parameters(&mut self, section: LineRange) -> Vec<ParameterItem> {
        let lines = &self.page.lines;
        let starts: Vec<_> = section
            .clone()
            .filter(|line| is_item(lines.line(*line)))
            .collect();
        self.check_no_text_above(section.start..starts.first().copied().unwrap_or(section.end));
        split_at_starts(&starts, section.end)
            .filter_map(|item| self.parse_parameter(item))
            .collect()
    }

    /// Reports text above the list, unless it is a sentence like `This method does not have any parameters`.
    fn check_no_text_above(&mut self, lines: LineRange) {
        let is_empty_list_note = |line: usize| {
            let text = self.page.lines.line(line).to_ascii_lowercase();
            text.contains("any parameters") || text.contains("no parameters")
        };
        let first = lines.clone().find(|line| self.page.has_content(*line));
        if first.is_some_and(|line| !is_empty_list_note(line)) {
            self.check_no_text(lines);
        }
    }

    fn parse_parameter(&mut self, lines: LineRange) -> Option<ParameterItem> {
        let page = self.page;
        let item = trim(page.text, page.lines.span_of_range(&lines));
        let Some(parts) = ItemParts::split(page.text, item) else {
            self.report(
                Code::InvalidParameter,
                page.trimmed(lines.start),
                "malformed parameter",
                "expected a name and a type",
                "write a parameter as \"- `name` - **(string, required)** Description\"",
            );
            return None;
        };
        let subject = format!("the parameter `{}`", parts.name.value);
        let ty = self.parse_type(Code::InvalidParameter, &subject, parts.ty)?;
        let description = normalize_line_endings(page.slice(&parts.description));
        self.check_name(&parts.name).then(|| ParameterItem {
            name: parts.name,
            ty,
            required: parts.required,
            description: (!description.is_empty()).then_some(description),
        })
    }
}

/// The parts of a list item.
struct ItemParts {
    name: Spanned<String>,
    ty: Span,
    required: Option<bool>,
    description: Span,
}

impl ItemParts {
    /// Splits an item; `None` if its name or type is missing.
    fn split(text: &str, item: Span) -> Option<Self> {
        let whole = slice(text, &item);
        let open = whole.find(OPEN)?;
        let close = open + whole.get(open..)?.find(CLOSE)?;
        let inside = item.start + open + OPEN.len()..item.start + close;
        let (ty, required) = split_flag(text, &inside);
        let after = trim(text, item.start + close + CLOSE.len()..item.end);
        let description = if slice(text, &after).starts_with("- ") {
            trim(text, after.start + 2..after.end)
        } else {
            after
        };
        Some(Self {
            name: parse_name(text, item.start..item.start + open)?,
            ty,
            required,
            description,
        })
    }
}

/// Parses the name between the bullet and the dash.
fn parse_name(text: &str, head: Span) -> Option<Spanned<String>> {
    let after = trim(text, head.start + 1..head.end);
    let written = slice(text, &after).trim_end_matches(['-', '\u{2013}', ':', ' ', '\t']);
    let (span, _) = strip_markup(text, after.start..after.start + written.len());
    let name = slice(text, &span);
    let is_name = !name.is_empty() && !name.contains(char::is_whitespace) && !name.contains('`');
    is_name.then(|| Spanned::new(name.to_owned(), span))
}

/// Splits the type from the word `required` or `optional` after the last comma.
fn split_flag(text: &str, inside: &Span) -> (Span, Option<bool>) {
    let split = slice(text, inside).rsplit_once(',');
    let flag = split.and_then(|(_, flag)| match flag.trim_matches([',', ' ']) {
        "required" => Some(true),
        "optional" => Some(false),
        _ => None,
    });
    let end = match split {
        Some((ty, _)) if flag.is_some() => inside.start + ty.len(),
        _ => inside.end,
    };
    (trim(text, inside.start..end), flag)
}

/// Checks whether a line starts an item: a bullet followed by a name in code or a type.
fn is_item(line: &str) -> bool {
    let bullet = line.trim_start().strip_prefix(['-', '*']);
    let Some(item) = bullet.and_then(|rest| rest.strip_prefix([' ', '\t'])) else {
        return false;
    };
    let item = item.trim_start();
    let code = item.strip_prefix('`').and_then(|item| item.split_once('`'));
    let is_named = code.is_some_and(|(_, after)| {
        let after = after.trim_start();
        after.is_empty() || after.starts_with("- ") || after.starts_with(OPEN)
    });
    is_named || item.contains(OPEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(item: &str) -> Option<(String, &str, Option<bool>, &str)> {
        let parts = ItemParts::split(item, 0..item.len())?;
        let (ty, description) = (slice(item, &parts.ty), slice(item, &parts.description));
        Some((parts.name.value, ty, parts.required, description))
    }

    #[test]
    fn an_item_is_split_into_its_parts() {
        let parts = split("- `a.b` - **([X[]](../x.md), required)** - The a, that is");
        let expected = (
            "a.b".to_owned(),
            "[X[]](../x.md)",
            Some(true),
            "The a, that is",
        );
        assert_eq!(parts, Some(expected));
        let parts = split("* legs **(number,optional)** How many");
        assert_eq!(
            parts,
            Some(("legs".to_owned(), "number", Some(false), "How many"))
        );
        let parts = split("- `query` - **(object)**");
        assert_eq!(parts, Some(("query".to_owned(), "object", None, "")));
    }

    #[test]
    fn an_item_without_a_name_or_type_is_invalid() {
        for item in [
            "- `a`",
            "- **(string)** a",
            "- `a b` - **(string)**",
            "- `a` - **(string",
        ] {
            assert_eq!(split(item), None, "{item}");
        }
    }

    #[test]
    fn items_are_distinguished_from_bullets_in_descriptions() {
        assert!(
            [
                "- `a` - **(x)** b",
                "* a - **(x)**",
                "- `a`",
                "- `a` - text"
            ]
            .iter()
            .all(|line| is_item(line))
        );
        assert!(
            !["- one", "- `one` of them", "-`a` - b", "a - **(x)**"]
                .iter()
                .any(|line| is_item(line))
        );
    }
}
