//! The law: every JSON object decodes as every model, and encodes to itself again.
//!
//! [`object_for`] makes JSON texts of objects for any model: it looks at the model's properties and the
//! types of its fields, and makes values of the right shapes and of wrong ones. [`check`] holds a
//! text against the law. So a table of names and functions of type [`RoundTrip`] is enough to try
//! all models that there are:
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

/// How names begin that `serde_json` uses itself, by its features `arbitrary_precision` and `raw_value`.
const OWN_NAMES: &str = "$serde_json::private::";

/// What is an object to `serde_json` without these features, and an error with them.
const OWN_OBJECT: &str =
    r#"[{"$serde_json::private::Number": null}, {"$serde_json::private::RawValue": null}]"#;

/// Decodes a JSON text as some model and encodes that again.
pub type RoundTrip = fn(&str) -> serde_json::Result<String>;

/// Holds a JSON text against the law: what [`Value`] makes of the text is the measure.
///
/// Texts with a name that `serde_json` uses itself prove nothing where it does not see an object there.
///
/// # Errors
///
/// Says how the law was broken.
pub fn check(text: &str, round_trip: RoundTrip) -> Result<(), String> {
    let expected = serde_json::from_str::<Value>(text);
    if proves_nothing(text) {
        return Ok(());
    }
    match (expected, round_trip(text)) {
        (Ok(expected), Ok(encoded)) => same(text, &expected, &encoded),
        (Ok(_), Err(error)) => Err(format!("`{text}` does not decode: {error}")),
        (Err(error), Ok(_)) => Err(format!("`{text}` decodes, though it is no JSON: {error}")),
        (Err(_), Err(_)) => Ok(()),
    }
}

/// Whether a text has a name in which `serde_json` does not see one.
fn proves_nothing(text: &str) -> bool {
    text.contains(OWN_NAMES) && serde_json::from_str::<Value>(OWN_OBJECT).is_err()
}

/// Compares texts, as `Value` takes `0.0` and `-0.0` for equal, and sees no name that came twice.
fn same(text: &str, expected: &Value, encoded: &str) -> Result<(), String> {
    let back = serde_json::from_str::<Value>(encoded)
        .map_err(|error| format!("`{text}` became `{encoded}`, which is no JSON: {error}"))?;
    let is_whole = encoded.len() == back.to_string().len();
    let [expected, back] = [expected, &back].map(|value| canonical(value).to_string());
    if is_whole && back == expected {
        Ok(())
    } else {
        Err(format!("`{text}` became `{encoded}`"))
    }
}

/// A value in one form for all features of `serde_json`: some keep the names' order, and some tell
/// `-0` from `0`, but not everywhere.
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
