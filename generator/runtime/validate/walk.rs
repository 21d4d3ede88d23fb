//! The walk through a model, on which violations are found.

use ::serde::de::DeserializeSeed;
use ::serde_json::{Map, Value};

use super::{
    super::{
        Kind, Model, Properties, Property,
        debug::is_secret,
        decode::{Fit, SlotSeed},
        fields::Access,
        list::{List, items},
        map::Entries,
        model,
        token::Token,
        value::{Slot, View},
        values::Values,
    },
    Violation, ViolationKind,
    pointer::Pointer,
};

/// A walk through a model.
///
/// It has a scratch value of the same type beside it: where JSON is held that does not fit its field, the
/// scratch value's field tells what would fit, at any depth.
#[derive(Default)]
pub struct Walk {
    /// What was found.
    pub violations: Vec<Violation>,
    place: Pointer,
    /// Whether what is looked at is a secret.
    secret: bool,
}

impl Walk {
    /// Looks at a model: its properties, and what the docs do not know.
    pub fn model(&mut self, model: &dyn Model, scratch: &mut dyn Model) {
        let values = Values::of(model);
        let properties = values.properties;
        for (index, property) in properties.iter().enumerate() {
            self.enter(property.name, property.secret, |walk| {
                match values.get(index) {
                    Some(view) => walk.typed(view, || scratch.slot(index, Access::Open)),
                    None => walk.untyped(values.extra.get(property.name), &property, || {
                        scratch.slot(index, Access::Open)
                    }),
                }
            });
        }
        self.undocumented(properties, values.extra.iter().map(|(name, _)| name));
    }

    /// Looks at an object that is, or should be, a model's.
    fn object(&mut self, object: &Map<String, Value>, scratch: &mut dyn Model) {
        let properties = model::properties(scratch);
        for (index, property) in properties.iter().enumerate() {
            self.enter(property.name, property.secret, |walk| {
                walk.untyped(object.get(property.name), &property, || {
                    scratch.slot(index, Access::Open)
                });
            });
        }
        self.undocumented(properties, object.keys().map(String::as_str));
    }

    fn undocumented<'a>(&mut self, properties: Properties, names: impl Iterator<Item = &'a str>) {
        for name in names.filter(|name| properties.position(name).is_none()) {
            self.enter(name, false, |walk| walk.report(ViolationKind::Undocumented));
        }
    }

    /// Looks at a property of which no typed value is there.
    fn untyped<'s>(
        &mut self,
        value: Option<&Value>,
        property: &Property,
        scratch: impl FnOnce() -> Slot<'s>,
    ) {
        match value {
            None if property.required => self.report(ViolationKind::Missing),
            // An optional property may well be null.
            Some(Value::Null) if !property.required => {}
            None => {}
            Some(value) => self.sent(value, scratch()),
        }
    }

    /// Looks at a value that has its type.
    fn typed<'s>(&mut self, view: View<'_>, scratch: impl FnOnce() -> Slot<'s>) {
        match view {
            View::Token(token) => self.token(token),
            View::Model(model) => {
                if let Slot::Model(scratch) = scratch() {
                    self.model(model, scratch);
                }
            }
            View::List(list) => {
                if let Slot::List(scratch) = scratch() {
                    self.list(list, scratch);
                }
            }
            View::Map(map) => {
                if let Slot::Map(scratch) = scratch() {
                    self.map(map, scratch);
                }
            }
            _ => {}
        }
    }

    fn list(&mut self, list: &dyn List, scratch: &mut dyn List) {
        for (index, item) in items(list).enumerate() {
            self.enter_item(index, |walk| walk.typed(item, || scratch.push()));
            scratch.pop();
        }
    }

    fn map(&mut self, map: &dyn Entries, scratch: &mut dyn Entries) {
        for (name, value) in map.entries() {
            self.enter(name, is_secret(name), |walk| {
                walk.typed(value, || scratch.put(String::new()));
            });
        }
    }

    fn token(&mut self, token: &dyn Token) {
        if !token.is_listed() {
            let value = if self.secret {
                "<redacted>"
            } else {
                token.text()
            };
            self.report(ViolationKind::Unlisted {
                value: value.into(),
            });
        }
    }

    /// Looks at JSON that is not, or not as a whole, of its property's type, as deep as it does fit.
    fn sent(&mut self, value: &Value, scratch: Slot<'_>) {
        match (scratch, value) {
            (Slot::Any(_), _) => {}
            (Slot::List(list), Value::Array(values)) => {
                for (index, value) in values.iter().enumerate() {
                    self.enter_item(index, |walk| walk.sent(value, list.push()));
                }
            }
            (Slot::Map(map), Value::Object(values)) => {
                for (name, value) in values {
                    self.enter(name, is_secret(name), |walk| {
                        walk.sent(value, map.put(name.clone()));
                    });
                }
            }
            (Slot::Model(model), Value::Object(object)) => self.object(object, model),
            (Slot::Token(token), Value::String(text)) => self.token(token.set(text)),
            (slot, value) => {
                let expected = kind(&slot);
                if !fits(slot, value) {
                    self.report(ViolationKind::Shape {
                        expected,
                        found: found(value),
                    });
                }
            }
        }
    }

    /// Looks at what is under a name; all that is in a secret is one.
    fn enter(&mut self, name: &str, secret: bool, visit: impl FnOnce(&mut Self)) {
        let before = self.secret;
        self.secret |= secret;
        let mark = self.place.enter(name);
        visit(self);
        self.place.leave(mark);
        self.secret = before;
    }

    fn enter_item(&mut self, index: usize, visit: impl FnOnce(&mut Self)) {
        self.enter(&index.to_string(), self.secret, visit);
    }

    fn report(&mut self, kind: ViolationKind) {
        let pointer = self.place.to_text();
        self.violations.push(Violation { pointer, kind });
    }
}

/// Decodes a value into a slot.
fn fits(slot: Slot<'_>, value: &Value) -> bool {
    let fit = SlotSeed(slot).deserialize(value);
    matches!(fit, Ok(Fit::Typed | Fit::Beside(_)))
}

fn found(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn kind(slot: &Slot<'_>) -> Kind {
    match slot {
        Slot::Text(_) => Kind::Text,
        Slot::Token(token) => token.kind(),
        Slot::Number(_) => Kind::Number,
        Slot::Integer(_) => Kind::Integer,
        Slot::Float(_) => Kind::Float,
        Slot::Boolean(_) => Kind::Boolean,
        Slot::Any(_) | Slot::Rest(..) | Slot::Closed => Kind::Any,
        Slot::Model(_) => Kind::Model,
        Slot::List(_) => Kind::List,
        Slot::Map(_) => Kind::Map,
    }
}
