//! Random pairs of schemas, described by the edits between them.

use genesys_runtime::Scalar;
use std::{collections::BTreeSet, sync::Arc};

use genesys_modelgen::{
    schema::{Definition, ListedValues, Origin, Property, RustType, Schema, Type},
    span::SourceFile,
};
use proptest::{collection::vec, prelude::*};

/// The edit of a definition or a property as a whole.
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

/// A property in both schemas.
#[derive(Debug, Clone)]
pub struct PropertyEdit {
    pub fate: Fate,
    pub shapes: [Shape; 2],
    pub required: [bool; 2],
    pub descriptions: [Option<u8>; 2],
}

/// A type: the index of one in `plain_types`, or an enum of up to three values in nested arrays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Plain(usize),
    /// Bit `n` of `values` is set if the enum lists value `n`.
    Listed {
        values: u8,
        lists: usize,
    },
}

/// Returns types that are not enums, with their names in the docs.
fn plain_types() -> [(Type, &'static str); 6] {
    let list = |ty| Type::Array(Box::new(ty));
    let reference = || Type::Ref("D0".to_owned().into());
    [
        (Type::Scalar(Scalar::Text), "string"),
        (Type::Scalar(Scalar::DateTime), "dateTime"),
        (Type::Scalar(Scalar::Number), "number"),
        (reference(), "D0"),
        (list(reference()), "D0[]"),
        (list(list(Type::Scalar(Scalar::Boolean))), "boolean[][]"),
    ]
}

impl Shape {
    fn ty(self) -> Type {
        match self {
            Self::Plain(index) => plain_types()[index].0.clone(),
            Self::Listed { lists, .. } => {
                let listed = Type::Enum(ListedValues {
                    values: self.values().into_iter().map(str::to_owned).collect(),
                    is_cut_short: false,
                });
                (0..lists).fold(listed, |ty, _| Type::Array(Box::new(ty)))
            }
        }
    }

    pub fn name(self) -> String {
        match self {
            Self::Plain(index) => plain_types()[index].1.to_owned(),
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
        (0..plain_types().len()).prop_map(Shape::Plain),
        (1..8_u8, 0..3_usize).prop_map(|(values, lists)| Shape::Listed { values, lists }),
    ]
}

/// Generates an old and a new value, which are equal in most cases.
fn old_and_new<T: Clone + std::fmt::Debug + 'static>(
    one: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = [T; 2]> {
    let one = one.boxed();
    let same = one.clone().prop_map(|it| [it.clone(), it]);
    prop_oneof![3 => same, 1 => [one.clone(), one]]
}

fn property_edit() -> impl Strategy<Value = PropertyEdit> {
    let descriptions = old_and_new(proptest::option::of(0..4_u8));
    (
        fate(),
        old_and_new(shape()),
        old_and_new(any::<bool>()),
        descriptions,
    )
        .prop_map(|(fate, shapes, required, descriptions)| PropertyEdit {
            fate,
            shapes,
            required,
            descriptions,
        })
}

/// A definition in both schemas.
#[derive(Debug, Clone)]
pub struct DefinitionEdit {
    pub fate: Fate,
    pub descriptions: [Option<u8>; 2],
    pub properties: Vec<PropertyEdit>,
}

pub fn edits() -> impl Strategy<Value = Vec<DefinitionEdit>> {
    let descriptions = old_and_new(proptest::option::of(0..4_u8));
    let definition = (fate(), descriptions, vec(property_edit(), 0..6)).prop_map(
        |(fate, descriptions, properties)| DefinitionEdit {
            fate,
            descriptions,
            properties,
        },
    );
    vec(definition, 0..6)
}

impl Fate {
    /// Checks whether an item is in the old (0) or the new (1) schema.
    fn is_in(self, side: usize) -> bool {
        match self {
            Self::Kept => true,
            Self::Removed => side == 0,
            Self::Added => side == 1,
        }
    }
}

pub fn description(number: Option<u8>) -> Option<String> {
    number.map(|number| format!("text-{number}"))
}

/// Returns the old (0) or the new (1) schema. Each definition keeps the property `id`, so that it never becomes empty.
pub fn schema(edits: &[DefinitionEdit], side: usize) -> Schema {
    let origin = Origin {
        source: Arc::new(SourceFile {
            path: "random.md".into(),
            text: String::new(),
        }),
        span: 0..0,
    };
    let property = |name: String, edit: &PropertyEdit| Property {
        name: name.into(),
        ty: edit.shapes[side].ty(),
        required: edit.required[side],
        description: description(edit.descriptions[side]),
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
        let properties = properties.filter(|(_, edit)| edit.fate.is_in(side));
        let properties = properties.map(|(number, edit)| property(format!("p{number}"), edit));
        Definition {
            name: format!("D{number}").into(),
            description: description(edit.descriptions[side]),
            properties: properties
                .chain([property("id".to_owned(), &kept)])
                .collect(),
            rust: RustType::default(),
            origin: origin.clone(),
        }
    };
    let edits = edits.iter().enumerate();
    Schema {
        definitions: { edits.filter(|(_, edit)| edit.fate.is_in(side)) }
            .map(definition)
            .collect(),
        apis: Vec::new(),
        secrets: Vec::new(),
    }
}
