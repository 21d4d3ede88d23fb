//! Tests of finding the lines of a Rust project that use changed items.

use std::sync::Arc;

use genesys_modelgen::{
    diagnostic::Diagnostic,
    diff::{Changes, compare, mark_uses},
    schema::Schema,
    span::{Source, SourceFile},
};

use crate::schemas::{DefinitionRows, schema};

const OLD: [DefinitionRows<'_>; 2] = [
    (
        "Ant",
        &[
            ["legs", "`number`", "No", ""],
            ["type", "`string`", "No", "Values can be: 'worker', 'queen'"],
        ],
    ),
    ("Bee", &[["id", "`string`", "No", ""]]),
];

const NEW: [DefinitionRows<'_>; 1] = [(
    "Ant",
    &[
        ["type", "`string`", "No", "Values can be: 'worker', 'drone'"],
        ["wings", "`number`", "No", ""],
    ],
)];

fn compare_with_uses(files: &[Source]) -> (Changes, Vec<Diagnostic>) {
    let [old, new]: [Schema; 2] = [schema(&OLD), schema(&NEW)];
    let mut changes = compare(&old, &new);
    let warnings = mark_uses(&mut changes, &old, &new, files);
    (changes, warnings)
}

fn file(path: &str, text: &str) -> Source {
    Arc::new(SourceFile {
        path: path.into(),
        text: text.to_owned(),
    })
}

/// Formats the changes that a file uses, with its lines.
fn uses(text: &str) -> Vec<String> {
    let (changes, warnings) = compare_with_uses(&[file("a.rs", text)]);
    assert!(warnings.is_empty(), "{warnings:?}");
    format_used(&changes)
}

fn format_used(changes: &Changes) -> Vec<String> {
    let used = changes.iter().filter(|change| !change.used_by.is_empty());
    let used = used.map(|change| {
        let sites: Vec<_> = change.used_by.iter().map(ToString::to_string).collect();
        let property = change.property().map_or("-", |name| name.as_str());
        format!(
            "{} {property} {} {}",
            change.definition().unwrap(),
            change.kind.as_str(),
            sites.join(" ")
        )
    });
    used.collect()
}

#[test]
fn unrelated_names_are_not_uses() {
    assert_eq!(
        uses("fn main() { let legs = 6; other::Cow { horns: legs }; }"),
        [""; 0]
    );
}

#[test]
fn a_field_is_used_by_an_access_a_literal_and_a_pattern() {
    for code in [
        "fn f(x: X) { x.legs; }",
        "fn f() { Y { legs: 1 }; }",
        "fn f(Y { legs, .. }: Y) {}",
        "fn f() { g!(x.legs) }",
    ] {
        assert_eq!(uses(code), ["Ant legs property-removed a.rs:1"], "{code}");
    }
    assert_eq!(
        uses("fn f(x: X) {\n x.r#type;\n}").len(),
        3,
        "both changed values and the description"
    );
}

#[test]
fn a_type_is_used_by_any_path() {
    let codes = [
        "use m::Bee;",
        "use m::{a, b::Bee as C};",
        "fn f(_: m::Bee) {}",
        "use m::*;fn f() -> Vec<Option<Bee>> { todo!() }",
        "fn f() { g::<Bee>(); }",
        "impl X for Bee {}",
        "fn f() { assert!(matches!(x, Some(Bee { .. }))) }",
    ];
    for code in codes {
        assert_eq!(uses(code), ["Bee - model-removed a.rs:1"], "{code}");
    }
}

#[test]
fn an_alias_applies_to_all_files() {
    let files = [
        file("a.rs", "pub use m::Bee as B;\npub type Hive = Vec<B>;"),
        file("b.rs", "fn f(_: crate::B) {}\n\nfn g(_: crate::Hive) {}"),
    ];
    let (changes, _) = compare_with_uses(&files);
    assert_eq!(
        format_used(&changes),
        ["Bee - model-removed a.rs:1 a.rs:2 b.rs:1 b.rs:3"]
    );
}

#[test]
fn a_variant_is_used_by_its_name() {
    let removed = "Ant type value-removed a.rs:2";
    for code in [
        "use m::ant::Type::*;\nconst A: T = Queen;",
        "\nfn f(t: T) { match t { T::Queen => {} } }",
    ] {
        assert!(
            uses(code).contains(&removed.to_owned()),
            "{code}: {:?}",
            uses(code)
        );
    }
}

#[test]
fn an_added_property_is_used_where_its_type_is_named() {
    let used = uses("fn f(_: Ant) {}");
    assert!(
        used.contains(&"Ant wings property-added a.rs:1".to_owned()),
        "{used:?}"
    );
    assert_eq!(uses("fn f(x: X) { x.wings; }"), [""; 0]);
}

#[test]
fn a_file_that_is_not_rust_is_skipped_with_a_warning() {
    let (changes, warnings) = compare_with_uses(&[
        file("a.rs", "fn f(x: X) { x.legs; }"),
        file("b.rs", "fn f() {}\nfn é( {}"),
    ]);
    assert_eq!(format_used(&changes), ["Ant legs property-removed a.rs:1"]);
    let [warning] = &warnings[..] else {
        panic!("{warnings:?}")
    };
    assert_eq!(warning.code.as_str(), "M0651");
    assert_eq!(warning.labels[0].source.path.to_str(), Some("b.rs"));
    assert!(
        warning.message.starts_with("`b.rs` cannot be parsed: "),
        "{}",
        warning.message
    );
}

#[test]
fn a_property_is_used_by_its_name_in_a_call_of_a_model() {
    for method in ["get", "set", "set_null", "is_null", "unset"] {
        let code = format!("fn f(x: X) {{\n x.{method}(\"legs\");\n}}");
        assert_eq!(uses(&code), ["Ant legs property-removed a.rs:2"], "{code}");
    }
    assert_eq!(uses("fn f(x: X) { x.other(\"legs\"); }"), [""; 0]);
}
