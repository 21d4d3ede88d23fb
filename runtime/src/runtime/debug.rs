//! The `Debug` implementation of all models, which redacts secrets.

use ::core::fmt::{self, Debug, Formatter};

use ::serde_json::Value;

use super::{
    Extra, ModelFields, Properties, containers::items, secret::is_secret, value::ValueRef,
    visit::IndexedValues,
};

/// Formats a model: the fields that are set, under their names in JSON, then the entries of `extra`.
///
/// # Errors
///
/// Fails if the formatter fails.
pub fn debug(model: &dyn ModelFields, f: &mut Formatter<'_>) -> fmt::Result {
    let values = IndexedValues::of(model);
    let properties = values.properties;
    let mut fields = f.debug_struct(properties.definition());
    for (property, value) in properties.iter().zip(values.iter()) {
        let Some(value) = value else { continue };
        if property.secret {
            fields.field(property.name, &Redacted);
        } else {
            let secrets = properties.secrets;
            fields.field(property.name, &Printed { value, secrets });
        }
    }
    if !values.extra.is_empty() {
        let extra = values.extra;
        fields.field("extra", &ExtraOf { extra, properties });
    }
    fields.finish()
}

/// Formats a value that is not in a model.
pub(super) fn debug_value(value: ValueRef<'_>, f: &mut Formatter<'_>) -> fmt::Result {
    Printed {
        value,
        secrets: &[],
    }
    .fmt(f)
}

struct Redacted;

impl Debug for Redacted {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}

/// A value to format, and the names that overrides declare secret.
struct Printed<'a> {
    value: ValueRef<'a>,
    secrets: &'static [&'static str],
}

impl Printed<'_> {
    fn is_secret(&self, name: &str) -> bool {
        is_secret(name) || self.secrets.contains(&name)
    }

    fn fmt_json(&self, value: &Value, f: &mut Formatter<'_>) -> fmt::Result {
        let secrets = self.secrets;
        let printed = |value| Printed {
            value: ValueRef::Any(value),
            secrets,
        };
        match value {
            Value::Null => f.write_str("null"),
            Value::Bool(boolean) => Debug::fmt(boolean, f),
            Value::Number(number) => fmt::Display::fmt(number, f),
            Value::String(text) => Debug::fmt(text, f),
            Value::Array(values) => f.debug_list().entries(values.iter().map(printed)).finish(),
            Value::Object(map) => {
                let entries = map.iter().map(|(name, value)| (name.as_str(), value));
                fmt_entries(any_values(entries), secrets, f, |name| self.is_secret(name))
            }
        }
    }
}

impl Debug for Printed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let secrets = self.secrets;
        match self.value {
            ValueRef::Text(text) => Debug::fmt(text, f),
            ValueRef::TypedString(string) => Debug::fmt(string.as_text(), f),
            ValueRef::Enum(text) => Debug::fmt(text.as_str(), f),
            ValueRef::Number(number) => Debug::fmt(&number, f),
            ValueRef::Integer(integer) => Debug::fmt(&integer, f),
            ValueRef::Float(float) => Debug::fmt(&float, f),
            ValueRef::Boolean(boolean) => Debug::fmt(&boolean, f),
            ValueRef::Any(value) => self.fmt_json(value, f),
            ValueRef::Model(model) => debug(model, f),
            ValueRef::List(list) => {
                let items = items(list).map(|value| Printed { value, secrets });
                f.debug_list().entries(items).finish()
            }
            ValueRef::Map(map) => {
                fmt_entries(map.entries(), secrets, f, |name| self.is_secret(name))
            }
        }
    }
}

impl Debug for Extra {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let secrets = self.secrets();
        let is_secret = |name: &str| is_secret(name) || secrets.contains(&name);
        fmt_entries(any_values(self.iter()), secrets, f, is_secret)
    }
}

/// The `extra` map of a model, which can contain the value of a secret property.
struct ExtraOf<'a> {
    extra: &'a Extra,
    properties: Properties,
}

impl Debug for ExtraOf<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let secrets = self.properties.secrets;
        let property = |name: &str| self.properties.get(name);
        let is_secret = |name: &str| {
            is_secret(name) || secrets.contains(&name) || property(name).is_some_and(|it| it.secret)
        };
        fmt_entries(any_values(self.extra.iter()), secrets, f, is_secret)
    }
}

/// Formats the entries of an object, and redacts secrets other than `null`.
fn fmt_entries<'a>(
    entries: impl Iterator<Item = (&'a str, ValueRef<'a>)>,
    secrets: &'static [&'static str],
    f: &mut Formatter<'_>,
    is_secret: impl Fn(&str) -> bool,
) -> fmt::Result {
    let mut map = f.debug_map();
    for (name, value) in entries {
        if is_secret(name) && !matches!(value, ValueRef::Any(Value::Null)) {
            map.entry(&name, &Redacted);
        } else {
            map.entry(&name, &Printed { value, secrets });
        }
    }
    map.finish()
}

fn any_values<'a>(
    entries: impl Iterator<Item = (&'a str, &'a Value)>,
) -> impl Iterator<Item = (&'a str, ValueRef<'a>)> {
    entries.map(|(name, value)| (name, ValueRef::Any(value)))
}
