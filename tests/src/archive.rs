//! A spec packed into a single text, in the format of Go's `txtar`.
//!
//! Fuzzers mutate a single byte string, so the files of a spec are concatenated, each after a line with its name.

use std::{collections::BTreeMap, fmt::Write, sync::Arc};

use genesys_modelgen::{
    source::Spec,
    span::{Source, SourceFile},
};

/// File contents by file name.
pub type Files = BTreeMap<String, String>;

/// Unpacks an archive, in which each file follows a line like `-- ant-definition.md --`.
///
/// Text before the first such line is dropped.
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
        if let Some(name) = file_name(line) {
            last = Some(name);
            files.insert(name.to_owned(), String::new());
        } else if let Some(text) = last.and_then(|name| files.get_mut(name)) {
            text.push_str(line);
        }
    }
    files
}

/// Packs files into an archive.
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

fn file_name(line: &str) -> Option<&str> {
    let name = line.trim_end().strip_prefix("-- ")?.strip_suffix(" --")?;
    (!name.is_empty()).then_some(name)
}

/// Creates a spec from files, which their names classify as when a folder is loaded.
#[must_use]
pub fn spec(files: &Files) -> Spec {
    let named = |suffix: &str| -> Vec<Source> {
        let files = files.iter().filter(|(name, _)| name.ends_with(suffix));
        files.map(|(name, text)| source(name, text)).collect()
    };
    Spec {
        definitions: named("-definition.md"),
        classes: named("-api.md"),
        overrides: named("overrides.toml").pop(),
        ..Spec::default()
    }
}

/// Creates a source file of a spec. In the name, `\u{240a}` (`␊`) represents a line feed, which a name in an archive
/// cannot contain.
pub(crate) fn source(name: &str, text: &str) -> Source {
    let path = format!("spec/{}", name.replace('/', "").replace('\u{240a}', "\n"));
    Arc::new(SourceFile {
        path: path.into(),
        text: text.to_owned(),
    })
}
