//! Integers and floats, which decode from either notation of a number and encode in the notation they were decoded from.

use genesys_tests::{runtime::Model, sample::Everything};
use serde_json::{Value, json};

use crate::structs::hash_of;

fn everything(value: Value) -> Everything {
    serde_json::from_value(value).unwrap()
}

fn decoded(text: &str) -> Everything {
    serde_json::from_str(text).unwrap()
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
fn a_float_without_a_fraction_decodes_as_an_integer_and_encodes_as_the_float() {
    let sent = json!({
        "integer": 5.0, "integers": [1, 2.0], "shares": {"a": 3.0, "b": -4}, "series": {"a": [1.0, 2], "b": []},
    });
    let model = everything(sent.clone());
    assert!(model.extra.is_empty(), "{:?}", model.extra);
    assert_eq!(model.integer, Some(5));
    assert_eq!(model.integers, Some(vec![1, 2]));
    assert_eq!(model.shares.as_ref().unwrap().get("a"), Some(&3));
    assert_eq!(model.series.as_ref().unwrap().get("a"), Some(&vec![1, 2]));
    assert_eq!(serde_json::to_value(&model).unwrap(), sent);
    assert_eq!(model.get("integer"), Some(json!(5.0)));
    assert_eq!(model.drift(), []);
}

#[test]
fn an_integer_may_have_any_notation() {
    for (text, integer) in [
        ("-0.0", 0),
        ("1e2", 100),
        ("-2.75e3", -2750),
        ("1e18", 1_000_000_000_000_000_000),
        ("9007199254740992.0", 9_007_199_254_740_992),
    ] {
        let text = format!("{{\"integer\":{text}}}");
        let model = decoded(&text);
        assert_eq!(model.integer, Some(integer), "{text}");
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_value(&model).unwrap(), value);
    }
}

#[test]
fn a_number_that_is_no_64_bit_integer_is_kept_in_extra() {
    for text in [
        "2.5",
        "1e-7",
        "9223372036854775807.0",
        "9223372036854775808",
        "9223372036854775808.0",
        "-9223372036854775809",
        "18446744073709551615",
        "1e300",
        "0.30000000000000004",
    ] {
        let model = decoded(&format!("{{\"integer\":{text},\"integers\":[1,{text}]}}"));
        assert_eq!(model.integer, None, "{text}");
        assert_eq!(
            model.extra.get("integer"),
            Some(&serde_json::from_str(text).unwrap())
        );
        let violations: Vec<_> = model.drift().iter().map(ToString::to_string).collect();
        assert_eq!(
            violations,
            [
                "/integer: expected an integer, found a number",
                "/integers/1: expected an integer, found a number"
            ]
        );
    }
}

