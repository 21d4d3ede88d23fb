//! Construction, cloning and comparison of models, and the `extra` map.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hasher},
};

use genesys_tests::{
    runtime::{Extra, Number, hash},
    sample::{Everything, Person},
};
use serde_json::json;

#[test]
fn a_clone_is_equal_and_independent() {
    let value = json!({"people": [{"id": "1"}], "directory": {"a": {"x": 1}}, "any": {"b": 1}, "unknown": 5});
    let original: Everything = serde_json::from_value(value.clone()).unwrap();
    let mut copy = original.clone();
    assert_eq!(copy, original);
    copy.people.as_mut().unwrap()[0].id = None;
    copy.extra.remove("unknown");
    assert_ne!(copy, original);
    assert_eq!(serde_json::to_value(&original).unwrap(), value);
}

#[test]
fn a_difference_in_any_field_makes_models_unequal() {
    let plain = Everything::default();
    let others = [
        json!({"id": ""}),
        json!({"state": "x"}),
        json!({"at": ""}),
        json!({"number": 0}),
        json!({"float": 0.0}),
        json!({"active": false}),
        json!({"any": 0}),
        json!({"person": {}}),
        json!({"texts": []}),
        json!({"labels": {}}),
        json!({"unknown": 0}),
        json!({"id": null}),
    ];
    for other in others {
        let model: Everything = serde_json::from_value(other.clone()).unwrap();
        assert_ne!(model, plain, "{other}");
        assert_eq!(model, model.clone(), "{other}");
    }
}

#[test]
fn lists_and_maps_are_compared_by_length_order_and_names() {
    let model = |value| serde_json::from_value::<Everything>(value).unwrap();
    assert_ne!(
        model(json!({"texts": ["a"]})),
        model(json!({"texts": ["a", "b"]}))
    );
    assert_ne!(
        model(json!({"texts": ["a", "b"]})),
        model(json!({"texts": ["b", "a"]}))
    );
    assert_ne!(
        model(json!({"labels": {"a": "x"}})),
        model(json!({"labels": {"b": "x"}}))
    );
    assert_ne!(
        model(json!({"labels": {"a": "x"}})),
        model(json!({"labels": {"a": "y"}}))
    );
}

pub fn hash_of(model: &Everything) -> u64 {
    let mut hasher = DefaultHasher::new();
    hash(model, &mut hasher);
    hasher.finish()
}

#[test]
fn equal_models_have_equal_hashes() {
    let decode = |value| serde_json::from_value::<Everything>(value).unwrap();
    let value = json!({
        "id": "1", "state": "x", "at": "?", "number": 5, "any": {"a": [1]}, "person": {"id": 1},
        "times": ["?"], "directory": {"a": {"x": 1}}, "unknown": null,
    });
    let model = decode(value.clone());
    assert_eq!(hash_of(&model), hash_of(&decode(value)));
    let five = |number| decode(json!({"number": number}));
    assert_eq!(five(json!(5)), five(json!(5.0)));
    assert_eq!(hash_of(&five(json!(5))), hash_of(&five(json!(5.0))));
    let zero = |float| Everything {
        float: Some(float),
        ..Everything::default()
    };
    assert_eq!(hash_of(&zero(0.0)), hash_of(&zero(-0.0)));
    let mut emptied = Everything::default();
    emptied.extra.insert("a", 1);
    emptied.extra.remove("a");
    assert_eq!(emptied, Everything::default());
    assert_eq!(hash_of(&emptied), hash_of(&Everything::default()));
}

#[test]
fn different_models_have_different_hashes() {
    let values = [
        json!({}),
        json!({"id": "1"}),
        json!({"type": "1"}),
        json!({"texts": ["1"]}),
        json!({"person": {"id": "1"}}),
        json!({"labels": {"a": "1"}}),
        json!({"unknown": "1"}),
    ];
    let hashes = values.map(|value| hash_of(&serde_json::from_value(value).unwrap()));
    let different: std::collections::BTreeSet<_> = hashes.iter().collect();
    assert_eq!(different.len(), hashes.len());
}

#[test]
fn a_model_with_nan_is_not_equal_to_itself() {
    let model = Everything {
        float: Some(f64::NAN),
        ..Everything::default()
    };
    assert_ne!(model, model.clone());
}

#[test]
fn a_model_can_be_built_as_a_struct_literal() {
    let model = Everything {
        number: Some(Number::from(5)),
        person: Some(Box::new(Person {
            id: Some("1".into()),
            ..Person::default()
        })),
        labels: Some(BTreeMap::from([("a".into(), "b".into())])),
        extra: Extra::from_iter([("unknown", true)]),
        ..Everything::default()
    };
    let expected =
        json!({"number": 5, "person": {"id": "1"}, "labels": {"a": "b"}, "unknown": true});
    assert_eq!(serde_json::to_value(&model).unwrap(), expected);
}

#[test]
fn models_are_send_and_sync() {
    fn assert_send_and_sync<T: Send + Sync + 'static>() {}
    assert_send_and_sync::<Everything>();
}

#[test]
fn extra_is_a_map_of_pointer_size() {
    let mut extra = Extra::new();
    assert!(extra.is_empty());
    assert_eq!(extra.insert("a", 1), None);
    assert_eq!(extra.insert("a", "b"), Some(json!(1)));
    *extra.get_mut("a").unwrap() = json!(2);
    extra.extend([("c", json!(null))]);
    assert_eq!(
        extra.iter().collect::<Vec<_>>(),
        [("a", &json!(2)), ("c", &json!(null))]
    );
    assert_eq!(
        (extra.len(), extra.remove("a"), extra.remove("a")),
        (2, Some(json!(2)), None)
    );
    assert_eq!(std::mem::size_of::<Extra>(), std::mem::size_of::<usize>());
}
