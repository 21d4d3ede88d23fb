//! A folder of files in one text, as Go's `txtar` has it.

use std::{collections::BTreeMap, fmt::Write};

/// Files by their names.
pub type Files = BTreeMap<String, String>;

/// The files of an archive: each starts below a line with its name, such as `-- ant-definition.md --`.
///
/// What comes before the first such line belongs to no file.
///
/// ```
/// let files = genesys_tests::archive::unpack("-- a.md --\n# A\n-- b.md --\n");
/// assert_eq!(files["a.md"], "# A\n");
/// assert_eq!(files["b.md"], "");
/// ```
#[must_use]
pub fn unpack(archive: &str) -> Files {
    let mut files = Files::new();
    let mut last = None;
    for line in archive.split_inclusive('\n') {
        if let Some(name) = name(line) {
            last = Some(name);
            files.insert(name.to_owned(), String::new());
        } else if let Some(text) = last.and_then(|name| files.get_mut(name)) {
            text.push_str(line);
        }
    }
    files
}

/// An archive of files.
#[must_use]
pub fn pack(files: &Files) -> String {
    let mut archive = String::new();
    for (name, text) in files {
        let end = if text.is_empty() || text.ends_with('\n') {
            ""
        } else {
            "\n"
        };
        // Writing to a string cannot fail.
        let _ = write!(archive, "-- {name} --\n{text}{end}");
    }
    archive
}

fn name(line: &str) -> Option<&str> {
    let name = line.trim_end().strip_prefix("-- ")?.strip_suffix(" --")?;
    (!name.is_empty()).then_some(name)
}
