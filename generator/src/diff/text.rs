//! Changes for a terminal.

use anstyle::{AnsiColor, Style};

use super::{
    Change, Level, Report,
    words::{by_definition, counted, heading, remarks, words},
};
use crate::{diagnostic::Colour, printable::printable};

/// Renders a report for a terminal: first how many changes there are, then each of them in the words of the platform's
/// release notes, by level and definition.
#[must_use]
pub fn text(report: &Report<'_>, colour: Colour) -> String {
    let page = Page { report, colour };
    let counts = page.styled(Style::new().bold(), &report.changes.summary());
    let impact = report.impact(quoted).map(|impact| format!("{impact}\n"));
    let sections = Level::WORST_FIRST.map(|level| page.section(level)).concat();
    let next = report.next_version.as_ref();
    let next = next.map(|next| format!("\nNext version of the crate: {next}\n"));
    let (impact, next) = (impact.unwrap_or_default(), next.unwrap_or_default());
    format!("{counts}\n{impact}{sections}{next}")
}

struct Page<'a> {
    report: &'a Report<'a>,
    colour: Colour,
}

impl Page<'_> {
    fn section(&self, level: Level) -> String {
        let heading = heading(level, self.report.changes);
        let models = by_definition(self.report.changes, level);
        let models = models.iter().map(|changes| self.model(changes));
        format!(
            "\n{}\n{}",
            self.styled(style(level), &heading),
            models.collect::<String>()
        )
    }

    fn model(&self, changes: &[&Change]) -> String {
        let name = changes
            .first()
            .map(|change| quoted(change.definition.as_str()));
        let name = self.styled(Style::new().bold(), &name.unwrap_or_default());
        let items = changes.iter().map(|change| self.item(change));
        format!(
            "\n{name} ({})\n{}",
            counted(changes.len()),
            items.collect::<String>()
        )
    }

    fn item(&self, change: &Change) -> String {
        let remarks = remarks(change, quoted).into_iter();
        let remarks =
            remarks.map(|remark| format!("    {}\n", self.styled(Style::new().dimmed(), &remark)));
        format!(
            "  {}\n{}",
            words(change, quoted),
            remarks.collect::<String>()
        )
    }

    fn styled(&self, style: Style, text: &str) -> String {
        match self.colour {
            Colour::Plain => text.to_owned(),
            Colour::Ansi => format!("{style}{text}{style:#}"),
        }
    }
}

const fn style(level: Level) -> Style {
    let colour = match level {
        Level::Major => AnsiColor::BrightRed,
        Level::Minor => AnsiColor::Yellow,
        Level::Point | Level::None => AnsiColor::BrightCyan,
    };
    colour.on_default().bold()
}

/// What comes from the docs cannot steer the terminal.
fn quoted(text: &str) -> String {
    printable(text).into_owned()
}
