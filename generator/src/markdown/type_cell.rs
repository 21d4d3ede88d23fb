//! Parses type cells: a name in code, in plain text or as a link, with `[]` for lists.

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, RefDefs, Tag, TagEnd};

use super::model::{LinkTarget, TypeCell, TypeName};
use crate::percent::percent_decode;

/// The inline content of a type cell: at most one link and the text around it.
#[derive(Default)]
struct InlineContent {
    before: String,
    link: Option<(String, LinkTarget)>,
    after: String,
}

/// Parses a type cell; `None` if it is not a single name.
pub(super) fn parse(cell: &str, references: &RefDefs<'_>) -> Option<TypeCell> {
    let content = parse_inline(cell, references)?;
    let Some((text, target)) = content.link else {
        let (name, depth) = strip_lists(&content.before);
        let is_word = is_valid_name(name) && !name.contains(char::is_whitespace);
        let name = TypeName::Plain(name.to_owned());
        return is_word.then_some(TypeCell { name, depth });
    };
    let (text, inner) = strip_lists(&text);
    let (after, outer) = strip_lists(&content.after);
    let is_only_a_link = content.before.trim().is_empty() && after.is_empty();
    let text = is_valid_name(text).then(|| text.to_owned())?;
    is_only_a_link.then_some(TypeCell {
        name: TypeName::Link { text, target },
        depth: inner + outer,
    })
}

/// Removes each `[]` at the end of a name, and returns the rest and their number.
fn strip_lists(text: &str) -> (&str, usize) {
    let (mut rest, mut depth) = (text.trim(), 0);
    while let Some(inner) = rest.strip_suffix("[]") {
        (rest, depth) = (inner.trim_end(), depth + 1);
    }
    (rest, depth)
}

fn is_valid_name(text: &str) -> bool {
    !text.is_empty() && !text.contains(['[', ']', '|', '`'])
}

/// Parses inline Markdown; `None` unless it consists of text, code, emphasis and at most one link.
fn parse_inline(cell: &str, references: &RefDefs<'_>) -> Option<InlineContent> {
    let resolve = |link: BrokenLink<'_>| {
        let destination = references.get(&link.reference)?.dest.to_string();
        Some((CowStr::from(destination), CowStr::Borrowed("")))
    };
    let events = Parser::new_with_broken_link_callback(cell, Options::empty(), Some(resolve));
    let mut content = InlineContent::default();
    let mut in_link = false;
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => match &mut content.link {
                Some((link_text, _)) if in_link => link_text.push_str(&text),
                Some(_) => content.after.push_str(&text),
                None => content.before.push_str(&text),
            },
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) if content.link.is_none()
                && !matches!(link_type, LinkType::Autolink | LinkType::Email) =>
            {
                content.link = Some((String::new(), LinkTarget::new(&dest_url)));
                in_link = true;
            }
            Event::End(TagEnd::Link) => in_link = false,
            Event::InlineHtml(_)
            | Event::Start(Tag::Paragraph | Tag::Strong | Tag::Emphasis)
            | Event::End(TagEnd::Paragraph | TagEnd::Strong | TagEnd::Emphasis) => {}
            _ => return None,
        }
    }
    Some(content)
}

