//! The definitions as a JSON Schema, for validators and code generators.

mod keywords;
mod reference;

use super::pretty;
use crate::schema::{Definition, NumberFormat, Property, Schema, Type};
use keywords::{Keywords, Value};
use reference::reference;

/// The dialect that is spoken.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// What a reader of the document has to know.
const COMMENT: &str =
    "As in the docs, required is about requests: a response may leave required properties out.";

/// Prints the definitions as a JSON Schema document of draft 2020-12: `$defs` has a schema for each.
///
/// With roots, the document describes a payload that is one of them. Without, it describes nothing by itself, and
/// is made to be referred to, as in `{"$ref": "genesys.json#/$defs/Widget"}`.
///
/// It takes what the docs say at their word, and no further:
///
/// - properties keep the docs' order, and those that the docs call required are `required`;
/// - undocumented properties are welcome (`additionalProperties`), and an optional property may be `null`, but items may not;
/// - a listed set of values is open: `anyOf` has the `enum` for editors and code generators, and any other text;
/// - `format` is given where JSON Schema has one (`date-time`, `date`, `duration`); it is an annotation unless a
///   validator is told otherwise. Local times and intervals are plain text;
/// - an empty definition, and `object`, are any JSON value.
///
/// ```
/// use genesys_modelgen::schema::{Schema, print::json_schema};
///
/// let text = json_schema(&Schema::default(), &[]);
/// assert!(text.contains(r#""$schema": "https://json-schema.org/draft/2020-12/schema""#));
/// ```
#[must_use]
pub fn json_schema(schema: &Schema, roots: &[String]) -> String {
    let definitions = schema.definitions.iter();
    let document = root(roots)
        .with("$comment", Value::Text(COMMENT))
        .with(
            "$defs",
            Value::Named(
                definitions
                    .map(|one| (one.name.as_str(), definition(one)))
                    .collect(),
            ),
        )
        .with("$schema", Value::Text(DIALECT));
    pretty(&document)
}

/// What a whole payload is.
fn root(roots: &[String]) -> Keywords<'_> {
    match roots {
        [] => Keywords::default(),
        [root] => refers_to(root),
        several => any_of(several.iter().map(|root| refers_to(root)).collect()),
    }
}

fn definition(definition: &Definition) -> Keywords<'_> {
    let schema = if definition.properties.is_empty() {
        Keywords::default()
    } else {
        object(&definition.properties)
    };
    described(schema, definition.description.as_deref())
}

fn object(properties: &[Property]) -> Keywords<'_> {
    let required: Vec<_> = properties
        .iter()
        .filter(|one| one.required)
        .map(|one| one.name.as_str())
        .collect();
    let schema = typed("object")
        .with("additionalProperties", Value::Flag(true))
        .with(
            "properties",
            Value::Named(
                properties
                    .iter()
                    .map(|one| (one.name.as_str(), property(one)))
                    .collect(),
            ),
        );
    if required.is_empty() {
        schema
    } else {
        schema.with("required", Value::Texts(required))
    }
}

fn property(property: &Property) -> Keywords<'_> {
    let schema = of_type(&property.ty);
    let schema = if property.required {
        schema
    } else {
        schema.or_null()
    };
    described(schema, property.description.as_deref())
}

fn described<'a>(schema: Keywords<'a>, description: Option<&'a str>) -> Keywords<'a> {
    match description {
        Some(text) => schema.with("description", Value::Text(text)),
        None => schema,
    }
}

fn of_type(ty: &Type) -> Keywords<'_> {
    match ty {
        Type::String | Type::LocalDateTime | Type::Interval => typed("string"),
        Type::DateTime => text_in("date-time"),
        Type::Date => text_in("date"),
        Type::Duration => text_in("duration"),
        Type::Number(NumberFormat::Integer) => typed("integer"),
        Type::Number(NumberFormat::Any | NumberFormat::Float) => typed("number"),
        Type::Boolean => typed("boolean"),
        Type::Object => Keywords::default(),
        Type::Map(values) => typed("object").with("additionalProperties", of_type(values).into()),
        Type::Enum(values) => open_enum(values),
        Type::Array(items) => typed("array").with("items", of_type(items).into()),
        Type::Ref(name) => refers_to(name.as_str()),
    }
}

fn typed(name: &str) -> Keywords<'_> {
    Keywords::default().with("type", Value::Text(name))
}

fn text_in(format: &str) -> Keywords<'_> {
    typed("string").with("format", Value::Text(format))
}

fn open_enum(values: &[String]) -> Keywords<'_> {
    let listed = Keywords::default().with(
        "enum",
        Value::Texts(values.iter().map(String::as_str).collect()),
    );
    any_of(vec![listed, typed("string")])
}

fn any_of(branches: Vec<Keywords<'_>>) -> Keywords<'_> {
    Keywords::default().with("anyOf", Value::Schemas(branches))
}

fn refers_to(name: &str) -> Keywords<'_> {
    Keywords::default().with("$ref", Value::Reference(reference(name)))
}

#[cfg(test)]
mod tests;
