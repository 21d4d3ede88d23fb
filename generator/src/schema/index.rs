//! Which definitions there are, by name and by file.

use std::collections::BTreeMap;

use super::model::DefinitionName;
use crate::markdown::Document;

/// All definitions' names and files.
pub struct Index<'a> {
    by_name: BTreeMap<&'a str, &'a Document>,
    by_file: BTreeMap<&'a str, &'a Document>,
}

impl<'a> Index<'a> {
    /// The index of these documents; of two with one name, the first counts.
    pub fn new(documents: &'a [Document]) -> Self {
        let (mut by_name, mut by_file) = (BTreeMap::new(), BTreeMap::new());
        for document in documents {
            by_name
                .entry(document.title.value.as_str())
                .or_insert(document);
            by_file.entry(file_name(document)).or_insert(document);
        }
        Self { by_name, by_file }
    }

    /// The document that defines a name.
    pub fn named(&self, name: &str) -> Option<&'a Document> {
        self.by_name.get(name).copied()
    }

    /// The document in a file.
    pub fn in_file(&self, file_name: &str) -> Option<&'a Document> {
        self.by_file.get(file_name).copied()
    }

    /// All names, sorted.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.by_name.keys().copied()
    }
}

/// The name of a document's file.
pub fn file_name(document: &Document) -> &str {
    document
        .source
        .path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}

/// The name that a document defines.
pub fn definition_name(document: &Document) -> DefinitionName {
    document.title.value.clone().into()
}
