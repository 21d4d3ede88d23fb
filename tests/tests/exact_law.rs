//! The round-trip law for models with exact types, those of the fixture `exact_types`.

use genesys_tests::{
    dice::{self, Dice},
    law::{self, RoundTrip},
};
use serde_json::{Value, from_str, json, to_value};

/// The expected output of the fixture, structured like a generated crate.
#[expect(
    unreachable_pub,
    reason = "the fixture is written for a crate of its own"
)]
#[path = "."]
mod exact {
    pub use genesys_runtime as runtime;

    #[rustfmt::skip]
    #[path = "../fixtures/exact_types/expected/mod.rs"]
    mod expected;

    pub use self::expected::{Bed, Garden};
}

use exact::{Bed, Garden};

const GARDEN: RoundTrip = |text| serde_json::to_string(&from_str::<Garden>(text)?);
const BED: RoundTrip = |text| serde_json::to_string(&from_str::<Bed>(text)?);

#[test]
fn models_with_exact_types_round_trip_generated_objects() {
    for seed in 0..2_000 {
        let bytes: Vec<u8> = dice::bytes(seed).take(2_000).collect();
        let garden = law::object_for(&mut Garden::default(), &mut Dice::new(&bytes));
        let bed = law::object_for(&mut Bed::default(), &mut Dice::new(&bytes));
        for (text, round_trip) in [
            (&garden, GARDEN),
            (&bed, BED),
            (&garden, BED),
            (&bed, GARDEN),
        ] {
            law::check(text, round_trip).unwrap_or_else(|error| panic!("{error}"));
        }
    }
}

#[test]
fn exact_types_have_the_kinds_of_their_fields() {
    law::check_kinds(&mut Garden::default()).unwrap();
    law::check_kinds(&mut Bed::default()).unwrap();
}

#[test]
fn values_of_exact_types_are_typed() {
    let sent = json!({
        "trees": 12, "area": 30.5, "style": "wild", "light": "moon", "smells": ["hay"], "rowLengths": [3, 4],
        "prices": {"adult": 2.5}, "sections": {"north": {"crop": "peas"}}, "ledger": {"2020": {"may": 5}},
    });
    let garden: Garden = from_str(&sent.to_string()).unwrap();
    assert!(garden.extra.is_empty(), "{garden:?}");
    assert_eq!((garden.trees, garden.area), (Some(12), Some(30.5)));
    assert_eq!(garden.row_lengths.as_deref(), Some([3, 4].as_slice()));
    assert!(
        garden
            .light
            .as_ref()
            .is_some_and(|light| light.known().is_some())
    );
    assert_eq!(to_value(&garden).unwrap(), sent);
}

#[test]
fn values_of_other_types_are_kept() {
    let sent: Value = json!({
        "trees": "many", "area": null, "rowLengths": [1, "two"], "prices": {"adult": "free"}, "beds": 3,
    });
    let garden: Garden = from_str(&sent.to_string()).unwrap();
    assert_eq!(garden.trees, None);
    assert_eq!(to_value(&garden).unwrap(), sent);
}
