//! The source files of the runtime, which the generator copies into exports.

use include_dir::{Dir, include_dir};

/// The license of the runtime.
pub const LICENSE: &str = include_str!("../LICENSE");

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/runtime");

/// The files with `cfg` attributes, which declare modules that depend on a library.
const CONDITIONAL: [&str; 2] = ["time/conversions/mod.rs", "schema_traits/mod.rs"];

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

/// A library with a trait that describes types with schemas, which the types of fields implement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SchemaLibrary {
    /// `schemars`
    Schemars,
    /// `utoipa`
    Utoipa,
}

impl SchemaLibrary {
    /// All schema libraries.
    pub const ALL: [Self; 2] = [Self::Schemars, Self::Utoipa];

    /// Returns the library whose trait a path in `#[derive(..)]` names, such as `::schemars::JsonSchema`.
    #[must_use]
    pub fn of_derive(path: &str) -> Option<Self> {
        let path = path.strip_prefix("::").unwrap_or(path);
        let (library, derive) = path.split_once("::")?;
        let mut all = Self::ALL.into_iter();
        all.find(|it| it.name() == library && it.derive() == derive)
    }

    /// Returns the name of the crate, which is also the name of the feature that enables the implementations.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Schemars => "schemars",
            Self::Utoipa => "utoipa",
        }
    }

    /// Returns the name of the derive macro.
    #[must_use]
    pub const fn derive(self) -> &'static str {
        match self {
            Self::Schemars => "JsonSchema",
            Self::Utoipa => "ToSchema",
        }
    }

    /// Returns the required version in `[dependencies]`.
    #[must_use]
    pub const fn version(self) -> &'static str {
        match self {
            Self::Schemars => "1",
            Self::Utoipa => "5",
        }
    }

    /// Returns the entry in `[dependencies]` for a crate with a copy of the runtime.
    #[must_use]
    pub fn dependency(self) -> String {
        let (name, version) = (self.name(), self.version());
        format!("{name} = {{ version = \"{version}\", optional = true }}")
    }

    /// Returns the path of the file with the implementations, relative to the runtime's folder.
    fn path(self) -> String {
        format!("schema_traits/with_{}.rs", self.name())
    }
}

/// Returns the features of a crate with a copy of the runtime: the names of all optional libraries.
pub fn features() -> impl Iterator<Item = &'static str> {
    let time = TimeLibrary::ALL.into_iter().map(TimeLibrary::name);
    time.chain(SchemaLibrary::ALL.into_iter().map(SchemaLibrary::name))
}

/// A file of the runtime.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuntimeFile {
    /// The path relative to the runtime's folder, with `/` as the separator.
    pub path: String,
    /// The contents.
    pub text: String,
}

/// Returns the runtime's files for the crate `crate_name`, which has the [`features`].
#[must_use]
pub fn for_crate(crate_name: &str) -> Vec<RuntimeFile> {
    let library = crate_name.replace('-', "_");
    let runtime = format!("{library}::runtime::");
    collect_files(|text| text.replace("genesys_runtime::", &runtime))
}

/// Returns the runtime's files for a module, with the conversions to `time` and the traits of `schemas`.
///
/// The doc examples are not run, because the path of the module is not known.
#[must_use]
pub fn for_module(time: &[TimeLibrary], schemas: &[SchemaLibrary]) -> Vec<RuntimeFile> {
    let other_times = TimeLibrary::ALL.iter().filter(|it| !time.contains(it));
    let other_schemas = { SchemaLibrary::ALL.iter() }.filter(|it| !schemas.contains(it));
    let others: Vec<_> = { other_times.map(|it| (it.name(), it.path())) }
        .chain(other_schemas.map(|it| (it.name(), it.path())))
        .collect();
    let mut files = collect_files(ignore_examples);
    files.retain(|file| others.iter().all(|(_, path)| file.path != *path));
    let names: Vec<_> = others.iter().map(|(name, _)| *name).collect();
    let is_conditional = |file: &&mut RuntimeFile| CONDITIONAL.contains(&file.path.as_str());
    for file in files.iter_mut().filter(is_conditional) {
        file.text = without_features(&file.text, &names);
    }
    files
}

/// Removes the `cfg` attributes, and the declarations of modules for these libraries.
fn without_features(text: &str, libraries: &[&str]) -> String {
    let is_removed = |line: &&str| {
        let mut declarations = libraries.iter().map(|name| format!("mod with_{name};\n"));
        line.starts_with("#[cfg(") || declarations.any(|declaration| *line == declaration)
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