impl LinkTarget {
    fn new(destination: &str) -> Self {
        let path = destination.split(['#', '?']).next().unwrap_or_default();
        let last_segment = path.rsplit('/').next().unwrap_or_default();
        Self {
            destination: destination.to_owned(),
            file_name: percent_decode(last_segment),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REFERENCES: &str = "[x]: x-definition.md\n[Ant]: <./ant-definition.md> 'An ant'\n";

    fn parsed(cell: &str) -> Option<TypeCell> {
        parse(cell, Parser::new(REFERENCES).reference_definitions())
    }

    fn plain(name: &str, depth: usize) -> TypeCell {
        TypeCell {
            name: TypeName::Plain(name.to_owned()),
            depth,
        }
    }

    fn link(text: &str, destination: &str, depth: usize) -> TypeCell {
        let target = LinkTarget::new(destination);
        TypeCell {
            name: TypeName::Link {
                text: text.to_owned(),
                target,
            },
            depth,
        }
    }

    #[test]
    fn a_plain_type_is_code_or_text() {
        for cell in [
            "`string`",
            "string",
            "**string**",
            "`` string ``",
            "*string*",
            "<code>string</code>",
        ] {
            assert_eq!(parsed(cell), Some(plain("string", 0)), "{cell}");
        }
        assert_eq!(parsed("my_own_type"), Some(plain("my_own_type", 0)));
    }

    #[test]
    fn list_brackets_may_be_inside_or_after_the_backticks() {
        assert_eq!(parsed("`string[]`"), Some(plain("string", 1)));
        assert_eq!(parsed("`string`[]"), Some(plain("string", 1)));
        assert_eq!(parsed("string[][]"), Some(plain("string", 2)));
        assert_eq!(parsed("`string[]`[] []"), Some(plain("string", 3)));
    }

    #[test]
    fn an_inline_link_is_parsed_with_any_markup() {
        for cell in [
            "[`Ant`](ant.md)",
            "[Ant](<ant.md>)",
            "[**Ant**](ant.md 'An ant')",
            "**[`Ant`](ant.md)**",
        ] {
            assert_eq!(parsed(cell), Some(link("Ant", "ant.md", 0)), "{cell}");
        }
    }

    #[test]
    fn list_brackets_may_be_inside_or_after_a_link() {
        assert_eq!(parsed("[`Ant[]`](ant.md)"), Some(link("Ant", "ant.md", 1)));
        assert_eq!(parsed("[`Ant`[]](ant.md)"), Some(link("Ant", "ant.md", 1)));
        assert_eq!(
            parsed("[`Ant[]`](ant.md)[]"),
            Some(link("Ant", "ant.md", 2))
        );
        assert_eq!(parsed("[Ant[][]](ant.md)"), Some(link("Ant", "ant.md", 2)));
    }

    #[test]
    fn a_reference_link_is_resolved_in_any_case() {
        assert_eq!(
            parsed("[`Bee[]`][X]"),
            Some(link("Bee", "x-definition.md", 1))
        );
        assert_eq!(parsed("[ant]"), Some(link("ant", "./ant-definition.md", 0)));
        assert_eq!(
            parsed("[Ant][]"),
            Some(link("Ant", "./ant-definition.md", 0))
        );
        assert_eq!(
            parsed("[`Bee`][x][]"),
            Some(link("Bee", "x-definition.md", 1))
        );
    }

    #[test]
    fn a_cell_that_is_not_a_single_name_is_invalid() {
        for cell in [
            "",
            "``",
            "[]",
            "`[]`",
            "string or number",
            "[`Bee`][nowhere]",
            "[Ant](a.md) [Bee](b.md)",
            "list of [Ant](a.md)",
            "[Ant](a.md)s",
            "- string",
            "<https://example.com>",
            "![Ant](a.png)",
            "# string",
            "[](a.md)",
            "`a|b`",
            "string[5]",
        ] {
            assert_eq!(parsed(cell), None, "{cell}");
        }
    }

    #[test]
    fn the_file_name_is_the_last_segment_without_query_and_fragment() {
        for destination in [
            "ant-definition.md",
            "./ant-definition.md",
            "../definitions/ant-definition.md#ant",
            "https://example.com/docs/ant-definition.md?x=a/b#c/d",
            "ant%2Ddefinition%2emd",
        ] {
            let target = LinkTarget::new(destination);
            assert_eq!(target.file_name, "ant-definition.md", "{destination}");
            assert_eq!(target.destination, destination);
        }
    }

    #[test]
    fn invalid_percent_encoding_is_preserved() {
        for name in ["100%", "%zz.md", "%ff.md", "a%2", "%+1"] {
            assert_eq!(LinkTarget::new(name).file_name, name);
        }
    }

    #[test]
    fn a_fragment_alone_has_no_file_name() {
        assert_eq!(LinkTarget::new("#ant").file_name, "");
    }
}
