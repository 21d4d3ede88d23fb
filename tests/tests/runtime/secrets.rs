//! Redaction of secrets in `Debug` and in violations.

use genesys_tests::{
    runtime::Model,
    sample::{Everything, Person},
};
use serde_json::{Value, json};

fn everything(value: Value) -> Everything {
    serde_json::from_value(value).unwrap()
}

#[test]
fn a_secret_is_printed_as_redacted() {
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
fn a_secret_is_redacted_in_fields_extra_and_containers() {
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
        json!({"groups": {"token": [{"apiKey": hidden}]}}),
        json!({"any": [{"name": "X-Api-Key", "value": hidden}]}),
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
fn a_model_under_the_name_of_a_secret_redacts_only_its_own() {
    let model = everything(json!({"groups": {"token": [{"id": "a", "apiKey": "hidden"}]}}));
    let expected = r#"Everything { groups: {"token": [Person { id: "a", apiKey: <redacted> }]} }"#;
    assert_eq!(format!("{model:?}"), expected);
}

#[test]
fn parts_of_texts_that_grant_access_are_redacted() {
    for (text, shown) in [
        (
            "https://a.example/f?Signature=x%2By&id=1",
            "https://a.example/f?Signature=<redacted>&id=1",
        ),
        (
            "https://a.example/f?id=1&X-Amz-Signature=ab12#top",
            "https://a.example/f?id=1&X-Amz-Signature=<redacted>#top",
        ),
        (
            "https://a.example/#access_token=ab&expires=1",
            "https://a.example/#access_token=<redacted>&expires=1",
        ),
        (
            "Authorization: Bearer ab.12",
            "Authorization: Bearer <redacted>",
        ),
        ("Bearer  ab.12", "Bearer  <redacted>"),
        ("Basic YTpiYTpi=", "Basic <redacted>"),
        ("token eyJhbGciOi.eyJzdWIi.c2ln!", "token <redacted>"),
        (
            "the bearer of news, eyJ, a=b, pageToken=5",
            "the bearer of news, eyJ, a=b, pageToken=5",
        ),
    ] {
        for json in [
            json!({"id": text}),
            json!({"any": {"a": [text]}}),
            json!({"new": text}),
            json!({"states": [text]}),
        ] {
            let printed = format!("{:?}", everything(json));
            assert!(printed.contains(&format!("{shown:?}")), "{printed}");
        }
        let violations = everything(json!({"state": text, "at": text})).drift();
        for violation in violations {
            assert!(violation.to_string().contains(shown), "{violation}");
        }
    }
}

#[test]
fn debug_of_extra_redacts_secrets() {
    let model = everything(json!({"password": [1], "x": [{"apiKey": "hidden"}], "y": 1}));
    let expected = r#"{"password": <redacted>, "x": [{"apiKey": <redacted>}], "y": 1}"#;
    assert_eq!(format!("{:?}", model.extra), expected);
}

#[test]
fn numbers_and_booleans_of_secrets_are_redacted_and_nulls_are_not() {
    let model =
        everything(json!({"password": null, "pin": 1234, "secret": true, "any": {"token": null}}));
    let expected = r#"Everything { any: {"token": null}, extra: {"password": null, "pin": <redacted>, "secret": <redacted>} }"#;
    assert_eq!(format!("{model:?}"), expected);
}

#[test]
fn descriptions_of_secrets_are_printed() {
    let model = everything(json!({"pageToken": "shown", "any": {"secretId": "seen"}}));
    let printed = format!("{model:?}");
    assert!(
        printed.contains("shown") && printed.contains("seen"),
        "{printed}"
    );
}

#[test]
fn violations_redact_unlisted_values_of_secrets() {
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
            shown.contains(&format!("{pointer}: \"<redacted>\" is not a listed value")),
            "{pointer}: {shown}"
        );
    }
    assert!(
        shown.contains("\"seen\" is not a listed value") && !shown.contains("hidden"),
        "{shown}"
    );
}
