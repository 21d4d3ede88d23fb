//! Property tests of the round-trip law: every JSON object decodes as every model, and encodes to the same JSON.
//!
//! [`object_for`] generates JSON objects for a model from its properties, with valid and invalid values. [`check`] checks
//! the law for a JSON text and a function of type [`RoundTrip`]:
//!
//! ```
//! use genesys_tests::{dice, law, sample::Person};
//!
//! let round_trip: law::RoundTrip = |text| serde_json::to_string(&serde_json::from_str::<Person>(text)?);
//! for seed in 0..100 {
//!     let bytes: Vec<u8> = dice::bytes(seed).take(200).collect();
//!     let text = law::object_for(&mut Person::default(), &mut dice::Dice::new(&bytes));
//!     law::check(&text, round_trip).unwrap();
//! }
//! ```

mod kinds;
mod model;
mod object;
mod text;

use std::collections::BTreeMap;

use serde_json::Value;

pub use kinds::check_kinds;
pub use model::{Subject, subject};
pub use object::object_for;
pub use text::{any_value, number, string};

/// The prefix of the names that `serde_json` reserves for its features `arbitrary_precision` and `raw_value`.
const RESERVED_PREFIX: &str = "$serde_json::private::";

/// JSON that `serde_json` decodes as objects without these features, and rejects with them.
const RESERVED_OBJECTS: &str =
    r#"[{"$serde_json::private::Number": null}, {"$serde_json::private::RawValue": null}]"#;

/// Decodes a JSON text as a model and encodes the model.
pub type RoundTrip = fn(&str) -> serde_json::Result<String>;

/// Checks that a JSON text round-trips, compared with the [`Value`] that it decodes to.
///
/// Accepts any text with a reserved name if `serde_json` decodes such objects as something else.
///
/// # Errors
///
/// If the model does not decode, encodes to other JSON, or decodes from text that is not JSON.
pub fn check(text: &str, round_trip: RoundTrip) -> Result<(), String> {
    if has_reserved_name(text) {
        return Ok(());
    }
    match (serde_json::from_str::<Value>(text), round_trip(text)) {
        (Ok(expected), Ok(encoded)) => check_encoded(text, &expected, &encoded),
        (Ok(_), Err(error)) => Err(format!("`{text}` does not decode: {error}")),
        (Err(error), Ok(_)) => Err(format!("`{text}` decodes, but is not JSON: {error}")),
        (Err(_), Err(_)) => Ok(()),
    }
}

/// Checks whether a text has a name that `serde_json` reserves with the features that it is compiled with.
fn has_reserved_name(text: &str) -> bool {
    text.contains(RESERVED_PREFIX) && serde_json::from_str::<Value>(RESERVED_OBJECTS).is_err()
}

/// Checks that a model was encoded as expected.
///
/// Compares text, because `0.0` and `-0.0` are equal as a [`Value`], and the length, because a [`Value`] drops duplicate
/// names.
fn check_encoded(text: &str, expected: &Value, encoded: &str) -> Result<(), String> {
    let back = serde_json::from_str::<Value>(encoded)
        .map_err(|error| format!("`{text}` became `{encoded}`, which is not JSON: {error}"))?;
    let is_complete = encoded.len() == back.to_string().len();
    let [expected, back] = [expected, &back].map(|value| canonical(value).to_string());
    if is_complete && back == expected {
        Ok(())
    } else {
        Err(format!("`{text}` became `{encoded}`"))
    }
}

/// Returns a value in a form that is the same with all features of `serde_json`: names are sorted, and `-0` is `0`.
#[must_use]
pub fn canonical(value: &Value) -> Value {
    match value {
        Value::Array(values) => values.iter().map(canonical).collect(),
        Value::Object(map) => {
            let entries: BTreeMap<_, _> = map
                .iter()
                .map(|(name, value)| (name, canonical(value)))
                .collect();
            entries
                .into_iter()
                .map(|(name, value)| (name.clone(), value))
                .collect()
        }
        Value::Number(number) if number.to_string() == "-0" => 0.into(),
        scalar => scalar.clone(),
    }
}
