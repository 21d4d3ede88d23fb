//! What can be exported, and how.

use std::path::PathBuf;

use clap::ValueEnum;
use genesys_modelgen::export::{self, Package};
use semver::Version;

use super::{ReportFormat, RootArgs, SpecArgs};

/// How to write a stand-alone crate or module.
#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    #[command(flatten)]
    pub spec: SpecArgs,
    #[command(flatten)]
    pub roots: RootArgs,
    /// The crate's or the module's folder.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// The crate's name.
    #[arg(long, default_value = "genesys-models", value_parser = package_name)]
    pub name: String,
    /// The crate's version.
    #[arg(long, value_name = "V", default_value = "0.1.0", value_parser = package_version)]
    pub version: String,
    /// Write a module for a crate that has `serde` and `serde_json`; every file in its folder is the module's.
    #[arg(long, conflicts_with_all = ["name", "version"])]
    pub module: bool,
    /// The libraries whose types a module's time stamps convert to; the crate must have them.
    #[arg(
        long,
        value_name = "LIBRARY",
        value_enum,
        value_delimiter = ',',
        requires = "module"
    )]
    pub time: Vec<TimeLibrary>,
    /// Write nothing, and tell how the folder differs from what would be written.
    #[arg(long)]
    pub check: bool,
    /// How to tell it.
    #[arg(long, value_enum, default_value_t, requires = "check")]
    pub format: ReportFormat,
}

impl ExportArgs {
    /// What a crate's manifest says.
    pub fn package(&self) -> Package {
        let (name, version) = (self.name.clone(), self.version.clone());
        Package { name, version }
    }

    /// The libraries that a module converts to, each once and in one order.
    pub fn libraries(&self) -> Vec<export::TimeLibrary> {
        let mut libraries: Vec<export::TimeLibrary> =
            self.time.iter().map(|library| (*library).into()).collect();
        libraries.sort_unstable();
        libraries.dedup();
        libraries
    }
}

/// A library of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TimeLibrary {
    Jiff,
    Chrono,
    Time,
}

impl From<TimeLibrary> for export::TimeLibrary {
    fn from(library: TimeLibrary) -> Self {
        match library {
            TimeLibrary::Jiff => Self::Jiff,
            TimeLibrary::Chrono => Self::Chrono,
            TimeLibrary::Time => Self::Time,
        }
    }
}

/// A name that cargo takes for a package.
fn package_name(text: &str) -> Result<String, String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(is_part) {
        Ok(text.to_owned())
    } else {
        Err(
            "a package's name is made of letters, digits, `-` and `_`, and starts with a letter"
                .to_owned(),
        )
    }
}

/// A version that cargo takes.
fn package_version(text: &str) -> Result<String, String> {
    match Version::parse(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err("a version looks like 1.2.3, perhaps with -TAG or +TAG".to_owned()),
    }
}
