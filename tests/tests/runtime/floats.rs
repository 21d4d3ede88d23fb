//! Integers that decode as `f64` and encode as integers again.

use genesys_tests::{runtime::Model, sample::Everything};
use serde_json::{Value, json};

use crate::structs::hash_of;

fn everything(value: Value) -> Everything {
    serde_json::from_value(value).unwrap()
}

#[test]
fn an_integer_decodes_as_a_float_and_encodes_as_the_integer() {
    let model = everything(json!({"float": 5, "floats": [1, 2.5], "ratios": {"a": 3, "b": 0.5}}));
    assert_eq!(model.float, Some(5.0));
    assert_eq!(model.floats, Some(vec![1.0, 2.5]));
    assert_eq!(model.ratios.as_ref().unwrap().get("a"), Some(&3.0));
    let written = serde_json::to_value(&model).unwrap();
    assert_eq!(
        written,
        json!({"float": 5, "floats": [1, 2.5], "ratios": {"a": 3, "b": 0.5}})
    );
    assert_eq!(model.get("float"), Some(json!(5)));
}

#[test]
fn a_changed_float_encodes_as_a_float() {
    let mut model = everything(json!({"float": 5, "floats": [1, 2.5], "ratios": {"a": 3}}));
    model.float = Some(6.0);
    model.floats = Some(vec![1.5, 7.0]);
    model.ratios.as_mut().unwrap().insert("b".to_owned(), 1.0);
    let written = serde_json::to_value(&model).unwrap();
    assert_eq!(
        written,
        json!({"float": 6.0, "floats": [1.5, 7.0], "ratios": {"a": 3, "b": 1.0}})
    );
}

#[test]
fn a_removed_entry_of_a_map_is_not_encoded() {
    let mut model = everything(json!({"ratios": {"a": 3, "b": 4}}));
    model.ratios.as_mut().unwrap().remove("b");
    let written = serde_json::to_value(&model).unwrap();
    assert_eq!(written, json!({"ratios": {"a": 3}}));
}

#[test]
fn an_integer_is_not_kept_if_a_float_with_the_same_name_follows() {
    let text = r#"{"float": 5, "float": 5.5, "ratios": {"a": 1, "a": 2.5}}"#;
    let model: Everything = serde_json::from_str(text).unwrap();
    assert!(model.extra.is_empty(), "{:?}", model.extra);
}

#[test]
fn an_unchanged_item_of_a_changed_list_encodes_as_the_integer() {
    let mut model = everything(json!({"floats": [1, 2, 3.5]}));
    let floats = model.floats.as_mut().unwrap();
    floats[1] = 4.0;
    floats.push(5.0);
    let written = serde_json::to_value(&model).unwrap();
    assert_eq!(written, json!({"floats": [1, 4.0, 3.5, 5.0]}));
}

#[test]
fn floats_are_equal_in_any_notation() {
    let received = everything(json!({"float": 5, "floats": [1, 2.5], "ratios": {"a": 3}}));
    let other = everything(json!({"float": 5.0, "floats": [1.0, 2.5], "ratios": {"a": 3.0}}));
    assert_eq!(received, other);
    assert_eq!(hash_of(&received), hash_of(&other));
}

#[test]
fn the_notation_of_a_replaced_float_does_not_affect_equality() {
    let mut changed = everything(json!({"float": 5}));
    changed.float = Some(7.0);
    let other = everything(json!({"float": 7.0}));
    assert_eq!(changed, other);
    assert_eq!(hash_of(&changed), hash_of(&other));
    changed.float = None;
    assert_eq!(changed, Everything::default());
}

#[test]
fn an_unset_float_is_not_encoded() {
    let mut model = everything(json!({"float": 5, "floats": [1, 2.5], "ratios": {"a": 3}}));
    (model.float, model.floats, model.ratios) = (None, None, None);
    assert_eq!(serde_json::to_value(&model).unwrap(), json!({}));
    assert_eq!(model.get("float"), None);
}

#[test]
fn values_of_other_types_are_kept_while_the_field_is_unset() {
    let model = everything(json!({"float": "x", "floats": [1, "x"], "ratios": {"a": null}}));
    let written = serde_json::to_value(&model).unwrap();
    assert_eq!(
        written,
        json!({"float": "x", "floats": [1, "x"], "ratios": {"a": null}})
    );
}

#[test]
fn nan_fails_to_encode() {
    let model = Everything {
        float: Some(f64::NAN),
        ..Everything::default()
    };
    serde_json::to_string(&model).unwrap_err();
}

#[test]
fn the_original_integer_is_not_an_entry_of_extra() {
    let model = everything(json!({"float": 5, "floats": [1, 2.5], "new": true}));
    let names: Vec<_> = model.extra.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["new"]);
    assert_eq!(model.clone(), model);
    assert_eq!(
        serde_json::to_value(model.clone()).unwrap(),
        serde_json::to_value(&model).unwrap()
    );
}

#[test]
fn an_entry_of_extra_is_encoded_for_an_unset_float() {
    let mut model = everything(json!({"float": 5}));
    model.float = None;
    model.extra.insert("float", 7);
    assert_eq!(serde_json::to_value(&model).unwrap(), json!({"float": 7}));
}
