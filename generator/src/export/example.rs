//! The example in the README of an exported crate, which decodes one of the models.

use genesys_runtime::Scalar;

use crate::plan::{Field, FieldType, Model, Module};

/// The maximum number of fields in the example.
const MAX_FIELDS: usize = 3;

/// Returns the code of the example.
pub fn example(crate_name: &str, modules: &[Module], preferred: &[String]) -> String {
    let library = crate_name.replace('-', "_");
    let (ty, fields) = match model(modules, preferred) {
        Some(model) => (format!("{library}::{}", model.ident), samples(model)),
        None => ("serde_json::Value".to_owned(), Vec::new()),
    };
    let sent = fields.iter().map(|(field, sample)| {
        let (name, json) = (&field.wire_name, sample.json);
        format!("\"{name}\": {json}, ")
    });
    let checks = fields.iter().map(|(field, sample)| {
        let (ident, Sample { get, value, .. }) = (&field.ident, sample);
        format!("assert_eq!(value.{ident}{get}, Some({value}));\n")
    });
    let (sent, checks): (String, String) = (sent.collect(), checks.collect());
    include_str!("example.in")
        .replace("{type}", &ty)
        .replace("{sent}", &sent)
        .replace("{checks}", &checks)
}

/// Selects a model: a preferred one, the first one with suitable fields, or any.
fn model<'a>(modules: &'a [Module], preferred: &[String]) -> Option<&'a Model> {
    let models: Vec<_> = modules.iter().filter_map(Module::model).collect();
    let mut selected = preferred.iter().filter_map(|name| {
        let has_name = |model: &&&Model| model.wire_name == *name;
        models.iter().find(has_name)
    });
    selected
        .next()
        .or_else(|| models.iter().find(|model| !samples(model).is_empty()))
        .or(models.first())
        .copied()
}

/// A sample value of a field.
struct Sample {
    json: &'static str,
    get: &'static str,
    value: &'static str,
}

/// Returns the fields for the example, with sample values.
fn samples(model: &Model) -> Vec<(&Field, Sample)> {
    let fields = model.fields.iter();
    let samples = fields.filter_map(|field| Some((field, sample(field)?)));
    samples.take(MAX_FIELDS).collect()
}

/// Returns a sample value, if the field has a simple type and its name in JSON needs no escaping.
fn sample(field: &Field) -> Option<Sample> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    if field.secret || !field.wire_name.chars().all(is_plain) {
        return None;
    }
    let (json, get, value) = match &field.ty {
        FieldType::Scalar(Scalar::Text) => ("\"some text\"", ".as_deref()", "\"some text\""),
        FieldType::Scalar(Scalar::Number) => ("5", "", "5.into()"),
        FieldType::Scalar(Scalar::Boolean) => ("true", "", "true"),
        FieldType::Scalar(_)
        | FieldType::Enum(_)
        | FieldType::Model(_)
        | FieldType::Alias(_)
        | FieldType::List(_)
        | FieldType::Map(_) => return None,
    };
    Some(Sample { json, get, value })
}
