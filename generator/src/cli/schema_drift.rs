//! The changes to the schema since the output was last generated.

use genesys_modelgen::{
    diff::{self, ChangeReport},
    output::FileChanges,
    record,
    schema::{Schema, from_json},
    span::SourceFile,
};

/// The differences between the schema and the record of the last output.
pub enum SchemaDrift {
    None,
    /// There is no record to compare with.
    NoRecord,
    /// The record is malformed, for instance because of a merge conflict.
    UnreadableRecord,
    Changed(diff::Changes),
}

impl SchemaDrift {
    /// Compares a schema with the record that `changes` will replace.
    pub fn new(changes: &FileChanges, schema: &Schema) -> Self {
        let record = changes.write.iter().find(|(path, _)| path == record::PATH);
        let Some((_, recorded)) = record else {
            return Self::None;
        };
        let Some(text) = recorded else {
            return Self::NoRecord;
        };
        let Some(old) = parse_record(text) else {
            return Self::UnreadableRecord;
        };
        let changes = diff::compare(&old, schema);
        if changes.is_empty() {
            Self::None
        } else {
            Self::Changed(changes)
        }
    }

    /// Returns a line for the terminal; empty without changes.
    pub fn message(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::NoRecord => {
                "no previous schema: the next run reports schema changes\n".to_owned()
            }
            Self::UnreadableRecord => {
                "schema changes are unknown: the previous `schema.json` is malformed\n".to_owned()
            }
            Self::Changed(changes) => format!("{} since the last output\n", changes.summary()),
        }
    }

    /// Returns a changelog entry in Markdown with a level-two heading.
    pub fn changelog_entry(&self) -> Option<String> {
        let Self::Changed(changes) = self else {
            return None;
        };
        let mut entry = format!("## {}\n\n", changes.summary());
        for line in ChangeReport::new(changes).to_markdown().lines() {
            // The level-one headings of the page become level three.
            let nesting = if line.starts_with("# ") { "##" } else { "" };
            entry.extend([nesting, line, "\n"]);
        }
        Some(entry)
    }
}

fn parse_record(text: &str) -> Option<Schema> {
    let file = SourceFile {
        path: record::PATH.into(),
        text: text.to_owned(),
    };
    from_json(&file.into()).ok()
}
