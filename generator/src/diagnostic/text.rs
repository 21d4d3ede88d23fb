//! Findings for a terminal, as rustc shows them.

use annotate_snippets::{Group, Level, Renderer, normalize_untrusted_str, renderer::DecorStyle};

use super::{Diagnostic, Places, Severity, excerpt::excerpts};

/// Whether the text carries colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colour {
    /// Plain text.
    #[default]
    Plain,
    /// ANSI escape sequences.
    Ansi,
}

/// How findings look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextStyle {
    /// Whether the text carries colours.
    pub colour: Colour,
    /// The terminal's width; longer source lines are cut around the marked place. 140 columns where it is not known.
    pub width: Option<usize>,
}

impl TextStyle {
    fn renderer(self) -> Renderer {
        let renderer = match self.colour {
            Colour::Plain => Renderer::plain(),
            Colour::Ansi => Renderer::styled(),
        };
        self.width
            .map_or(renderer.clone(), |width| renderer.term_width(width))
            .decor_style(DecorStyle::Ascii)
    }
}

/// Renders findings, each with its code, the source excerpt and the help lines, an empty line after each.
#[must_use]
pub fn text(diagnostics: &[Diagnostic], style: TextStyle) -> String {
    let renderer = style.renderer();
    let mut places = Places::default();
    diagnostics
        .iter()
        .map(|diagnostic| render(diagnostic, &renderer, &mut places))
        .collect()
}

/// Renders a finding in plain text, as [`text`] does.
pub(super) fn plain(diagnostic: &Diagnostic, places: &mut Places) -> String {
    render(diagnostic, &TextStyle::default().renderer(), places)
}

fn render(diagnostic: &Diagnostic, renderer: &Renderer, places: &mut Places) -> String {
    let title = level(diagnostic.severity())
        .primary_title(&diagnostic.message)
        .id(diagnostic.code.as_str());
    let group = excerpts(&diagnostic.labels, places)
        .into_iter()
        .fold(Group::with_title(title), |group, excerpt| {
            excerpt.add_to(group)
        });
    let help = diagnostic
        .help
        .iter()
        .map(|line| Level::HELP.message(normalize_untrusted_str(line)));
    let shown = renderer.render(&[group.elements(help)]);
    // The renderer replaces the older control characters alone.
    shown.replace(|sign| matches!(sign, '\u{80}'..='\u{9f}'), "\u{fffd}") + "\n\n"
}

const fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

#[cfg(test)]
mod tests {
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

    fn shown(diagnostic: Diagnostic) -> String {
        text(&[diagnostic], TextStyle::default())
    }

    #[test]
    fn a_finding_shows_its_place_and_its_help() {
        let source = source("# `Ant`\n\n| legs | `strin` | No | Six. |\n");
        let finding = Diagnostic::new(Code::InvalidType, "no such type `strin`")
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
        assert_eq!(shown(finding), expected);
    }

    #[test]
    fn places_in_a_file_with_carriage_returns_and_a_byte_order_mark_are_exact() {
        let source = source("\u{feff}# `Ant`\r\n\r\nstray\r\n");
        let first = Diagnostic::new(Code::InvalidTitle, "x").label(&source, 6..9, "");
        let third = Diagnostic::new(Code::StrayText, "x").label(&source, 14..19, "");
        assert!(
            shown(first.clone()).contains("ant-definition.md:1:4\n"),
            "{}",
            shown(first)
        );
        assert!(
            shown(third.clone()).contains("\n3 | stray\n  | ^^^^^\n"),
            "{}",
            shown(third)
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let source = source(&format!(
            "{} here {}",
            "before ".repeat(200),
            "after ".repeat(200)
        ));
        let finding = Diagnostic::new(Code::StrayText, "x").label(&source, 1401..1405, "this");
        let text = text(
            &[finding],
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
    fn labels_far_apart_have_excerpts_of_their_own() {
        let source = source(&format!("first\n{}last\n", "x\n".repeat(4000)));
        let finding = Diagnostic::new(Code::StrayText, "twice")
            .label(&source, 8006..8010, "again")
            .label(&source, 0..5, "");
        let text = shown(finding);
        assert!(
            text.contains(":4002:1\n") && text.contains("::: spec/ant-definition.md:1:1\n"),
            "{text}"
        );
    }

    #[test]
    fn a_file_without_text_is_named() {
        let finding = Diagnostic::new(Code::UnreadableFile, "no").label(&source(""), 0..0, "");
        assert_eq!(
            shown(finding),
            "error[M0003]: no\n--> spec/ant-definition.md\n\n"
        );
    }

    #[test]
    fn escape_sequences_in_the_input_do_not_reach_the_terminal() {
        let finding = Diagnostic::new(Code::StrayText, "\u{1b}[2J").label(
            &source("\u{1b}[31mred"),
            0..4,
            "\u{1b}[1m",
        );
        assert!(!shown(finding.help("\u{1b}[0m")).contains('\u{1b}'));
    }

    #[test]
    fn nor_do_those_that_are_one_character() {
        let finding = Diagnostic::new(Code::StrayText, "\u{9b}2J").label(
            &source("\u{9b}31mred\u{85}"),
            0..2,
            "\u{90}",
        );
        let text = shown(finding.help("\u{9f}"));
        let steers = |sign: char| sign.is_control() && sign != '\n';
        assert!(!text.contains(steers), "{text:?}");
    }

    #[test]
    fn a_files_name_steers_nothing_either_and_is_one_line() {
        let source = SourceFile {
            path: "spec/\u{1b}[2J\nerror: \u{9b}\0-definition.md".into(),
            text: "text".to_owned(),
        };
        let finding = Diagnostic::new(Code::StrayText, "x").label(&source.into(), 0..4, "");
        let text = shown(finding);
        assert!(
            text.contains("--> spec/\\u{1b}[2J\\u{a}error: \\u{9b}\\u{0}-definition.md:1:1\n"),
            "{text:?}"
        );
    }

    #[test]
    fn colours_are_there_when_asked_for() {
        let finding = [Diagnostic::new(Code::NoDefinitions, "none")];
        assert!(
            text(
                &finding,
                TextStyle {
                    colour: Colour::Ansi,
                    width: None
                }
            )
            .contains("\u{1b}[")
        );
        assert!(!text(&finding, TextStyle::default()).contains("\u{1b}["));
    }

    #[test]
    fn a_span_out_of_bounds_is_clipped() {
        let finding = Diagnostic::new(Code::StrayText, "x").label(&source("ä"), 1..99, "");
        assert!(shown(finding).contains(":1:1"));
    }
}
