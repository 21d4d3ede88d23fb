//! Access to the fields of a model: a visitor for reading all of them, and initializers for writing single ones.
//!
//! Every function here that is generic over a field's type is compiled once for each such type. They are all in this file,
//! and never inlined: the code that drops a model would otherwise be repeated in each of its callers.

#![allow(missing_docs, reason = "only generated code uses these items")]

use ::serde_json::Value;

use super::{
    Extra, ModelFields, Number, Properties, extra,
    field_value::{FieldValue, TypedString},
    open_enum::{Listed, OpenEnum},
    original::Sent,
    value::{ValueMut, ValueRef},
};

/// A receiver of a model's metadata and its set fields.
pub trait Visit<'a> {
    /// Receives the model's metadata and its `extra` map, before any field.
    fn meta(&mut self, properties: Properties, extra: &'a Extra);

    /// Receives the value of the property at `index`.
    fn value(&mut self, index: usize, value: ValueRef<'a>);

    /// Receives a list or a map, and the function that creates a blank value of its type.
    fn container(&mut self, index: usize, value: ValueRef<'a>, _with_blank: WithBlank) {
        self.value(index, value);
    }

    /// Receives the index of an unset property, and the function that creates a blank value of its type.
    ///
    /// Only a visitor that [`FieldVisitor::of_all`] creates calls this method.
    fn unset(&mut self, _index: usize, _with_blank: WithBlank) {}

    /// Receives the text of the property at `index`. Most values are text, so an implementation can skip the `match`.
    fn text(&mut self, index: usize, text: &'a str) {
        self.value(index, ValueRef::Text(text));
    }
}

/// A function that passes a blank value of a field's type to its argument.
pub type WithBlank = fn(&mut dyn FnMut(ValueMut<'_>));

/// The visitor to which a model passes its fields, in the order of its properties.
pub struct FieldVisitor<'v, 'a> {
    visit: &'v mut dyn Visit<'a>,
    index: usize,
    visits_unset: bool,
}

/// How `ModelFields::field_mut` initializes the field that it returns.
#[derive(Clone, Copy)]
pub enum Init {
    /// Set the field to a blank value, and return that.
    Blank,
    /// Set the field to `None`.
    Unset,
}

impl<'v, 'a> FieldVisitor<'v, 'a> {
    pub(super) fn new(visit: &'v mut dyn Visit<'a>) -> Self {
        Self {
            visit,
            index: 0,
            visits_unset: false,
        }
    }

    /// Creates a visitor that passes on unset fields too.
    pub(super) fn of_all(visit: &'v mut dyn Visit<'a>) -> Self {
        Self {
            visits_unset: true,
            ..Self::new(visit)
        }
    }

    pub fn meta(&mut self, properties: Properties, extra: &'a Extra) {
        self.visit.meta(properties, extra);
    }

    pub fn typed_string<T: TypedString + FieldValue>(&mut self, field: &'a Option<T>) {
        match field {
            Some(string) => self.set(string.value_ref()),
            None => self.unset(T::with_blank),
        }
    }

    pub fn open_enum<E: Listed>(&mut self, field: &'a Option<OpenEnum<E>>) {
        match field {
            Some(open) => self.set(ValueRef::Enum(open.text())),
            None => self.unset(OpenEnum::<E>::with_blank),
        }
    }

    #[inline(never)]
    pub fn model<T: ModelFields + Default>(&mut self, field: &'a Option<Box<T>>) {
        match field {
            Some(model) => self.set(ValueRef::Model(&**model)),
            None => self.unset(T::with_blank),
        }
    }

    /// Visits a list or a map.
    #[inline(never)]
    pub fn container<T: FieldValue>(&mut self, field: &'a Option<T>) {
        match field {
            Some(container) => {
                self.visit
                    .container(self.index, container.value_ref(), T::with_blank);
                self.index += 1;
            }
            None => self.unset(T::with_blank),
        }
    }

    fn set(&mut self, value: ValueRef<'a>) {
        match value {
            ValueRef::Text(text) => self.visit.text(self.index, text),
            value => self.visit.value(self.index, value),
        }
        self.index += 1;
    }

    fn unset(&mut self, with_blank: WithBlank) {
        if self.visits_unset {
            self.visit.unset(self.index, with_blank);
        }
        self.index += 1;
    }
}

impl Init {
    pub fn meta(self, properties: Properties, extra: &mut Extra) -> ValueMut<'_> {
        ValueMut::Meta(properties, extra)
    }

    /// Sets the field to `None` in any case: writing the text sets it.
    pub fn typed_string<T: TypedString>(self, field: &mut Option<T>) -> ValueMut<'_> {
        *field = None;
        ValueMut::TypedString(field)
    }

    pub fn open_enum<E: Listed>(self, field: &mut Option<OpenEnum<E>>) -> ValueMut<'_> {
        match self {
            Self::Blank => field.insert(OpenEnum::blank()).value_mut(),
            Self::Unset => {
                *field = None;
                ValueMut::Unset
            }
        }
    }

    #[inline(never)]
    pub fn model<T: ModelFields + Default>(self, field: &mut Option<Box<T>>) -> ValueMut<'_> {
        *field = match self {
            Self::Blank => Some(Box::default()),
            Self::Unset => None,
        };
        match field {
            Some(model) => ValueMut::Model(&mut **model),
            None => ValueMut::Unset,
        }
    }

    /// Initializes a list or a map.
    #[inline(never)]
    pub fn container<T: FieldValue + Default>(self, field: &mut Option<T>) -> ValueMut<'_> {
        *field = match self {
            Self::Blank => Some(T::default()),
            Self::Unset => None,
        };
        match field {
            Some(container) => container.value_mut(),
            None => ValueMut::Unset,
        }
    }
}

