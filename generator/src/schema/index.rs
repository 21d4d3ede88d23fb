//! Lookup of definitions by name and by file.

use std::{collections::BTreeMap, sync::OnceLock};

use super::{nearest::did_you_mean, resolve::PLAIN_TYPES};
use crate::{
    limit,
    markdown::{ApiPage, Document, TypeName},
};

/// The documents of a spec by the definition's name and by the file's name.
pub struct DefinitionIndex<'a> {
    by_name: BTreeMap<&'a str, &'a Document>,
    by_file: BTreeMap<&'a str, &'a Document>,
    documents: &'a [Document],
    pages: &'a [ApiPage],
    /// The result of [`DefinitionIndex::makes_suggestions`], which most specs never need.
    makes_suggestions: OnceLock<bool>,
}

impl<'a> DefinitionIndex<'a> {
    /// Creates the index; of two documents with the same name, it holds the first.
    pub fn new(documents: &'a [Document], pages: &'a [ApiPage]) -> Self {
        let (mut by_name, mut by_file) = (BTreeMap::new(), BTreeMap::new());
        for document in documents {
            by_name
                .entry(document.title.value.as_str())
                .or_insert(document);
            by_file.entry(file_name(document)).or_insert(document);
        }
        Self {
            by_name,
            by_file,
            documents,
            pages,
            makes_suggestions: OnceLock::new(),
        }
    }

    /// Returns the document that defines a name.
    pub fn by_name(&self, name: &str) -> Option<&'a Document> {
        self.by_name.get(name).copied()
    }

    /// Returns the document in a file.
    pub fn by_file(&self, file_name: &str) -> Option<&'a Document> {
        self.by_file.get(file_name).copied()
    }

    /// Returns a help line with the definition, or the other name, that is most similar to an unknown name.
    pub fn did_you_mean(&self, unknown: &str, others: &[&str]) -> Option<String> {
        let known = { others.iter().copied() }.chain(self.by_name.keys().copied());
        self.makes_suggestions()
            .then(|| did_you_mean(unknown, known))
            .flatten()
    }

    /// Checks whether there are few enough unknown names to compare each with all definitions.
    fn makes_suggestions(&self) -> bool {
        *self.makes_suggestions.get_or_init(|| {
            let rows = self.documents.iter().flat_map(|document| &document.rows);
            let methods = self.pages.iter().flat_map(|page| &page.methods);
            let parameters = { methods.clone() }.flat_map(|method| &method.parameters);
            let responses = methods.flat_map(|method| &method.responses);
            let cells = { rows.filter_map(|row| row.ty.as_ref().ok()) }
                .chain(parameters.map(|item| &item.ty))
                .chain(responses.filter_map(|row| row.ty.as_ref()));
            let unknown = cells.filter(|cell| !self.is_known(&cell.value.name));
            unknown.take(limit::SUGGESTIONS + 1).count() <= limit::SUGGESTIONS
        })
    }

    fn is_known(&self, name: &TypeName) -> bool {
        match name {
            TypeName::Plain(name) => {
                PLAIN_TYPES.contains(&name.as_str()) || self.by_name(name).is_some()
            }
            TypeName::Link { target, .. } => self.by_file(&target.file_name).is_some(),
        }
    }
}

/// Returns the name of a document's file.
pub fn file_name(document: &Document) -> &str {
    document
        .source
        .path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}
