use std::sync::Arc;

use super::*;
use crate::{
    diagnostic::Code,
    span::{Source, SourceFile},
};

fn source(text: &str) -> Source {
    Arc::new(SourceFile {
        path: "spec/ant-definition.md".into(),
        text: text.to_owned(),
    })
}

fn render_plain(diagnostic: Diagnostic) -> String {
    text(&[diagnostic], TextStyle::default())
}

#[test]
fn a_diagnostic_shows_its_source_line_and_help() {
    let source = source("# `Ant`\n\n| legs | `strin` | No | Six. |\n");
    let diagnostic = Diagnostic::new(Code::InvalidType, "no such type `strin`")
        .label(&source, 18..23, "not known")
        .help("did you mean `string`?");
    let expected = "\
error[M0106]: no such type `strin`
 --> spec/ant-definition.md:3:10
  |
3 | | legs | `strin` | No | Six. |
  |          ^^^^^ not known
  |
  = help: did you mean `string`?

";
    assert_eq!(render_plain(diagnostic), expected);
}

#[test]
fn labels_are_exact_after_carriage_returns_and_a_byte_order_mark() {
    let source = source("\u{feff}# `Ant`\r\n\r\nstray\r\n");
    let first = Diagnostic::new(Code::InvalidTitle, "x").label(&source, 6..9, "");
    let third = Diagnostic::new(Code::StrayText, "x").label(&source, 14..19, "");
    assert!(
        render_plain(first.clone()).contains("ant-definition.md:1:4\n"),
        "{}",
        render_plain(first)
    );
    assert!(
        render_plain(third.clone()).contains("\n3 | stray\n  | ^^^^^\n"),
        "{}",
        render_plain(third)
    );
}

#[test]
fn a_long_line_is_truncated_around_the_label() {
    let source = source(&format!(
        "{} here {}",
        "before ".repeat(200),
        "after ".repeat(200)
    ));
    let diagnostic = Diagnostic::new(Code::StrayText, "x").label(&source, 1401..1405, "this");
    let text = text(
        &[diagnostic],
        TextStyle {
            colour: Colour::Plain,
            width: Some(80),
        },
    );
    assert!(
        text.contains("here") && text.contains("^^^^ this"),
        "{text}"
    );
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );
}

#[test]
fn labels_far_apart_are_shown_separately() {
    let source = source(&format!("first\n{}last\n", "x\n".repeat(4000)));
    let diagnostic = Diagnostic::new(Code::StrayText, "twice")
        .label(&source, 8006..8010, "again")
        .label(&source, 0..5, "");
    let text = render_plain(diagnostic);
    assert!(
        text.contains(":4002:1\n") && text.contains("::: spec/ant-definition.md:1:1\n"),
        "{text}"
    );
}

#[test]
fn a_label_without_text_shows_only_the_path() {
    let diagnostic = Diagnostic::new(Code::UnreadableFile, "no").label(&source(""), 0..0, "");
    assert_eq!(
        render_plain(diagnostic),
        "error[M0003]: no\n--> spec/ant-definition.md\n\n"
    );
}

#[test]
fn escape_sequences_in_the_input_do_not_reach_the_terminal() {
    let diagnostic = Diagnostic::new(Code::StrayText, "\u{1b}[2J").label(
        &source("\u{1b}[31mred"),
        0..4,
        "\u{1b}[1m",
    );
    assert!(!render_plain(diagnostic.help("\u{1b}[0m")).contains('\u{1b}'));
}

#[test]
fn one_character_escape_sequences_do_not_reach_the_terminal() {
    let diagnostic = Diagnostic::new(Code::StrayText, "\u{9b}2J").label(
        &source("\u{9b}31mred\u{85}"),
        0..2,
        "\u{90}",
    );
    let text = render_plain(diagnostic.help("\u{9f}"));
    let is_control = |c: char| c.is_control() && c != '\n';
    assert!(!text.contains(is_control), "{text:?}");
}

#[test]
fn a_file_name_with_control_characters_is_escaped_on_one_line() {
    let source = SourceFile {
        path: "spec/\u{1b}[2J\nerror: \u{9b}\0-definition.md".into(),
        text: "text".to_owned(),
    };
    let diagnostic = Diagnostic::new(Code::StrayText, "x").label(&source.into(), 0..4, "");
    let text = render_plain(diagnostic);
    assert!(
        text.contains("--> spec/\\u{1b}[2J\\u{a}error: \\u{9b}\\u{0}-definition.md:1:1\n"),
        "{text:?}"
    );
}

#[test]
fn colours_are_rendered_on_request() {
    let diagnostic = [Diagnostic::new(Code::NoDefinitions, "none")];
    assert!(
        text(
            &diagnostic,
            TextStyle {
                colour: Colour::Ansi,
                width: None
            }
        )
        .contains("\u{1b}[")
    );
    assert!(!text(&diagnostic, TextStyle::default()).contains("\u{1b}["));
}

#[test]
fn a_span_out_of_bounds_is_clipped() {
    let diagnostic = Diagnostic::new(Code::StrayText, "x").label(&source("ä"), 1..99, "");
    assert!(render_plain(diagnostic).contains(":1:1"));
}
