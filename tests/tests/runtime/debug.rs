//! The output of `Debug`, which is that of the derive without the unset fields.

use genesys_tests::sample::{Empty, Everything, Person};
use serde_json::{Value, json};

fn everything(value: Value) -> Everything {
    serde_json::from_value(value).unwrap()
}

#[test]
fn unset_fields_are_omitted() {
    let person = Person {
        id: Some("1".to_owned()),
        ..Person::default()
    };
    assert_eq!(format!("{person:?}"), r#"Person { id: "1" }"#);
    assert_eq!(format!("{:?}", Empty::default()), "Empty");
}

#[test]
fn values_of_each_type_are_printed() {
    let model = everything(json!({
        "state": "connected", "at": "2023", "number": 5, "integer": 6, "float": 5.0, "active": true,
        "any": {"a": [null, 1, 2.5, "t", false]}, "texts": ["a\n"], "grid": [[{"id": "1"}], []],
        "labels": {"a": "b"},
    }));
    let expected = r#"Everything { state: "connected", at: "2023", number: 5, integer: 6, float: 5.0, active: true, "#
        .to_owned()
        + r#"any: {"a": [null, 1, 2.5, "t", false]}, texts: ["a\n"], grid: [[Person { id: "1" }], []], "#
        + r#"labels: {"a": "b"} }"#;
    assert_eq!(format!("{model:?}"), expected);
}

#[test]
fn extra_is_printed_last_unless_it_is_empty() {
    let model = everything(json!({"id": 5, "meta-data": "m", "x": null}));
    assert_eq!(
        format!("{model:?}"),
        r#"Everything { meta-data: "m", extra: {"id": 5, "x": null} }"#
    );
    assert_eq!(format!("{:?}", model.extra), r#"{"id": 5, "x": null}"#);
}

#[test]
fn the_alternate_form_has_a_line_per_value() {
    let person: Person =
        serde_json::from_value(json!({"id": "1", "friend": {"id": "2"}, "x": [1]})).unwrap();
    let expected = "\
Person {
    id: \"1\",
    friend: Person {
        id: \"2\",
    },
    extra: {
        \"x\": [
            1,
        ],
    },
}";
    assert_eq!(format!("{person:#?}"), expected);
}
