//! Tests of detecting probable renames.

use genesys_modelgen::diff::{Changes, compare};

use crate::schemas::{DefinitionRows, compare_ants, schema};

/// Formats each change as its kind, its item and the likely rename.
fn renames(changes: &Changes) -> Vec<String> {
    let lines = changes.iter().map(|change| {
        let name = change
            .property()
            .as_ref()
            .map_or(change.definition().unwrap().as_str(), |name| name.as_str());
        let rename = change.likely_rename.as_deref().unwrap_or("-");
        format!("{} {name}: {rename}", change.kind.as_str())
    });
    lines.collect()
}

#[test]
fn a_property_of_the_same_type_and_requirement_is_a_likely_rename() {
    let changes = compare_ants(
        &[["colors", "`string`", "No", ""]],
        &[["color", "`string`", "No", ""]],
    );
    assert_eq!(
        renames(&changes),
        [
            "property-removed colors: color",
            "property-added color: colors"
        ]
    );
}

#[test]
fn a_property_of_another_type_or_requirement_is_not_a_rename() {
    for other in [
        ["color", "`number`", "No", ""],
        ["color", "`string`", "Yes", ""],
    ] {
        let changes = compare_ants(&[["colors", "`string`", "No", ""]], &[other]);
        assert!(changes.iter().all(|change| change.likely_rename.is_none()));
    }
}

#[test]
fn equal_descriptions_are_paired_first_then_similar_names() {
    let old = [
        ["startTime", "`string`", "No", ""],
        ["owner", "`string`", "No", "The owner."],
    ];
    let new = [
        ["person", "`string`", "No", "The owner."],
        ["startsAtTime", "`string`", "No", ""],
    ];
    let expected = [
        "property-removed owner: person",
        "property-removed startTime: startsAtTime",
        "property-added person: owner",
        "property-added startsAtTime: startTime",
    ];
    assert_eq!(renames(&compare_ants(&old, &new)), expected);
}

#[test]
fn a_definition_of_the_same_shape_is_a_likely_rename() {
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
fn a_definition_of_another_shape_or_without_properties_is_not_a_rename() {
    let row = [["id", "`string`", "Yes", ""]];
    let other = [["id", "`string`", "No", ""]];
    let pairs: [[DefinitionRows<'_>; 2]; 2] = [
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
