//! Property tests: the changes between two random schemas are exactly the edits between them.

use std::collections::BTreeSet;

use genesys_modelgen::{
    diff::{Change, ChangeKind, ChangeLevel, Changes, compare},
    schema::{from_json, print::json},
    span::SourceFile,
};
use proptest::prelude::*;

use crate::{
    random_edits::{
        DefinitionEdit, Presence, PropertyEdit, RandomType, description, edits, schema,
    },
    schemas::lines,
};

/// Returns the expected changes as sorted lines.
fn expected_changes(edits: &[DefinitionEdit]) -> Vec<String> {
    let mut lines = Vec::new();
    for (number, edit) in edits.iter().enumerate() {
        match edit.presence {
            Presence::OldOnly => lines.push(format!("major D{number} - model-removed - -")),
            Presence::NewOnly => lines.push(format!("minor D{number} - model-added - -")),
            Presence::Both => {
                lines.extend(description_changes(
                    &format!("D{number} -"),
                    edit.descriptions,
                ));
                for (property, edit) in edit.properties.iter().enumerate() {
                    lines.extend(expected_property_changes(
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

fn expected_property_changes(item: &str, edit: &PropertyEdit) -> Vec<String> {
    let [from, to] = edit.types.map(RandomType::name);
    match (edit.presence, edit.required) {
        (Presence::OldOnly, _) => return vec![format!("major {item} property-removed {from} -")],
        (Presence::NewOnly, [_, true]) => {
            return vec![format!("major {item} property-added - {to}")];
        }
        (Presence::NewOnly, _) => return vec![format!("minor {item} property-added - {to}")],
        (Presence::Both, _) => {}
    }
    let mut lines = description_changes(item, edit.descriptions);
    if from != to {
        let kind = match [from.as_str(), to.as_str()] {
            ["string", "enum"] | ["string[]", "enum[]"] => "values-constrained",
            ["enum", "string"] | ["enum[]", "string[]"] => "values-unconstrained",
            _ => "type-changed",
        };
        lines.push(format!("major {item} {kind} {from} {to}"));
    }
    match edit.required {
        [false, true] => lines.push(format!("major {item} required-added optional required")),
        [true, false] => lines.push(format!("minor {item} required-removed required optional")),
        _ => {}
    }
    lines.extend(value_changes(item, edit.types.map(RandomType::values)));
    lines
}

fn value_changes(item: &str, [old, new]: [BTreeSet<&str>; 2]) -> Vec<String> {
    // If only one schema lists values, the change is one of the type.
    if old.is_empty() || new.is_empty() {
        return Vec::new();
    }
    let removed = old
        .difference(&new)
        .map(|value| format!("major {item} value-removed {value} -"));
    let added = new
        .difference(&old)
        .map(|value| format!("minor {item} value-added - {value}"));
    removed.chain(added).collect()
}

fn description_changes(item: &str, [old, new]: [Option<u8>; 2]) -> Vec<String> {
    let [from, to] = [old, new].map(|it| description(it).unwrap_or_else(|| "-".to_owned()));
    let line = format!("point {item} description-changed {from} {to}");
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
        DescriptionChanged, ModelAdded, ModelRemoved, PropertyAdded, PropertyRemoved,
        ReadOnlyAdded, ReadOnlyRemoved, RequiredAdded, RequiredRemoved, TypeChanged, ValueAdded,
        ValueRemoved, ValuesConstrained, ValuesUnconstrained,
    };
    let kind = match change.kind {
        ModelRemoved => ModelAdded,
        ModelAdded => ModelRemoved,
        PropertyRemoved => PropertyAdded,
        PropertyAdded => PropertyRemoved,
        RequiredAdded => RequiredRemoved,
        RequiredRemoved => RequiredAdded,
        ReadOnlyAdded => ReadOnlyRemoved,
        ReadOnlyRemoved => ReadOnlyAdded,
        ValuesConstrained => ValuesUnconstrained,
        ValuesUnconstrained => ValuesConstrained,
        ValueRemoved => ValueAdded,
        ValueAdded => ValueRemoved,
        TypeChanged | DescriptionChanged | ChangeKind::Api(_) => change.kind,
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
    fn the_changes_are_exactly_the_edits(edits in edits()) {
        let changes = compare(&schema(&edits, 0), &schema(&edits, 1));
        prop_assert_eq!(sorted(&changes), expected_changes(&edits));
    }

    #[test]
    fn a_schema_has_no_changes_to_itself(edits in edits()) {
        let schema = schema(&edits, 0);
        prop_assert!(compare(&schema, &schema).is_empty());
    }

    #[test]
    fn swapping_the_schemas_gives_the_inverse_changes(edits in edits()) {
        let (old, new) = (schema(&edits, 0), schema(&edits, 1));
        let (forward, backward) = (compare(&old, &new), compare(&new, &old));
        prop_assert_eq!(undirected(forward.iter().map(inverse)), undirected(backward.iter().cloned()));
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
        let parsed = from_json(&file.into()).unwrap();
        prop_assert!(compare(&schema, &parsed).is_empty());
        prop_assert_eq!(json(&parsed), json(&schema));
    }
}
