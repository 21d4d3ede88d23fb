//! Renders a report for a pull request: with a table of counts, folded sections and a limited length.

use std::collections::BTreeMap;

use super::{
    Change, ChangeLevel, ChangeReport,
    markdown::{escape_markdown, footer, group_heading, item},
    phrasing::{counted_changes, group_by_heading, section_heading},
};
use crate::name::FeatureName;

/// The maximum length of a pull request's body in characters.
pub const PULL_REQUEST_LIMIT: usize = 65_536;

/// The length that is reserved for the text after the listed changes.
const RESERVED_FOR_FOOTER: usize = 1_000;

/// The minimum number of changes in a folded section.
const FOLDED_FROM: usize = 30;

impl ChangeReport<'_> {
    /// Renders the report as Markdown for the body of a pull request on GitHub.
    ///
    /// It begins with a table of the number of changes by area and level. Sections with 30 changes or more are folded.
    ///
    /// The text has at most 65,536 bytes, so that it is within GitHub's limit of 65,536 characters. From the
    /// first change that does not fit, the rest is left out, and a line after the sections counts it.
    #[must_use]
    pub fn to_pull_request(&self) -> String {
        let mut page = LimitedPage {
            text: counts(self) + "\n",
            is_full: false,
        };
        let mut omitted = Vec::new();
        for level in ChangeLevel::WORST_FIRST {
            let number = self.add_section(&mut page, level);
            if number > 0 {
                omitted.push(format!("{number} {level}"));
            }
        }
        let mut page = page.text;
        if !omitted.is_empty() {
            let omitted = omitted.join(", ");
            page.extend([
                "Left out to fit into a pull request: ",
                &omitted,
                " changes\n",
            ]);
        }
        let footer = footer(self);
        if page.len() + footer.len() <= PULL_REQUEST_LIMIT {
            page += &footer;
        }
        page
    }

    /// Adds a section with the changes of a level, and returns the number of changes that do not fit.
    fn add_section(&self, page: &mut LimitedPage, level: ChangeLevel) -> usize {
        let total = self.changes.count(level);
        page.text
            .extend(["# ", &section_heading(level, self.changes), "\n"]);
        let is_folded = total >= FOLDED_FROM;
        if is_folded {
            let number = counted_changes(total);
            let lines = ["\n<details>\n<summary>", &number, "</summary>\n"];
            page.text.extend(lines);
        }
        let mut listed = 0;
        for (heading, changes) in group_by_heading(self.changes, level) {
            listed += page.add_group(&heading.text(), &changes);
        }
        page.text += if is_folded { "\n</details>\n\n" } else { "\n" };
        total - listed
    }
}

/// A page that becomes full with the first change that does not fit.
struct LimitedPage {
    text: String,
    is_full: bool,
}

impl LimitedPage {
    /// Adds a heading and the changes that fit, and returns their number.
    fn add_group(&mut self, name: &str, changes: &[&Change]) -> usize {
        let mut group = group_heading(name, changes.len());
        let mut listed = 0;
        for change in changes {
            let item = item(change);
            let length = self.text.len() + group.len() + item.len();
            self.is_full |= length > PULL_REQUEST_LIMIT - RESERVED_FOR_FOOTER;
            if self.is_full {
                break;
            }
            group += &item;
            listed += 1;
        }
        if listed > 0 {
            self.text += &group;
        }
        listed
    }
}

/// Returns a table of the number of changes by area and level.
fn counts(report: &ChangeReport<'_>) -> String {
    let mut rows = BTreeMap::<Option<String>, [usize; 3]>::new();
    for change in report.changes {
        let area = change.area.as_ref();
        let area = area.map(|api| FeatureName::of_api(api.as_str()).to_string());
        let counts = rows.entry(area).or_default();
        let levels = ChangeLevel::WORST_FIRST.into_iter().zip(counts);
        for (_, count) in levels.filter(|(level, _)| *level == change.level) {
            *count += 1;
        }
    }
    let row = |name: &str, [major, minor, point]: [usize; 3]| {
        format!("| {name} | {major} | {minor} | {point} |\n")
    };
    let mut table = "| Area | Major | Minor | Point |\n|---|---:|---:|---:|\n".to_owned();
    for (area, counts) in rows {
        let name = area.map_or_else(|| "Models".to_owned(), |area| escape_markdown(&area));
        table += &row(&name, counts);
    }
    let totals = ChangeLevel::WORST_FIRST.map(|level| report.changes.count(level));
    table + &row("**Total**", totals)
}
