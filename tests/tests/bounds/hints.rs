//! A format may claim any length: nothing is set aside for what has not come.

use genesys_tests::{
    runtime::Model,
    sample::{Everything, Person},
};
use serde::Deserialize;
use serde_json::json;

use crate::format::{
    Boasting,
    Step::{self, Entry, Item},
};

fn decode(steps: &[Step]) -> Everything {
    Everything::deserialize(Boasting::new(steps)).unwrap()
}

#[test]
fn whatever_length_is_claimed_just_what_comes_is_kept() {
    for property in Everything::PROPERTIES {
        for inside in [
            &[][..],
            &[Item],
            &[Item, Item],
            &[Entry("a")],
            &[Entry("a"), Item],
        ] {
            let steps = [&[Entry(property.name)], inside].concat();
            let expected = inside
                .iter()
                .rev()
                .fold(json!("x"), |value, step| match step {
                    Entry(name) => json!({ *name: value }),
                    Item => json!([value]),
                });
            assert_eq!(decode(&steps).get(property.name), Some(expected));
        }
    }
}

#[test]
fn a_list_of_models_has_no_room_for_what_was_claimed() {
    let people = decode(&[Entry("people"), Item, Entry("id")])
        .people
        .unwrap();
    assert_eq!((people.len(), people[0].id.as_deref()), (1, Some("x")));
    assert!(people.capacity() < 100, "{}", people.capacity());
}

#[test]
fn a_model_of_nothing_but_unknown_names_is_kept_too() {
    let steps = [Entry("new"), Item, Entry("newer"), Item, Item];
    let person = Person::deserialize(Boasting::new(&steps)).unwrap();
    assert_eq!(person.extra.get("new"), Some(&json!([{"newer": [["x"]]}])));
}
