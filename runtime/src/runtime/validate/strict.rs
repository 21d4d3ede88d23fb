//! Strict decoding.

use ::std::{error::Error, fmt};

use ::serde::de::DeserializeSeed;
use ::serde_json::Value;

use super::{
    super::{
        Kind, ModelFields,
        decode::{Decoded, ValueSeed},
        value::ValueMut,
    },
    Violation, ViolationKind, drift,
    violation::json_type,
};

/// The error of JSON that differs from the docs, see [`Model::from_strict`](super::super::Model::from_strict).
///
/// The message lists all differences, such as `1 difference from the docs: /held: expected a boolean, found a string`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrictError {
    violations: Vec<Violation>,
}

impl StrictError {
    /// Returns the differences from the docs, at least one.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }
}

impl fmt::Display for StrictError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.violations.len();
        let noun = if number == 1 {
            "difference"
        } else {
            "differences"
        };
        write!(f, "{number} {noun} from the docs")?;
        for (index, violation) in self.violations.iter().enumerate() {
            let separator = if index == 0 { ": " } else { "; " };
            write!(f, "{separator}{violation}")?;
        }
        Ok(())
    }
}

impl Error for StrictError {}

/// Decodes JSON into a blank model.
pub fn decode_strictly(model: &mut dyn ModelFields, json: &Value) -> Result<(), StrictError> {
    let decoded = ValueSeed(ValueMut::Model(model)).deserialize(json);
    let violations = match decoded {
        Ok(Decoded::Exact | Decoded::Lossy(_)) => drift(model),
        Ok(Decoded::Mismatch(_)) | Err(_) => vec![Violation {
            pointer: String::new(),
            kind: ViolationKind::Shape {
                expected: Kind::Model,
                found: json_type(json),
            },
        }],
    };
    if violations.is_empty() {
        Ok(())
    } else {
        Err(StrictError { violations })
    }
}