/// Without the feature, `serde_json` rounds the numbers, or rejects them.
#[cfg(feature = "arbitrary-precision")]
#[test]
fn numbers_are_compared_with_all_of_their_digits() {
    let value = |model: &Everything| serde_json::to_value(model).unwrap();
    let decode = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    for text in [
        "5.00000000000000000001",
        "4503599627370497.1",
        "9007199254740993.0",
        "1e400",
        "1e9999999999999999999",
    ] {
        let text = format!("{{\"integer\":{text},\"shares\":{{\"a\":{text}}}}}");
        let model = decoded(&text);
        assert_eq!(model.integer, None, "{text}");
        assert!(model.shares.as_ref().unwrap().is_empty(), "{text}");
        assert_eq!(value(&model), decode(&text));
    }
    for text in ["5.00", "50e-1", "0.5e1", "5E+0"] {
        let text = format!("{{\"integer\":{text},\"shares\":{{\"a\":{text}}}}}");
        let model = decoded(&text);
        assert_eq!(model.integer, Some(5), "{text}");
        assert_eq!(value(&model), decode(&text));
    }
    let text = r#"{"float":1e400,"floats":[1e400]}"#;
    let model = decoded(text);
    assert_eq!((model.float, &model.floats), (None, &Some(Vec::new())));
    assert_eq!(value(&model), decode(text));
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
fn a_changed_integer_encodes_as_an_integer() {
    let mut model = everything(json!({"integer": 5.0, "integers": [1.0], "shares": {"a": 3.0}}));
    model.integer = Some(6);
    model.integers.as_mut().unwrap().push(2);
    model.shares.as_mut().unwrap().insert("a".to_owned(), 4);
    let written = serde_json::to_value(&model).unwrap();
    assert_eq!(
        written,
        json!({"integer": 6, "integers": [1.0, 2], "shares": {"a": 4}})
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
fn an_original_is_not_kept_if_another_number_with_the_same_name_follows() {
    let model = decoded(
        r#"{"float": 5, "float": 5.5, "ratios": {"a": 1, "a": 2.5}, "integer": 5.0, "integer": 6,
            "shares": {"a": 1.0, "a": 2}}"#,
    );
    assert_eq!(
        serde_json::to_value(&model).unwrap(),
        json!({"float": 5.5, "ratios": {"a": 2.5}, "integer": 6, "shares": {"a": 2}})
    );
}

#[test]
fn an_unchanged_item_of_a_changed_list_encodes_as_it_was_sent() {
    let mut model = everything(json!({"floats": [1, 2, 3.5], "integers": [1.0, 2.0, null, 3]}));
    let floats = model.floats.as_mut().unwrap();
    floats[1] = 4.0;
    floats.push(5.0);
    model.integers.as_mut().unwrap()[1] = 4;
    let written = serde_json::to_value(&model).unwrap();
    assert_eq!(
        written,
        json!({"floats": [1, 4.0, 3.5, 5.0], "integers": [1.0, 4, null, 3]})
    );
}

#[test]
fn numbers_are_equal_in_any_notation() {
    let received =
        everything(json!({"float": 5, "floats": [1, 2.5], "ratios": {"a": 3}, "integer": 5.0}));
    let other =
        everything(json!({"float": 5.0, "floats": [1.0, 2.5], "ratios": {"a": 3.0}, "integer": 5}));
    assert_eq!(received, other);
    assert_eq!(hash_of(&received), hash_of(&other));
}

#[test]
fn the_notation_of_a_replaced_number_does_not_affect_equality() {
    let mut changed = everything(json!({"float": 5, "integer": 5.0}));
    (changed.float, changed.integer) = (Some(7.0), Some(7));
    let other = everything(json!({"float": 7.0, "integer": 7}));
    assert_eq!(changed, other);
    assert_eq!(hash_of(&changed), hash_of(&other));
    (changed.float, changed.integer) = (None, None);
    assert_eq!(changed, Everything::default());
}

#[test]
fn an_unset_field_is_not_encoded() {
    let mut model = everything(json!({"float": 5, "floats": [1, 2.5], "integer": 5.0}));
    (model.float, model.floats, model.integer) = (None, None, None);
    assert_eq!(serde_json::to_value(&model).unwrap(), json!({}));
    assert_eq!(model.get("float"), None);
    assert_eq!(model.get("integer"), None);
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
fn an_original_is_not_an_entry_of_extra() {
    let model = everything(json!({"float": 5, "floats": [1, 2.5], "integer": 5.0, "new": true}));
    let names: Vec<_> = model.extra.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["new"]);
    assert_eq!(model.clone(), model);
    assert_eq!(
        serde_json::to_value(model.clone()).unwrap(),
        serde_json::to_value(&model).unwrap()
    );
}

#[test]
fn an_entry_of_extra_is_encoded_for_an_unset_number() {
    let mut model = everything(json!({"float": 5, "integer": 5.0}));
    (model.float, model.integer) = (None, None);
    model.extra.insert("float", 7);
    model.extra.insert("integer", "x");
    assert_eq!(
        serde_json::to_value(&model).unwrap(),
        json!({"float": 7, "integer": "x"})
    );
}
