//! Topics: their names, and notifications of unknown topics.

use std::marker::PhantomData;

use genesys_runtime::{Notification, Topic, TopicErrorKind, TopicInfo};
use serde_json::{Value, from_str, from_value, json, to_value};

const SHIP: TopicInfo = topic("v2.fleets.{id}.ships.{id}");
const SAILOR: TopicInfo = topic("v2.ships.{shipId}.sailors.{sailorId}.shift_changed");

const fn topic(template: &'static str) -> TopicInfo {
    TopicInfo {
        template,
        details: &[],
    }
}

/// Returns the kind, the parameter and the text of the error.
fn error(topic: TopicInfo, values: &[(&str, &str)]) -> (TopicErrorKind, String, String) {
    let error = topic.name(values).unwrap_err();
    (error.kind(), error.parameter().into(), error.to_string())
}

#[test]
fn values_are_found_by_name() {
    let id = String::from("s1");
    let name = SAILOR.name(&[("sailorId", "a2"), ("shipId", &id)]).unwrap();
    assert_eq!(name, "v2.ships.s1.sailors.a2.shift_changed");
    assert_eq!(topic("v2.settings").name(&[]).unwrap(), "v2.settings");
}

#[test]
fn a_parameter_that_is_there_twice_takes_values_in_the_order_of_the_template() {
    let name = SHIP.name(&[("id", "f1"), ("id", "s2")]).unwrap();
    assert_eq!(name, "v2.fleets.f1.ships.s2");
    assert!(SHIP.parameters().eq(["id", "id"]));
}

#[test]
fn a_missing_value_is_an_error() {
    let (kind, parameter, text) = error(SHIP, &[("id", "f1")]);
    assert_eq!((kind, &*parameter), (TopicErrorKind::Missing, "id"));
    assert_eq!(
        text,
        "v2.fleets.{id}.ships.{id} requires a value for each `id`"
    );
}

#[test]
fn an_unknown_parameter_is_an_error_with_the_nearest_name() {
    let values = [("shipId", "s"), ("sailorId", "a"), ("shipID", "b")];
    let (kind, parameter, text) = error(SAILOR, &values);
    assert_eq!((kind, &*parameter), (TopicErrorKind::Unknown, "shipID"));
    assert!(text.ends_with("has no parameter `shipID`; did you mean `shipId`?"));
}

#[test]
fn too_many_values_are_an_error() {
    let (kind, parameter, _) = error(SHIP, &[("id", "a"), ("id", "b"), ("id", "c")]);
    assert_eq!((kind, &*parameter), (TopicErrorKind::Repeated, "id"));
}

#[test]
fn a_value_that_could_not_be_read_back_is_an_error() {
    for value in ["", "a.b", "{id}", "a b", "a\n", "a\u{a0}b", "\u{7f}"] {
        let (kind, ..) = error(topic("v2.ships.{id}"), &[("id", value)]);
        assert_eq!(kind, TopicErrorKind::InvalidValue, "{value:?}");
    }
}

#[test]
fn a_name_has_the_values_that_it_was_made_of() {
    let values = vec![("id", "f-1"), ("id", "é_2")];
    let name = SHIP.name(&values).unwrap();
    assert_eq!(SHIP.values(&name), Some(values));
}

#[test]
fn a_name_matches_part_by_part() {
    assert!(SHIP.matches("v2.fleets.f1.ships.s2"));
    for name in [
        "",
        "v2.fleets.f1.ships",
        "v2.fleets.f1.ships.",
        "v2.fleets..ships.s2",
        "v2.fleets.f1.ships.s2.x",
        "v2.fleets.f1.sailors.s2",
        // An ID with a dot.
        "v2.fleets.f.1.ships.s2",
    ] {
        assert!(!SHIP.matches(name), "{name}");
        assert_eq!(SHIP.values(name), None, "{name}");
    }
}

#[test]
fn case_does_not_matter_except_in_values() {
    let values = SHIP.values("V2.Fleets.F1.ships.S2").unwrap();
    assert_eq!(values, [("id", "F1"), ("id", "S2")]);
}

