//! What a change means for Rust code.

use genesys_modelgen::diff::{ChangeKind, Changes, compare};

use crate::schemas::{ant, schema};

#[track_caller]
fn says(changes: &Changes, kind: ChangeKind, expected: Option<&str>) {
    let change = changes.iter().find(|change| change.kind == kind).unwrap();
    assert_eq!(change.rust.as_deref(), expected);
}

#[test]
fn a_type_is_told_before_and_after() {
    let old = [["forUsers", "[`Ant[]`](ant-definition.md)", "No", ""]];
    let new = [["forUsers", "[`Ant`](ant-definition.md)", "No", ""]];
    let expected =
        "the field `Ant::for_users` was `Option<Vec<Ant>>` and is now `Option<Box<Ant>>`";
    says(&ant(&old, &new), ChangeKind::TypeChanged, Some(expected));
}

#[test]
fn what_is_gone_is_named_as_in_rust() {
    let old = [
        ["type", "`string`", "No", "Values can be: 'a', 'b'"],
        ["id", "`string`", "No", ""],
    ];
    let expected = "the field `Ant::r#type` is gone, and the enum `Type` with it";
    says(
        &ant(&old, &[["id", "`string`", "No", ""]]),
        ChangeKind::PropertyRemoved,
        Some(expected),
    );
    let changes = compare(&schema(&[("urn:ant", &old)]), &schema(&[]));
    says(
        &changes,
        ChangeKind::ModelRemoved,
        Some("the type `UrnAnt` is gone"),
    );
}

#[test]
fn a_field_that_another_property_takes_over_is_not_gone() {
    let (old, new) = (
        [["fooBar", "`string`", "No", ""]],
        [["foo_bar", "`string`", "No", ""]],
    );
    let expected = "the field `Ant::foo_bar` is another property's now";
    says(
        &ant(&old, &new),
        ChangeKind::PropertyRemoved,
        Some(expected),
    );
}

#[test]
fn variants_come_and_go() {
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
    let changes = ant(&old, &new);
    let gone = "the variant `State::OnHold` is gone; the value comes as `State::Unlisted`";
    says(&changes, ChangeKind::ValueRemoved, Some(gone));
    let come = "the value comes as `State::Ringing`, no longer as `State::Unlisted`";
    says(&changes, ChangeKind::ValueAdded, Some(come));
}

#[test]
fn what_is_required_stays_optional_in_rust() {
    let changes = ant(
        &[["id", "`string`", "No", ""]],
        &[["id", "`string`", "Yes", ""]],
    );
    let expected =
        "the field `Ant::id` stays an `Option`, but `validate()` reports where it is not set";
    says(&changes, ChangeKind::RequiredAdded, Some(expected));
}

#[test]
fn a_struct_that_becomes_any_value_is_told() {
    let changes = ant(&[["id", "`string`", "No", ""]], &[]);
    let expected = "the type `Ant` was a struct and is now a name for `Value`";
    says(&changes, ChangeKind::TypeChanged, Some(expected));
}

#[test]
fn what_breaks_nothing_says_nothing() {
    let changes = ant(
        &[["id", "`string`", "Yes", ""]],
        &[
            ["id", "`string`", "No", "Which."],
            ["age", "`number`", "No", ""],
        ],
    );
    assert_eq!(changes.iter().count(), 3);
    assert!(changes.iter().all(|change| change.rust.is_none()));
}
