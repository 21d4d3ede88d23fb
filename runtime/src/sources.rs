//! The source files of the runtime, which the generator copies into exports.

use include_dir::{Dir, include_dir};

/// The license of the runtime.
pub const LICENSE: &str = include_str!("../LICENSE");

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/runtime");

/// The file that declares the conversions to time libraries, the only one with `cfg` attributes.
const CONVERSIONS: &str = "time/conversions/mod.rs";

/// A time library that the runtime's time values convert to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeLibrary {
    /// `jiff`
    Jiff,
    /// `chrono`
    Chrono,
    /// `time`
    Time,
}

impl TimeLibrary {
    /// All time libraries; the first one is the default.
    pub const ALL: [Self; 3] = [Self::Jiff, Self::Chrono, Self::Time];

    /// Returns the name of the crate, which is also the name of the feature that enables its conversions.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jiff => "jiff",
            Self::Chrono => "chrono",
            Self::Time => "time",
        }
    }

    /// Returns the entry in `[dependencies]` for a crate with a copy of the runtime.
    #[must_use]
    pub fn dependency(self) -> String {
        let (version, features) = match self {
            Self::Jiff => ("0.2", ", features = [\"std\"]"),
            Self::Chrono => ("0.4", ""),
            Self::Time => ("0.3", ", features = [\"std\"]"),
        };
        let name = self.name();
        format!(
            "{name} = {{ version = \"{version}\", default-features = false{features}, optional = true }}"
        )
    }

    /// Returns the path of the file with the conversions, relative to the runtime's folder.
    fn path(self) -> String {
        format!("time/conversions/with_{}.rs", self.name())
    }
}

/// A file of the runtime.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuntimeFile {
    /// The path relative to the runtime's folder, with `/` as the separator.
    pub path: String,
    /// The contents.
    pub text: String,
}

/// Returns the runtime's files for the crate `crate_name`, which has a feature for each time library.
#[must_use]
pub fn for_crate(crate_name: &str) -> Vec<RuntimeFile> {
    let library = crate_name.replace('-', "_");
    let runtime = format!("{library}::runtime::");
    collect_files(|text| text.replace("genesys_runtime::", &runtime))
}

/// Returns the runtime's files for a module, with the conversions to `libraries`.
///
/// The doc examples are not run, because the path of the module is not known.
#[must_use]
pub fn for_module(libraries: &[TimeLibrary]) -> Vec<RuntimeFile> {
    let mut files = collect_files(ignore_examples);
    for library in TimeLibrary::ALL.iter().filter(|it| !libraries.contains(it)) {
        files.retain(|file| file.path != library.path());
    }
    for file in files.iter_mut().filter(|file| file.path == CONVERSIONS) {
        file.text = without_features(&file.text, libraries);
    }
    files
}

/// Removes the `cfg` attributes, and the declarations of modules for other time libraries.
fn without_features(text: &str, libraries: &[TimeLibrary]) -> String {
    let is_removed = |line: &&str| {
        let mut others = TimeLibrary::ALL.iter().filter(|it| !libraries.contains(it));
        line.starts_with("#[cfg(") || others.any(|it| *line == format!("mod with_{};\n", it.name()))
    };
    text.split_inclusive('\n')
        .filter(|line| !is_removed(line))
        .collect()
}

/// Marks the doc examples so that rustdoc shows them but does not run them.
fn ignore_examples(text: &str) -> String {
    let mut is_code = false;
    let line = |line: &str| {
        let is_fence = line.trim_start().starts_with("/// ```");
        is_code ^= is_fence;
        if is_fence && is_code && line.trim_end().ends_with("```") {
            line.replace("```", "```ignore")
        } else {
            line.to_owned()
        }
    };
    text.split_inclusive('\n').map(line).collect()
}

fn collect_files(adapt: impl Fn(&str) -> String) -> Vec<RuntimeFile> {
    let mut files = Vec::new();
    let mut folders = vec![&FOLDER];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        files.extend(folder.files().map(|file| {
            RuntimeFile {
                path: file.path().to_string_lossy().replace('\\', "/"),
                // A source file is UTF-8, or it would not compile.
                text: adapt(
                    &file
                        .contents_utf8()
                        .unwrap_or_default()
                        .replace("\r\n", "\n"),
                ),
            }
        }));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
