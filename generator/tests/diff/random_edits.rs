//! Random pairs of schemas, described by the edits between them.

use std::collections::BTreeSet;

use genesys_modelgen::{
    schema::{Definition, Input, ListedValues, Origin, Property, RustType, Schema, Type},
    span::SourceFile,
};
use genesys_runtime::Scalar;
use proptest::{collection::vec, prelude::*};

/// The schemas that have a definition or a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    Both,
    OldOnly,
    NewOnly,
}

pub fn presence() -> impl Strategy<Value = Presence> {
    prop_oneof![
        6 => Just(Presence::Both),
        1 => Just(Presence::OldOnly),
        1 => Just(Presence::NewOnly),
    ]
}

/// A property in the old and the new schema.
#[derive(Debug, Clone)]
pub struct PropertyEdit {
    pub presence: Presence,
    pub types: [RandomType; 2],
    pub required: [bool; 2],
    pub descriptions: [Option<u8>; 2],
}

/// A type: an index in `plain_types`, or an enum of up to three values in nested lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RandomType {
    Plain(usize),
    /// Bit `n` of `values` is set if the enum lists value `n`.
    Listed {
        values: u8,
        lists: usize,
    },
}

/// Returns types that are not enums, each with its name in the docs.
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

impl RandomType {
    pub fn ty(self) -> Type {
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

pub fn random_type() -> impl Strategy<Value = RandomType> {
    prop_oneof![
        (0..plain_types().len()).prop_map(RandomType::Plain),
        (1..8_u8, 0..3_usize).prop_map(|(values, lists)| RandomType::Listed { values, lists }),
    ]
}

/// Generates an old and a new value, which are equal in most cases.
pub fn old_and_new<T: Clone + std::fmt::Debug + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = [T; 2]> {
    let value = value.boxed();
    let equal = value.clone().prop_map(|it| [it.clone(), it]);
    prop_oneof![3 => equal, 1 => [value.clone(), value]]
}

fn property_edit() -> impl Strategy<Value = PropertyEdit> {
    let descriptions = old_and_new(proptest::option::of(0..4_u8));
    (
        presence(),
        old_and_new(random_type()),
        old_and_new(any::<bool>()),
        descriptions,
    )
        .prop_map(|(presence, types, required, descriptions)| PropertyEdit {
            presence,
            types,
            required,
            descriptions,
        })
}

/// A definition in the old and the new schema.
#[derive(Debug, Clone)]
pub struct DefinitionEdit {
    pub presence: Presence,
    pub descriptions: [Option<u8>; 2],
    pub properties: Vec<PropertyEdit>,
}

pub fn edits() -> impl Strategy<Value = Vec<DefinitionEdit>> {
    let descriptions = old_and_new(proptest::option::of(0..4_u8));
    let definition = (presence(), descriptions, vec(property_edit(), 0..6)).prop_map(
        |(presence, descriptions, properties)| DefinitionEdit {
            presence,
            descriptions,
            properties,
        },
    );
    vec(definition, 0..6)
}

impl Presence {
    /// Checks whether an item is in the old (0) or the new (1) schema.
    pub fn is_in(self, side: usize) -> bool {
        match self {
            Self::Both => true,
            Self::OldOnly => side == 0,
            Self::NewOnly => side == 1,
        }
    }
}

pub fn description(number: Option<u8>) -> Option<String> {
    number.map(|number| format!("text-{number}"))
}

/// Returns the old (0) or the new (1) schema. Each definition has the property `id`, so that it is never empty.
pub fn schema(edits: &[DefinitionEdit], side: usize) -> Schema {
    let origin = Origin {
        source: SourceFile::without_text("random.md"),
        span: 0..0,
    };
    let property = |name: String, edit: &PropertyEdit| Property {
        name: name.into(),
        ty: edit.types[side].ty(),
        read_only: false,
        required: edit.required[side],
        description: description(edit.descriptions[side]),
        rust_name: None,
        secret: None,
        origin: origin.clone(),
    };
    let unchanged = PropertyEdit {
        presence: Presence::Both,
        types: [RandomType::Plain(0); 2],
        required: [true; 2],
        descriptions: [None; 2],
    };
    let definition = |(number, edit): (usize, &DefinitionEdit)| {
        let properties = edit.properties.iter().enumerate();
        let properties = properties.filter(|(_, edit)| edit.presence.is_in(side));
        let properties = properties.map(|(number, edit)| property(format!("p{number}"), edit));
        Definition {
            name: format!("D{number}").into(),
            description: description(edit.descriptions[side]),
            properties: properties
                .chain([property("id".to_owned(), &unchanged)])
                .collect(),
            described_by: Input::Docs,
            rust: RustType::default(),
            origin: origin.clone(),
        }
    };
    let edits = edits.iter().enumerate();
    Schema {
        definitions: { edits.filter(|(_, edit)| edit.presence.is_in(side)) }
            .map(definition)
            .collect(),
        apis: Vec::new(),
        ..Schema::default()
    }
}