/// Defines the methods for types that all crates share.
macro_rules! shared_types {
    ($($method:ident: $type:ty => $variant:ident($read:expr);)*) => {
        impl<'a> FieldVisitor<'_, 'a> {$(
            #[inline(never)]
            pub fn $method(&mut self, field: &'a Option<$type>) {
                match field {
                    Some(value) => self.set(ValueRef::$variant($read(value))),
                    None => self.unset(<$type>::with_blank),
                }
            }
        )*}

        impl Init {$(
            #[inline(never)]
            pub fn $method(self, field: &mut Option<$type>) -> ValueMut<'_> {
                match self {
                    Self::Blank => ValueMut::$variant(field.insert(<$type>::default())),
                    Self::Unset => {
                        *field = None;
                        ValueMut::Unset
                    }
                }
            }
        )*}
    };
}

shared_types! {
    text: String => Text(String::as_str);
    number: Number => Number(Number::clone);
    integer: i64 => Integer(i64::clone);
    float: f64 => Float(f64::clone);
    boolean: bool => Boolean(bool::clone);
    any: Value => Any(|value| value);
}

/// The values of a model by the indices of their properties, for random access.
pub struct IndexedValues<'a> {
    pub properties: Properties,
    pub extra: &'a Extra,
    values: Vec<Option<ValueRef<'a>>>,
}

impl<'a> IndexedValues<'a> {
    pub fn of(model: &'a dyn ModelFields) -> Self {
        let mut values = Self {
            properties: Properties::default(),
            extra: extra::empty(),
            values: Vec::new(),
        };
        model.visit_fields(&mut FieldVisitor::new(&mut values));
        values
    }

    /// Returns the value of the property at `index`, if it is set.
    pub fn get(&self, index: usize) -> Option<ValueRef<'a>> {
        self.values.get(index).copied().flatten()
    }

    /// Returns the value of each property.
    pub fn iter(&self) -> impl Iterator<Item = Option<Sent<'a>>> + use<'_, 'a> {
        self.values.iter().enumerate().map(|(index, value)| {
            let name = self.properties.name(index).unwrap_or_default();
            value.map(|value| self.extra.sent(name, value))
        })
    }

    /// Checks whether `name` is not set by a typed field.
    pub fn is_untyped(&self, name: &str) -> bool {
        self.properties
            .position(name)
            .is_none_or(|index| self.get(index).is_none())
    }
}

impl<'a> Visit<'a> for IndexedValues<'a> {
    fn meta(&mut self, properties: Properties, extra: &'a Extra) {
        self.properties = properties;
        self.extra = extra;
        self.values = vec![None; properties.len()];
    }

    fn value(&mut self, index: usize, value: ValueRef<'a>) {
        if let Some(entry) = self.values.get_mut(index) {
            *entry = Some(value);
        }
    }
}
