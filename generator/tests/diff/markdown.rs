//! Nothing that the docs say can break a page: whatever the names and values are, the page has the same parts.

use genesys_modelgen::diff::{Change, ChangeKind, Changes, Level, Report, markdown};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// A page with one change of these texts.
fn page(definition: &str, property: &str, value: &str) -> String {
    let change = Change {
        level: Level::Minor,
        definition: definition.to_owned().into(),
        property: Some(property.to_owned().into()),
        kind: ChangeKind::ValueAdded,
        from: None,
        to: Some(value.to_owned()),
        likely_rename: Some(value.to_owned()),
        rust: None,
        used_by: Vec::new(),
    };
    markdown(&Report::new(&Changes::from(vec![change])))
}

/// The page's parts, and whether they hold anything that a reader's browser or GitHub could act on.
fn parts(page: &str) -> Vec<String> {
    let events = Parser::new_ext(page, Options::all());
    let mut parts = Vec::new();
    for event in events {
        match event {
            Event::Start(tag) => parts.push(format!("{:?}", std::mem::discriminant(&tag))),
            Event::Html(html) | Event::InlineHtml(html) => parts.push(format!("html {html}")),
            Event::InlineMath(_) | Event::DisplayMath(_) => parts.push("formula".to_owned()),
            Event::FootnoteReference(_) | Event::HardBreak | Event::Rule => {
                parts.push(format!("{event:?}"));
            }
            Event::Text(text) if text.contains(['@', '#', ':', '$']) => {
                parts.push(format!("text {text}"));
            }
            _ => {}
        }
    }
    parts
}

#[test]
fn a_page_is_sections_of_models_of_changes() {
    let page = page("Ant", "state", "idle");
    let mut starts = Parser::new(&page).filter_map(|event| match event {
        Event::Start(tag) => Some(tag),
        _ => None,
    });
    assert!(matches!(starts.next(), Some(Tag::Heading { .. })));
    assert!(
        page.contains("**Ant** (1 change)\n\n* Enum value idle was added to property state\n"),
        "{page}"
    );
}

fn text() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "`", "``", "\\", "*", "**", "_", "__", "[", "]", "(", ")", "[]", "](x)", "<", ">", "<!--",
        "-->", "<b>", "&lt;", "|", "~~", "#", "@", "@team", "$", "$$", ":tada:", "\n", "\n\n",
        "\r", "- ", "1. ", " ", "  ", "a", "B", "http://x", "\u{202e}", "\u{0}", "é", "[^1]", "!",
        "=", "{", "}", "+",
    ]);
    prop::collection::vec(odd, 0..8).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_leaves_the_page_as_it_is(definition in text(), property in text(), value in text()) {
        let page = page(&definition, &property, &value);
        prop_assert_eq!(parts(&page), parts(&self::page("Ant", "state", "idle")), "{}", page);
    }
}
