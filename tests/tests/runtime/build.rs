//! Models built with `model!`.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    time::{Duration, UNIX_EPOCH},
};

use genesys_models::model;
use genesys_tests::{
    runtime::{DateTime, Extra, Number},
    sample::{self, Empty, Everything, Person, State},
};
use serde_json::{Value, json, to_value};

/// Checks the JSON of a model.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "the calls contain literals")]
fn assert_json(model: impl serde::Serialize, expected: Value) {
    assert_eq!(to_value(model).unwrap(), expected);
}

#[test]
fn text_is_converted() {
    let owned = "c".to_owned();
    let model = model!(Everything {
        id: "a",
        r#type: String::from("b"),
        meta_data: &owned,
        password: Cow::Borrowed("d"),
        texts: ["e", "f"],
        pins: vec![Cow::Borrowed("g")],
    });
    assert_json(
        model,
        json!({"id": "a", "type": "b", "meta-data": "c", "password": "d", "texts": ["e", "f"], "pins": ["g"]}),
    );
}

#[test]
fn literals_are_converted_to_every_numeric_type() {
    let model = model!(Everything {
        number: 5,
        integer: -3,
        float: 2,
        any: 7,
        numbers: [1.5, 2.0],
        integers: [1, 2],
        floats: vec![1, 2],
        active: true,
        flags: [false],
    });
    assert_json(
        model,
        json!({"number": 5, "integer": -3, "float": 2.0, "any": 7, "numbers": [1.5, 2.0], "integers": [1, 2],
            "floats": [1.0, 2.0], "active": true, "flags": [false]}),
    );
    let model = model!(Everything {
        number: 2.5,
        float: 2.5,
        any: 2.5
    });
    assert_json(model, json!({"number": 2.5, "float": 2.5, "any": 2.5}));
}

#[test]
fn variables_of_numeric_types_are_converted() {
    let (length, wide): (usize, u64) = (3, u64::MAX);
    let model = model!(Everything {
        number: wide,
        integer: 1_700_000_000_000_i64,
        float: 1.5_f32,
        numbers: [length],
        counts: [("a", Number::from(1))],
    });
    assert_json(
        model,
        json!({"number": wide, "integer": 1_700_000_000_000_i64, "float": 1.5, "numbers": [3], "counts": {"a": 1}}),
    );
}

#[test]
fn enums_are_converted_from_variants_and_text() {
    let model = model!(Everything {
        state: State::Connected,
        hint: "unheard of",
        states: [State::Alerting, State::Connected],
        modes: [("a", "alerting")],
    });
    assert_json(
        model,
        json!({"state": "connected", "states": ["alerting", "connected"], "modes": {"a": "alerting"}, "hint": "unheard of"}),
    );
}

#[test]
fn time_values_are_converted_from_text_and_from_time_libraries() {
    let model = model!(Everything {
        at: UNIX_EPOCH,
        local: "2023-01-19T15:18:42",
        date: jiff::civil::date(2023, 1, 19),
        interval: "2023-01-19T00:00:00Z/P1D".to_owned(),
        duration: Duration::from_secs(90),
        times: [jiff::Timestamp::UNIX_EPOCH],
    });
    assert_json(
        model,
        json!({"at": "1970-01-01T00:00:00.000Z", "local": "2023-01-19T15:18:42", "date": "2023-01-19",
            "interval": "2023-01-19T00:00:00Z/P1D", "duration": "PT1M30S", "times": ["1970-01-01T00:00:00.000Z"]}),
    );
    let chrono = chrono::DateTime::<chrono::Utc>::UNIX_EPOCH;
    let model = model!(Everything {
        at: chrono,
        times: vec![DateTime::new("x")]
    });
    assert_json(
        model,
        json!({"at": "1970-01-01T00:00:00.000Z", "times": ["x"]}),
    );
}

#[test]
fn models_are_boxed_and_collected() {
    let ann = || model!(Person { id: "1" });
    let model = model!(Everything {
        person: ann(),
        parent: Box::new(model!(Everything {
            person: model!(Person { friend: ann() })
        })),
        people: [ann(), Person::default()],
        grid: [vec![ann()], vec![]],
        directory: [("a", ann())],
        groups: [("b".to_owned(), [ann()])],
    });
    let ann = json!({"id": "1"});
    assert_json(
        model,
        json!({"person": ann, "parent": {"person": {"friend": ann}}, "people": [ann, {}], "grid": [[ann], []],
            "directory": {"a": ann}, "groups": {"b": [ann]}}),
    );
}

