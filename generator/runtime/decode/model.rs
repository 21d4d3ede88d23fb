//! Decoding objects into models.

use ::core::fmt;

use ::serde::de::{MapAccess, Visitor};
use ::serde_json::Value;

use super::{
    super::{
        Model,
        fields::Access,
        model::{properties, rest},
        values::Values,
    },
    Fit, SlotSeed, keep_beside,
    name::{Name, NameSeed},
    number::disguised_number,
};

/// Decodes an object into a model.
pub struct ModelVisitor<'a>(pub &'a mut dyn Model);

impl<'de> Visitor<'de> for ModelVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "an object for the model `{}`, at its root",
            Values::of(self.0).properties.definition()
        )
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        decode_model(self.0, map).map(drop)
    }
}

/// Decodes the entries of an object into a blank model.
pub fn decode_model<'de, A: MapAccess<'de>>(
    model: &mut dyn Model,
    mut map: A,
) -> Result<Fit, A::Error> {
    let properties = properties(model);
    let mut expected = 0;
    let mut has_extra = false;
    while let Some(name) = map.next_key_seed(NameSeed {
        properties: &properties,
        expected,
    })? {
        match name {
            Name::Known(index) => {
                expected = index + 1;
                let fit = decode_field(model, index, &mut map)?;
                has_extra |= !matches!(fit, Fit::Typed);
                if let Some(name) = properties.name(index).filter(|_| has_extra) {
                    keep_beside(model, name, fit);
                }
            }
            Name::Unknown(name) => {
                let value = map.next_value::<Value>()?;
                has_extra = true;
                if let Some((_, extra)) = rest(model) {
                    extra.insert(name, value);
                }
            }
        }
    }
    Ok(if has_extra {
        fit_model(model)
    } else {
        Fit::Typed
    })
}

/// A model that has just been decoded fits, unless what was there is a number in an object's clothes.
fn fit_model(model: &mut dyn Model) -> Fit {
    let number = rest(model).and_then(|(_, extra)| disguised_number(extra.iter()));
    number.map_or(Fit::Typed, Fit::misfit)
}

/// Decodes a property's value into its field, and leaves the field unset if it does not fit.
fn decode_field<'de, A: MapAccess<'de>>(
    model: &mut dyn Model,
    index: usize,
    map: &mut A,
) -> Result<Fit, A::Error> {
    let fit = map.next_value_seed(SlotSeed(model.slot(index, Access::Open)))?;
    if let Fit::Misfit(_) = fit {
        model.slot(index, Access::Clear);
    }
    Ok(fit)
}
