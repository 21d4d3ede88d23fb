//! What has changed in the schema since the output was made.

use genesys_modelgen::{
    diff::{self, Report, markdown},
    output::FileChanges,
    record,
    schema::{Schema, from_json},
    span::SourceFile,
};

/// What there is to tell of the schema, if anything has changed.
pub enum Since {
    /// Nothing changed.
    Same,
    /// There is no output with a record yet.
    First,
    /// The record cannot be read: it was edited, or is in conflict.
    Unreadable,
    /// It changed.
    Changed(diff::Changes),
}

impl Since {
    /// Compares the record that stands in the output with the schema that comes there now.
    pub fn output(changes: &FileChanges, schema: &Schema) -> Self {
        let record = changes.write.iter().find(|(path, _)| path == record::PATH);
        let Some((_, found)) = record else {
            return Self::Same;
        };
        let Some(text) = found else {
            return Self::First;
        };
        match read(text) {
            Some(old) => Self::of(diff::compare(&old, schema)),
            None => Self::Unreadable,
        }
    }

    fn of(changes: diff::Changes) -> Self {
        if changes.is_empty() {
            Self::Same
        } else {
            Self::Changed(changes)
        }
    }

    /// All of it in one line, which is empty where nothing changed.
    pub fn line(&self) -> String {
        match self {
            Self::Same => String::new(),
            Self::First => {
                "first output with a record of its schema: later ones tell what has changed\n"
                    .to_owned()
            }
            Self::Unreadable => {
                "what has changed in the schema is not known: its record cannot be read\n"
                    .to_owned()
            }
            Self::Changed(changes) => format!("{} since the last output\n", changes.summary()),
        }
    }

    /// An entry of a change log.
    pub fn entry(&self) -> Option<String> {
        let Self::Changed(changes) = self else {
            return None;
        };
        let sections = markdown(&Report::new(changes));
        // An entry is of the second rank, and its sections are below it.
        let sections = sections.lines().map(|line| {
            let marks = if line.starts_with("# ") { "##" } else { "" };
            format!("{marks}{line}\n")
        });
        Some(format!(
            "## {}\n\n{}",
            changes.summary(),
            sections.collect::<String>()
        ))
    }
}

/// The schema that a record tells.
fn read(record: &str) -> Option<Schema> {
    let file = SourceFile {
        path: record::PATH.into(),
        text: record.to_owned(),
    };
    from_json(&file.into()).ok()
}
