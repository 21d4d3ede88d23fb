//! Which definitions there are, by name and by file.

use std::collections::BTreeMap;

use super::{model::DefinitionName, nearest::did_you_mean, resolve::PLAIN_TYPES};
use crate::{
    limit,
    markdown::{ApiPage, Document, TypeName},
};

/// All definitions' names and files.
pub struct Index<'a> {
    by_name: BTreeMap<&'a str, &'a Document>,
    by_file: BTreeMap<&'a str, &'a Document>,
    /// Whether few enough names are unknown for each to be compared with all that are known.
    suggests: bool,
}

impl<'a> Index<'a> {
    /// The index of these documents; of two with one name, the first counts.
    pub fn new(documents: &'a [Document], pages: &[ApiPage]) -> Self {
        let (mut by_name, mut by_file) = (BTreeMap::new(), BTreeMap::new());
        for document in documents {
            by_name
                .entry(document.title.value.as_str())
                .or_insert(document);
            by_file.entry(file_name(document)).or_insert(document);
        }
        let mut index = Self {
            by_name,
            by_file,
            suggests: false,
        };
        let unknown = type_names(documents, pages).filter(|name| !index.knows(name));
        index.suggests = unknown.take(limit::SUGGESTIONS + 1).count() <= limit::SUGGESTIONS;
        index
    }

    /// Whether a type's name leads to something.
    fn knows(&self, name: &TypeName) -> bool {
        match name {
            TypeName::Plain(name) => {
                PLAIN_TYPES.contains(&name.as_str()) || self.named(name).is_some()
            }
            TypeName::Link { target, .. } => self.in_file(&target.file_name).is_some(),
        }
    }

    /// The help for a name that is neither a definition's nor one of these.
    pub fn did_you_mean(&self, name: &str, others: &[&str]) -> Option<String> {
        let known = others.iter().copied().chain(self.names());
        self.suggests.then(|| did_you_mean(name, known)).flatten()
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
    fn names(&self) -> impl Iterator<Item = &'a str> {
        self.by_name.keys().copied()
    }
}

/// The names of all types that are mentioned.
fn type_names<'a>(
    documents: &'a [Document],
    pages: &'a [ApiPage],
) -> impl Iterator<Item = &'a TypeName> {
    let rows = documents.iter().flat_map(|document| &document.rows);
    let methods = pages.iter().flat_map(|page| &page.methods);
    let taken = { methods.clone() }.flat_map(|method| &method.parameters);
    let returned = methods.flat_map(|method| &method.responses);
    let cells = { rows.map(|row| &row.ty) }
        .chain(taken.map(|item| &item.ty))
        .chain(returned.filter_map(|row| row.ty.as_ref()));
    cells.map(|cell| &cell.value.name)
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
