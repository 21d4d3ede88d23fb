//! Deserialization of one value of any kind.

use ::core::fmt;

use ::serde::{
    Deserialize,
    de::{
        DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor,
        value::MapAccessDeserializer,
    },
};
use ::serde_json::Value;

use super::{
    super::{open_enum::EnumText, value::ValueMut},
    Decoded,
    containers::{collect_items, decode_list, decode_map},
    model::decode_model,
    number::{decode_float, decode_integer, decode_number},
};

/// The error for a wide integer, which formats other than JSON can have.
const TOO_WIDE: &str =
    "an integer of more than 64 bits needs the feature `arbitrary_precision` of `serde_json`";

/// A seed that deserializes one value into a field.
pub struct ValueSeed<'a>(pub ValueMut<'a>);

impl<'de> DeserializeSeed<'de> for ValueSeed<'_> {
    type Value = Decoded;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Decoded, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueSeed<'_> {
    type Value = Decoded;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Decoded, E> {
        match self.0 {
            ValueMut::Boolean(field) => *field = value,
            ValueMut::Any(field) => *field = value.into(),
            _ => return Ok(Decoded::mismatch(value)),
        }
        Ok(Decoded::Exact)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Decoded, E> {
        match self.0 {
            ValueMut::Number(field) => *field = value.into(),
            ValueMut::Integer(field) => *field = value,
            ValueMut::Float(field) => return Ok(decode_float(field, value.into())),
            ValueMut::Any(field) => *field = value.into(),
            _ => return Ok(Decoded::mismatch(value)),
        }
        Ok(Decoded::Exact)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Decoded, E> {
        match (self.0, i64::try_from(value)) {
            (ValueMut::Number(field), _) => *field = value.into(),
            (ValueMut::Integer(field), Ok(value)) => *field = value,
            (ValueMut::Float(field), _) => {
                return Ok(decode_float(field, value.into()));
            }
            (ValueMut::Any(field), _) => *field = value.into(),
            _ => return Ok(Decoded::mismatch(value)),
        }
        Ok(Decoded::Exact)
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Decoded, E> {
        let number = ::serde_json::Number::from_i128(value);
        number
            .map(|sent| decode_number(self.0, sent))
            .ok_or_else(|| E::custom(TOO_WIDE))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Decoded, E> {
        let number = ::serde_json::Number::from_u128(value);
        number
            .map(|sent| decode_number(self.0, sent))
            .ok_or_else(|| E::custom(TOO_WIDE))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Decoded, E> {
        match self.0 {
            ValueMut::Number(field) => *field = value.into(),
            ValueMut::Float(field) => *field = value,
            ValueMut::Integer(field) => {
                return Ok(match ::serde_json::Number::from_f64(value) {
                    Some(sent) => decode_integer(field, sent),
                    None => Decoded::mismatch(value),
                });
            }
            ValueMut::Any(field) => *field = value.into(),
            _ => return Ok(Decoded::mismatch(value)),
        }
        Ok(Decoded::Exact)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Decoded, E> {
        if let ValueMut::Text(field) = self.0 {
            *field = value.into();
            return Ok(Decoded::Exact);
        }
        Ok(decode_text(self.0, value))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Decoded, E> {
        if let ValueMut::Text(field) = self.0 {
            *field = value;
            return Ok(Decoded::Exact);
        }
        Ok(decode_text(self.0, &value))
    }

    fn visit_unit<E: Error>(self) -> Result<Decoded, E> {
        // An explicit null is never stored in a field, even if the type is `Value`.
        Ok(Decoded::mismatch(Value::Null))
    }

    fn visit_none<E: Error>(self) -> Result<Decoded, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Decoded, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Decoded, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Decoded, A::Error> {
        match self.0 {
            ValueMut::List(list) => decode_list(list, seq),
            ValueMut::Any(field) => {
                *field = collect_items(Vec::new(), seq)?;
                Ok(Decoded::Exact)
            }
            _ => collect_items(Vec::new(), seq).map(Decoded::mismatch),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Decoded, A::Error> {
        match self.0 {
            ValueMut::Model(model) => decode_model(model, map),
            ValueMut::Map(entries) => decode_map(entries, map),
            field => {
                let value = Value::deserialize(MapAccessDeserializer::new(map))?;
                Ok(decode_object(field, value))
            }
        }
    }
}

/// Stores text in a field that is not a `String`.
fn decode_text(field: ValueMut<'_>, text: &str) -> Decoded {
    match field {
        ValueMut::TypedString(field) => {
            field.set(text);
        }
        ValueMut::Enum(field, values) => *field = EnumText::new(text, values),
        ValueMut::Any(field) => *field = text.into(),
        _ => return Decoded::mismatch(text),
    }
    Decoded::Exact
}

/// Stores an object in a field that is neither a model nor a map.
fn decode_object(field: ValueMut<'_>, value: Value) -> Decoded {
    match (field, value) {
        (ValueMut::Any(field), value) => {
            *field = value;
            Decoded::Exact
        }
        (field, Value::Number(number)) => decode_number(field, number),
        (_, value) => Decoded::mismatch(value),
    }
}
