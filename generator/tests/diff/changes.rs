//! Tests of each kind of change, and of differences that are not changes.

use genesys_modelgen::diff::{ChangeLevel, compare};

use crate::schemas::{compare_ants, lines, schema};

const LEGS: [&str; 4] = ["legs", "`number`", "No", "Six."];
const NAME: [&str; 4] = ["name", "`string`", "No", ""];

#[test]
fn a_schema_has_no_changes_to_itself() {
    let changes = compare_ants(&[LEGS, NAME], &[LEGS, NAME]);
    assert!(changes.is_empty());
    assert_eq!(changes.level(), ChangeLevel::None);
}

#[test]
fn the_order_of_properties_and_values_is_ignored() {
    assert_eq!(lines(&compare_ants(&[LEGS, NAME], &[NAME, LEGS])), [""; 0]);
    let ab = ["state", "`string`", "No", "Values can be: 'a', 'b'"];
    let ba = ["state", "`string`", "No", "Values can be: 'b', 'a'"];
    let changes = lines(&compare_ants(&[ab], &[ba]));
    assert_eq!(
        changes.len(),
        1,
        "only the description changed: {changes:?}"
    );
}

#[test]
fn a_list_of_values_that_is_now_cut_short_is_not_a_change() {
    let whole = ["state", "`string`", "No", "Values can be: 'a', 'b'"];
    let cut = ["state", "`string`", "No", "Values can be: 'a', 'b', 'c"];
    let renamed = ["mood", "`string`", "No", "Values can be: 'a', 'b', 'c"];
    let changes = compare_ants(&[whole], &[cut]);
    assert_eq!(changes.level(), ChangeLevel::Point);
    assert_eq!(
        changes.iter().count(),
        1,
        "only the description changed: {changes:?}"
    );
    let changes = compare_ants(&[whole], &[renamed]);
    let likely = changes
        .iter()
        .find_map(|change| change.likely_rename.as_deref());
    assert_eq!(likely, Some("mood"));
}

#[test]
fn a_removed_or_added_definition_is_one_change() {
    let (old, new) = (
        schema(&[("Ant", &[LEGS]), ("Bee", &[LEGS])]),
        schema(&[("Bee", &[LEGS]), ("Cow", &[NAME])]),
    );
    let expected = [
        "major Ant - model-removed - -",
        "minor Cow - model-added - -",
    ];
    assert_eq!(lines(&compare(&old, &new)), expected);
}

#[test]
fn removed_and_added_properties_are_listed_with_their_types() {
    let required = ["nests", "`string[]`", "Yes", ""];
    let changes = compare_ants(&[LEGS], &[NAME, required]);
    let expected = [
        "major Ant legs property-removed number -",
        "major Ant nests property-added - string[]",
        "minor Ant name property-added - string",
    ];
    assert_eq!(lines(&changes), expected);
}

#[test]
fn a_changed_type_is_written_as_in_the_docs() {
    let nested_lists = ["name", "`string[][]`", "No", ""];
    assert_eq!(
        lines(&compare_ants(&[NAME], &[nested_lists])),
        ["major Ant name type-changed string string[][]"]
    );
    let ants = ["name", "[`Ant[]`](ant-definition.md)", "No", ""];
    assert_eq!(
        lines(&compare_ants(&[NAME], &[ants])),
        ["major Ant name type-changed string Ant[]"]
    );
}

#[test]
fn a_property_that_becomes_required_or_optional_is_reported() {
    let required = ["name", "`string`", "Yes", ""];
    assert_eq!(
        lines(&compare_ants(&[NAME], &[required])),
        ["major Ant name required-added optional required"]
    );
    assert_eq!(
        lines(&compare_ants(&[required], &[NAME])),
        ["minor Ant name required-removed required optional"]
    );
}

#[test]
fn added_and_removed_values_are_reported_with_and_without_a_list() {
    for ty in ["`string`", "`string[]`"] {
        let old = ["state", ty, "No", "Values can be: 'a', 'b'"];
        let new = ["state", ty, "No", "Values can be: 'b', 'c'"];
        let expected = [
            "major Ant state value-removed a -",
            "minor Ant state value-added - c",
            "point Ant state description-changed Values can be: 'a', 'b' Values can be: 'b', 'c'",
        ];
        assert_eq!(lines(&compare_ants(&[old], &[new])), expected);
    }
}

#[test]
fn a_string_that_becomes_an_enum_changes_its_type() {
    let new = ["name", "`string`", "No", "Values can be: 'a', 'b'"];
    let expected = [
        "major Ant name values-constrained string enum",
        "point Ant name description-changed - Values can be: 'a', 'b'",
    ];
    assert_eq!(lines(&compare_ants(&[NAME], &[new])), expected);
}

#[test]
fn a_definition_that_gets_its_first_property_changes_its_type() {
    let expected = [
        "major Ant - type-changed object model",
        "minor Ant name property-added - string",
    ];
    assert_eq!(lines(&compare_ants(&[], &[NAME])), expected);
}

#[test]
fn the_level_is_that_of_the_worst_change() {
    let changes = compare_ants(&[LEGS], &[NAME]);
    assert_eq!(changes.level(), ChangeLevel::Major);
    assert_eq!(changes.summary(), "1 major, 1 minor and 0 point changes");
}
