//! What else is promised of a model that was decoded.

use std::fmt::Debug;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{
    super::runtime::{Model, Violation, ViolationKind},
    object_for,
};
use crate::dice::Dice;

/// What checks a payload for some model, and what makes one.
pub type Subject = (fn(&str), fn(&mut Dice<'_>) -> String);

/// Names of secrets, whatever model they come in.
const SECRETS: &[&str] = &["password", "clientSecret", "apiKey", "x-api-key", "token"];

/// Stands in for a secret.
const HIDDEN: &str = "h1dden";

/// A model, to be checked.
#[must_use]
pub const fn subject<T>() -> Subject
where
    T: Model + Clone + Debug + Default + PartialEq + Serialize + DeserializeOwned,
{
    (check_model::<T>, |dice| object_for(&mut T::default(), dice))
}

/// Holds a JSON text against the law, and the model it becomes against what is promised of models.
fn check_model<T>(text: &str)
where
    T: Model + Clone + Debug + Default + PartialEq + Serialize + DeserializeOwned,
{
    match serde_json::from_str::<Value>(text) {
        _ if super::proves_nothing(text) => {}
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
    let broken = super::check(text, |text| {
        serde_json::to_string(&serde_json::from_str::<T>(text)?)
    });
    assert_eq!(broken, Ok(()));
}

fn check_value<T>(model: &T, value: &Value)
where
    T: Model + Clone + Debug + Default + PartialEq,
{
    assert!(model.clone() == *model, "{model:?} is no more itself");
    for violation in model.validate() {
        check_pointer(value, &violation);
    }
}

/// A pointer leads to what is there, or to an object from which something is missing.
fn check_pointer(value: &Value, violation: &Violation) {
    let is_there = value.pointer(&violation.pointer).is_some();
    let is_missing = violation.kind == ViolationKind::Missing;
    assert_eq!(is_there, !is_missing, "{violation} in {value}");
    let parent = violation.pointer.rsplit_once('/').map(|(parent, _)| parent);
    let parent = parent.and_then(|parent| value.pointer(parent));
    assert!(parent.is_some(), "{violation} in {value}");
}

/// No text under a secret's name is printed.
fn check_debug<T: Debug + DeserializeOwned>(mut value: Value) {
    if value.to_string().contains(HIDDEN) {
        return;
    }
    hide(&mut value, false);
    if let Ok(model) = serde_json::from_value::<T>(value) {
        let shown = format!("{model:?} {model:#?}");
        assert!(!shown.contains(HIDDEN), "{shown}");
    }
}

/// Replaces all texts that are secrets, and puts one more into each object.
fn hide(value: &mut Value, is_secret: bool) {
    match value {
        Value::String(text) if is_secret => HIDDEN.clone_into(text),
        Value::Array(values) => values.iter_mut().for_each(|value| hide(value, is_secret)),
        Value::Object(map) => {
            for (name, value) in map.iter_mut() {
                hide(value, is_secret || SECRETS.contains(&name.as_str()));
            }
            map.insert("sshKey".to_owned(), HIDDEN.into());
        }
        _ => {}
    }
}