#[test]
fn lists_are_converted_from_arrays_vectors_and_slices() {
    let texts = vec!["a".to_owned()];
    for model in [
        model!(Everything { texts: &texts }),
        model!(Everything {
            texts: texts.as_slice()
        }),
        model!(Everything { texts: &["a"] }),
        model!(Everything {
            texts: [Some("a"), None]
        }),
    ] {
        assert_eq!(model.texts.as_ref(), Some(&texts));
    }
    let empty = model!(Everything {
        texts: Vec::<String>::new()
    });
    assert_json(empty, json!({"texts": []}));
}

#[test]
fn maps_are_converted_from_pairs_and_maps() {
    let expected = json!({"labels": {"a": "1"}});
    assert_json(
        model!(Everything {
            labels: [("a", "1")]
        }),
        expected.clone(),
    );
    assert_json(
        model!(Everything {
            labels: vec![("a", "1")]
        }),
        expected.clone(),
    );
    let map = BTreeMap::from([("a", "1")]);
    assert_json(model!(Everything { labels: map }), expected.clone());
    let map = HashMap::from([("a".to_owned(), Some("1"))]);
    assert_json(model!(Everything { labels: map }), expected);
}

#[test]
fn any_json_is_accepted_where_the_docs_allow_it() {
    let model = model!(Everything {
        any: json!({"a": null}),
        anything: [json!(1), json!("x")],
        values: [("a", "text"), ("b", "more")],
    });
    assert_json(
        model,
        json!({"any": {"a": null}, "anything": [1, "x"], "values": {"a": "text", "b": "more"}}),
    );
    assert_json(
        model!(Everything { any: ["a", "b"] }),
        json!({"any": ["a", "b"]}),
    );
}

#[test]
fn a_value_that_is_none_leaves_the_field_unset() {
    let (name, count): (Option<&str>, Option<i64>) = (None, Some(1));
    let model = model!(Everything {
        id: name,
        integer: count,
        person: None::<Person>
    });
    assert_json(model, json!({"integer": 1}));
}

#[test]
fn a_field_without_a_value_is_set_from_the_variable_of_its_name() {
    let (id, r#type, friend) = ("1", "t", Some(model!(Person { id: "2" })));
    assert_json(
        model!(Everything { id, r#type }),
        json!({"id": "1", "type": "t"}),
    );
    assert_json(
        model!(Person { id, friend }),
        json!({"id": "1", "friend": {"id": "2"}}),
    );
}

#[test]
fn other_fields_come_from_the_base() {
    let base = model!(Person {
        id: "1",
        name: "Ann"
    });
    let copy = model!(Person {
        name: base.name.as_ref().map(|name| format!("{name}a")),
        ..base
    });
    assert_json(&copy, json!({"id": "1", "name": "Anna"}));
    assert_json(
        model!(Person { ..copy }),
        json!({"id": "1", "name": "Anna"}),
    );
}

#[test]
fn extra_is_a_field_too() {
    let extra = Extra::from_iter([("undocumented", 1)]);
    assert_json(
        model!(Person { id: "1", extra }),
        json!({"id": "1", "undocumented": 1}),
    );
}

#[test]
fn a_model_can_have_a_path_and_no_fields() {
    assert_eq!(model!(Empty {}), Empty::default());
    assert_eq!(model! { sample::Person {} }, Person::default());
    let person: Person = model!(genesys_tests::sample::Person { id: "1" });
    assert_eq!(person.id.as_deref(), Some("1"));
}

#[test]
fn values_may_return_early_and_do_not_see_other_fields() -> Result<(), std::num::ParseIntError> {
    let name = "outer";
    let model = model!(Everything {
        meta_data: "inner",
        id: name,
        integer: "5".parse::<i64>()?,
    });
    assert_json(
        model,
        json!({"id": "outer", "meta-data": "inner", "integer": 5}),
    );
    Ok(())
}
