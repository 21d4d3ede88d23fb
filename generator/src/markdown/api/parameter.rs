//! The list of parameters: `` - `name` - **(type, required)** description ``.

use super::{page::ParameterItem, parts::LineRange};
use crate::{
    markdown::{
        cell::{slice, strip_marks, trim},
        description,
        line::{Lines, is_blank},
        outline::Outline,
        report::Report,
        type_cell,
    },
    span::{Span, Spanned},
};

/// What stands around a parameter's type and flag.
const MARKS: (&str, &str) = ("**(", ")**");

/// Reads lists of parameters, one by one.
pub(super) struct ParameterReader<'a> {
    pub(super) text: &'a str,
    pub(super) lines: &'a Lines<'a>,
    pub(super) outline: &'a Outline<'a>,
    pub(super) report: &'a mut Report,
}

impl ParameterReader<'_> {
    /// Reads a method's list; an item goes on until the next one starts.
    pub(super) fn read(&mut self, section: LineRange) -> Vec<ParameterItem> {
        let starts: Vec<_> = { section.clone() }
            .filter(|line| is_item(self.lines.text(*line)))
            .collect();
        let first = starts.first().copied().unwrap_or(section.end);
        self.check_before(section.start..first);
        let ends = starts.iter().skip(1).copied().chain([section.end]);
        { starts.iter().zip(ends) }
            .filter_map(|(start, end)| self.item(*start..end))
            .collect()
    }

    /// Text above the list can only say that there is none.
    fn check_before(&mut self, mut lines: LineRange) {
        let Some(line) = lines.find(|line| !is_blank(self.lines.text(*line))) else {
            return;
        };
        let text = self.lines.text(line).to_ascii_lowercase();
        if !["any parameters", "no parameters"]
            .iter()
            .any(|none| text.contains(none))
        {
            self.report
                .stray_text(trim(self.text, self.lines.span(line)));
        }
    }

    fn item(&mut self, lines: LineRange) -> Option<ParameterItem> {
        let item = trim(self.text, self.lines.joined(lines));
        let Some(parts) = Parts::of(self.text, item.clone()) else {
            self.report.invalid_parameter(first_line(self.text, item));
            return None;
        };
        let written = slice(self.text, &parts.ty);
        let Some(ty) = type_cell::parse(written, self.outline.references()) else {
            self.report
                .parameter_type(&parts.name.value, written, parts.ty);
            return None;
        };
        let (name, at) = (&parts.name.value, &parts.name.span);
        if self.report.is_too_long(name, at.clone())
            || self.report.is_too_deep(&ty, parts.ty.clone())
        {
            return None;
        }
        let text = description::paragraphs(slice(self.text, &parts.description));
        Some(ParameterItem {
            name: parts.name,
            ty: Spanned::new(ty, parts.ty),
            required: parts.required,
            description: (!text.is_empty()).then_some(text),
        })
    }
}

/// An item, taken apart.
struct Parts {
    name: Spanned<String>,
    ty: Span,
    required: Option<bool>,
    description: Span,
}

impl Parts {
    fn of(text: &str, item: Span) -> Option<Self> {
        let whole = slice(text, &item);
        let open = whole.find(MARKS.0)?;
        let close = open + whole.get(open..)?.find(MARKS.1)?;
        let inside = item.start + open + MARKS.0.len()..item.start + close;
        let (ty, required) = type_and_flag(text, &inside);
        let behind = item.start + close + MARKS.1.len()..item.end;
        Some(Self {
            name: name(text, item.start..item.start + open)?,
            ty,
            required,
            description: without_dash(text, trim(text, behind)),
        })
    }
}

/// The name between the bullet and the dash.
fn name(text: &str, head: Span) -> Option<Spanned<String>> {
    let bullet = trim(text, head.start + 1..head.end);
    let written = slice(text, &bullet).trim_end_matches(['-', '\u{2013}', ':', ' ', '\t']);
    let (span, _) = strip_marks(text, bullet.start..bullet.start + written.len());
    let name = slice(text, &span);
    let is_name = !name.is_empty() && !name.contains(char::is_whitespace) && !name.contains('`');
    is_name.then(|| Spanned::new(name.to_owned(), span))
}

/// The type, and what the word behind the last comma says.
fn type_and_flag(text: &str, inside: &Span) -> (Span, Option<bool>) {
    let written = slice(text, inside);
    let comma = written.rfind(',').unwrap_or(written.len());
    let flag = match written
        .get(comma..)
        .unwrap_or_default()
        .trim_matches([',', ' '])
    {
        "required" => Some(true),
        "optional" => Some(false),
        _ => None,
    };
    let end = flag.map_or(inside.end, |_| inside.start + comma);
    (trim(text, inside.start..end), flag)
}

fn without_dash(text: &str, span: Span) -> Span {
    if slice(text, &span).starts_with("- ") {
        trim(text, span.start + 2..span.end)
    } else {
        span
    }
}

/// Whether an item starts on the line: a bullet, and what looks like a name or a type.
fn is_item(line: &str) -> bool {
    let text = line.trim_start();
    let Some(rest) = text.strip_prefix(['-', '*']) else {
        return false;
    };
    let Some(name) = rest.strip_prefix([' ', '\t']).map(str::trim_start) else {
        return false;
    };
    let code = name.strip_prefix('`').and_then(|name| name.split_once('`'));
    let is_named = code.is_some_and(|(_, behind)| {
        let behind = behind.trim_start();
        behind.is_empty() || behind.starts_with("- ") || behind.starts_with(MARKS.0)
    });
    is_named || name.contains(MARKS.0)
}

fn first_line(text: &str, span: Span) -> Span {
    let line = slice(text, &span).lines().next().unwrap_or_default();
    span.start..span.start + line.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(item: &str) -> Option<(String, &str, Option<bool>, &str)> {
        let parts = Parts::of(item, 0..item.len())?;
        let (ty, description) = (slice(item, &parts.ty), slice(item, &parts.description));
        Some((parts.name.value, ty, parts.required, description))
    }

    #[test]
    fn an_item_is_taken_apart() {
        let found = parts("- `a.b` - **([X[]](../x.md), required)** - The a, that is");
        let expected = (
            "a.b".to_owned(),
            "[X[]](../x.md)",
            Some(true),
            "The a, that is",
        );
        assert_eq!(found, Some(expected));
        let found = parts("* legs **(number,optional)** How many");
        assert_eq!(
            found,
            Some(("legs".to_owned(), "number", Some(false), "How many"))
        );
        let found = parts("- `query` - **(object)**");
        assert_eq!(found, Some(("query".to_owned(), "object", None, "")));
    }

    #[test]
    fn what_has_no_name_or_no_type_is_no_item() {
        for item in [
            "- `a`",
            "- **(string)** a",
            "- `a b` - **(string)**",
            "- `a` - **(string",
        ] {
            assert_eq!(parts(item), None, "{item}");
        }
    }

    #[test]
    fn a_bullet_in_a_description_is_told_from_an_item() {
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
