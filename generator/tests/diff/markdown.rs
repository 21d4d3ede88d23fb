//! Names and values from the docs cannot change the structure of the Markdown report.

use genesys_modelgen::diff::{Change, ChangeKind, ChangeLevel, ChangeReport, Changes};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// Renders a report of one change.
fn page(definition: &str, property: &str, value: &str) -> String {
    let change = Change {
        level: ChangeLevel::Minor,
        definition: definition.to_owned().into(),
        property: Some(property.to_owned().into()),
        kind: ChangeKind::ValueAdded,
        from: None,
        to: Some(value.to_owned()),
        likely_rename: Some(value.to_owned()),
        rust_effect: None,
        used_by: Vec::new(),
    };
    ChangeReport::new(&Changes::from(vec![change])).to_markdown()
}

/// Returns the structure of a page, and the text that GitHub could turn into mentions, links, emojis or formulas.
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
fn a_report_has_a_heading_for_each_level_and_model() {
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
    fn names_and_values_do_not_change_the_structure(definition in text(), property in text(), value in text()) {
        let page = page(&definition, &property, &value);
        prop_assert_eq!(parts(&page), parts(&self::page("Ant", "state", "idle")), "{}", page);
    }
}
