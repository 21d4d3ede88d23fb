//! What was likely renamed, beside the two facts.

use genesys_modelgen::diff::{Changes, compare};

use crate::schemas::{Page, ant, schema};

/// What is said of renames, a text each change.
fn renames(changes: &Changes) -> Vec<String> {
    let told = changes.iter().map(|change| {
        let name = change
            .property
            .as_ref()
            .map_or(change.definition.as_str(), |name| name.as_str());
        let other = change.likely_rename.as_deref().unwrap_or("-");
        format!("{} {name}: {other}", change.kind.as_str())
    });
    told.collect()
}

#[test]
fn a_property_of_the_same_type_and_need_is_likely_the_same() {
    let changes = ant(
        &[["colour", "`string`", "No", ""]],
        &[["color", "`string`", "No", ""]],
    );
    assert_eq!(
        renames(&changes),
        [
            "property-removed colour: color",
            "property-added color: colour"
        ]
    );
}

#[test]
fn a_property_of_another_type_or_need_is_not() {
    for other in [
        ["color", "`number`", "No", ""],
        ["color", "`string`", "Yes", ""],
    ] {
        let changes = ant(&[["colour", "`string`", "No", ""]], &[other]);
        assert!(changes.iter().all(|change| change.likely_rename.is_none()));
    }
}

#[test]
fn of_several_the_nearest_names_belong_together_and_a_description_counts_more() {
    let old = [
        ["startTime", "`string`", "No", ""],
        ["owner", "`string`", "No", "Whose it is."],
    ];
    let new = [
        ["person", "`string`", "No", "Whose it is."],
        ["startsAtTime", "`string`", "No", ""],
    ];
    let expected = [
        "property-removed owner: person",
        "property-removed startTime: startsAtTime",
        "property-added person: owner",
        "property-added startsAtTime: startTime",
    ];
    assert_eq!(renames(&ant(&old, &new)), expected);
}

#[test]
fn a_definition_of_the_same_shape_is_likely_the_same() {
    let next = |link: &'static str| [["next", link, "No", ""], ["id", "`string`", "Yes", ""]];
    let (old, new) = (
        next("[`Ant`](ant-definition.md)"),
        next("[`Emmet`](emmet-definition.md)"),
    );
    let changes = compare(&schema(&[("Ant", &old)]), &schema(&[("Emmet", &new)]));
    assert_eq!(
        renames(&changes),
        ["model-removed Ant: Emmet", "model-added Emmet: Ant"]
    );
}

#[test]
fn a_definition_of_another_shape_or_of_none_is_not() {
    let row = [["id", "`string`", "Yes", ""]];
    let other = [["id", "`string`", "No", ""]];
    let pairs: [[Page<'_>; 2]; 2] = [
        [("Ant", &row), ("Emmet", &other)],
        [("Ant", &[]), ("Emmet", &[])],
    ];
    for [old, new] in pairs {
        let changes = compare(&schema(&[old]), &schema(&[new]));
        assert_eq!(
            renames(&changes),
            ["model-removed Ant: -", "model-added Emmet: -"]
        );
    }
}
