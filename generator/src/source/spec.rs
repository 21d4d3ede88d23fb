//! The files of a spec, and their roles.

use std::path::PathBuf;

use crate::{diagnostic::Diagnostic, limit, span::Source};

/// The files of a spec.
#[derive(Debug, Clone, Default)]
pub struct Spec {
    /// The definitions, sorted by file name. Empty if an OpenAPI file alone is the spec.
    pub definitions: Vec<Source>,
    /// The APIs' pages, sorted by file name.
    pub classes: Vec<Source>,
    /// The file `overrides.toml`, if there is one.
    pub overrides: Option<Source>,
    /// The file `source.toml`, if there is one.
    pub settings: Option<Source>,
    /// The OpenAPI file, if there is one.
    pub openapi: Option<Source>,
    /// The files of notification topics and of the definitions of their events.
    pub events: Vec<Source>,
    /// The value of [`Inputs::undocumented`](super::Inputs::undocumented).
    pub undocumented: bool,
    /// The folders and files that a build script must watch.
    pub watch: Vec<PathBuf>,
    /// Warnings about the folders.
    pub warnings: Vec<Diagnostic>,
}

impl Spec {
    /// Adds a file.
    pub(super) fn add(&mut self, role: FileRole, source: Source) {
        match role {
            FileRole::Definition => self.definitions.push(source),
            FileRole::Api => self.classes.push(source),
            FileRole::Overrides => self.overrides = Some(source),
            FileRole::Settings => self.settings = Some(source),
            FileRole::OpenApi => self.openapi = Some(source),
            FileRole::Events => self.events.push(source),
        }
    }
}

/// The role of a file in a spec.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileRole {
    Definition,
    Api,
    Overrides,
    Settings,
    OpenApi,
    Events,
}

/// The files in a spec's folder that are found by their name.
pub(super) const SINGLE_FILES: [(&str, FileRole); 5] = [
    ("events.json", FileRole::Events),
    ("openapi.json", FileRole::OpenApi),
    ("overrides.toml", FileRole::Overrides),
    ("source.toml", FileRole::Settings),
    ("topics.json", FileRole::Events),
];

/// A file of a spec.
#[derive(Debug)]
pub(super) struct SpecFile {
    pub(super) role: FileRole,
    /// The path relative to the spec's folder.
    pub(super) path: String,
}

impl SpecFile {
    /// Returns the maximum number of bytes.
    pub(super) const fn limit(&self) -> u64 {
        match self.role {
            FileRole::Definition | FileRole::Api | FileRole::Overrides | FileRole::Settings => {
                limit::PAGE
            }
            FileRole::OpenApi | FileRole::Events => limit::OPENAPI,
        }
    }
}
