//! An example that decodes one of the models.

use crate::plan::{Field, Item, Kind, Model, Module};

/// How many fields it shows.
const SHOWN: usize = 3;

/// The code of an example with the first model that has something to show, or with any JSON value.
pub fn example(crate_name: &str, modules: &[Module], preferred: &[&str]) -> String {
    let library = crate_name.replace('-', "_");
    let (ty, fields) = match model(modules, preferred) {
        Some(model) => (format!("{library}::{}", model.ident), shown(model)),
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

/// A model to show: a preferred one, or the first that has fields to show, or else any.
fn model<'a>(modules: &'a [Module], preferred: &[&str]) -> Option<&'a Model> {
    let models: Vec<_> = modules.iter().filter_map(of_module).collect();
    let mut wanted = preferred.iter().filter_map(|name| {
        let has_name = |model: &&&Model| model.wire_name == *name;
        models.iter().find(has_name)
    });
    wanted
        .next()
        .or_else(|| models.iter().find(|model| !shown(model).is_empty()))
        .or(models.first())
        .copied()
}

fn of_module(module: &Module) -> Option<&Model> {
    match &module.item {
        Item::Model(model) => Some(model),
        Item::Alias(_) => None,
    }
}

/// A value of a field.
struct Sample {
    json: &'static str,
    get: &'static str,
    value: &'static str,
}

fn shown(model: &Model) -> Vec<(&Field, Sample)> {
    let fields = model.fields.iter();
    let samples = fields.filter_map(|field| Some((field, sample(field)?)));
    samples.take(SHOWN).collect()
}

/// A value of a field that is plain, and whose name needs no escapes.
fn sample(field: &Field) -> Option<Sample> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    if field.secret || !field.wire_name.chars().all(is_plain) {
        return None;
    }
    let (json, get, value) = match field.kind {
        Kind::Text => ("\"some text\"", ".as_deref()", "\"some text\""),
        Kind::Number => ("5", "", "5.into()"),
        Kind::Boolean => ("true", "", "true"),
        _ => return None,
    };
    Some(Sample { json, get, value })
}
