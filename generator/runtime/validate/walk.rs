//! The walk through a model, on which violations are found.

use ::serde::de::DeserializeSeed;
use ::serde_json::Value;

use super::{
    super::{
        Kind, Model, Property,
        access::Access,
        debug::is_secret,
        decode::{Fit, SlotSeed},
        list::items,
        model::position,
        property::Shape,
        token::Token,
        value::{Slot, View},
        values::Values,
    },
    Violation, ViolationKind,
    pointer::Pointer,
};

/// A walk through a model.
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
    pub fn model(&mut self, model: &dyn Model) {
        let (shape, values) = (model.shape(), Values::of(model));
        for (index, property) in shape.properties.iter().enumerate() {
            self.enter(property.name, property.secret, |walk| {
                walk.property(shape, &values, index, property);
            });
        }
        let is_unknown = |name: &str| position(shape.properties, name).is_none();
        for (name, _) in values.extra.iter().filter(|(name, _)| is_unknown(name)) {
            self.enter(name, false, |walk| walk.report(ViolationKind::Undocumented));
        }
    }

    fn property(&mut self, shape: &Shape, values: &Values<'_>, index: usize, property: &Property) {
        match (values.get(index), values.extra.get(property.name)) {
            (Some(view), _) => self.typed(view),
            (None, None) if property.required => self.report(ViolationKind::Missing),
            // An optional property may well be null.
            (None, Some(Value::Null)) if !property.required => {}
            (None, Some(value)) => {
                let mut scratch = (shape.blank)();
                self.sent(scratch.slot(index, Access::Open), value);
            }
            (None, None) => {}
        }
    }

    /// Looks at a value that has its type.
    fn typed(&mut self, view: View<'_>) {
        match view {
            View::Token(token) => self.token(token),
            View::Model(model) => self.model(model),
            View::List(list) => {
                for (index, item) in items(list).enumerate() {
                    self.enter_item(index, |walk| walk.typed(item));
                }
            }
            View::Map(map) => {
                for (name, value) in map.entries() {
                    self.enter(name, is_secret(name), |walk| walk.typed(value));
                }
            }
            _ => {}
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

    /// Looks at JSON that is not, or not as a whole, of its property's type: as deep as
    /// it does fit, it is decoded into a scratch slot and looked at like any other.
    fn sent(&mut self, slot: Slot<'_>, value: &Value) {
        match (slot, value) {
            (Slot::Any(_), _) => {}
            (Slot::List(list), Value::Array(values)) => {
                for (index, value) in values.iter().enumerate() {
                    self.enter_item(index, |walk| walk.sent(list.push(), value));
                }
            }
            (Slot::Map(map), Value::Object(values)) => {
                for (name, value) in values {
                    self.enter(name, is_secret(name), |walk| {
                        walk.sent(map.put(name.clone()), value);
                    });
                }
            }
            (Slot::Model(model), Value::Object(_)) => {
                fits(Slot::Model(model), value);
                self.model(model);
            }
            (Slot::Token(token), Value::String(text)) => {
                self.token(token.set(text));
            }
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
        Slot::Any(_) | Slot::Extra(_) | Slot::Closed => Kind::Any,
        Slot::Model(_) => Kind::Model,
        Slot::List(_) => Kind::List,
        Slot::Map(_) => Kind::Map,
    }
}
