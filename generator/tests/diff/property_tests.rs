//! The changes between randomly edited schemas are exactly the edits.

use std::collections::BTreeSet;

use genesys_modelgen::{
    diff::{Change, ChangeKind, ChangeLevel, Changes, compare},
    schema::{from_json, print::json},
    span::SourceFile,
};
use proptest::prelude::*;

use crate::{
    random_edits::{DefinitionEdit, Fate, PropertyEdit, Shape, description, edits, schema},
    schemas::lines,
};

/// Returns the expected changes as sorted lines.
fn expected(edits: &[DefinitionEdit]) -> Vec<String> {
    let mut lines = Vec::new();
    for (number, edit) in edits.iter().enumerate() {
        match edit.fate {
            Fate::Removed => lines.push(format!("major D{number} - model-removed - -")),
            Fate::Added => lines.push(format!("minor D{number} - model-added - -")),
            Fate::Kept => {
                lines.extend(description_changes(
                    &format!("D{number} -"),
                    edit.descriptions,
                ));
                for (property, edit) in edit.properties.iter().enumerate() {
                    lines.extend(expected_of_property(
                        &format!("D{number} p{property}"),
                        edit,
                    ));
                }
            }
        }
    }
    lines.sort_unstable();
    lines
}

fn expected_of_property(what: &str, edit: &PropertyEdit) -> Vec<String> {
    let [from, to] = edit.shapes.map(Shape::name);
    match (edit.fate, edit.required) {
        (Fate::Removed, _) => return vec![format!("major {what} property-removed {from} -")],
        (Fate::Added, [_, true]) => return vec![format!("major {what} property-added - {to}")],
        (Fate::Added, _) => return vec![format!("minor {what} property-added - {to}")],
        (Fate::Kept, _) => {}
    }
    let mut lines = description_changes(what, edit.descriptions);
    if from != to {
        lines.push(format!("major {what} type-changed {from} {to}"));
    }
    match edit.required {
        [false, true] => lines.push(format!("major {what} required-added optional required")),
        [true, false] => lines.push(format!("minor {what} required-removed required optional")),
        _ => {}
    }
    lines.extend(value_changes(what, edit.shapes.map(Shape::values)));
    lines
}

fn value_changes(what: &str, [old, new]: [BTreeSet<&str>; 2]) -> Vec<String> {
    // If only one side lists values, the type changed instead.
    if old.is_empty() || new.is_empty() {
        return Vec::new();
    }
    let removed = old
        .difference(&new)
        .map(|value| format!("major {what} value-removed {value} -"));
    let added = new
        .difference(&old)
        .map(|value| format!("minor {what} value-added - {value}"));
    removed.chain(added).collect()
}

fn description_changes(what: &str, [old, new]: [Option<u8>; 2]) -> Vec<String> {
    let [from, to] = [old, new].map(|it| description(it).unwrap_or_else(|| "-".to_owned()));
    let line = format!("point {what} description-changed {from} {to}");
    if old == new { Vec::new() } else { vec![line] }
}

fn sorted(changes: &Changes) -> Vec<String> {
    let mut lines = lines(changes);
    lines.sort_unstable();
    lines
}

/// Returns the inverse of a change, without the parts that depend on the direction.
fn inverse(change: &Change) -> Change {
    use ChangeKind::{
        ModelAdded, ModelRemoved, PropertyAdded, PropertyRemoved, RequiredAdded, RequiredRemoved,
        ValueAdded, ValueRemoved,
    };
    let kind = match change.kind {
        ModelRemoved => ModelAdded,
        ModelAdded => ModelRemoved,
        PropertyRemoved => PropertyAdded,
        PropertyAdded => PropertyRemoved,
        RequiredAdded => RequiredRemoved,
        RequiredRemoved => RequiredAdded,
        ValueRemoved => ValueAdded,
        ValueAdded => ValueRemoved,
        same => same,
    };
    Change {
        kind,
        level: ChangeLevel::None,
        rust_effect: None,
        from: change.to.clone(),
        to: change.from.clone(),
        ..change.clone()
    }
}

/// Returns the changes without their order and the parts that depend on the direction.
fn undirected(changes: impl Iterator<Item = Change>) -> BTreeSet<String> {
    let changes = changes.map(|change| Change {
        level: ChangeLevel::None,
        rust_effect: None,
        ..change
    });
    changes.map(|change| format!("{change:?}")).collect()
}

proptest! {
    #[test]
    fn exactly_the_edits_are_found(edits in edits()) {
        let changes = compare(&schema(&edits, 0), &schema(&edits, 1));
        prop_assert_eq!(sorted(&changes), expected(&edits));
    }

    #[test]
    fn a_schema_has_no_changes_to_itself(edits in edits()) {
        let schema = schema(&edits, 0);
        prop_assert!(compare(&schema, &schema).is_empty());
    }

    #[test]
    fn swapping_the_schemas_gives_the_inverse_changes(edits in edits()) {
        let (old, new) = (schema(&edits, 0), schema(&edits, 1));
        let (there, back) = (compare(&old, &new), compare(&new, &old));
        prop_assert_eq!(undirected(there.iter().map(inverse)), undirected(back.iter().cloned()));
    }

    #[test]
    fn changes_are_sorted_by_level_and_counted(edits in edits()) {
        let changes = compare(&schema(&edits, 0), &schema(&edits, 1));
        let levels: Vec<_> = changes.iter().map(|change| change.level).collect();
        prop_assert!(levels.is_sorted_by(|a, b| a >= b));
        let counts = ChangeLevel::WORST_FIRST.map(|level| changes.count(level));
        prop_assert_eq!(counts.iter().sum::<usize>(), levels.len());
        prop_assert_eq!(changes.level(), levels.first().copied().unwrap_or_default());
    }

    #[test]
    fn a_schema_survives_a_round_trip_through_json(edits in edits()) {
        let schema = schema(&edits, 0);
        let file = SourceFile { path: "schema.json".into(), text: json(&schema) };
        let back = from_json(&file.into()).unwrap();
        prop_assert!(compare(&schema, &back).is_empty());
        prop_assert_eq!(json(&back), json(&schema));
    }
}
