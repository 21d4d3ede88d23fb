//! Invariants of decoded models.

use std::fmt::Debug;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{
    super::runtime::{Model, Violation, ViolationKind},
    object_for,
};
use crate::dice::Dice;

/// A function that checks a payload for one model, and a function that generates such payloads.
pub type Subject = (fn(&str), fn(&mut Dice<'_>) -> String);

/// Names that are secrets in every model.
const SECRETS: &[&str] = &["password", "clientSecret", "apiKey", "x-api-key", "token"];

/// The text that replaces secrets before a model is printed.
const MARKER: &str = "s3cret-marker";

/// Returns the functions for one model.
#[must_use]
pub const fn subject<T>() -> Subject
where
    T: Model + Clone + Debug + Default + PartialEq + Serialize + DeserializeOwned,
{
    (check_model::<T>, |dice| object_for(&mut T::default(), dice))
}

/// Checks the law and the invariants of models for a JSON text.
///
/// # Panics
///
/// If one of them is violated.
fn check_model<T>(text: &str)
where
    T: Model + Clone + Debug + Default + PartialEq + Serialize + DeserializeOwned,
{
    match serde_json::from_str::<Value>(text) {
        _ if super::has_reserved_name(text) => {}
        Ok(value) if !value.is_object() => assert!(serde_json::from_str::<T>(text).is_err()),
        Ok(value) => {
            check_law::<T>(text);
            if let Ok(model) = serde_json::from_str::<T>(text) {
                check_value(&model, &value);
            }
            check_debug::<T>(value);
        }
        Err(_) => check_law::<T>(text),
    }
}

fn check_law<T: Serialize + DeserializeOwned>(text: &str) {
    let result = super::check(text, |text| {
        serde_json::to_string(&serde_json::from_str::<T>(text)?)
    });
    assert_eq!(result, Ok(()));
}

fn check_value<T>(model: &T, value: &Value)
where
    T: Model + Clone + Debug + Default + PartialEq,
{
    assert!(model.clone() == *model, "the clone of {model:?} differs");
    for violation in model.validate() {
        check_pointer(value, &violation);
    }
}

/// Checks that a violation points to an existing value or, for a missing property, into an existing object.
fn check_pointer(value: &Value, violation: &Violation) {
    let is_present = value.pointer(&violation.pointer).is_some();
    let is_missing = violation.kind == ViolationKind::Missing;
    assert_eq!(is_present, !is_missing, "{violation} in {value}");
    let parent = violation.pointer.rsplit_once('/').map(|(parent, _)| parent);
    let parent = parent.and_then(|parent| value.pointer(parent));
    assert!(parent.is_some(), "{violation} in {value}");
}

/// Checks that `Debug` does not print the values of secrets.
fn check_debug<T: Debug + DeserializeOwned>(mut value: Value) {
    if value.to_string().contains(MARKER) {
        return;
    }
    mark_secrets(&mut value, false);
    if let Ok(model) = serde_json::from_value::<T>(value) {
        let shown = format!("{model:?} {model:#?}");
        assert!(!shown.contains(MARKER), "{shown}");
    }
}

/// Replaces all strings that are secrets with the marker, and adds a secret to each object.
fn mark_secrets(value: &mut Value, is_secret: bool) {
    match value {
        Value::String(text) if is_secret => MARKER.clone_into(text),
        Value::Array(values) => values
            .iter_mut()
            .for_each(|value| mark_secrets(value, is_secret)),
        Value::Object(map) => {
            for (name, value) in map.iter_mut() {
                mark_secrets(value, is_secret || SECRETS.contains(&name.as_str()));
            }
            map.insert("sshKey".to_owned(), MARKER.into());
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
