//! Tests of the changes that exact types bring.

use std::{collections::BTreeMap, sync::Arc};

use genesys_modelgen::{
    diff::{ChangeLevel, ChangeReport, Changes, compare},
    name::variant_idents,
    schema::{Schema, from_json},
    span::SourceFile,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::schemas::lines;

/// Returns the schema of `Ant` with one property of this type.
fn ant(ty: &Value, read_only: bool) -> Schema {
    let property = json!({
        "name": "state", "type": ty, "required": false, "readOnly": read_only, "description": null,
    });
    let ant = json!({"description": null, "properties": [property]});
    let file = SourceFile {
        path: "schema.json".into(),
        text: json!({"version": 1, "definitions": {"Ant": ant}}).to_string(),
    };
    from_json(&Arc::new(file)).unwrap()
}

/// Asserts the change of a type, its sentence and its effect on Rust code.
#[track_caller]
fn assert_change(old: &Value, new: &Value, expected: [&str; 3]) {
    let changes = compare(&ant(old, false), &ant(new, false));
    assert_reported(&changes, expected);
}

#[track_caller]
fn assert_reported(changes: &Changes, [line, sentence, effect]: [&str; 3]) {
    assert_eq!(lines(changes), [line]);
    let change = changes.iter().next().unwrap();
    assert_eq!(change.rust_effect.as_deref().unwrap_or_default(), effect);
    let report = ChangeReport::new(changes).to_markdown();
    assert!(report.contains(&format!("* {sentence}\n")), "{report}");
}

fn kind(name: &str) -> Value {
    json!({"kind": name})
}

fn list(items: &Value) -> Value {
    json!({"kind": "array", "items": items})
}

fn one_of(values: &[&str]) -> Value {
    json!({"kind": "enum", "values": values})
}

#[test]
fn a_number_with_a_format_has_another_field_type() {
    assert_change(
        &kind("number"),
        &json!({"kind": "number", "format": "int64"}),
        [
            "major Ant state type-changed number int64",
            "Property state was changed from number to int64",
            "the field `Ant::state` was `Option<Number>` and is now `Option<i64>`",
        ],
    );
}

#[test]
fn an_object_that_becomes_a_map_has_another_field_type() {
    assert_change(
        &kind("object"),
        &json!({"kind": "object", "values": kind("string")}),
        [
            "major Ant state type-changed object map<string>",
            "Property state was changed from object to `map<string>`",
            "the field `Ant::state` was `Option<Value>` and is now `Option<BTreeMap<String, String>>`",
        ],
    );
}

#[test]
fn a_string_that_becomes_an_enum_is_reported_as_constrained() {
    let (text, listed) = (kind("string"), one_of(&["idle", "busy"]));
    assert_change(
        &text,
        &listed,
        [
            "major Ant state values-constrained string enum",
            "Values are now constrained by enum members for property state",
            "the field `Ant::state` was `Option<String>` and is now `Option<OpenEnum<State>>`",
        ],
    );
    assert_change(
        &list(&listed),
        &list(&text),
        [
            "major Ant state values-unconstrained enum[] string[]",
            "Values are no longer constrained by enum members for property state",
            "the field `Ant::state` was `Option<Vec<OpenEnum<State>>>` and is now `Option<Vec<String>>`",
        ],
    );
}

#[test]
fn a_property_that_becomes_read_only_is_a_major_change() {
    let [writable, read_only] = [false, true].map(|it| ant(&kind("string"), it));
    assert_reported(
        &compare(&writable, &read_only),
        [
            "major Ant state read-only-added - -",
            "state has been made readonly",
            "the field `Ant::state` can still be set, but `validate()` reports it",
        ],
    );
    assert_reported(
        &compare(&read_only, &writable),
        [
            "minor Ant state read-only-removed - -",
            "state is no longer readonly",
            "",
        ],
    );
}

/// Returns the values by the names of their variants.
fn values_by_variant(values: &[String]) -> BTreeMap<String, &String> {
    let names = variant_idents(values).into_iter().map(|it| it.to_string());
    names.zip(values).collect()
}

proptest! {
    /// A program that uses a variant sends the same value with the new crate, unless the change is major.
    #[test]
    fn a_variant_never_sends_another_value_without_a_major_change(
        old in proptest::collection::btree_set("[+-]?[aA1_]{0,2}", 2..6),
        new in proptest::collection::btree_set("[+-]?[aA1_]{0,2}", 2..6),
        keeps_old in any::<bool>(),
    ) {
        let old: Vec<_> = old.into_iter().collect();
        let new: Vec<_> = if keeps_old {
            new.into_iter().filter(|it| !old.contains(it)).chain(old.clone()).collect()
        } else {
            new.into_iter().collect()
        };
        let to_type = |values: &[String]| json!({"kind": "enum", "values": values});
        let changes = compare(&ant(&to_type(&old), false), &ant(&to_type(&new), false));
        let (before, now) = (values_by_variant(&old), values_by_variant(&new));
        let is_same = before.iter().all(|(name, value)| now.get(name) == Some(value));
        prop_assert_eq!(changes.level() == ChangeLevel::Major, !is_same);
    }
}
