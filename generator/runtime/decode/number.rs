//! Numbers in other clothes than their own.

use ::serde::{
    Deserialize,
    de::value::{Error, MapDeserializer},
};
use ::serde_json::Value;

use super::{
    super::{Number, value::Slot},
    Fit,
};

/// Puts a number into a float; where the float is written in another way, as `5.0` is for a `5` that
/// was sent, what was sent is kept beside it.
pub fn fit_float(slot: &mut f64, sent: ::serde_json::Number) -> Fit {
    let Some(float) = sent.as_f64() else {
        return Fit::misfit(Value::Number(sent));
    };
    *slot = float;
    match ::serde_json::Number::from_f64(float) {
        Some(written) if written == sent => Fit::Typed,
        _ => Fit::beside(Value::Number(sent)),
    }
}

/// The name under which `serde_json` hands a number out as an object of one entry, where the
/// program has turned on its feature `arbitrary_precision`.
pub const DISGUISE: &str = "$serde_json::private::Number";

/// The number behind an object's only entry, where `serde_json` itself takes it for one.
pub fn disguised_number<'a>(
    object: impl IntoIterator<Item = (impl AsRef<str>, &'a Value)>,
) -> Option<Value> {
    let mut entries = object.into_iter();
    let (Some((name, Value::String(text))), None) = (entries.next(), entries.next()) else {
        return None;
    };
    if name.as_ref() != DISGUISE {
        return None;
    }
    let entry = MapDeserializer::<_, Error>::new([(DISGUISE, text.as_str())].into_iter());
    Value::deserialize(entry).ok().filter(Value::is_number)
}

/// Puts a number of any width into its slot, if the slot's type keeps every digit of it.
pub fn fit_number(slot: Slot<'_>, sent: ::serde_json::Number) -> Fit {
    match slot {
        Slot::Number(slot) => match Number::try_from(&sent) {
            Ok(number) if number.to_string() == sent.to_string() => *slot = number,
            _ => return Fit::misfit(Value::Number(sent)),
        },
        Slot::Integer(slot) => match sent.as_i64() {
            Some(integer) if integer.to_string() == sent.to_string() => *slot = integer,
            _ => return Fit::misfit(Value::Number(sent)),
        },
        Slot::Float(slot) => return fit_float(slot, sent),
        Slot::Any(slot) => *slot = Value::Number(sent),
        _ => return Fit::misfit(Value::Number(sent)),
    }
    Fit::Typed
}
