//! Traverses a model to find differences from the docs.

use ::serde::de::DeserializeSeed;
use ::serde_json::{Map, Value};

use super::{
    super::{
        ModelFields, Properties, Property,
        containers::items,
        decode::{Decoded, ValueSeed},
        extra,
        field_value::TypedString,
        model_fields,
        open_enum::EnumText,
        redact::{REDACTED, redacted},
        secret::is_secret,
        value::{ValueMut, ValueRef},
        visit::{FieldVisitor, Init},
    },
    ViolationKind,
    field_validator::FieldValidator,
    finding::Finding,
    value_path::{Segment, ValuePath},
    violation::json_type,
};

/// A traversal of a model that passes each difference from the docs to a function.
///
/// JSON that does not fit its field is decoded into a blank value of the field's type, to locate the mismatch at any depth.
pub struct Validator<'a, 'r> {
    report: &'r mut dyn FnMut(Finding<'_>),
    /// Whether the model is a request: required properties may not be missing or null, and read-only ones are reported.
    is_request: bool,
    path: ValuePath<'a>,
    /// Whether the current value is within a secret.
    secret: bool,
    /// The names that overrides declare secret.
    pub(super) secrets: &'static [&'static str],
    /// Whether the docs list only some of the current property's values, so that others are not reported.
    cut_short: bool,
}

impl<'a, 'r> Validator<'a, 'r> {
    pub fn for_requests(report: &'r mut dyn FnMut(Finding<'_>)) -> Self {
        Self {
            is_request: true,
            ..Self::for_responses(report)
        }
    }

    pub fn for_responses(report: &'r mut dyn FnMut(Finding<'_>)) -> Self {
        Self {
            report,
            is_request: false,
            path: ValuePath::default(),
            secret: false,
            secrets: &[],
            cut_short: false,
        }
    }

    /// Validates a model.
    pub fn model(&mut self, model: &'a dyn ModelFields) {
        let mut fields = FieldValidator {
            validator: self,
            properties: Properties::default(),
            extra: extra::empty(),
        };
        model.visit_fields(&mut FieldVisitor::of_all(&mut fields));
        let FieldValidator {
            properties, extra, ..
        } = fields;
        self.undocumented(properties, extra.iter());
    }

    /// Validates a JSON object as a model.
    fn object(&mut self, object: &'a Map<String, Value>, blank: &mut dyn ModelFields) {
        let properties = model_fields::properties(blank);
        for (index, property) in properties.iter().enumerate() {
            self.property(&property, |validator| {
                validator.untyped(object.get(property.name), &property, |validate| {
                    validate(blank.field_mut(index, Init::Blank));
                });
            });
        }
        let entries = object.iter().map(|(name, value)| (name.as_str(), value));
        self.undocumented(properties, entries);
    }

    fn undocumented(
        &mut self,
        properties: Properties,
        entries: impl Iterator<Item = (&'a str, &'a Value)>,
    ) {
        for (name, value) in entries.filter(|(name, _)| properties.position(name).is_none()) {
            let secret = is_secret(name) || properties.secrets.contains(&name);
            self.within(Segment::Property(name), secret, |validator| {
                validator.report(ViolationKind::Undocumented, Some(ValueRef::Any(value)));
            });
        }
    }

    /// Validates a property whose field is unset.
    pub fn untyped(
        &mut self,
        value: Option<&'a Value>,
        property: &Property,
        with_blank: impl FnOnce(&mut dyn FnMut(ValueMut<'_>)),
    ) {
        let is_required = property.required && self.is_request;
        match value {
            None if is_required => self.report(ViolationKind::Missing, None),
            None => {}
            Some(value) if self.is_ignored(property) => {
                self.report(ViolationKind::ReadOnly, Some(ValueRef::Any(value)));
            }
            Some(Value::Null) if !is_required => {}
            Some(value) => with_blank(&mut |blank| self.json(value, blank)),
        }
    }

    /// Checks whether the platform ignores the value of a property.
    pub fn is_ignored(&self, property: &Property) -> bool {
        self.is_request && property.read_only
    }

    /// Validates the value of a field, including the items of lists and the entries of maps.
    pub fn typed(&mut self, value: ValueRef<'a>) {
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
                    self.within(Segment::Entry(name), secret, |validator| {
                        validator.typed(value);
                    });
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
            let kind = ViolationKind::Unreadable { value, expected };
            self.report(kind, Some(ValueRef::Text(string.as_text())));
        }
    }

    fn open_enum(&mut self, text: &EnumText) {
        if !self.cut_short && !text.is_listed() {
            let value = self.printable(text.as_str());
            let kind = ViolationKind::Unlisted { value };
            self.report(kind, Some(ValueRef::Text(text.as_str())));
        }
    }

    /// Returns a text for a violation, without secrets.
    fn printable(&self, text: &str) -> String {
        if self.secret {
            REDACTED.to_owned()
        } else {
            redacted(text).into_owned()
        }
    }

    /// Returns a traversal from the current value, for JSON that does not live as long as the model.
    pub fn nested(&mut self) -> Validator<'_, '_> {
        Validator {
            report: &mut *self.report,
            path: self.path.clone(),
            ..*self
        }
    }

    /// Validates JSON that could not be stored in its field as a whole.
    pub fn json(&mut self, value: &'a Value, blank: ValueMut<'_>) {
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
                    self.within(Segment::Entry(name), is_secret(name), |validator| {
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
                    let kind = ViolationKind::Shape { expected, found };
                    self.report(kind, Some(ValueRef::Any(value)));
                }
            }
        }
    }

    pub fn property(&mut self, property: &Property, validate: impl FnOnce(&mut Self)) {
        let was_cut_short = self.cut_short;
        self.cut_short = property.cut_short;
        self.within(Segment::Property(property.name), property.secret, validate);
        self.cut_short = was_cut_short;
    }

    fn within_item(&mut self, index: usize, validate: impl FnOnce(&mut Self)) {
        self.within(Segment::Item(index), false, validate);
    }

    /// Validates the value at a name or an index. Everything within a secret is secret.
    fn within(&mut self, segment: Segment<'a>, secret: bool, validate: impl FnOnce(&mut Self)) {
        let was_secret = self.secret;
        self.secret |= secret;
        self.path.push(segment);
        validate(self);
        self.path.pop();
        self.secret = was_secret;
    }

    pub fn report(&mut self, kind: ViolationKind, value: Option<ValueRef<'_>>) {
        (self.report)(Finding {
            kind,
            path: &self.path,
            value,
            is_secret: self.secret,
            secrets: self.secrets,
        });
    }
}

fn fits(field: ValueMut<'_>, value: &Value) -> bool {
    let decoded = ValueSeed(field).deserialize(value);
    matches!(decoded, Ok(Decoded::Exact | Decoded::Lossy(_)))
}
