//! The Rust names and types of definitions and properties.

use std::{collections::BTreeMap, fmt};

use genesys_runtime::{Kind, Scalar};

use crate::{
    name::{FieldIdent, TypeIdent},
    schema::{Definition, Property, Schema, Type},
};

/// The type of a field, or of the items of a list or a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldType {
    /// A type of the standard library, of `serde_json` or of the runtime.
    Scalar(Scalar),
    /// An open enum, whose listed values are an enum of the same module.
    Enum(TypeIdent),
    /// A model.
    Model(TypeIdent),
    /// An alias of `serde_json::Value`.
    Alias(TypeIdent),
    /// A list.
    List(Box<FieldType>),
    /// A map from names to values.
    Map(Box<FieldType>),
}

impl FieldType {
    /// Returns the name, if this is the type of a definition.
    #[must_use]
    pub fn ident(&self) -> Option<&TypeIdent> {
        match self {
            Self::Model(ident) | Self::Alias(ident) => Some(ident),
            Self::Scalar(_) | Self::Enum(_) | Self::List(_) | Self::Map(_) => None,
        }
    }

    /// Returns the type within all lists and maps.
    #[must_use]
    pub fn innermost(&self) -> &Self {
        match self {
            Self::List(inner) | Self::Map(inner) => inner.innermost(),
            Self::Scalar(_) | Self::Enum(_) | Self::Model(_) | Self::Alias(_) => self,
        }
    }

    /// Returns the type of the field in the source, such as `Option<Vec<User>>`.
    #[must_use]
    pub fn in_field(&self) -> String {
        match self {
            Self::Model(ident) => format!("Option<Box<{ident}>>"),
            other => format!("Option<{other}>"),
        }
    }

    /// Returns the kind in the model's table of properties.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Scalar(scalar) => scalar.kind(),
            Self::Enum(_) => Kind::Enum,
            Self::Model(_) => Kind::Model,
            Self::Alias(_) => Kind::Any,
            Self::List(_) => Kind::List,
            Self::Map(_) => Kind::Map,
        }
    }
}

/// Writes the type without paths, such as `Vec<User>`.
impl fmt::Display for FieldType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar(scalar) => {
                let name = scalar.type_path().last();
                f.write_str(name.copied().unwrap_or_default())
            }
            Self::Enum(ident) => write!(f, "OpenEnum<{ident}>"),
            Self::Model(ident) | Self::Alias(ident) => ident.fmt(f),
            Self::List(items) => write!(f, "Vec<{items}>"),
            Self::Map(values) => write!(f, "BTreeMap<String, {values}>"),
        }
    }
}

/// The types of all definitions, by name.
#[derive(Debug)]
pub struct Types<'a> {
    by_name: BTreeMap<&'a str, FieldType>,
}

impl<'a> Types<'a> {
    /// Creates the types of a schema's definitions.
    pub fn new(schema: &'a Schema) -> Self {
        let ty =
            |definition: &'a Definition| (definition.name.as_str(), definition_type(definition));
        Self {
            by_name: schema.definitions.iter().map(ty).collect(),
        }
    }

    /// Returns the type of the definition with this name in the docs.
    pub fn definition(&self, name: &str) -> Option<&FieldType> {
        self.by_name.get(name)
    }

    /// Returns the type of a property's field, without the `Option` around it.
    pub fn field(&self, definition: &TypeIdent, property: &Property) -> FieldType {
        let enum_type = FieldType::Enum(enum_ident(definition, property));
        self.field_type(&property.ty, &enum_type)
    }

    /// Returns the type of a value that does not belong to a property, such as a body.
    ///
    /// An enum becomes text, because there is no property to name it after.
    pub fn without_enums(&self, ty: &Type) -> FieldType {
        self.field_type(ty, &FieldType::Scalar(Scalar::Text))
    }

    fn field_type(&self, ty: &Type, enum_type: &FieldType) -> FieldType {
        let inner = |inner: &Type| Box::new(self.field_type(inner, enum_type));
        match ty {
            Type::Scalar(scalar) => FieldType::Scalar(*scalar),
            Type::Number(format) => FieldType::Scalar(format.scalar()),
            Type::Map(values) => FieldType::Map(inner(values)),
            Type::Array(items) => FieldType::List(inner(items)),
            Type::Enum(_) => enum_type.clone(),
            Type::Ref(name) => match self.by_name.get(name.as_str()) {
                Some(ty) => ty.clone(),
                // An unresolved reference is reported elsewhere.
                None => FieldType::Scalar(Scalar::Any),
            },
        }
    }
}

fn definition_type(definition: &Definition) -> FieldType {
    let ident = type_ident(definition);
    if definition.properties.is_empty() {
        FieldType::Alias(ident)
    } else {
        FieldType::Model(ident)
    }
}

/// Returns the name of a definition's type.
pub fn type_ident(definition: &Definition) -> TypeIdent {
    let rename = definition.rust.name.as_deref();
    TypeIdent::of_definition(rename.unwrap_or(definition.name.as_str()))
}

/// Returns the name of a property's field.
pub fn field_ident(property: &Property) -> FieldIdent {
    FieldIdent::of_property(rust_name(property))
}

/// Returns the name of the enum of a property's values.
pub fn enum_ident(definition: &TypeIdent, property: &Property) -> TypeIdent {
    TypeIdent::of_values(definition, rust_name(property))
}

fn rust_name(property: &Property) -> &str {
    let rename = property.rust_name.as_deref();
    rename.unwrap_or(property.name.as_str())
}
