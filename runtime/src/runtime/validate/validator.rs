//! The traversal of a model that collects violations.

use ::serde::de::DeserializeSeed;
use ::serde_json::{Map, Value};

use super::{
    super::{
        Model, Properties, Property,
        containers::{DynList, DynMap, items},
        decode::{Decoded, ValueSeed},
        model,
        open_enum::EnumText,
        secret::is_secret,
        value::{ValueMut, ValueRef},
        visit::{IndexedValues, Init},
    },
    Violation, ViolationKind,
};

/// A traversal of a model together with a scratch value of the same type.
///
/// JSON that does not fit its field is decoded into the field of the scratch value, to locate the mismatch at any depth.
#[derive(Default)]
pub struct Validator {
    pub violations: Vec<Violation>,
    /// The JSON pointer of the current value.
    pointer: String,
    /// Whether the current value is within a secret.
    secret: bool,
}

impl Validator {
    pub fn model(&mut self, model: &dyn Model, scratch: &mut dyn Model) {
        let values = IndexedValues::of(model);
        let properties = values.properties;
        for (index, property) in properties.iter().enumerate() {
            let (value, extra) = (values.get(index), values.extra.get(property.name));
            self.within(property.name, property.secret, |validator| match value {
                Some(value) => validator.typed(value, || scratch.field_mut(index, Init::Blank)),
                None => {
                    validator.untyped(extra, &property, || scratch.field_mut(index, Init::Blank));
                }
            });
        }
        self.undocumented(properties, values.extra.iter().map(|(name, _)| name));
    }

    /// Validates a JSON object as a model.
    fn object(&mut self, object: &Map<String, Value>, scratch: &mut dyn Model) {
        let properties = model::properties(scratch);
        for (index, property) in properties.iter().enumerate() {
            self.within(property.name, property.secret, |validator| {
                validator.untyped(object.get(property.name), &property, || {
                    scratch.field_mut(index, Init::Blank)
                });
            });
        }
        self.undocumented(properties, object.keys().map(String::as_str));
    }

    fn undocumented<'a>(&mut self, properties: Properties, names: impl Iterator<Item = &'a str>) {
        for name in names.filter(|name| properties.position(name).is_none()) {
            self.within(name, false, |validator| {
                validator.report(ViolationKind::Undocumented);
            });
        }
    }

    /// Validates a property whose field is unset.
    fn untyped<'s>(
        &mut self,
        value: Option<&Value>,
        property: &Property,
        scratch: impl FnOnce() -> ValueMut<'s>,
    ) {
        match value {
            None if property.required => self.report(ViolationKind::Missing),
            // An optional property may be null.
            Some(Value::Null) if !property.required => {}
            None => {}
            Some(value) => self.json(value, scratch()),
        }
    }

    /// Validates the value of a field.
    fn typed<'s>(&mut self, value: ValueRef<'_>, scratch: impl FnOnce() -> ValueMut<'s>) {
        match value {
            ValueRef::Enum(text) => self.open_enum(text),
            ValueRef::Model(model) => {
                if let ValueMut::Model(scratch) = scratch() {
                    self.model(model, scratch);
                }
            }
            ValueRef::List(list) => {
                if let ValueMut::List(scratch) = scratch() {
                    self.list(list, scratch);
                }
            }
            ValueRef::Map(map) => {
                if let ValueMut::Map(scratch) = scratch() {
                    self.map(map, scratch);
                }
            }
            ValueRef::Text(_)
            | ValueRef::Number(_)
            | ValueRef::Integer(_)
            | ValueRef::Float(_)
            | ValueRef::Boolean(_)
            | ValueRef::Any(_) => {}
        }
    }

    fn list(&mut self, list: &dyn DynList, scratch: &mut dyn DynList) {
        for (index, item) in items(list).enumerate() {
            self.within_item(index, |validator| {
                validator.typed(item, || scratch.push_blank());
            });
            scratch.pop();
        }
    }

    fn map(&mut self, map: &dyn DynMap, scratch: &mut dyn DynMap) {
        for (name, value) in map.entries() {
            self.within(name, is_secret(name), |validator| {
                validator.typed(value, || scratch.insert_blank(String::new()));
            });
        }
    }

    fn open_enum(&mut self, text: &EnumText) {
        if !text.is_listed() {
            let value = if self.secret {
                "<redacted>"
            } else {
                text.as_str()
            };
            self.report(ViolationKind::Unlisted {
                value: value.into(),
            });
        }
    }

    /// Validates JSON that could not be stored in its field as a whole.
    fn json(&mut self, value: &Value, scratch: ValueMut<'_>) {
        match (scratch, value) {
            (ValueMut::Any(_), _) => {}
            (ValueMut::List(list), Value::Array(values)) => {
                for (index, value) in values.iter().enumerate() {
                    self.within_item(index, |validator| {
                        validator.json(value, list.push_blank());
                    });
                }
            }
            (ValueMut::Map(map), Value::Object(values)) => {
                for (name, value) in values {
                    self.within(name, is_secret(name), |validator| {
                        validator.json(value, map.insert_blank(name.clone()));
                    });
                }
            }
            (ValueMut::Model(model), Value::Object(object)) => self.object(object, model),
            (ValueMut::Enum(_, values), Value::String(text)) => {
                self.open_enum(&EnumText::new(text, values));
            }
            (scratch, value) => {
                let expected = scratch.kind();
                if !fits(scratch, value) {
                    let found = json_type(value);
                    self.report(ViolationKind::Shape { expected, found });
                }
            }
        }
    }

    /// Validates the value under a name. Everything within a secret is secret.
    fn within(&mut self, name: &str, secret: bool, validate: impl FnOnce(&mut Self)) {
        let (length, was_secret) = (self.pointer.len(), self.secret);
        self.secret |= secret;
        self.pointer.push('/');
        self.pointer += &name.replace('~', "~0").replace('/', "~1");
        validate(self);
        self.pointer.truncate(length);
        self.secret = was_secret;
    }

    fn within_item(&mut self, index: usize, validate: impl FnOnce(&mut Self)) {
        self.within(&index.to_string(), false, validate);
    }

    fn report(&mut self, kind: ViolationKind) {
        let pointer = self.pointer.clone();
        self.violations.push(Violation { pointer, kind });
    }
}

fn fits(field: ValueMut<'_>, value: &Value) -> bool {
    let decoded = ValueSeed(field).deserialize(value);
    matches!(decoded, Ok(Decoded::Exact | Decoded::Lossy(_)))
}

fn json_type(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
