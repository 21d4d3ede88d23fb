//! The round trip through every entry point of `serde_json`, because they call a model's visitor differently.

use genesys_tests::{
    law::{self, RoundTrip},
    runtime::{Model, monomorphize},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

fn from_text<T: DeserializeOwned + Serialize>(text: &str) -> serde_json::Result<String> {
    serde_json::to_string(&serde_json::from_str::<T>(text)?)
}

fn from_slice<T: DeserializeOwned + Serialize>(text: &str) -> serde_json::Result<String> {
    serde_json::to_string(&serde_json::from_slice::<T>(text.as_bytes())?)
}

fn from_reader<T: DeserializeOwned + Serialize>(text: &str) -> serde_json::Result<String> {
    serde_json::to_string(&serde_json::from_reader::<_, T>(text.as_bytes())?)
}

fn from_value<T: DeserializeOwned + Serialize>(text: &str) -> serde_json::Result<String> {
    let value: Value = serde_json::from_str(text)?;
    serde_json::to_value(serde_json::from_value::<T>(value)?).map(|value| value.to_string())
}

fn from_borrowed_value<T: DeserializeOwned + Serialize>(text: &str) -> serde_json::Result<String> {
    let value: Value = serde_json::from_str(text)?;
    serde_json::to_string(&T::deserialize(&value)?)
}

/// Uses the functions that are compiled with the models.
fn monomorphized<T: Model + Default>(text: &str) -> serde_json::Result<String> {
    let (mut one, mut other) = (T::default(), T::default());
    monomorphize::from_str(&mut one, text)?;
    monomorphize::from_slice(&mut other, text.as_bytes())?;
    let (mut json, mut again) = (Vec::new(), Vec::new());
    monomorphize::to_writer(&one, &mut json)?;
    monomorphize::to_writer(&other, &mut again)?;
    assert_eq!(json, again);
    Ok(String::from_utf8(json).unwrap())
}

fn ways<T: DeserializeOwned + Serialize + Model + Default>() -> [RoundTrip; 6] {
    [
        from_text::<T>,
        from_slice::<T>,
        from_reader::<T>,
        from_value::<T>,
        from_borrowed_value::<T>,
        monomorphized::<T>,
    ]
}

/// Checks the law for a text with every entry point.
pub fn check_all_ways<T: DeserializeOwned + Serialize + Model + Default>(
    text: &str,
) -> Result<(), String> {
    ways::<T>()
        .into_iter()
        .try_for_each(|way| law::check(text, way))
}
