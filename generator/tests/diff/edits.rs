//! Random schemas and random edits: what is found is what was edited.

use std::{collections::BTreeSet, sync::Arc};

use genesys_modelgen::{
    diff::{Change, ChangeKind, Changes, Level, compare},
    schema::{
        Definition, NumberFormat, Origin, Property, RustType, Schema, Type, from_json, print::json,
    },
    source::SourceFile,
};
use proptest::{collection::vec, prelude::*};

use crate::schemas::lines;

/// What happens to a property, and to a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Kept,
    Removed,
    Added,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        6 => Just(Fate::Kept),
        1 => Just(Fate::Removed),
        1 => Just(Fate::Added),
    ]
}

/// A property on both sides.
#[derive(Debug, Clone)]
struct PropertyEdit {
    fate: Fate,
    shapes: [Shape; 2],
    required: [bool; 2],
    descriptions: [Option<u8>; 2],
}

/// A type, as much of it as the docs write, and which of three values it lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Plain(usize),
    Listed { values: u8, lists: usize },
}

/// Types that list nothing, and what the docs call them.
fn plain() -> [(Type, &'static str); 6] {
    let list = |ty| Type::Array(Box::new(ty));
    let reference = || Type::Ref("D0".to_owned().into());
    [
        (Type::String, "string"),
        (Type::DateTime, "dateTime"),
        (Type::Number(NumberFormat::Any), "number"),
        (reference(), "D0"),
        (list(reference()), "D0[]"),
        (list(list(Type::Boolean)), "boolean[][]"),
    ]
}

impl Shape {
    fn ty(self) -> Type {
        match self {
            Self::Plain(index) => plain()[index].0.clone(),
            Self::Listed { lists, .. } => {
                let listed = Type::Enum(self.values().into_iter().map(str::to_owned).collect());
                (0..lists).fold(listed, |ty, _| Type::Array(Box::new(ty)))
            }
        }
    }

    fn name(self) -> String {
        match self {
            Self::Plain(index) => plain()[index].1.to_owned(),
            Self::Listed { lists, .. } => "enum".to_owned() + &"[]".repeat(lists),
        }
    }

    fn values(self) -> BTreeSet<&'static str> {
        let Self::Listed { values, .. } = self else {
            return BTreeSet::new();
        };
        let all = ["a", "b", "c"].into_iter().enumerate();
        all.filter(|(bit, _)| values & (1 << bit) != 0)
            .map(|(_, value)| value)
            .collect()
    }
}

fn shape() -> impl Strategy<Value = Shape> {
    prop_oneof![
        (0..plain().len()).prop_map(Shape::Plain),
        (1..8_u8, 0..3_usize).prop_map(|(values, lists)| Shape::Listed { values, lists }),
    ]
}

/// Two of something, the same in most cases.
fn two<T: Clone + std::fmt::Debug + 'static>(
    one: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = [T; 2]> {
    let one = one.boxed();
    let same = one.clone().prop_map(|it| [it.clone(), it]);
    prop_oneof![3 => same, 1 => [one.clone(), one]]
}

fn property_edit() -> impl Strategy<Value = PropertyEdit> {
    let description = proptest::option::of(0..4_u8);
    (fate(), two(shape()), two(any::<bool>()), two(description)).prop_map(
        |(fate, shapes, required, descriptions)| PropertyEdit {
            fate,
            shapes,
            required,
            descriptions,
        },
    )
}

/// A definition on both sides.
#[derive(Debug, Clone)]
struct DefinitionEdit {
    fate: Fate,
    descriptions: [Option<u8>; 2],
    properties: Vec<PropertyEdit>,
}

fn edits() -> impl Strategy<Value = Vec<DefinitionEdit>> {
    let description = proptest::option::of(0..4_u8);
    let definition = (fate(), two(description), vec(property_edit(), 0..6)).prop_map(
        |(fate, descriptions, properties)| DefinitionEdit {
            fate,
            descriptions,
            properties,
        },
    );
    vec(definition, 0..6)
}

impl Fate {
    /// Whether something of this fate is on the old side (0) or the new one (1).
    fn is_on(self, side: usize) -> bool {
        match self {
            Self::Kept => true,
            Self::Removed => side == 0,
            Self::Added => side == 1,
        }
    }
}

fn text(number: Option<u8>) -> Option<String> {
    number.map(|number| format!("text-{number}"))
}

/// One side of the edits. Each definition keeps one property, so that it never becomes any value.
fn side(edits: &[DefinitionEdit], side: usize) -> Schema {
    let origin = Origin {
        source: Arc::new(SourceFile {
            path: "made-up.md".into(),
            text: String::new(),
        }),
        span: 0..0,
    };
    let property = |name: String, edit: &PropertyEdit| Property {
        name: name.into(),
        ty: edit.shapes[side].ty(),
        required: edit.required[side],
        description: text(edit.descriptions[side]),
        rust_name: None,
        secret: None,
        origin: origin.clone(),
    };
    let kept = PropertyEdit {
        fate: Fate::Kept,
        shapes: [Shape::Plain(0); 2],
        required: [true; 2],
        descriptions: [None; 2],
    };
    let definition = |(number, edit): (usize, &DefinitionEdit)| {
        let properties = edit.properties.iter().enumerate();
        let properties = properties.filter(|(_, edit)| edit.fate.is_on(side));
        let properties = properties.map(|(number, edit)| property(format!("p{number}"), edit));
        Definition {
            name: format!("D{number}").into(),
            description: text(edit.descriptions[side]),
            properties: properties
                .chain([property("id".to_owned(), &kept)])
                .collect(),
            rust: RustType::default(),
            origin: origin.clone(),
        }
    };
    let edits = edits.iter().enumerate();
    Schema {
        definitions: { edits.filter(|(_, edit)| edit.fate.is_on(side)) }
            .map(definition)
            .collect(),
        secrets: Vec::new(),
    }
}

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
