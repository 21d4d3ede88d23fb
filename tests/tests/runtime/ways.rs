//! All ways in which `serde_json` decodes.

use genesys_tests::law::{self, RoundTrip};
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

fn ways<T: DeserializeOwned + Serialize>() -> [RoundTrip; 5] {
    [
        from_text::<T>,
        from_slice::<T>,
        from_reader::<T>,
        from_value::<T>,
        from_borrowed_value::<T>,
    ]
}

/// Holds a text against the law, whichever way it is decoded.
pub fn check_all_ways<T: DeserializeOwned + Serialize>(text: &str) -> Result<(), String> {
    ways::<T>()
        .into_iter()
        .try_for_each(|way| law::check(text, way))
}