#[test]
fn details_are_read_from_lines() {
    let topic = TopicInfo {
        template: "v2.ships",
        details: &[
            "# A ship.\npreview",
            "permission fleet:ship:view",
            "permission fleet:all:view",
            "division",
            "unenforced",
            "transport Websocket",
            "preview",
        ],
    };
    assert_eq!(topic.description(), Some("A ship.\npreview"));
    assert!(
        topic
            .permissions()
            .eq(["fleet:ship:view", "fleet:all:view"])
    );
    assert!(topic.transports().eq(["Websocket"]));
    assert!(topic.requires_division_permissions() && topic.is_preview());
    assert!(!topic.enforces_permissions());

    assert_eq!(SHIP.description(), None);
    assert!(SHIP.permissions().next().is_none() && SHIP.transports().next().is_none());
    assert!(!SHIP.requires_division_permissions() && !SHIP.is_preview());
    assert!(SHIP.enforces_permissions());
}

#[test]
fn a_topic_decodes_its_own_notifications_only() {
    const POSITION: Topic<Vec<i32>> = Topic {
        info: topic("v2.ships.{id}.position"),
        event: PhantomData,
    };
    let json = r#"{"eventBody": [59, 10], "topicName": "v2.ships.s1.position"}"#;
    assert_eq!(POSITION.decode(json).unwrap(), Some(vec![59, 10]));
    let json = json.replace("position", "cargo");
    assert_eq!(POSITION.decode(&json).unwrap(), None);
    assert!(POSITION.decode(r#"{"eventBody": []}"#).is_err());
}

#[test]
fn a_notification_is_the_same_json_again() {
    for json in [
        json!({"topicName": "channel.metadata", "eventBody": {"message": "pong"}}),
        json!({"topicName": "", "eventBody": null, "version": "2"}),
        json!({"topicName": "v2.ships.s1", "eventBody": [5.0], "metadata": {"CorrelationId": "c"}}),
    ] {
        let notification: Notification<Value> = from_value(json.clone()).unwrap();
        assert_eq!(notification.event, json["eventBody"]);
        assert_eq!(to_value(&notification).unwrap(), json);
        assert_eq!(notification.clone(), notification);
        assert!(notification.drift().is_empty() && notification.topic_values().is_empty());
    }
}

#[test]
fn a_field_takes_precedence_over_an_entry_of_its_name() {
    let json = json!({"topicName": "a", "eventBody": 1});
    let mut notification: Notification<Value> = from_value(json.clone()).unwrap();
    notification.extra.insert("topicName", "b");
    notification.extra.insert("eventBody", 2);
    assert_eq!(to_value(&notification).unwrap(), json);
}

#[test]
fn what_is_no_notification_is_an_error_that_says_what_is_missing() {
    for (json, expected) in [
        ("{}", "missing field `topicName`"),
        (r#"{"topicName": "a"}"#, "missing field `eventBody`"),
        (
            r#"{"topicName": 1, "eventBody": {}}"#,
            "invalid type: integer `1`",
        ),
        (
            r#"{"topicName": "a", "topicName": "b"}"#,
            "duplicate field `topicName`",
        ),
        (
            r#"{"eventBody": 1, "eventBody": 1}"#,
            "duplicate field `eventBody`",
        ),
        ("[]", "expected a notification"),
        (r#"{"topicName": "a", "eventBody": {"#, "EOF"),
    ] {
        let error = from_str::<Notification<Value>>(json).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[test]
fn secrets_of_unknown_events_are_hidden() {
    let json = json!({"topicName": "a", "eventBody": {"password": "hunter2"}, "apiKey": "k3y"});
    let notification: Notification<Value> = from_value(json).unwrap();
    let text = format!("{notification:?}");
    assert_eq!(text.matches("<redacted>").count(), 2, "{text}");
    assert!(!text.contains("k3y") && !text.contains("hunter2"), "{text}");
}
