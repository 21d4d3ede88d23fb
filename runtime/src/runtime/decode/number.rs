//! Deserialization of numbers, including those that `serde_json` encodes as objects.

use ::serde::{
    Deserialize,
    de::value::{Error, MapDeserializer},
};
use ::serde_json::Value;

use super::{
    super::{Number, original::Original, value::ValueMut},
    Decoded,
};

/// Stores a number in a float. The result is lossy if the float encodes differently, such as `5.0` for `5`.
pub fn decode_float(float: &mut f64, sent: ::serde_json::Number) -> Decoded {
    let Some(value) = sent.as_f64() else {
        return Decoded::mismatch(Value::Number(sent));
    };
    *float = value;
    match ::serde_json::Number::from_f64(value) {
        Some(written) if written == sent => Decoded::Exact,
        _ => Decoded::lossy(Original::Number(Value::Number(sent))),
    }
}

/// Stores a number of any width. The result is a mismatch if the field's type cannot hold all of its digits.
pub fn decode_number(field: ValueMut<'_>, sent: ::serde_json::Number) -> Decoded {
    match field {
        ValueMut::Number(field) => match Number::try_from(&sent) {
            Ok(number) if number.to_string() == sent.to_string() => *field = number,
            _ => return Decoded::mismatch(Value::Number(sent)),
        },
        ValueMut::Integer(field) => match sent.as_i64() {
            Some(integer) if integer.to_string() == sent.to_string() => *field = integer,
            _ => return Decoded::mismatch(Value::Number(sent)),
        },
        ValueMut::Float(field) => return decode_float(field, sent),
        ValueMut::Any(field) => *field = Value::Number(sent),
        _ => return Decoded::mismatch(Value::Number(sent)),
    }
    Decoded::Exact
}

/// The key of the single-entry object that encodes a number with `serde_json`'s feature `arbitrary_precision`.
pub const NUMBER_KEY: &str = "$serde_json::private::Number";

/// Returns the number that an object encodes, if `serde_json` accepts it.
pub fn number_from_object<'a>(
    object: impl IntoIterator<Item = (impl AsRef<str>, &'a Value)>,
) -> Option<Value> {
    let mut entries = object.into_iter();
    let (Some((name, Value::String(text))), None) = (entries.next(), entries.next()) else {
        return None;
    };
    if name.as_ref() != NUMBER_KEY {
        return None;
    }
    let entry = MapDeserializer::<_, Error>::new([(NUMBER_KEY, text.as_str())].into_iter());
    Value::deserialize(entry).ok().filter(Value::is_number)
}
