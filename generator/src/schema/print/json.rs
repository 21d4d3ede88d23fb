//! The schema itself, as JSON with sorted keys.

mod api;
mod compact;

use std::collections::BTreeMap;

use serde::Serialize;

use self::api::{ApiForm, api_form};
use super::pretty;
use crate::schema::{Definition, NumberFormat, Property, Schema, Type};

/// The version of the form; it changes when a program that reads the form would misread the new one.
pub const VERSION: u32 = 1;

// The fields of all structs here stand in the order of their names: the printed keys are sorted.

/// The whole of it.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    apis: BTreeMap<&'a str, ApiForm<'a>>,
    definitions: BTreeMap<&'a str, DefinitionForm<'a>>,
    version: u32,
}

#[derive(Serialize)]
struct DefinitionForm<'a> {
    description: Option<&'a str>,
    properties: Vec<PropertyForm<'a>>,
}

#[derive(Serialize)]
struct PropertyForm<'a> {
    description: Option<&'a str>,
    name: &'a str,
    required: bool,
    #[serde(rename = "type")]
    ty: TypeForm<'a>,
}

/// A kind, and what some kinds have beside it.
#[derive(Serialize, Default)]
struct TypeForm<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Box<TypeForm<'a>>>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<Values<'a>>,
}

/// The values of an enum, or the type of a map's.
#[derive(Serialize)]
#[serde(untagged)]
enum Values<'a> {
    Listed(&'a [String]),
    Typed(Box<TypeForm<'a>>),
}

/// Prints the schema as JSON: sorted keys, definitions by name, properties in the docs' order.
///
/// Every type is an object with a `kind`: `string`, `dateTime`, `localDateTime`, `date`, `interval`, `duration`,
/// `number`, `boolean`, `object`, `enum` (with the listed `values`, which are never all), `array` (with the type of
/// its `items`) or `ref` (with a definition's `name`). Overrides can add to two of them: `number` has the `format`
/// `i64` or `f64` where it is known, and `object` has the type of its `values` where its names are data.
///
/// Where the spec has pages of APIs, there are `apis` too, by name: their methods in the docs' order, each with its
/// `httpMethod`, `path`, `parameters` and `responses`.
///
/// The form has its own JSON Schema, `schema.schema.json` in the crate's folder.
///
/// ```
/// use genesys_modelgen::schema::{Schema, print::json};
///
/// assert_eq!(json(&Schema::default()), "{\n  \"definitions\": {},\n  \"version\": 1\n}\n");
/// ```
#[must_use]
pub fn json(schema: &Schema) -> String {
    pretty(&document(schema))
}

/// Prints the same JSON as [`json`] without spaces, and with a line for each property: about half as long, and
/// differences between two versions of it can still be read.
///
/// ```
/// use genesys_modelgen::schema::{Schema, print::compact};
///
/// assert_eq!(compact(&Schema::default()), "{\"definitions\":{\n},\"version\":1}\n");
/// ```
#[must_use]
pub fn compact(schema: &Schema) -> String {
    compact::compact(&document(schema))
}

fn document(schema: &Schema) -> Document<'_> {
    let definitions = schema.definitions.iter();
    let apis = schema.apis.iter();
    Document {
        apis: apis.map(|api| (api.name.as_str(), api_form(api))).collect(),
        definitions: definitions
            .map(|definition| (definition.name.as_str(), definition_form(definition)))
            .collect(),
        version: VERSION,
    }
}

fn definition_form(definition: &Definition) -> DefinitionForm<'_> {
    DefinitionForm {
        description: definition.description.as_deref(),
        properties: definition.properties.iter().map(property_form).collect(),
    }
}

fn property_form(property: &Property) -> PropertyForm<'_> {
    PropertyForm {
        description: property.description.as_deref(),
        name: property.name.as_str(),
        required: property.required,
        ty: type_form(&property.ty),
    }
}

fn type_form(ty: &Type) -> TypeForm<'_> {
    let form = TypeForm {
        kind: kind(ty),
        ..TypeForm::default()
    };
    match ty {
        Type::Number(format) => TypeForm {
            format: number_format(*format),
            ..form
        },
        Type::Map(values) => TypeForm {
            values: Some(Values::Typed(Box::new(type_form(values)))),
            ..form
        },
        Type::Enum(values) => TypeForm {
            values: Some(Values::Listed(values)),
            ..form
        },
        Type::Array(items) => TypeForm {
            items: Some(Box::new(type_form(items))),
            ..form
        },
        Type::Ref(name) => TypeForm {
            name: Some(name.as_str()),
            ..form
        },
        _ => form,
    }
}

const fn kind(ty: &Type) -> &'static str {
    match ty {
        Type::String => "string",
        Type::DateTime => "dateTime",
        Type::LocalDateTime => "localDateTime",
        Type::Date => "date",
        Type::Interval => "interval",
        Type::Duration => "duration",
        Type::Number(_) => "number",
        Type::Boolean => "boolean",
        Type::Object | Type::Map(_) => "object",
        Type::Enum(_) => "enum",
        Type::Array(_) => "array",
        Type::Ref(_) => "ref",
    }
}

const fn number_format(format: NumberFormat) -> Option<&'static str> {
    match format {
        NumberFormat::Any => None,
        NumberFormat::Integer => Some("i64"),
        NumberFormat::Float => Some("f64"),
    }
}

#[cfg(test)]
mod tests;
