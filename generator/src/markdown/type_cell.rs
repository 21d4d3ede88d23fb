//! Type cells: a name in code, in plain text or in a link, and its `[]`.

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, RefDefs, Tag, TagEnd};

use super::document::{LinkTarget, TypeCell, TypeName};

/// What a cell's inline Markdown says.
#[derive(Default)]
struct Inline {
    before: String,
    linked: String,
    after: String,
    link: Option<LinkTarget>,
}

/// Reads a type cell; `None` if it is not one name.
pub(super) fn parse(cell: &str, references: &RefDefs<'_>) -> Option<TypeCell> {
    let inline = read(cell, references)?;
    match inline.link {
        None => {
            let (name, depth) = strip_lists(&inline.before);
            is_name(name).then(|| TypeCell {
                name: TypeName::Plain(name.to_owned()),
                depth,
            })
        }
        Some(target) => {
            let (text, depth) = strip_lists(&inline.linked);
            let (rest, outer) = strip_lists(&inline.after);
            let is_one = rest.is_empty() && inline.before.trim().is_empty() && is_link_text(text);
            let name = TypeName::Link {
                text: text.to_owned(),
                target,
            };
            is_one.then_some(TypeCell {
                name,
                depth: depth + outer,
            })
        }
    }
}

/// A name without the `[]` behind it, and how many there were.
fn strip_lists(text: &str) -> (&str, usize) {
    let (mut rest, mut depth) = (text.trim(), 0);
    while let Some(inner) = rest.strip_suffix("[]") {
        (rest, depth) = (inner.trim_end(), depth + 1);
    }
    (rest, depth)
}

fn is_name(text: &str) -> bool {
    is_link_text(text) && !text.contains(char::is_whitespace)
}

fn is_link_text(text: &str) -> bool {
    !text.is_empty() && !text.contains(['[', ']', '|', '`'])
}

/// Reads inline Markdown; `None` if there is more in it than text, code, emphasis and one link.
fn read(cell: &str, references: &RefDefs<'_>) -> Option<Inline> {
    let resolve = |broken: pulldown_cmark::BrokenLink<'_>| {
        let destination = references.get(&broken.reference)?.dest.to_string();
        Some((CowStr::from(destination), CowStr::Borrowed("")))
    };
    let events = Parser::new_with_broken_link_callback(cell, Options::empty(), Some(resolve));
    let mut inline = Inline::default();
    let mut in_link = false;
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) if in_link => inline.linked.push_str(&text),
            Event::Text(text) | Event::Code(text) if inline.link.is_some() => {
                inline.after.push_str(&text);
            }
            Event::Text(text) | Event::Code(text) => inline.before.push_str(&text),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) if inline.link.is_none() && !is_automatic(link_type) => {
                inline.link = Some(LinkTarget::new(&dest_url));
                in_link = true;
            }
            Event::End(TagEnd::Link) => in_link = false,
            Event::InlineHtml(_)
            | Event::Start(Tag::Paragraph | Tag::Strong | Tag::Emphasis)
            | Event::End(TagEnd::Paragraph | TagEnd::Strong | TagEnd::Emphasis) => {}
            _ => return None,
        }
    }
    Some(inline)
}

const fn is_automatic(link_type: LinkType) -> bool {
    matches!(link_type, LinkType::Autolink | LinkType::Email)
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
    fn lists_stand_inside_or_behind_the_backticks() {
        assert_eq!(parsed("`string[]`"), Some(plain("string", 1)));
        assert_eq!(parsed("`string`[]"), Some(plain("string", 1)));
        assert_eq!(parsed("string[][]"), Some(plain("string", 2)));
        assert_eq!(parsed("`string[]`[] []"), Some(plain("string", 3)));
    }

    #[test]
    fn a_link_is_inline_in_many_ways() {
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
    fn a_links_lists_stand_inside_or_behind_it() {
        assert_eq!(parsed("[`Ant[]`](ant.md)"), Some(link("Ant", "ant.md", 1)));
        assert_eq!(parsed("[`Ant`[]](ant.md)"), Some(link("Ant", "ant.md", 1)));
        assert_eq!(
            parsed("[`Ant[]`](ant.md)[]"),
            Some(link("Ant", "ant.md", 2))
        );
        assert_eq!(parsed("[Ant[][]](ant.md)"), Some(link("Ant", "ant.md", 2)));
    }

    #[test]
    fn a_link_is_by_reference_in_any_case() {
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
    fn what_is_not_one_name_is_no_type() {
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
}
