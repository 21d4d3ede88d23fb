//! The crate of a whole edition.

use std::path::Path;

use genesys_modelgen::{
    diagnostic::any_error,
    pipeline,
    schema::{Definition, Selection},
    tree::Tree,
};
use rayon::ThreadPoolBuilder;

use crate::schema::SCHEMAS;

fn generate(threads: usize, edition: &Path) -> Tree {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    let outcome = pool
        .unwrap()
        .install(|| pipeline::generate(edition, &Selection::default()));
    assert!(!any_error(&outcome.diagnostics));
    outcome.value.unwrap().tree
}

/// The pages that the models' files say they were made from, sorted.
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

fn page(definition: &Definition) -> &str {
    let page = definition.origin.source.path.file_name().unwrap();
    page.to_str().unwrap()
}

#[test]
fn every_definition_becomes_one_file_and_the_same_on_any_number_of_threads() {
    for (edition, schema) in SCHEMAS.iter() {
        let tree = generate(1, edition);
        let mut pages: Vec<_> = schema.definitions.iter().map(page).collect();
        pages.sort_unstable();
        assert_eq!(sources(&tree), pages);
        assert!(tree == generate(8, edition));
    }
}
