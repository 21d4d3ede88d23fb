//! The `Debug` implementation of all models, which redacts secrets.

use ::core::fmt::{self, Debug, Formatter};

use ::serde_json::Value;

use super::{
    Extra, ModelFields, Properties,
    original::Sent,
    redact::{REDACTED, redacted},
    secret::is_secret,
    value::ValueRef,
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
    let text = |name| match values.get(properties.position(name)?)? {
        ValueRef::Text(text) => Some(text),
        _ => None,
    };
    let is_named = names_secret(text, properties.secrets);
    let mut fields = f.debug_struct(properties.definition());
    for (property, sent) in properties.iter().zip(values.iter()) {
        let Some(sent) = sent else { continue };
        if property.secret || (is_named && property.name == "value") {
            fields.field(property.name, &Redacted);
        } else {
            let secrets = properties.secrets;
            fields.field(property.name, &Printed { sent, secrets });
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
        sent: Sent::exact(value),
        secrets: &[],
    }
    .fmt(f)
}

struct Redacted;

impl Debug for Redacted {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

/// A value to format, and the names that overrides declare secret.
pub(super) struct Printed<'a> {
    pub(super) sent: Sent<'a>,
    pub(super) secrets: &'static [&'static str],
}

impl Printed<'_> {
    fn is_secret(&self, name: &str) -> bool {
        is_secret(name) || self.secrets.contains(&name)
    }

    fn fmt_json(&self, value: &Value, f: &mut Formatter<'_>) -> fmt::Result {
        let secrets = self.secrets;
        let printed = |value| Printed {
            sent: Sent::exact(ValueRef::Any(value)),
            secrets,
        };
        match value {
            Value::Null => f.write_str("null"),
            Value::Bool(boolean) => Debug::fmt(boolean, f),
            Value::Number(number) => fmt::Display::fmt(number, f),
            Value::String(text) => Debug::fmt(&redacted(text), f),
            Value::Array(values) => f.debug_list().entries(values.iter().map(printed)).finish(),
            Value::Object(map) => {
                let entries = map.iter().map(|(name, value)| (name.as_str(), value));
                let text = |name| map.get(name).and_then(Value::as_str);
                let is_named = names_secret(text, secrets);
                fmt_entries(any_values(entries), secrets, f, |name| {
                    self.is_secret(name) || (is_named && name == "value")
                })
            }
        }
    }
}

impl Debug for Printed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let secrets = self.secrets;
        match self.sent.value {
            ValueRef::Text(text) => Debug::fmt(&redacted(text), f),
            ValueRef::TypedString(string) => Debug::fmt(&redacted(string.as_text()), f),
            ValueRef::Enum(text) => Debug::fmt(&redacted(text.as_str()), f),
            ValueRef::Number(number) => Debug::fmt(&number, f),
            ValueRef::Integer(integer) => Debug::fmt(&integer, f),
            ValueRef::Float(float) => Debug::fmt(&float, f),
            ValueRef::Boolean(boolean) => Debug::fmt(&boolean, f),
            ValueRef::Any(value) => self.fmt_json(value, f),
            ValueRef::Model(model) => debug(model, f),
            ValueRef::List(_) => {
                let items = self.sent.items().map(|sent| Printed { sent, secrets });
                f.debug_list().entries(items).finish()
            }
            ValueRef::Map(_) => {
                fmt_entries(self.sent.entries(), secrets, f, |name| self.is_secret(name))
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

/// Checks whether an object is the name and the value of a secret, like `{"name": "Authorization", "value": "..."}`.
fn names_secret<'a>(
    text: impl Fn(&'static str) -> Option<&'a str>,
    secrets: &[&'static str],
) -> bool {
    ["name", "key"].into_iter().any(|property| {
        text(property).is_some_and(|name| is_secret(name) || secrets.contains(&name))
    })
}

/// Formats the entries of an object, and redacts secrets other than `null`.
fn fmt_entries<'a>(
    entries: impl Iterator<Item = (&'a str, Sent<'a>)>,
    secrets: &'static [&'static str],
    f: &mut Formatter<'_>,
    is_secret: impl Fn(&str) -> bool,
) -> fmt::Result {
    let mut map = f.debug_map();
    for (name, sent) in entries {
        let is_null = matches!(sent.value, ValueRef::Any(Value::Null));
        if is_secret(name) && !is_null && !sent.value.holds_models() {
            map.entry(&name, &Redacted);
        } else {
            map.entry(&name, &Printed { sent, secrets });
        }
    }
    map.finish()
}

fn any_values<'a>(
    entries: impl Iterator<Item = (&'a str, &'a Value)>,
) -> impl Iterator<Item = (&'a str, Sent<'a>)> {
    entries.map(|(name, value)| (name, Sent::exact(ValueRef::Any(value))))
}
