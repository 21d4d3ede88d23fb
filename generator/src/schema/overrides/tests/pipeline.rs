//! Overrides in the whole pipeline.

use std::fs;

use tempfile::TempDir;

use super::{ANT, NEST, page};
use crate::{
    diagnostic::{Code, Diagnostic},
    pipeline::{Generated, StageResult, generate, read_schema},
    schema::{Root, Selection},
};

/// Selects one definition and those that it reaches.
fn root(name: &str) -> Selection {
    Selection {
        roots: vec![Root::from(name)],
        ..Selection::default()
    }
}

/// Writes a spec with these overrides.
fn spec(overrides: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| fs::write(folder.path().join(path), text).unwrap();
    fs::create_dir(folder.path().join("definitions")).unwrap();
    for (name, rows) in [("Ant", ANT), ("Nest", NEST), ("Void", "")] {
        write(
            &format!("definitions/{}-definition.md", name.to_lowercase()),
            &page(name, rows),
        );
    }
    write("overrides.toml", overrides);
    folder
}

fn codes<T>(outcome: &StageResult<T>) -> Vec<Code> {
    outcome
        .diagnostics
        .iter()
        .map(|finding| finding.code)
        .collect()
}

/// Returns a file of the output, with each sequence of whitespace replaced by one space.
fn file(generated: &Generated, path: &str) -> String {
    let mut files = generated.tree.iter();
    let (_, text) = files.find(|(name, _)| *name == path).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn overrides_reach_the_generated_code() {
    let spec = spec(
        "[definitions.Ant]\n\
         rename = 'Formic'\n\
         derives = ['::schemars::JsonSchema']\n\
         attributes = ['non_exhaustive']\n\
         [definitions.Ant.properties]\n\
         size = { type = 'i64', rename = 'length', secret = true }\n\
         scents.type = { map = 'Void' }\n\
         trails.type = { map = 'Nest' }\n",
    );
    let outcome = generate(spec.path(), &Selection::default());
    assert_eq!(codes(&outcome), []);
    let generated = outcome.value.unwrap();
    let formic = file(&generated, "src/models/formic.rs");
    for expected in [
        "#[cfg_attr(feature = \"schemars\", derive(::schemars::JsonSchema))] #[non_exhaustive] pub struct Formic {",
        "pub length: Option<i64>,",
        "\"i64 *size\",",
        "::std::collections::BTreeMap<String, super::Void>",
        "Vec<::std::collections::BTreeMap<String, super::Nest>>",
    ] {
        assert!(formic.contains(expected), "{expected} in {formic}");
    }
}

#[test]
fn a_map_of_a_definition_refers_to_it() {
    let spec = spec(
        "definitions.Nest.properties.size.rename = 'area'\n[definitions.Ant.properties.scents]\ntype = { map = 'Void' }\n",
    );
    let outcome = read_schema(spec.path(), &root("Ant"));
    let reached: Vec<_> = outcome
        .value
        .unwrap()
        .definitions
        .iter()
        .map(|it| it.name.to_string())
        .collect();
    assert_eq!(reached, ["Ant", "Nest", "Void"]);
}

#[test]
fn an_override_of_an_unreachable_definition_is_not_an_error() {
    let spec = spec("secrets = ['doorWord', 'size']\n[definitions.Ant]\nrename = 'Formic'\n");
    let outcome = read_schema(spec.path(), &root("Nest"));
    assert_eq!(codes(&outcome), []);
    assert_eq!(outcome.value.unwrap().secrets, ["doorWord", "size"]);
}

#[test]
fn an_error_in_overrides_prevents_the_output() {
    let spec = spec("[definitions.Anto]\nrename = 'B'\n");
    let outcome = generate(spec.path(), &Selection::default());
    assert_eq!(codes(&outcome), [Code::UnmatchedOverride]);
    assert!(outcome.value.is_none());
}

#[test]
fn overrides_of_an_invalid_spec_are_not_reported() {
    let spec = spec("[definitions.Anto]\nrename = 'B'\n");
    let nest = page("Nest", "| size | `number` | No | How big. |\n").replace("Type", "Kind");
    fs::write(spec.path().join("definitions/nest-definition.md"), nest).unwrap();
    let outcome = generate(spec.path(), &Selection::default());
    assert!(!codes(&outcome).contains(&Code::UnmatchedOverride));
    assert!(outcome.value.is_none());
}

/// Returns the diagnostics of a spec whose `Nest.size` has this type cell.
fn diagnostics_of(cell: &str, overrides: &str) -> Vec<String> {
    let spec = spec(overrides);
    let nest = page("Nest", &format!("| size | {cell} | No | How big. |\n"));
    fs::write(spec.path().join("definitions/nest-definition.md"), nest).unwrap();
    let outcome = generate(spec.path(), &Selection::default());
    let format = |it: &Diagnostic| format!("{} {}; {}", it.code, it.message, it.help.join("; "));
    outcome.diagnostics.iter().map(format).collect()
}

const UNREADABLE_CELLS: [&str; 15] = [
    "`integer`",
    "`string \\| number`",
    "`string` or `null`",
    "[Ant](ant-definition.md) \\| [Nest](nest-definition.md)",
    "`Map<String, Number>`",
    "`any`",
    "`Date`",
    "`string[]\\|null`",
    "`[Ant](ant-definition.md)`",
    "[Ant](hill-definition.md)",
    "[Hill](ant-definition.md)",
    "`bool`",
    "",
    "`{[key: string]: string}`",
    "`integer[]`",
];

#[test]
fn an_unreadable_type_is_an_error_that_names_the_override() {
    for cell in UNREADABLE_CELLS {
        let found = diagnostics_of(cell, "[definitions.Ant]\nrename = 'Formic'\n");
        assert_eq!(found.len(), 1, "{cell}: {found:?}");
        let help = "or set its type in `overrides.toml`: `definitions.Nest.properties.size.type = \"string\"`";
        assert!(found[0].ends_with(help), "{cell}: {found:?}");
        assert!(!found[0].starts_with("M0868"), "{cell}: {found:?}");
    }
}

#[test]
fn an_override_may_replace_an_unreadable_type_by_any_type() {
    for cell in UNREADABLE_CELLS {
        for ty in [
            "'i64'",
            "'string'",
            "'boolean'",
            "'Ant'",
            "'Ant[]'",
            "{ map = 'Ant' }",
            "{ enum = ['a', 'b'] }",
        ] {
            let overrides = format!("[definitions.Nest.properties.size]\ntype = {ty}\n");
            let found = diagnostics_of(cell, &overrides);
            assert_eq!(found.len(), 1, "{cell}: {found:?}");
            assert!(found[0].starts_with("M0868"), "{cell}: {found:?}");
        }
    }
}

#[test]
fn a_replaced_type_is_reported_with_its_replacement() {
    let overrides = "definitions.Nest.properties.size.type = 'i64'\n";
    let found = diagnostics_of("`integer[]`", overrides);
    let expected = "M0868 unknown type `integer` of `size`; `size` becomes `i64[]`; ";
    assert_eq!(found, [expected]);
    let overrides = "definitions.Nest.properties.size.type = 'i64[][]'\n";
    let found = diagnostics_of("`integer[]`", overrides);
    assert_eq!(
        found,
        [expected
            .replace("[]", "[][]")
            .replace("integer[][]", "integer")]
    );
}

#[test]
fn an_unknown_replacement_is_an_error() {
    let overrides = "definitions.Nest.properties.size.type = 'Hill'\n";
    let found = diagnostics_of("`integer`", overrides);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found
            .iter()
            .any(|it| it.starts_with("M0402 `Hill` is neither"))
    );
}
