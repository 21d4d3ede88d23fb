//! Diagnostics as text for a terminal, in the style of rustc.

use annotate_snippets::{Group, Level, Renderer, normalize_untrusted_str, renderer::DecorStyle};

use super::{Diagnostic, LabelLocator, Severity, snippet::group_labels};

/// The colors of rendered diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Color {
    /// Plain text.
    #[default]
    Plain,
    /// ANSI escape sequences.
    Ansi,
}

/// The style of rendered diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextStyle {
    /// The colors.
    pub color: Color,
    /// The width in columns at which source lines are cut; 140 if `None`.
    pub width: Option<usize>,
}

impl TextStyle {
    fn renderer(self) -> Renderer {
        let renderer = match self.color {
            Color::Plain => Renderer::plain(),
            Color::Ansi => Renderer::styled(),
        };
        self.width
            .map_or(renderer.clone(), |width| renderer.term_width(width))
            .decor_style(DecorStyle::Ascii)
    }
}

/// Renders each diagnostic with its code, source lines and help, followed by an empty line.
#[must_use]
pub fn text(diagnostics: &[Diagnostic], style: TextStyle) -> String {
    let renderer = style.renderer();
    let mut locator = LabelLocator::default();
    diagnostics
        .iter()
        .map(|diagnostic| render(diagnostic, &renderer, &mut locator))
        .collect()
}

/// Renders a diagnostic as [`text`] does, without color.
pub(super) fn plain(diagnostic: &Diagnostic, locator: &mut LabelLocator) -> String {
    render(diagnostic, &TextStyle::default().renderer(), locator)
}

fn render(diagnostic: &Diagnostic, renderer: &Renderer, locator: &mut LabelLocator) -> String {
    let title = level(diagnostic.severity())
        .primary_title(&diagnostic.message)
        .id(diagnostic.code.as_str());
    let mut group = Group::with_title(title);
    for lines in group_labels(&diagnostic.labels, locator) {
        group = lines.add_to(group, locator);
    }
    let help = diagnostic
        .help
        .iter()
        .map(|line| Level::HELP.message(normalize_untrusted_str(line)));
    let shown = renderer.render(&[group.elements(help)]);
    // The renderer replaces only the ASCII control characters.
    shown.replace(|c| matches!(c, '\u{80}'..='\u{9f}'), "\u{fffd}") + "\n\n"
}

const fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

#[cfg(test)]
mod tests;
