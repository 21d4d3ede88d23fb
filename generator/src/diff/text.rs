//! Renders a report for the terminal.

use anstyle::{AnsiColor, Style};

use super::{
    Change, ChangeLevel, ChangeReport,
    phrasing::{
        change_sentence, counted_changes, group_by_heading, impact_sentence, notes,
        section_heading, version_sentence,
    },
};
use crate::{diagnostic::Color, printable::printable};

impl ChangeReport<'_> {
    /// Renders the report for a terminal: a summary, then the changes by level, path and definition.
    ///
    /// Control characters in names and values from the docs are escaped.
    #[must_use]
    pub fn to_text(&self, color: Color) -> String {
        let page = TextPage {
            report: self,
            color,
        };
        let summary = page.styled(Style::new().bold(), &self.changes.summary());
        let impact = impact_sentence(self, escape_control).map(|impact| format!("{impact}\n"));
        let sections = ChangeLevel::WORST_FIRST.map(|level| page.section(level));
        let next = version_sentence(self).map(|next| format!("\n{next}\n"));
        let (impact, next) = (impact.unwrap_or_default(), next.unwrap_or_default());
        format!("{summary}\n{impact}{}{next}", sections.concat())
    }
}

struct TextPage<'a> {
    report: &'a ChangeReport<'a>,
    color: Color,
}

impl TextPage<'_> {
    fn section(&self, level: ChangeLevel) -> String {
        let heading = section_heading(level, self.report.changes);
        let heading = self.styled(heading_style(level), &heading);
        let groups = group_by_heading(self.report.changes, level);
        let groups = groups
            .iter()
            .map(|(heading, changes)| self.group(&heading.text(), changes));
        format!("\n{heading}\n{}", groups.collect::<String>())
    }

    fn group(&self, name: &str, changes: &[&Change]) -> String {
        let name = self.styled(Style::new().bold(), &escape_control(name));
        let items = changes.iter().map(|change| self.item(change));
        let count = counted_changes(changes.len());
        format!("\n{name} ({count})\n{}", items.collect::<String>())
    }

    fn item(&self, change: &Change) -> String {
        let notes = notes(change, escape_control);
        let dimmed = Style::new().dimmed();
        let notes = notes.iter().map(|note| self.styled(dimmed, note));
        let notes = notes.map(|note| format!("    {note}\n"));
        let sentence = change_sentence(change, escape_control);
        format!("  {sentence}\n{}", notes.collect::<String>())
    }

    fn styled(&self, style: Style, text: &str) -> String {
        match self.color {
            Color::Plain => text.to_owned(),
            Color::Ansi => format!("{style}{text}{style:#}"),
        }
    }
}

const fn heading_style(level: ChangeLevel) -> Style {
    let color = match level {
        ChangeLevel::Major => AnsiColor::BrightRed,
        ChangeLevel::Minor => AnsiColor::Yellow,
        ChangeLevel::Point | ChangeLevel::None => AnsiColor::BrightCyan,
    };
    color.on_default().bold()
}

fn escape_control(text: &str) -> String {
    printable(text).into_owned()
}
