//! The traversal of a model that collects violations.

use ::serde::de::DeserializeSeed;
use ::serde_json::{Map, Value};

use super::{
    super::{
        Extra, ModelFields, Properties, Property,
        containers::items,
        decode::{Decoded, ValueSeed},
        encode::to_value,
        extra,
        field_value::TypedString,
        model_fields,
        open_enum::EnumText,
        redact::{REDACTED, redacted},
        secret::is_secret,
        value::{ValueMut, ValueRef},
        visit::{FieldVisitor, Init, Visit, WithBlank},
    },
    Violation, ViolationKind,
    violation::json_type,
};

/// A traversal of a model that collects violations.
///
/// JSON that does not fit its field is decoded into a blank value of the field's type, to locate the mismatch at any depth.
pub struct Validator {
    violations: Vec<Violation>,
    /// Whether required properties may not be missing or null.
    checks_required: bool,
    /// The JSON pointer of the current value.
    pointer: String,
    /// Whether the current value is within a secret.
    secret: bool,
    /// Whether the docs cut the list of the current value short.
    cut_short: bool,
}

impl Validator {
    pub fn for_requests() -> Self {
        Self {
            checks_required: true,
            ..Self::for_responses()
        }
    }

    pub fn for_responses() -> Self {
        Self {
            violations: Vec::new(),
            checks_required: false,
            pointer: String::new(),
            secret: false,
            cut_short: false,
        }
    }

    /// Returns the violations of a model.
    pub fn violations(mut self, model: &dyn ModelFields) -> Vec<Violation> {
        self.model(model);
        self.violations
    }

    fn model(&mut self, model: &dyn ModelFields) {
        let mut fields = FieldValidator {
            validator: self,
            properties: Properties::default(),
            extra: extra::empty(),
        };
        model.visit_fields(&mut FieldVisitor::of_all(&mut fields));
        let FieldValidator {
            properties, extra, ..
        } = fields;
        self.undocumented(properties, extra.iter().map(|(name, _)| name));
    }

    /// Validates a JSON object as a model.
    fn object(&mut self, object: &Map<String, Value>, blank: &mut dyn ModelFields) {
        let properties = model_fields::properties(blank);
        for (index, property) in properties.iter().enumerate() {
            self.property(&property, |validator| {
                validator.untyped(object.get(property.name), &property, |validate| {
                    validate(blank.field_mut(index, Init::Blank));
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
    fn untyped(
        &mut self,
        value: Option<&Value>,
        property: &Property,
        with_blank: impl FnOnce(&mut dyn FnMut(ValueMut<'_>)),
    ) {
        let is_required = property.required && self.checks_required;
        match value {
            None if is_required => self.report(ViolationKind::Missing),
            Some(Value::Null) if !is_required => {}
            None => {}
            Some(value) => with_blank(&mut |blank| self.json(value, blank)),
        }
    }

    /// Validates the value of a field.
    fn typed(&mut self, value: ValueRef<'_>) {
        match value {
            ValueRef::TypedString(string) => self.typed_string(string),
            ValueRef::Enum(text) => self.open_enum(text),
            ValueRef::Model(model) => self.model(model),
            ValueRef::List(list) => {
                for (index, item) in items(list).enumerate() {
                    self.within_item(index, |validator| validator.typed(item));
                }
            }
            ValueRef::Map(map) => {
                for (name, value) in map.entries() {
                    let secret = is_secret(name) && !value.holds_models();
                    self.within(name, secret, |validator| validator.typed(value));
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

    fn typed_string(&mut self, string: &dyn TypedString) {
        if let Err(error) = string.check() {
            let (value, expected) = (self.printable(string.as_text()), error.expected());
            self.report(ViolationKind::Unreadable { value, expected });
        }
    }

    fn open_enum(&mut self, text: &EnumText) {
        if !self.cut_short && !text.is_listed() {
            let value = self.printable(text.as_str());
            self.report(ViolationKind::Unlisted { value });
        }
    }

    /// Returns a text as shown in a violation: without secrets.
    fn printable(&self, text: &str) -> String {
        if self.secret {
            REDACTED.to_owned()
        } else {
            redacted(text).into_owned()
        }
    }

    /// Validates JSON that could not be stored in its field as a whole.
    fn json(&mut self, value: &Value, blank: ValueMut<'_>) {
        match (blank, value) {
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
            (ValueMut::TypedString(string), Value::String(text)) => {
                self.typed_string(string.set(text));
            }
            (ValueMut::Enum(_, values), Value::String(text)) => {
                self.open_enum(&EnumText::new(text, values));
            }
            (blank, value) => {
                let expected = blank.kind();
                if !fits(blank, value) {
                    let found = json_type(value);
                    self.report(ViolationKind::Shape { expected, found });
                }
            }
        }
    }

    fn property(&mut self, property: &Property, validate: impl FnOnce(&mut Self)) {
        let was_cut_short = self.cut_short;
        self.cut_short = property.cut_short;
        self.within(property.name, property.secret, validate);
        self.cut_short = was_cut_short;
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

/// A visitor that validates the fields of a model.
struct FieldValidator<'v, 'a> {
    validator: &'v mut Validator,
    properties: Properties,
    extra: &'a Extra,
}

impl<'a> Visit<'a> for FieldValidator<'_, 'a> {
    fn meta(&mut self, properties: Properties, extra: &'a Extra) {
        self.properties = properties;
        self.extra = extra;
    }

    fn value(&mut self, index: usize, value: ValueRef<'a>) {
        if let Some(property) = self.properties.at(index) {
            self.validator
                .property(&property, |validator| validator.typed(value));
        }
    }

    /// Validates a list or a map as it is sent, with the items that do not fit.
    fn container(&mut self, index: usize, value: ValueRef<'a>, with_blank: WithBlank) {
        let Some(property) = self.properties.at(index) else {
            return;
        };
        let sent = self.extra.sent(property.name, value);
        let json = sent.original.and_then(|_| to_value(sent).ok());
        match json {
            None => self.value(index, value),
            Some(json) => self.validator.property(&property, |validator| {
                with_blank(&mut |blank| validator.json(&json, blank));
            }),
        }
    }

    fn unset(&mut self, index: usize, with_blank: WithBlank) {
        if let Some(property) = self.properties.at(index) {
            let value = self.extra.get(property.name);
            self.validator.property(&property, |validator| {
                validator.untyped(value, &property, with_blank);
            });
        }
    }

    fn text(&mut self, _: usize, _: &'a str) {}
}
