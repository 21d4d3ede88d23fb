//! Random schemas, and what was edited from one side to the other.

use std::{collections::BTreeSet, sync::Arc};

use genesys_modelgen::{
    schema::{Definition, NumberFormat, Origin, Property, RustType, Schema, Type},
    span::SourceFile,
};
use proptest::{collection::vec, prelude::*};

/// What happens to a property, and to a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
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
pub struct PropertyEdit {
    pub fate: Fate,
    pub shapes: [Shape; 2],
    pub required: [bool; 2],
    pub descriptions: [Option<u8>; 2],
}

/// A type, as much of it as the docs write, and which of three values it lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
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

    pub fn name(self) -> String {
        match self {
            Self::Plain(index) => plain()[index].1.to_owned(),
            Self::Listed { lists, .. } => "enum".to_owned() + &"[]".repeat(lists),
        }
    }

    pub fn values(self) -> BTreeSet<&'static str> {
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
pub struct DefinitionEdit {
    pub fate: Fate,
    pub descriptions: [Option<u8>; 2],
    pub properties: Vec<PropertyEdit>,
}

/// Some definitions on both sides.
pub fn edits() -> impl Strategy<Value = Vec<DefinitionEdit>> {
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

/// A description.
pub fn text(number: Option<u8>) -> Option<String> {
    number.map(|number| format!("text-{number}"))
}

/// One side of the edits. Each definition keeps one property, so that it never becomes any value.
pub fn side(edits: &[DefinitionEdit], side: usize) -> Schema {
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
        apis: Vec::new(),
        secrets: Vec::new(),
    }
}
