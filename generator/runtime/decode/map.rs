//! Decoding objects whose names are data.

use ::serde::de::{Error, MapAccess};
use ::serde_json::{Map, Value};

use super::{
    super::{encode::to_value, map::Entries, value::View},
    Fit, SlotSeed,
    number::{DISGUISE, disguised_number},
};

/// Decodes an object whose names are data into an empty one; one value of another shape makes the whole object a misfit.
pub fn decode_entries<'de, A: MapAccess<'de>>(
    entries: &mut dyn Entries,
    mut map: A,
) -> Result<Fit, A::Error> {
    let mut kept = Kept::default();
    while let Some(name) = map.next_key::<String>()? {
        kept.forget(&name);
        match map.next_value_seed(SlotSeed(entries.put(name.clone())))? {
            Fit::Typed => {}
            Fit::Beside(value) => drop(kept.beside.insert(name, *value)),
            Fit::Misfit(value) if value.is_null() && takes_anything(entries, &name) => {}
            Fit::Misfit(value) => drop(kept.misfits.insert(name, *value)),
        }
    }
    kept.fit(entries).map_err(A::Error::custom)
}

fn takes_anything(entries: &dyn Entries, name: &str) -> bool {
    matches!(entries.value(name), Some(View::Any(_)))
}

/// What the entries themselves could not keep.
#[derive(Default)]
struct Kept {
    beside: Map<String, Value>,
    misfits: Map<String, Value>,
}

impl Kept {
    /// Drops what an earlier entry of the same name left: the last of them wins.
    fn forget(&mut self, name: &str) {
        self.beside.remove(name);
        self.misfits.remove(name);
    }

    /// How the object as a whole went in; it may also have been a number in an object's clothes.
    fn fit(self, entries: &dyn Entries) -> ::serde_json::Result<Fit> {
        let (is_beside, is_misfit) = (!self.beside.is_empty(), !self.misfits.is_empty());
        if !is_beside && !is_misfit && entries.value(DISGUISE).is_none() {
            return Ok(Fit::Typed);
        }
        let values = self.into_values(entries)?;
        Ok(match disguised_number(&values) {
            Some(number) => Fit::misfit(number),
            None if is_misfit => Fit::misfit(Value::Object(values)),
            None if is_beside => Fit::beside(Value::Object(values)),
            None => Fit::Typed,
        })
    }

    /// All entries as they were sent; where one is a misfit, the typed one is blank.
    fn into_values(self, entries: &dyn Entries) -> ::serde_json::Result<Map<String, Value>> {
        let typed = entries
            .entries()
            .map(|(name, view)| Ok((name.to_owned(), to_value(view)?)));
        let mut values: Map<String, Value> = typed.collect::<::serde_json::Result<_>>()?;
        values.extend(self.beside);
        values.extend(self.misfits);
        Ok(values)
    }
}
