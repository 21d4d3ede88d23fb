//! Decoding of event streams.

use std::io::{self, BufReader, Cursor, Read};

use callback_sdk::{Callback, Error, Event, events};
use serde_json::{Value, from_value, json, to_value};

/// Returns a line with an event about a callback.
fn callback_line(body: &Value) -> String {
    json!({"topicName": "v2.users.u-1.conversations.callbacks", "version": "2", "eventBody": body})
        .to_string()
}

fn decode_all(stream: &str) -> Vec<Result<Event, Error>> {
    events(stream.as_bytes()).collect()
}

/// Returns the callback of an event about a callback.
fn callback(event: Result<Event, Error>) -> Callback {
    match event.unwrap() {
        Event::Callback(callback) => callback,
        other => panic!("{other:?}"),
    }
}

/// Returns the line number of a decoding error.
fn line_of_error(event: Result<Event, Error>) -> u64 {
    match event.unwrap_err() {
        Error::Event { line, .. } => line,
        other => panic!("{other:?}"),
    }
}

#[test]
fn callbacks_decode_as_the_models_of_requests_and_keep_all_properties() {
    let participant = json!({
        "id": "p-1", "state": "parked", "held": "maybe", "endTime": null,
        "wrapupTimeoutMs": 9_007_199_254_740_993_u64, "undocumented": [1.0],
    });
    let body = json!({"id": "c-1", "participants": [participant], "new": {}});
    let mut found = decode_all(&callback_line(&body));
    assert_eq!(found.len(), 1);
    let callback = callback(found.remove(0));
    assert_eq!(callback, from_value(body).unwrap());
    let participants = callback.participants.unwrap();
    assert_eq!(to_value(&participants).unwrap(), json!([participant]));
}

#[test]
fn an_event_of_an_unknown_topic_is_kept_as_json() {
    let lines = r#"{"topicName": "channel.metadata", "eventBody": {"message": "WebSocket Heartbeat"}}
{"topicName": "v9.weather"}"#;
    let other = |topic: &str, body| Event::Other {
        topic: topic.into(),
        body,
    };
    let found: Vec<_> = decode_all(lines).into_iter().map(Result::unwrap).collect();
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
fn an_invalid_line_is_an_error_with_its_number_and_the_stream_continues() {
    let good = callback_line(&json!({"id": "c-1"}));
    for bad in [
        "{",
        "nonsense",
        "[]",
        r#"{"eventBody": {}}"#,
        &callback_line(&json!(5)),
    ] {
        let mut found = decode_all(&format!("{good}\n\n{bad}\r\n{good}\r\n")).into_iter();
        callback(found.next().unwrap());
        assert_eq!(line_of_error(found.next().unwrap()), 3, "{bad}");
        callback(found.next().unwrap());
        assert!(found.next().is_none());
    }
}

#[test]
fn a_line_with_invalid_utf_8_is_an_error() {
    let good = callback_line(&json!({}));
    let stream = [b"\"\xff\"\n", good.as_bytes()].concat();
    let mut found = events(Cursor::new(stream));
    assert_eq!(line_of_error(found.next().unwrap()), 1);
    callback(found.next().unwrap());
}

#[test]
fn blank_lines_are_skipped() {
    for stream in ["", "\n", " \r\n\n\t\n"] {
        assert!(decode_all(stream).is_empty());
    }
}

/// A reader that always fails.
struct FailingReader;

impl Read for FailingReader {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::ErrorKind::ConnectionReset.into())
    }
}

#[test]
fn an_io_error_ends_the_stream() {
    let good = callback_line(&json!({})) + "\n";
    let mut found = events(BufReader::new(good.as_bytes().chain(FailingReader)));
    callback(found.next().unwrap());
    assert!(matches!(found.next(), Some(Err(Error::Read(_)))));
    assert!(found.next().is_none());
}
