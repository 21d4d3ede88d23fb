//! No secret is printed, wherever it is.

use genesys_tests::{
    runtime::Model,
    sample::{Everything, Person},
};
use serde_json::{Value, json};

fn everything(value: Value) -> Everything {
    serde_json::from_value(value).unwrap()
}

#[test]
fn a_secret_shows_that_it_is_there() {
    let person = Person {
        api_key: Some("hidden".to_owned()),
        ..Person::default()
    };
    assert_eq!(format!("{person:?}"), "Person { apiKey: <redacted> }");
    assert_eq!(
        format!("{person:#?}"),
        "Person {\n    apiKey: <redacted>,\n}"
    );
}

#[test]
fn a_secret_is_hidden_in_any_type_and_place() {
    let hidden = "hidden";
    let places = [
        json!({"password": hidden}),
        json!({"hint": hidden}),
        json!({"pins": [hidden]}),
        json!({"password": [hidden]}),
        json!({"password": {"value": hidden}}),
        json!({"hint": {"value": hidden}}),
        json!({"clientSecret": hidden}),
        json!({"access_token": {"value": [hidden]}}),
        json!({"any": {"headers": [{"Authorization": hidden}]}}),
        json!({"any": {"x-api-key": [hidden]}}),
        json!({"anything": [[{"password": hidden}]]}),
        json!({"unknown": [{"deep": {"privateKey": hidden}}]}),
        json!({"labels": {"apiKey": hidden}}),
        json!({"values": {"apiKey": {"a": hidden}}}),
        json!({"values": {"a": {"apiKey": hidden}}}),
        json!({"groups": {"token": [{"id": hidden}]}}),
        json!({"people": [{"apiKey": hidden}]}),
        json!({"grid": [[{"friend": {"password": hidden}}]]}),
        json!({"directory": {"a": {"apiKey": 5, "secret": hidden}}}),
        json!({"people": [{"apiKey": hidden}, 5]}),
        json!({"parent": {"parent": {"password": hidden}}}),
    ];
    for place in places {
        let model = everything(place.clone());
        for shown in [format!("{model:?}"), format!("{model:#?}")] {
            assert!(!shown.contains(hidden), "{place}: {shown}");
        }
        assert!(
            format!("{model:?}").contains("<redacted>"),
            "{place}: {model:?}"
        );
    }
}

#[test]
fn extra_by_itself_hides_what_is_a_secret_by_its_name() {
    let model = everything(json!({"password": [1], "x": [{"apiKey": "hidden"}], "y": 1}));
    let expected = r#"{"password": <redacted>, "x": [{"apiKey": <redacted>}], "y": 1}"#;
    assert_eq!(format!("{:?}", model.extra), expected);
}

#[test]
fn numbers_and_booleans_under_a_secret_name_are_hidden_and_nulls_are_not() {
    let model =
        everything(json!({"password": null, "pin": 1234, "secret": true, "any": {"token": null}}));
    let expected = r#"Everything { any: {"token": null}, extra: {"password": null, "pin": <redacted>, "secret": <redacted>} }"#;
    assert_eq!(format!("{model:?}"), expected);
}

#[test]
fn what_only_speaks_of_secrets_is_printed() {
    let model = everything(json!({"pageToken": "shown", "any": {"secretId": "seen"}}));
    let printed = format!("{model:?}");
    assert!(
        printed.contains("shown") && printed.contains("seen"),
        "{printed}"
    );
}

#[test]
fn an_unlisted_value_of_a_secret_is_not_in_what_validate_says() {
    let model = everything(json!({
        "modes": {"token": "hidden", "z": "seen"},
        "parent": {"hint": "hidden"},
        "hint": "hidden",
        "clues": {"a": "hidden", "b": 5},
    }));
    let violations = model.validate();
    let shown = format!(
        "{violations:?} {}",
        violations
            .iter()
            .map(ToString::to_string)
            .collect::<String>()
    );
    for pointer in ["/hint", "/modes/token", "/parent/hint", "/clues/a"] {
        assert!(
            shown.contains(&format!("{pointer}: \"<redacted>\" is not one")),
            "{pointer}: {shown}"
        );
    }
    assert!(
        shown.contains("\"seen\" is not one") && !shown.contains("hidden"),
        "{shown}"
    );
}
