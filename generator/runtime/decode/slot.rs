//! Decoding one value into a slot, whatever the slot is for.

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
    super::value::Slot,
    Fit,
    list::{decode_list, rest},
    map::decode_entries,
    model::decode_model,
    number::{fit_float, fit_number},
};

/// Why an integer of a format other than JSON cannot be kept.
const TOO_WIDE: &str = "an integer beyond 64 bits is no JSON number to this program";

/// Decodes one value into a slot.
pub struct SlotSeed<'a>(pub Slot<'a>);

impl<'de> DeserializeSeed<'de> for SlotSeed<'_> {
    type Value = Fit;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Fit, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for SlotSeed<'_> {
    type Value = Fit;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Fit, E> {
        match self.0 {
            Slot::Boolean(slot) => *slot = value,
            Slot::Any(slot) => *slot = value.into(),
            _ => return Ok(Fit::misfit(value)),
        }
        Ok(Fit::Typed)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Fit, E> {
        match self.0 {
            Slot::Number(slot) => *slot = value.into(),
            Slot::Integer(slot) => *slot = value,
            Slot::Float(slot) => return Ok(fit_float(slot, value.into())),
            Slot::Any(slot) => *slot = value.into(),
            _ => return Ok(Fit::misfit(value)),
        }
        Ok(Fit::Typed)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Fit, E> {
        match (self.0, i64::try_from(value)) {
            (Slot::Number(slot), _) => *slot = value.into(),
            (Slot::Integer(slot), Ok(value)) => *slot = value,
            (Slot::Float(slot), _) => {
                return Ok(fit_float(slot, value.into()));
            }
            (Slot::Any(slot), _) => *slot = value.into(),
            _ => return Ok(Fit::misfit(value)),
        }
        Ok(Fit::Typed)
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Fit, E> {
        let number = ::serde_json::Number::from_i128(value);
        number
            .map(|sent| fit_number(self.0, sent))
            .ok_or_else(|| E::custom(TOO_WIDE))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Fit, E> {
        let number = ::serde_json::Number::from_u128(value);
        number
            .map(|sent| fit_number(self.0, sent))
            .ok_or_else(|| E::custom(TOO_WIDE))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Fit, E> {
        match self.0 {
            Slot::Number(slot) => *slot = value.into(),
            Slot::Float(slot) => *slot = value,
            Slot::Any(slot) => *slot = value.into(),
            _ => return Ok(Fit::misfit(value)),
        }
        Ok(Fit::Typed)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Fit, E> {
        if let Slot::Text(slot) = self.0 {
            *slot = value.into();
            return Ok(Fit::Typed);
        }
        Ok(fit_text(self.0, value))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Fit, E> {
        if let Slot::Text(slot) = self.0 {
            *slot = value;
            return Ok(Fit::Typed);
        }
        Ok(fit_text(self.0, &value))
    }

    fn visit_unit<E: Error>(self) -> Result<Fit, E> {
        // An explicit null is kept apart from all typed values, whatever the field.
        Ok(Fit::misfit(Value::Null))
    }

    fn visit_none<E: Error>(self) -> Result<Fit, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Fit, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Fit, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Fit, A::Error> {
        match self.0 {
            Slot::List(list) => decode_list(list, seq),
            Slot::Any(slot) => {
                *slot = rest(Vec::new(), seq)?;
                Ok(Fit::Typed)
            }
            _ => rest(Vec::new(), seq).map(Fit::misfit),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Fit, A::Error> {
        match self.0 {
            Slot::Model(model) => decode_model(model, map),
            Slot::Map(entries) => decode_entries(entries, map),
            slot => {
                let value = Value::deserialize(MapAccessDeserializer::new(map))?;
                Ok(fit_object(slot, value))
            }
        }
    }
}

/// Puts text into a slot that is not just for text.
fn fit_text(slot: Slot<'_>, text: &str) -> Fit {
    match slot {
        Slot::Token(slot) => {
            slot.set(text);
        }
        Slot::Any(slot) => *slot = text.into(),
        _ => return Fit::misfit(text),
    }
    Fit::Typed
}

/// Puts what came as an object into a slot that is for something else.
fn fit_object(slot: Slot<'_>, value: Value) -> Fit {
    match (slot, value) {
        (Slot::Any(slot), value) => {
            *slot = value;
            Fit::Typed
        }
        (slot, Value::Number(number)) => fit_number(slot, number),
        (_, value) => Fit::misfit(value),
    }
}
