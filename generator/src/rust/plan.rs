//! From a schema to modules.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{
    collide::{colliding_definitions, colliding_enums, colliding_fields},
    doc::{self, Docs},
    field_type::{FieldType, Kind},
    model::{Alias, Field, Item, Model, Module, OpenEnum, Variant},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    name::{FieldIdent, ModuleName, TypeIdent, VariantIdent},
    schema::{Definition, NumberFormat, Property, Schema, Type},
};

/// What came of a schema.
#[derive(Debug)]
pub struct Planned {
    /// The modules, sorted by name.
    pub modules: Vec<Module>,
    /// What is wrong, or looks wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Plans the modules of a schema, and finds names that collide.
#[must_use]
pub fn plan(schema: &Schema) -> Planned {
    let types = Types::new(schema);
    let planned: Vec<_> = schema
        .definitions
        .par_iter()
        .map(|definition| types.module(definition))
        .collect();
    let (mut modules, found): (Vec<_>, Vec<_>) = planned.into_iter().unzip();
    let mut diagnostics = colliding_definitions(schema, &modules);
    diagnostics.extend(found.into_iter().flatten());
    modules.sort_by(|a, b| a.name.cmp(&b.name));
    Planned {
        modules,
        diagnostics,
    }
}

/// The types of all definitions.
struct Types<'a> {
    by_name: BTreeMap<&'a str, FieldType>,
}

impl<'a> Types<'a> {
    fn new(schema: &'a Schema) -> Self {
        let ty =
            |definition: &'a Definition| (definition.name.as_str(), definition_type(definition));
        Self {
            by_name: schema.definitions.iter().map(ty).collect(),
        }
    }

    fn module(&self, definition: &Definition) -> (Module, Vec<Diagnostic>) {
        let ident = type_ident(definition);
        let docs = self.docs(definition);
        let enums: Vec<_> = definition
            .properties
            .iter()
            .filter_map(|property| {
                Some((property, open_enum(&ident, property, values(&property.ty)?)))
            })
            .collect();
        let mut diagnostics = colliding_fields(definition);
        diagnostics.extend(colliding_enums(&enums));
        diagnostics.extend(
            enums
                .iter()
                .flat_map(|(property, open)| lost_variants(property, open)),
        );
        let module = Module {
            name: ModuleName::of_type(&ident),
            source: definition
                .origin
                .source
                .path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            origin: definition.origin.clone(),
            item: self.item(&docs, definition, ident),
            enums: enums.into_iter().map(|(_, open)| open).collect(),
        };
        (module, diagnostics)
    }

    fn item(&self, docs: &Docs<'_>, definition: &Definition, ident: TypeIdent) -> Item {
        let doc = docs.definition(definition);
        if definition.properties.is_empty() {
            return Item::Alias(Alias { ident, doc });
        }
        let fields = definition
            .properties
            .iter()
            .map(|property| self.field(docs, &ident, property))
            .collect();
        Item::Model(Model {
            ident,
            wire_name: definition.name.to_string(),
            doc,
            derives: definition.rust.derives.clone(),
            attributes: definition.rust.attributes.clone(),
            fields,
        })
    }

    fn field(&self, docs: &Docs<'_>, definition: &TypeIdent, property: &Property) -> Field {
        let ty = self.field_type(definition, property, &property.ty);
        Field {
            ident: field_ident(property),
            wire_name: property.name.to_string(),
            doc: docs.property(property),
            kind: ty.kind(),
            required: property.required,
            secret: property.is_secret(),
            ty,
        }
    }

    fn field_type(&self, definition: &TypeIdent, property: &Property, ty: &Type) -> FieldType {
        let inner = |inner: &Type| Box::new(self.field_type(definition, property, inner));
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
            Type::Object => Kind::Any,
            Type::Map(values) => return FieldType::Map(inner(values)),
            Type::Array(items) => return FieldType::List(inner(items)),
            Type::Enum(_) => return FieldType::Enum(values_ident(definition, property)),
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

    /// Documentation that links to what the definition itself refers to: elsewhere a word may be just a word.
    fn docs<'b>(&'b self, definition: &'b Definition) -> Docs<'b> {
        let references = definition
            .properties
            .iter()
            .filter_map(|property| property.ty.reference());
        Docs::new(
            references.filter_map(|name| {
                Some((name.as_str(), self.by_name.get(name.as_str())?.ident()?))
            }),
        )
    }
}

/// The enum of a property's values.
fn open_enum(definition: &TypeIdent, property: &Property, values: &[String]) -> OpenEnum {
    let mut variants: Vec<Variant> = Vec::new();
    for value in values {
        let ident = VariantIdent::of_value(value);
        if variants.iter().all(|variant| variant.ident != ident) {
            variants.push(Variant {
                ident,
                value: value.clone(),
                doc: doc::variant(value),
            });
        }
    }
    OpenEnum {
        ident: values_ident(definition, property),
        doc: doc::open_enum(definition, property),
        values: values.to_vec(),
        variants,
    }
}

/// The values that a type lists.
fn values(ty: &Type) -> Option<&[String]> {
    match ty {
        Type::Enum(values) => Some(values),
        Type::Array(inner) | Type::Map(inner) => values(inner),
        _ => None,
    }
}

/// The name of a definition's type.
pub(super) fn type_ident(definition: &Definition) -> TypeIdent {
    TypeIdent::of_definition(
        definition
            .rust
            .name
            .as_deref()
            .unwrap_or(definition.name.as_str()),
    )
}

/// The name of a property's field.
pub(super) fn field_ident(property: &Property) -> FieldIdent {
    FieldIdent::of_property(
        property
            .rust_name
            .as_deref()
            .unwrap_or(property.name.as_str()),
    )
}

/// The name of the enum of a property's values.
fn values_ident(definition: &TypeIdent, property: &Property) -> TypeIdent {
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

/// A warning for each listed value that has no variant of its own.
fn lost_variants(property: &Property, open: &OpenEnum) -> Vec<Diagnostic> {
    let has_variant = |value: &String| open.variants.iter().any(|variant| variant.value == *value);
    let lost = open.values.iter().filter(|value| !has_variant(value));
    lost.map(|value| {
        let ident = VariantIdent::of_value(value);
        Diagnostic::new(
            Code::VariantCollision,
            format!(
                "`{value}` and another value of `{}` become one variant, `{ident}`",
                property.name
            ),
        )
        .label(
            &property.origin.source,
            property.origin.span.clone(),
            "listed in this property's description",
        )
        .help(format!(
            "`{value}` is kept as text, in the variant `{}`",
            VariantIdent::UNLISTED
        ))
    })
    .collect()
}
