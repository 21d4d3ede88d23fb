//! The definitions as a JSON Schema for validators and code generators.

mod keywords;

use super::pretty;
use crate::schema::{Definition, NumberFormat, Property, Schema, Type};
use genesys_runtime::Scalar;
use keywords::{KeywordValue, Keywords, reference};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

const COMMENT: &str =
    "As in the docs, required is about requests: a response may leave required properties out.";

/// Prints the definitions as a JSON Schema of draft 2020-12, each in `$defs`.
///
/// With roots, the document accepts a payload of one of these definitions. Without roots it accepts every payload, and
/// other schemas refer to its definitions, as in `{"$ref": "genesys.json#/$defs/Widget"}`.
///
/// - Properties keep the docs' order; those that the docs call required are `required`, and those that only the platform sets
///   `readOnly`.
/// - Undocumented properties are allowed. An optional property may be `null`; an item of a list may not.
/// - Listed values are open: `anyOf` has the `enum`, for editors and code generators, and `string`.
/// - `format` is `date-time`, `date` or `duration`, an annotation that most validators do not check. Local dates and times
///   and intervals are strings without a format.
/// - A definition without properties, and `object`, accept every JSON value.
///
/// ```
/// use genesys_modelgen::schema::{Schema, print::json_schema};
///
/// let text = json_schema(&Schema::default(), &[]);
/// assert!(text.contains(r#""$schema": "https://json-schema.org/draft/2020-12/schema""#));
/// ```
#[must_use]
pub fn json_schema(schema: &Schema, roots: &[String]) -> String {
    let definitions = { schema.definitions.iter() }
        .map(|it| (it.name.as_str(), definition(it)))
        .collect();
    let document = root(roots)
        .with("$comment", KeywordValue::Text(COMMENT))
        .with("$defs", KeywordValue::Named(definitions))
        .with("$schema", KeywordValue::Text(DIALECT));
    pretty(&document)
}

/// Returns the schema of the payload.
fn root(roots: &[String]) -> Keywords<'_> {
    match roots {
        [] => Keywords::default(),
        [root] => refers_to(root),
        several => any_of(several.iter().map(|root| refers_to(root)).collect()),
    }
}

fn definition(definition: &Definition) -> Keywords<'_> {
    let schema = match definition.properties.as_slice() {
        [] => Keywords::default(),
        properties => object(properties),
    };
    described(schema, definition.description.as_deref())
}

fn object(properties: &[Property]) -> Keywords<'_> {
    let required: Vec<_> = { properties.iter().filter(|it| it.required) }
        .map(|it| it.name.as_str())
        .collect();
    let properties = { properties.iter() }
        .map(|it| (it.name.as_str(), property(it)))
        .collect();
    let schema = typed("object")
        .with("additionalProperties", KeywordValue::Flag(true))
        .with("properties", KeywordValue::Named(properties));
    if required.is_empty() {
        schema
    } else {
        schema.with("required", KeywordValue::Texts(required))
    }
}

fn property(property: &Property) -> Keywords<'_> {
    let mut schema = of_type(&property.ty);
    if !property.required {
        schema = schema.or_null();
    }
    if property.read_only {
        schema = schema.with("readOnly", KeywordValue::Flag(true));
    }
    described(schema, property.description.as_deref())
}

fn described<'a>(schema: Keywords<'a>, description: Option<&'a str>) -> Keywords<'a> {
    match description {
        Some(text) => schema.with("description", KeywordValue::Text(text)),
        None => schema,
    }
}

fn of_type(ty: &Type) -> Keywords<'_> {
    match ty {
        Type::Scalar(Scalar::Text | Scalar::LocalDateTime | Scalar::Interval) => typed("string"),
        Type::Scalar(Scalar::DateTime) => text_in("date-time"),
        Type::Scalar(Scalar::Date) => text_in("date"),
        Type::Scalar(Scalar::Duration) => text_in("duration"),
        Type::Number(NumberFormat::Int32 | NumberFormat::Int64) => typed("integer"),
        Type::Number(NumberFormat::Float | NumberFormat::Double)
        | Type::Scalar(Scalar::Number | Scalar::Integer | Scalar::Float) => typed("number"),
        Type::Scalar(Scalar::Boolean) => typed("boolean"),
        Type::Scalar(Scalar::Any) => Keywords::default(),
        Type::Map(values) => typed("object").with("additionalProperties", of_type(values).into()),
        Type::Enum(listed) => {
            let values = listed.values.iter().map(String::as_str).collect();
            let listed = Keywords::default().with("enum", KeywordValue::Texts(values));
            any_of(vec![listed, typed("string")])
        }
        Type::Array(items) => typed("array").with("items", of_type(items).into()),
        Type::Ref(name) => refers_to(name.as_str()),
    }
}

fn typed(name: &str) -> Keywords<'_> {
    Keywords::default().with("type", KeywordValue::Text(name))
}

fn text_in(format: &str) -> Keywords<'_> {
    typed("string").with("format", KeywordValue::Text(format))
}

fn any_of(branches: Vec<Keywords<'_>>) -> Keywords<'_> {
    Keywords::default().with("anyOf", KeywordValue::Schemas(branches))
}

fn refers_to(name: &str) -> Keywords<'_> {
    Keywords::default().with("$ref", KeywordValue::Reference(reference(name)))
}

#[cfg(test)]
mod tests;
