//! Any spec produces either errors or the complete sources of a crate.

use std::{collections::BTreeSet, path::Path};

use genesys_modelgen::{
    diagnostic::{Code, any_error},
    diff::compare,
    markdown::parse,
    pipeline::{Generated, generate_from},
    plan::{Item, Module},
    record,
    schema::{Selection, from_json, print},
    source::Spec,
    tree::Tree,
};

use super::{check_diagnostics, is_control_or_bidi};
use crate::archive::{source, spec, unpack};

/// Checks the invariants of generating from a spec, which is packed into an [archive](crate::archive).
///
/// # Panics
///
/// If an invariant is violated.
pub fn check(bytes: &[u8]) {
    let spec = spec(&unpack(&String::from_utf8_lossy(bytes)));
    let outcome = generate_from(spec.clone(), &Selection::default());
    check_diagnostics(&outcome.diagnostics);
    assert_eq!(outcome.value.is_none(), any_error(&outcome.diagnostics));
    // Only overrides can cause invalid code in the output.
    let is_fault = |code| code == Code::InvalidOutput && spec.overrides.is_none();
    let fault = outcome.diagnostics.iter().find(|it| is_fault(it.code));
    assert_eq!(fault, None);
    if let Some(generated) = outcome.value {
        check_conserved(&spec, &generated);
        check_paths(&generated.tree);
        let modules = &generated.planned.plan.modules;
        for module in modules {
            check_module(&generated.tree, module);
        }
        check_sources(&generated.tree);
        if spec.overrides.is_none() {
            check_characters(&generated.tree);
        }
        check_record(&generated);
        let again = generate_from(spec, &Selection::default()).value;
        assert_eq!(again.map(|it| it.tree), Some(generated.tree));
    }
}

/// Checks that no definition or property is lost or added.
fn check_conserved(spec: &Spec, generated: &Generated) {
    let documents = spec.definitions.iter().filter_map(|it| parse(it).page);
    let rows: usize = documents.map(|document| document.rows.len()).sum();
    assert_eq!(
        generated.planned.schema.definitions.len(),
        spec.definitions.len()
    );
    assert_eq!(generated.planned.plan.modules.len(), spec.definitions.len());
    assert_eq!(generated.planned.schema.property_count(), rows);
}

/// Checks that all paths lie within the output folder, and are distinct on a case-insensitive file system.
fn check_paths(tree: &Tree) {
    let mut seen = BTreeSet::new();
    for (path, _) in tree.iter() {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
        assert!(path.chars().all(is_plain), "{path:?}");
        let mut parts = path.split('/');
        assert!(
            parts.all(|part| !["", ".", ".."].contains(&part)),
            "{path:?}"
        );
        assert!(Path::new(path).is_relative(), "{path:?}");
        assert!(seen.insert(path.to_lowercase()), "{path:?} is not unique");
    }
}

/// Checks that a module defines its type, with a field for each property.
fn check_module(tree: &Tree, module: &Module) {
    let path = format!("src/models/{}.rs", module.name);
    let text = tree.get(&path).unwrap_or_else(|| panic!("no {path}"));
    let file = source_file(&path, text);
    let fields = file.items.iter().find_map(|item| match item {
        syn::Item::Struct(it) if it.ident == module.ident().as_str() => Some(it.fields.len()),
        syn::Item::Type(it) if it.ident == module.ident().as_str() => Some(0),
        _ => None,
    });
    let expected = match &module.item {
        // One more for `extra`.
        Item::Model(model) => model.fields.len() + 1,
        Item::Alias(_) => 0,
    };
    assert_eq!(fields, Some(expected), "{path}:\n{text}");
}

/// Checks that the sources other than models are valid Rust.
fn check_sources(tree: &Tree) {
    let is_model = |path: &str| path.starts_with("src/models/") && path != "src/models/mod.rs";
    sources(tree)
        .filter(|(path, _)| !is_model(path))
        .for_each(|(path, text)| drop(source_file(path, text)));
}

/// Checks that the sources have no characters that can hide or reorder code.
fn check_characters(tree: &Tree) {
    for (path, text) in sources(tree) {
        assert!(!text.contains(is_control_or_bidi), "{path}: {text:?}");
    }
}

/// Returns the sources that depend on the spec.
fn sources(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    tree.iter().filter(|(path, _)| path.starts_with("src/"))
}

/// Checks that the recorded schema equals the schema that the sources were generated from.
fn check_record(generated: &Generated) {
    let text = generated.tree.get(record::PATH);
    let text = text.expect("the output has a record");
    let schema = from_json(&source(record::PATH, text)).expect("the record is a schema");
    assert_eq!(print::compact(&schema), text);
    let changes = compare(&schema, &generated.planned.schema);
    assert!(changes.is_empty(), "{changes:?}");
}

/// Parses a Rust file with a header of two lines.
fn source_file(path: &str, text: &str) -> syn::File {
    let mut lines = text.lines();
    let header = [lines.next(), lines.next()].map(Option::unwrap_or_default);
    let is_header = header[0].starts_with("// @generated") && header[1].starts_with("// Changes");
    assert!(is_header, "{path}: {header:?}");
    syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"))
}
