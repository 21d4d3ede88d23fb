//! Renders a report as GitHub workflow commands, which annotate the lines of a project that use changed items.

use super::{
    Change, ChangeLevel, ChangeReport, UseSite,
    phrasing::{change_sentence, notes, version_sentence},
};
use crate::{
    diagnostic::{escape_data, escape_property},
    printable::printable,
};

impl ChangeReport<'_> {
    /// Renders a notice with the number of changes, and an annotation for each line that uses a changed item: a warning for
    /// a major change or one that breaks code, and a notice for all others.
    ///
    /// ```
    /// use genesys_modelgen::{diff::{ChangeReport, compare}, schema::Schema};
    ///
    /// let changes = compare(&Schema::default(), &Schema::default());
    /// let summary = "::notice title=Schema changes::0 major, 0 minor and 0 point changes\n";
    /// assert_eq!(ChangeReport::new(&changes).to_github(), summary);
    /// ```
    #[must_use]
    pub fn to_github(&self) -> String {
        let summary = [Some(self.changes.summary()), version_sentence(self)];
        let summary: Vec<_> = summary.into_iter().flatten().collect();
        let summary = escape_data(&summary.join("\n"));
        let annotations = self.changes.iter().flat_map(|change| {
            let sites = change.used_by.iter();
            sites.map(|site| annotation(change, site))
        });
        let first = format!("::notice title=Schema changes::{summary}\n");
        first + &annotations.collect::<String>()
    }
}

fn annotation(change: &Change, site: &UseSite) -> String {
    let plain = |text: &str| printable(text).into_owned();
    let severity = if change.level == ChangeLevel::Major || change.breaks_code {
        "warning"
    } else {
        "notice"
    };
    // The line itself is the use site.
    let unlocated = Change {
        used_by: Vec::new(),
        ..change.clone()
    };
    let mut lines = vec![change_sentence(change, plain)];
    lines.extend(notes(&unlocated, plain));
    format!(
        "::{severity} file={},line={},title={}::{}\n",
        escape_property(&site.path.to_string_lossy()),
        site.line,
        escape_property(&plain(&change.heading().text())),
        escape_data(&lines.join("\n"))
    )
}
