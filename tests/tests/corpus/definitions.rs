//! No definition or property is lost, added or truncated in the schema or in the generated crate.

use std::{collections::BTreeMap, path::Path};

use genesys_modelgen::{
    diagnostic::any_error,
    pipeline,
    schema::{Definition, Selection},
    tree::Tree,
};
use genesys_tests::corpus::name;
use rayon::ThreadPoolBuilder;

use crate::{
    page::{Page, Row, pages},
    schema::{self, SCHEMAS},
};

/// Normalizes a page, so that it can be compared with a definition of the schema.
fn comparable(page: Page) -> Page {
    let rows = page.rows.into_iter().map(|row| Row {
        // In the docs, `Array[]` means `object[]`.
        ty: match row.ty.strip_prefix("`Array") {
            Some(rest) => format!("`object[]{rest}"),
            None => row.ty,
        },
        // Pipes are escaped in tables.
        description: row.description.replace("\\|", "|"),
        ..row
    });
    Page {
        rows: rows.collect(),
        ..page
    }
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn every_definition_matches_its_page() {
    for (edition, schema) in SCHEMAS.iter() {
        let pages = pages(edition);
        assert_eq!(schema.definitions.len(), pages.len());
        for (definition, page) in schema.definitions.iter().zip(pages) {
            assert_eq!(schema::page(schema, definition), comparable(page));
        }
    }
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_number_of_properties_of_each_type_is_preserved() {
    for (edition, schema) in SCHEMAS.iter() {
        let definitions = schema.definitions.iter();
        let actual: Vec<_> = definitions.map(|it| schema::page(schema, it)).collect();
        let expected: Vec<_> = pages(edition).into_iter().map(comparable).collect();
        assert_eq!(counts(&actual), counts(&expected));
        assert_eq!(schema.property_count(), counts(&expected)["properties"]);
        if name(edition) == "2025-04-24" {
            let counts = counts(&expected);
            let totals = ["definitions", "properties", "required"].map(|key| counts[key]);
            assert_eq!(totals, [3783, 21212, 3180]);
        }
    }
}

/// Counts definitions, properties, required properties, and the properties of each type.
fn counts(pages: &[Page]) -> BTreeMap<String, usize> {
    let rows = || pages.iter().flat_map(|page| &page.rows);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    counts.insert("definitions".to_owned(), pages.len());
    counts.insert("properties".to_owned(), rows().count());
    counts.insert(
        "required".to_owned(),
        rows().filter(|row| row.required).count(),
    );
    for row in rows() {
        let kind = if row.ty.starts_with('[') {
            "link".to_owned() + &"[]".repeat(row.ty.matches("[]").count())
        } else {
            row.ty.clone()
        };
        *counts.entry(kind).or_default() += 1;
    }
    counts
}

fn generate(threads: usize, edition: &Path) -> Tree {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    let outcome = pool
        .unwrap()
        .install(|| pipeline::generate(edition, &Selection::default()));
    assert!(!any_error(&outcome.diagnostics));
    outcome.value.unwrap().tree
}

/// Returns the sorted names of the pages in the headers of the models.
fn sources(tree: &Tree) -> Vec<&str> {
    let is_model = |path: &str| path.starts_with("src/models/") && path != "src/models/mod.rs";
    let models = tree.iter().filter(|(path, _)| is_model(path));
    let headers = models.map(|(_, text)| text.lines().next().unwrap());
    let mut sources: Vec<_> = headers
        .map(|header| header.rsplit(' ').next().unwrap().trim_end_matches('.'))
        .collect();
    sources.sort_unstable();
    sources
}

fn page_name(definition: &Definition) -> &str {
    let page = definition.origin.source.path.file_name().unwrap();
    page.to_str().unwrap()
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn every_definition_becomes_one_file_on_any_number_of_threads() {
    for (edition, schema) in SCHEMAS.iter() {
        let tree = generate(1, edition);
        let mut pages: Vec<_> = schema.definitions.iter().map(page_name).collect();
        pages.sort_unstable();
        assert_eq!(sources(&tree), pages);
        assert!(tree == generate(8, edition));
    }
}
