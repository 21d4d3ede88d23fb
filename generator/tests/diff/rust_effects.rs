//! Tests of the described effects on Rust code.

use genesys_modelgen::diff::{ChangeKind, ChangeLevel, Changes, compare};

use crate::schemas::{compare_ants, schema};

#[track_caller]
fn assert_effect(changes: &Changes, kind: ChangeKind, expected: Option<&str>) {
    let change = changes.iter().find(|change| change.kind == kind).unwrap();
    assert_eq!(change.rust_effect.as_deref(), expected);
}

#[test]
fn a_changed_type_is_shown_before_and_after() {
    let old = [["forUsers", "[`Ant[]`](ant-definition.md)", "No", ""]];
    let new = [["forUsers", "[`Ant`](ant-definition.md)", "No", ""]];
    let expected =
        "the field `Ant::for_users` was `Option<Vec<Ant>>` and is now `Option<Box<Ant>>`";
    assert_effect(
        &compare_ants(&old, &new),
        ChangeKind::TypeChanged,
        Some(expected),
    );
}

#[test]
fn removed_items_are_reported_with_their_rust_names() {
    let old = [
        ["type", "`string`", "No", "Values can be: 'a', 'b'"],
        ["id", "`string`", "No", ""],
    ];
    let expected = "the field `Ant::r#type` and the enum `Type` were removed";
    assert_effect(
        &compare_ants(&old, &[["id", "`string`", "No", ""]]),
        ChangeKind::PropertyRemoved,
        Some(expected),
    );
    let changes = compare(&schema(&[("urn:ant", &old)]), &schema(&[]));
    assert_effect(
        &changes,
        ChangeKind::ModelRemoved,
        Some("the type `UrnAnt` was removed"),
    );
}

#[test]
fn a_field_that_now_belongs_to_another_property_is_not_reported_as_removed() {
    let (old, new) = (
        [["fooBar", "`string`", "No", ""]],
        [["foo_bar", "`string`", "No", ""]],
    );
    let expected = "the field `Ant::foo_bar` now belongs to another property";
    assert_effect(
        &compare_ants(&old, &new),
        ChangeKind::PropertyRemoved,
        Some(expected),
    );
}

#[test]
fn removed_and_added_values_change_variants() {
    let old = [[
        "state",
        "`string`",
        "No",
        "Values can be: 'on hold', 'idle'",
    ]];
    let new = [[
        "state",
        "`string`",
        "No",
        "Values can be: 'idle', 'ringing'",
    ]];
    let changes = compare_ants(&old, &new);
    let removed =
        "the variant `State::OnHold` was removed; `known()` returns `None` for the removed value";
    assert_effect(&changes, ChangeKind::ValueRemoved, Some(removed));
    let added = "`known()` returns `State::Ringing` for the value, no longer `None`";
    assert_effect(&changes, ChangeKind::ValueAdded, Some(added));
}

#[test]
fn an_added_value_that_renames_the_variant_of_another_is_a_major_change() {
    let row = |values| [["sort", "`string`", "No", values]];
    let (old, new) = (
        row("Values can be: 'asc', 'desc'"),
        row("Values can be: 'asc', 'desc', 'ASC'"),
    );
    let changes = compare_ants(&old, &new);
    let expected = "`known()` returns `Sort::AscUppercase` for the value, no longer `None`; \
                    the variant `Sort::Asc` is now `Sort::AscLowercase`";
    assert_effect(&changes, ChangeKind::ValueAdded, Some(expected));
    assert_eq!(changes.level(), ChangeLevel::Major);
}

#[test]
fn reordered_values_have_the_same_variants() {
    let row = |values| [["step", "`string`", "No", values]];
    let changes = compare_ants(
        &row("Values can be: '-1', '+1'"),
        &row("Values can be: '+1', '-1'"),
    );
    assert!(changes.iter().all(|change| change.rust_effect.is_none()));
}

#[test]
fn a_field_that_becomes_required_is_still_an_option() {
    let changes = compare_ants(
        &[["id", "`string`", "No", ""]],
        &[["id", "`string`", "Yes", ""]],
    );
    let expected =
        "the field `Ant::id` is still an `Option`, but `validate()` reports it if it is not set";
    assert_effect(&changes, ChangeKind::RequiredAdded, Some(expected));
}

#[test]
fn a_struct_that_becomes_an_alias_of_value_is_reported() {
    let changes = compare_ants(&[["id", "`string`", "No", ""]], &[]);
    let expected = "the type `Ant` was a struct and is now an alias of `Value`";
    assert_effect(&changes, ChangeKind::TypeChanged, Some(expected));
}

#[test]
fn compatible_changes_have_no_effect() {
    let changes = compare_ants(
        &[["id", "`string`", "Yes", ""]],
        &[
            ["id", "`string`", "No", "The id."],
            ["age", "`number`", "No", ""],
        ],
    );
    assert_eq!(changes.iter().count(), 3);
    assert!(changes.iter().all(|change| change.rust_effect.is_none()));
}
