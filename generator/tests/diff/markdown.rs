//! Tests of the Markdown report, and of names and values that could change its structure.

use genesys_modelgen::diff::{Change, ChangeKind, ChangeLevel, ChangeReport, Changes, Subject};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// Renders a report of one change.
fn report(definition: &str, property: &str, value: &str) -> String {
    let change = Change {
        level: ChangeLevel::Minor,
        subject: Subject::Definition {
            definition: definition.to_owned().into(),
            property: Some(property.to_owned().into()),
        },
        kind: ChangeKind::ValueAdded,
        from: None,
        to: Some(value.to_owned()),
        likely_rename: Some(value.to_owned()),
        rust_effect: None,
        breaks_code: false,
        area: None,
        used_by: Vec::new(),
    };
    ChangeReport::new(&Changes::from(vec![change])).to_markdown()
}

/// Returns the structure of a report, and the text that GitHub could turn into mentions, links, emojis or formulas.
fn parts(report: &str) -> Vec<String> {
    let events = Parser::new_ext(report, Options::all());
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
    let report = report("Ant", "state", "idle");
    let mut starts = Parser::new(&report).filter_map(|event| match event {
        Event::Start(tag) => Some(tag),
        _ => None,
    });
    assert!(matches!(starts.next(), Some(Tag::Heading { .. })));
    assert!(
        report.contains("**Ant** (1 change)\n\n* Enum value idle was added to property state\n"),
        "{report}"
    );
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "`", "``", "\\", "*", "**", "_", "__", "[", "]", "(", ")", "[]", "](x)", "<", ">", "<!--",
        "-->", "<b>", "&lt;", "|", "~~", "#", "@", "@team", "$", "$$", ":tada:", "\n", "\n\n",
        "\r", "- ", "1. ", " ", "  ", "a", "B", "http://x", "\u{202e}", "\u{0}", "é", "[^1]", "!",
        "=", "{", "}", "+",
    ]);
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn names_and_values_do_not_change_the_structure(definition in any_text(), property in any_text(), value in any_text()) {
        let report = report(&definition, &property, &value);
        prop_assert_eq!(parts(&report), parts(&self::report("Ant", "state", "idle")), "{}", report);
    }
}
