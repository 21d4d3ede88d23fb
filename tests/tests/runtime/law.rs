//! Property tests of the round-trip law and of what else every model guarantees.

use genesys_tests::{
    dice::{self, Dice},
    law::{self, canonical},
    runtime::Model,
    sample::{Empty, Everything, Person},
};
use proptest::prelude::*;
use serde_json::Value;

use crate::ways::check_all_ways;

fn value(text: &str) -> serde_json::Result<Value> {
    serde_json::from_str(text)
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..600)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn objects_for_a_model_round_trip(bytes in bytes()) {
        let text = law::object_for(&mut Everything::default(), &mut Dice::new(&bytes));
        check_all_ways::<Everything>(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn objects_for_another_model_round_trip(bytes in bytes()) {
        let text = law::object_for(&mut Everything::default(), &mut Dice::new(&bytes));
        check_all_ways::<Person>(&text).map_err(TestCaseError::fail)?;
        check_all_ways::<Empty>(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn a_clone_equals_and_encodes_like_its_original(bytes in bytes()) {
        let text = law::object_for(&mut Everything::default(), &mut Dice::new(&bytes));
        if let Ok(original) = serde_json::from_str::<Everything>(&text) {
            let copy = original.clone();
            prop_assert_eq!(serde_json::to_string(&copy)?, serde_json::to_string(&original)?);
            prop_assert_eq!(copy, original);
        }
    }

    #[test]
    fn models_are_equal_exactly_if_their_json_is_equal(bytes in bytes(), other in bytes()) {
        let text = |bytes: &[u8]| law::object_for(&mut Person::default(), &mut Dice::new(bytes));
        let (left, right) = (text(&bytes), text(&other));
        if let (Ok(left_value), Ok(right_value)) = (value(&left), value(&right)) {
            let is_equal = serde_json::from_str::<Person>(&left)? == serde_json::from_str(&right)?;
            prop_assert_eq!(is_equal, left_value == right_value);
        }
    }

    #[test]
    fn setting_all_properties_by_name_equals_decoding(bytes in bytes()) {
        let text = law::object_for(&mut Everything::default(), &mut Dice::new(&bytes));
        if let Ok(Value::Object(object)) = value(&text) {
            let mut model = Everything::default();
            for (name, value) in &object {
                if model.set(name, value.clone()).is_err() {
                    model.extra.insert(name.as_str(), value.clone());
                }
                prop_assert_eq!(model.get(name).as_ref().map(canonical), Some(canonical(value)));
            }
            prop_assert_eq!(canonical(&serde_json::to_value(&model)?), canonical(&Value::Object(object)));
        }
    }

    #[test]
    fn debug_and_validate_do_not_panic(bytes in bytes()) {
        let text = law::object_for(&mut Everything::default(), &mut Dice::new(&bytes));
        if let Ok(model) = serde_json::from_str::<Everything>(&text) {
            let _ = (format!("{model:?} {model:#?}"), model.validate(), model.drift());
        }
    }
}

#[test]
fn seeded_objects_round_trip() {
    for seed in 0..1_000 {
        let bytes: Vec<u8> = dice::bytes(seed).take(2_000).collect();
        let text = law::object_for(&mut Everything::default(), &mut Dice::new(&bytes));
        check_all_ways::<Everything>(&text).unwrap();
    }
}
