//! Each kind of change, and what is none.

use genesys_modelgen::diff::{Level, compare};

use crate::schemas::{ant, lines, schema};

const LEGS: [&str; 4] = ["legs", "`number`", "No", "Six."];
const NAME: [&str; 4] = ["name", "`string`", "No", ""];

#[test]
fn a_schema_is_no_different_from_itself() {
    let changes = ant(&[LEGS, NAME], &[LEGS, NAME]);
    assert!(changes.is_empty());
    assert_eq!(changes.level(), Level::None);
}

#[test]
fn the_order_of_properties_and_values_is_no_change() {
    assert_eq!(lines(&ant(&[LEGS, NAME], &[NAME, LEGS])), [""; 0]);
    let ab = ["state", "`string`", "No", "Values can be: 'a', 'b'"];
    let ba = ["state", "`string`", "No", "Values can be: 'b', 'a'"];
    let changes = lines(&ant(&[ab], &[ba]));
    assert_eq!(changes.len(), 1, "the description alone: {changes:?}");
}

#[test]
fn definitions_come_and_go_as_a_whole() {
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
fn properties_come_and_go_with_their_types() {
    let needed = ["nests", "`string[]`", "Yes", ""];
    let changes = ant(&[LEGS], &[NAME, needed]);
    let expected = [
        "major Ant legs property-removed number -",
        "major Ant nests property-added - string[]",
        "minor Ant name property-added - string",
    ];
    assert_eq!(lines(&changes), expected);
}

#[test]
fn a_type_changes_as_the_docs_write_it() {
    let many = ["name", "`string[][]`", "No", ""];
    assert_eq!(
        lines(&ant(&[NAME], &[many])),
        ["major Ant name type-changed string string[][]"]
    );
    let ants = ["name", "[`Ant[]`](ant-definition.md)", "No", ""];
    assert_eq!(
        lines(&ant(&[NAME], &[ants])),
        ["major Ant name type-changed string Ant[]"]
    );
}

#[test]
fn need_comes_and_goes() {
    let needed = ["name", "`string`", "Yes", ""];
    assert_eq!(
        lines(&ant(&[NAME], &[needed])),
        ["major Ant name required-added optional required"]
    );
    assert_eq!(
        lines(&ant(&[needed], &[NAME])),
        ["minor Ant name required-removed required optional"]
    );
}

#[test]
fn listed_values_come_and_go_in_lists_too() {
    for ty in ["`string`", "`string[]`"] {
        let old = ["state", ty, "No", "Values can be: 'a', 'b'"];
        let new = ["state", ty, "No", "Values can be: 'b', 'c'"];
        let expected = [
            "major Ant state value-removed a -",
            "minor Ant state value-added - c",
            "point Ant state description-changed Values can be: 'a', 'b' Values can be: 'b', 'c'",
        ];
        assert_eq!(lines(&ant(&[old], &[new])), expected);
    }
}

#[test]
fn a_text_that_becomes_a_list_of_values_is_of_another_type() {
    let new = ["name", "`string`", "No", "Values can be: 'a', 'b'"];
    let expected = [
        "major Ant name type-changed string enum",
        "point Ant name description-changed - Values can be: 'a', 'b'",
    ];
    assert_eq!(lines(&ant(&[NAME], &[new])), expected);
}

#[test]
fn a_definition_without_properties_is_any_value() {
    let expected = [
        "major Ant - type-changed object model",
        "minor Ant name property-added - string",
    ];
    assert_eq!(lines(&ant(&[], &[NAME])), expected);
}

#[test]
fn the_worst_change_tells_the_level() {
    let changes = ant(&[LEGS], &[NAME]);
    assert_eq!(changes.level(), Level::Major);
    assert_eq!(changes.summary(), "1 major, 1 minor and 0 point changes");
}
