//! Serialization, and conversions to and from `serde_json::Number`.

use ::serde::{
    de::{
        Deserialize, Deserializer, Error as DeserializeError, MapAccess, Unexpected, Visitor,
        value::MapAccessDeserializer,
    },
    ser::{Error as _, Serialize, Serializer},
};
use ::std::fmt;

use super::{Number, NumberError, Repr};

impl Serialize for Number {
    /// Fails if the number is a float that is not finite, see [`Number`].
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Repr::Signed(integer) => serializer.serialize_i64(integer),
            Repr::Unsigned(integer) => serializer.serialize_u64(integer),
            Repr::Float(float) if float.is_finite() => serializer.serialize_f64(float),
            Repr::Float(float) => Err(S::Error::custom(format_args!("JSON has no number {float}"))),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

struct NumberVisitor;

impl<'de> Visitor<'de> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E>(self, value: i64) -> Result<Number, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Number, E> {
        Ok(value.into())
    }

    fn visit_i128<E: DeserializeError>(self, value: i128) -> Result<Number, E> {
        Number::from_wide(value).ok_or_else(|| out_of_range(&value))
    }

    fn visit_u128<E: DeserializeError>(self, value: u128) -> Result<Number, E> {
        let wide = i128::try_from(value).ok();
        wide.and_then(Number::from_wide)
            .ok_or_else(|| out_of_range(&value))
    }

    fn visit_f64<E: DeserializeError>(self, value: f64) -> Result<Number, E> {
        if value.is_finite() {
            Ok(value.into())
        } else {
            Err(E::invalid_value(Unexpected::Float(value), &self))
        }
    }

    /// Accepts the map that encodes a number with `serde_json`'s feature `arbitrary_precision`.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Number, A::Error> {
        let json = ::serde_json::Number::deserialize(MapAccessDeserializer::new(map))?;
        Number::try_from(&json).map_err(A::Error::custom)
    }
}

fn out_of_range<E: DeserializeError>(value: &impl ToString) -> E {
    E::custom(NumberError::new(value, NumberError::ANY))
}

impl TryFrom<&::serde_json::Number> for Number {
    type Error = NumberError;

    /// Fails if the number would be encoded differently, which requires `serde_json`'s feature `arbitrary_precision`.
    fn try_from(json: &::serde_json::Number) -> Result<Self, NumberError> {
        let integer = json.as_i64().map(Self::from);
        integer
            .or_else(|| json.as_u64().map(Self::from))
            .or_else(|| json.as_f64().map(Self::from))
            .filter(|number| number.to_string() == json.to_string())
            .ok_or_else(|| NumberError::new(json, NumberError::ANY))
    }
}

impl TryFrom<Number> for ::serde_json::Number {
    type Error = NumberError;

    /// Fails if the number is a float that is not finite.
    fn try_from(number: Number) -> Result<Self, NumberError> {
        match number.0 {
            Repr::Signed(integer) => Ok(integer.into()),
            Repr::Unsigned(integer) => Ok(integer.into()),
            Repr::Float(float) => ::serde_json::Number::from_f64(float)
                .ok_or_else(|| NumberError::new(&number, "serde_json::Number")),
        }
    }
}
