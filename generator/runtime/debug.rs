//! `Debug` for all models, as derive would print them: what is set, and no secrets.

use ::core::fmt::{self, Debug, Formatter};

use ::serde_json::Value;

use super::{
    Extra, Model, Properties, list::items, secret, secret_names::SECRET_NAMES, value::View,
    values::Values,
};

/// Prints a model: what is set, under its name on the wire, then what `extra` holds.
///
/// # Errors
///
/// Where the formatter fails.
pub fn debug(model: &dyn Model, f: &mut Formatter<'_>) -> fmt::Result {
    let values = Values::of(model);
    let mut fields = f.debug_struct(values.properties.definition());
    for (property, value) in values.properties.iter().zip(values.iter()) {
        match value {
            Some(_) if property.secret => fields.field(property.name, &Redacted),
            Some(view) => fields.field(property.name, &view),
            None => continue,
        };
    }
    if !values.extra.is_empty() {
        let (extra, properties) = (values.extra, values.properties);
        fields.field("extra", &ExtraOf { extra, properties });
    }
    fields.finish()
}

/// Whether a name alone says that the value is a secret.
pub(super) fn is_secret(name: &str) -> bool {
    secret::is_secret(name) || SECRET_NAMES.contains(&name)
}

/// Says that a value is there, and not which.
struct Redacted;

impl Debug for Redacted {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}

impl Debug for View<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Text(text) => Debug::fmt(text, f),
            Self::Token(token) => Debug::fmt(token.text(), f),
            Self::Number(number) => Debug::fmt(&number, f),
            Self::Integer(integer) => Debug::fmt(&integer, f),
            Self::Float(float) => Debug::fmt(&float, f),
            Self::Boolean(boolean) => Debug::fmt(&boolean, f),
            Self::Any(value) => Json(value).fmt(f),
            Self::Model(model) => debug(model, f),
            Self::List(list) => f.debug_list().entries(items(list)).finish(),
            Self::Map(map) => print_entries(map.entries(), f, is_secret),
        }
    }
}

impl Debug for Extra {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        print_entries(views(self.iter()), f, is_secret)
    }
}

/// A model's `extra`, where a secret's value may have landed that has another shape than the docs say.
struct ExtraOf<'a> {
    extra: &'a Extra,
    properties: Properties,
}

impl Debug for ExtraOf<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let property = |name: &str| self.properties.get(name);
        let is_secret = |name: &str| is_secret(name) || property(name).is_some_and(|it| it.secret);
        print_entries(views(self.extra.iter()), f, is_secret)
    }
}

/// A JSON value, printed as JSON.
struct Json<'a>(&'a Value);

impl Debug for Json<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Null => f.write_str("null"),
            Value::Bool(boolean) => Debug::fmt(boolean, f),
            Value::Number(number) => fmt::Display::fmt(number, f),
            Value::String(text) => Debug::fmt(text, f),
            Value::Array(values) => f.debug_list().entries(values.iter().map(Json)).finish(),
            Value::Object(map) => {
                let values = map.iter().map(|(name, value)| (name.as_str(), value));
                print_entries(views(values), f, is_secret)
            }
        }
    }
}

/// Prints an object's entries, and of its secrets only that they are there; a null keeps no secret.
fn print_entries<'a>(
    entries: impl Iterator<Item = (&'a str, View<'a>)>,
    f: &mut Formatter<'_>,
    is_secret: impl Fn(&str) -> bool,
) -> fmt::Result {
    let mut map = f.debug_map();
    for (name, view) in entries {
        if is_secret(name) && !matches!(view, View::Any(Value::Null)) {
            map.entry(&name, &Redacted);
        } else {
            map.entry(&name, &view);
        }
    }
    map.finish()
}

/// JSON values by their names, to be read.
fn views<'a>(
    extra: impl Iterator<Item = (&'a str, &'a Value)>,
) -> impl Iterator<Item = (&'a str, View<'a>)> {
    extra.map(|(name, value)| (name, View::Any(value)))
}
