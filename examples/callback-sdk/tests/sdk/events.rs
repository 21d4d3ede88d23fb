//! Events decode into the same models, and no line ends a stream but the last.

use std::io::{self, BufReader, Cursor, Read};

use callback_sdk::{Callback, Error, Event, events};
use serde_json::{Value, from_value, json, to_value};

/// A line that tells about a callback of somebody's.
fn callback_line(body: &Value) -> String {
    json!({"topicName": "v2.users.u-1.conversations.callbacks", "version": "2", "eventBody": body})
        .to_string()
}

fn all(stream: &str) -> Vec<Result<Event, Error>> {
    events(stream.as_bytes()).collect()
}

/// The callback of an event that must be one.
fn callback(event: Result<Event, Error>) -> Callback {
    match event.unwrap() {
        Event::Callback(callback) => callback,
        other => panic!("{other:?}"),
    }
}

/// The line that an error must be about.
fn bad_line(event: Result<Event, Error>) -> u64 {
    match event.unwrap_err() {
        Error::Event { line, .. } => line,
        other => panic!("{other:?}"),
    }
}

#[test]
fn events_decode_into_the_models_that_requests_use_and_keep_everything() {
    let participant = json!({
        "id": "p-1", "state": "parked", "held": "maybe", "endTime": null,
        "wrapupTimeoutMs": 9_007_199_254_740_993_u64, "unheardOf": [1.0],
    });
    let body = json!({"id": "c-1", "participants": [participant], "new": {}});
    let mut found = all(&callback_line(&body));
    assert_eq!(found.len(), 1);
    let callback = callback(found.remove(0));
    assert_eq!(callback, from_value(body).unwrap());
    let participants = callback.participants.unwrap();
    assert_eq!(to_value(&participants).unwrap(), json!([participant]));
}

#[test]
fn an_event_of_an_unknown_type_is_kept_as_json() {
    let lines = r#"{"topicName": "channel.metadata", "eventBody": {"message": "WebSocket Heartbeat"}}
{"topicName": "v9.weather"}"#;
    let other = |topic: &str, body| Event::Other {
        topic: topic.into(),
        body,
    };
    let found: Vec<_> = all(lines).into_iter().map(Result::unwrap).collect();
    let heartbeat = json!({"message": "WebSocket Heartbeat"});
    assert_eq!(
        found,
        [
            other("channel.metadata", heartbeat),
            other("v9.weather", Value::Null)
        ]
    );
}

#[test]
fn a_bad_line_is_an_error_with_its_number_and_the_events_go_on() {
    let good = callback_line(&json!({"id": "c-1"}));
    for bad in [
        "{",
        "nonsense",
        "[]",
        r#"{"eventBody": {}}"#,
        &callback_line(&json!(5)),
    ] {
        let mut found = all(&format!("{good}\n\n{bad}\r\n{good}\r\n")).into_iter();
        callback(found.next().unwrap());
        assert_eq!(bad_line(found.next().unwrap()), 3, "{bad}");
        callback(found.next().unwrap());
        assert!(found.next().is_none());
    }
}

#[test]
fn a_line_that_is_no_text_is_a_bad_line() {
    let good = callback_line(&json!({}));
    let stream = [b"\"\xff\"\n", good.as_bytes()].concat();
    let mut found = events(Cursor::new(stream));
    assert_eq!(bad_line(found.next().unwrap()), 1);
    callback(found.next().unwrap());
}

#[test]
fn a_stream_without_events_has_none() {
    for stream in ["", "\n", " \r\n\n\t\n"] {
        assert!(all(stream).is_empty());
    }
}

/// Fails whenever it is read.
struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::ErrorKind::ConnectionReset.into())
    }
}

#[test]
fn a_stream_that_breaks_off_is_one_error_and_the_end() {
    let good = callback_line(&json!({})) + "\n";
    let mut found = events(BufReader::new(good.as_bytes().chain(Broken)));
    callback(found.next().unwrap());
    assert!(matches!(found.next(), Some(Err(Error::Read(_)))));
    assert!(found.next().is_none());
}
