//! The trait that all models implement.

use ::serde_json::Value;

use super::{
    Properties, StrictError, UnknownProperty, Violation, by_name,
    model_fields::ModelFields,
    validate::{decode_strictly, drift, validate},
    visit::IndexedValues,
};

/// A struct with a field for every property of a definition, and an [`Extra`](super::Extra) map for everything else.
///
/// All generated structs implement this trait. Its methods access properties by their names in JSON.
///
/// A name that is not a documented property is an error where a property is changed, so that a misspelled name does not
/// go unnoticed. Undocumented properties are in the field `extra`: `participant.extra.insert("undocumented", 1)`.
pub trait Model: ModelFields {
    /// Returns the documented properties, in the docs' order.
    fn properties(&self) -> Properties;

    /// Returns a property's value as JSON, or `None` if the property is absent.
    ///
    /// The property can be an undocumented one in `extra`.
    fn get(&self, name: &str) -> Option<Value>;

    /// Sets a property: its typed field if the value fits, otherwise its entry in `extra`.
    ///
    /// # Errors
    ///
    /// Fails if the docs have no property of this name.
    fn set(&mut self, name: &str, value: Value) -> Result<(), UnknownProperty>;

    /// Sets a property to an explicit `null`, which clears it in a PATCH request.
    ///
    /// A field that is `None` is omitted from the request, which leaves the property unchanged. So `None` does not revoke
    /// the `null`: the property stays `null` until its field has a value, or until [`unset`](Model::unset).
    ///
    /// # Errors
    ///
    /// Fails if the docs have no property of this name.
    fn set_null(&mut self, name: &str) -> Result<(), UnknownProperty>;

    /// Removes a property, whether it has a value or is `null`.
    ///
    /// # Errors
    ///
    /// Fails if the docs have no property of this name.
    fn unset(&mut self, name: &str) -> Result<(), UnknownProperty>;

    /// Checks whether a property is an explicit `null`.
    fn is_null(&self, name: &str) -> bool;

    /// Returns every difference between this value and the docs that matters for a request, including those in nested
    /// models.
    ///
    /// Differences are missing required properties, undocumented properties, values of another JSON type, unlisted values
    /// of enums, and time values that cannot be parsed. A list of values that the docs cut short does not count.
    ///
    /// A read-only property that is set is reported too, but not what is within it. The platform accepts and ignores it, so
    /// this difference is only a note: `validate().iter().any(Violation::is_error)` checks for all others.
    fn validate(&self) -> Vec<Violation>;

    /// Returns every difference between this value and the docs that matters for a response: those that
    /// [`validate`](Model::validate) returns, without required properties that are missing or null and without read-only
    /// properties.
    ///
    /// Responses often omit required properties. Any other difference means that docs and API have drifted apart. A
    /// [`DriftSummary`](super::DriftSummary) counts the differences of many responses.
    fn drift(&self) -> Vec<Violation>;

    /// Decodes JSON that does not differ from the docs: [`drift`](Model::drift) returns nothing for the model.
    ///
    /// Decoding with serde accepts any object, so that the first variant of an enum with `#[serde(untagged)]` would always
    /// be taken. This function selects the model that fits:
    ///
    /// ```
    /// use genesys_runtime::{Model, StrictError};
    /// use serde_json::Value;
    ///
    /// enum Transfer<Agent, Queue> {
    ///     Agent(Agent),
    ///     Queue(Queue),
    /// }
    ///
    /// fn decode<Agent: Model + Default, Queue: Model + Default>(
    ///     json: &Value,
    /// ) -> Result<Transfer<Agent, Queue>, StrictError> {
    ///     Agent::from_strict(json)
    ///         .map(Transfer::Agent)
    ///         .or_else(|_| Queue::from_strict(json).map(Transfer::Queue))
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the JSON is not an object or differs from the docs. The error has all differences.
    fn from_strict(json: &Value) -> Result<Self, StrictError>
    where
        Self: Default + Sized,
    {
        let mut model = Self::default();
        decode_strictly(&mut model, json)?;
        Ok(model)
    }
}

impl<M: ModelFields> Model for M {
    fn properties(&self) -> Properties {
        IndexedValues::of(self).properties
    }

    fn get(&self, name: &str) -> Option<Value> {
        by_name::get(self, name)
    }

    fn set(&mut self, name: &str, value: Value) -> Result<(), UnknownProperty> {
        by_name::set(self, name, value)
    }

    fn set_null(&mut self, name: &str) -> Result<(), UnknownProperty> {
        by_name::set(self, name, Value::Null)
    }

    fn unset(&mut self, name: &str) -> Result<(), UnknownProperty> {
        by_name::unset(self, name)
    }

    fn is_null(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| value.is_null())
    }

    fn validate(&self) -> Vec<Violation> {
        validate(self)
    }

    fn drift(&self) -> Vec<Violation> {
        drift(self)
    }
}
