//! The Rust names and types of what a schema defines.

use std::collections::BTreeMap;

use super::field_type::{FieldType, Kind};
use crate::{
    name::{FieldIdent, TypeIdent},
    schema::{Definition, NumberFormat, Property, Schema, Type},
};

/// The types of all definitions.
#[derive(Debug)]
pub struct Types<'a> {
    by_name: BTreeMap<&'a str, FieldType>,
}

impl<'a> Types<'a> {
    /// The types of a schema's definitions.
    #[must_use]
    pub fn new(schema: &'a Schema) -> Self {
        let ty =
            |definition: &'a Definition| (definition.name.as_str(), definition_type(definition));
        Self {
            by_name: schema.definitions.iter().map(ty).collect(),
        }
    }

    /// The type of a definition, by its name in the docs.
    #[must_use]
    pub fn definition(&self, name: &str) -> Option<&FieldType> {
        self.by_name.get(name)
    }

    /// The type of a property's field, without the `Option` around it.
    #[must_use]
    pub fn field(&self, definition: &TypeIdent, property: &Property) -> FieldType {
        self.field_type(definition, property, &property.ty)
    }

    /// The type of a value that is no property's.
    #[must_use]
    pub fn stand_alone(&self, ty: &Type) -> FieldType {
        let inner = |inner: &Type| Box::new(self.stand_alone(inner));
        match ty {
            Type::Map(values) => FieldType::Map(inner(values)),
            Type::Array(items) => FieldType::List(inner(items)),
            // There is no property that an enum could be named after.
            Type::Enum(_) => FieldType::Fixed(Kind::Text),
            other => self.plain(other),
        }
    }

    fn field_type(&self, definition: &TypeIdent, property: &Property, ty: &Type) -> FieldType {
        let inner = |inner: &Type| Box::new(self.field_type(definition, property, inner));
        match ty {
            Type::Map(values) => FieldType::Map(inner(values)),
            Type::Array(items) => FieldType::List(inner(items)),
            Type::Enum(_) => FieldType::Enum(values_ident(definition, property)),
            other => self.plain(other),
        }
    }

    /// A type that contains no other and that no property gives its name.
    fn plain(&self, ty: &Type) -> FieldType {
        FieldType::Fixed(match ty {
            Type::String => Kind::Text,
            Type::DateTime => Kind::DateTime,
            Type::LocalDateTime => Kind::LocalDateTime,
            Type::Date => Kind::Date,
            Type::Interval => Kind::Interval,
            Type::Duration => Kind::Duration,
            Type::Number(NumberFormat::Any) => Kind::Number,
            Type::Number(NumberFormat::Integer) => Kind::Integer,
            Type::Number(NumberFormat::Float) => Kind::Float,
            Type::Boolean => Kind::Boolean,
            Type::Object | Type::Map(_) | Type::Array(_) | Type::Enum(_) => Kind::Any,
            // A reference to nothing is an error of the schema; until it is reported, any value will do.
            Type::Ref(name) => {
                return self
                    .by_name
                    .get(name.as_str())
                    .cloned()
                    .unwrap_or(FieldType::Fixed(Kind::Any));
            }
        })
    }
}

/// The name of a definition's type.
#[must_use]
pub fn type_ident(definition: &Definition) -> TypeIdent {
    TypeIdent::of_definition(
        definition
            .rust
            .name
            .as_deref()
            .unwrap_or(definition.name.as_str()),
    )
}

/// The name of a property's field.
#[must_use]
pub fn field_ident(property: &Property) -> FieldIdent {
    FieldIdent::of_property(
        property
            .rust_name
            .as_deref()
            .unwrap_or(property.name.as_str()),
    )
}

/// The name of the enum of a property's values.
#[must_use]
pub fn values_ident(definition: &TypeIdent, property: &Property) -> TypeIdent {
    TypeIdent::of_values(
        definition,
        property
            .rust_name
            .as_deref()
            .unwrap_or(property.name.as_str()),
    )
}

fn definition_type(definition: &Definition) -> FieldType {
    let ident = type_ident(definition);
    if definition.properties.is_empty() {
        FieldType::Alias(ident)
    } else {
        FieldType::Model(ident)
    }
}
