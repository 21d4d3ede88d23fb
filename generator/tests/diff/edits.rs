//! Random schemas and random edits: what is found is what was edited.

use std::collections::BTreeSet;

use genesys_modelgen::{
    diff::{Change, ChangeKind, Changes, Level, compare},
    schema::{from_json, print::json},
    span::SourceFile,
};
use proptest::prelude::*;

use crate::{
    made_up::{DefinitionEdit, Fate, PropertyEdit, Shape, edits, side, text},
    schemas::lines,
};

/// What should be found, a line each, sorted.
fn expected(edits: &[DefinitionEdit]) -> Vec<String> {
    let mut lines = Vec::new();
    for (number, edit) in edits.iter().enumerate() {
        match edit.fate {
            Fate::Removed => lines.push(format!("major D{number} - model-removed - -")),
            Fate::Added => lines.push(format!("minor D{number} - model-added - -")),
            Fate::Kept => {
                lines.extend(described(&format!("D{number} -"), edit.descriptions));
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
    let mut lines = described(what, edit.descriptions);
    if from != to {
        lines.push(format!("major {what} type-changed {from} {to}"));
    }
    match edit.required {
        [false, true] => lines.push(format!("major {what} required-added optional required")),
        [true, false] => lines.push(format!("minor {what} required-removed required optional")),
        _ => {}
    }
    lines.extend(listed(what, edit.shapes.map(Shape::values)));
    lines
}

fn listed(what: &str, [old, new]: [BTreeSet<&str>; 2]) -> Vec<String> {
    // Where only one side lists values, the type changed.
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

fn described(what: &str, [old, new]: [Option<u8>; 2]) -> Vec<String> {
    let [from, to] = [old, new].map(|it| text(it).unwrap_or_else(|| "-".to_owned()));
    let line = format!("point {what} description-changed {from} {to}");
    if old == new { Vec::new() } else { vec![line] }
}

fn sorted(changes: &Changes) -> Vec<String> {
    let mut lines = lines(changes);
    lines.sort_unstable();
    lines
}

/// A change as it looks from the other side.
fn mirrored(change: &Change) -> Change {
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
        // What the other side makes of it is its own matter.
        level: Level::None,
        rust: None,
        from: change.to.clone(),
        to: change.from.clone(),
        ..change.clone()
    }
}

/// The changes without what only one direction can tell, in any order.
fn facts(changes: impl Iterator<Item = Change>) -> BTreeSet<String> {
    let facts = changes.map(|change| Change {
        level: Level::None,
        rust: None,
        ..change
    });
    facts.map(|change| format!("{change:?}")).collect()
}

proptest! {
    #[test]
    fn exactly_the_edits_are_found(edits in edits()) {
        let changes = compare(&side(&edits, 0), &side(&edits, 1));
        prop_assert_eq!(sorted(&changes), expected(&edits));
    }

    #[test]
    fn nothing_differs_from_itself(edits in edits()) {
        let schema = side(&edits, 0);
        prop_assert!(compare(&schema, &schema).is_empty());
    }

    #[test]
    fn the_other_way_round_is_the_mirror_image(edits in edits()) {
        let (old, new) = (side(&edits, 0), side(&edits, 1));
        let (there, back) = (compare(&old, &new), compare(&new, &old));
        prop_assert_eq!(facts(there.iter().map(mirrored)), facts(back.iter().cloned()));
    }

    #[test]
    fn the_worst_comes_first_and_each_level_is_counted(edits in edits()) {
        let changes = compare(&side(&edits, 0), &side(&edits, 1));
        let levels: Vec<_> = changes.iter().map(|change| change.level).collect();
        prop_assert!(levels.is_sorted_by(|a, b| a >= b));
        let counts = Level::WORST_FIRST.map(|level| changes.count(level));
        prop_assert_eq!(counts.iter().sum::<usize>(), levels.len());
        prop_assert_eq!(changes.level(), levels.first().copied().unwrap_or_default());
    }

    #[test]
    fn what_is_printed_and_read_back_is_the_same(edits in edits()) {
        let schema = side(&edits, 0);
        let file = SourceFile { path: "schema.json".into(), text: json(&schema) };
        let back = from_json(&file.into()).unwrap();
        prop_assert!(compare(&schema, &back).is_empty());
        prop_assert_eq!(json(&back), json(&schema));
    }
}
