//! Time grows with the input, and not with its square.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use genesys_tests::{runtime::Model, sample::Everything};

/// A size at which a run takes well over a clock's tick.
const SMALL: usize = 500;

/// How much more there is in the larger run.
const TIMES: usize = 16;

/// Time that is more than this many times as long is that of a square, which takes 256 times as long.
const LIMIT: u32 = 64;

/// All that a program does with what it is sent.
fn work(text: &str) {
    let model: Everything = serde_json::from_str(text).unwrap();
    let copy = model.clone();
    assert!(copy == model);
    black_box(serde_json::to_string(&copy).unwrap());
    black_box(format!("{copy:?}"));
    black_box(copy.validate());
}

/// The shortest of some runs: what disturbs a run makes it longer.
fn shortest(text: &str) -> Duration {
    let run = |_| {
        let start = Instant::now();
        work(text);
        start.elapsed()
    };
    (0..4).map(run).min().unwrap()
}

#[track_caller]
fn is_linear(what: &str, text: impl Fn(usize) -> String) {
    let (small, large) = (text(SMALL), text(SMALL * TIMES));
    let (short, long) = (shortest(&small), shortest(&large));
    assert!(long < short * LIMIT, "{what}: {short:?}, then {long:?}");
}

/// An object of many entries.
fn object(count: usize, entry: impl Fn(usize) -> String) -> String {
    let entries: Vec<_> = (0..count).map(entry).collect();
    format!("{{{}}}", entries.join(","))
}

/// A list of many items in a property.
fn list(name: &str, count: usize, item: &str, last: &str) -> String {
    format!(
        "{{\"{name}\": [{}{last}]}}",
        format!("{item},").repeat(count)
    )
}

#[test]
fn many_unknown_names_take_linear_time() {
    is_linear("names in order", |n| {
        object(n, |i| format!("\"new{i}\": {i}"))
    });
    is_linear("names in reverse", |n| {
        object(n, |i| format!("\"new{:09}\": null", n - i))
    });
    is_linear("long names with one beginning", |n| {
        object(n, |i| format!("\"{}{i}\": []", "x".repeat(100)))
    });
    is_linear("names of properties in between", |n| {
        object(n, |i| {
            format!("\"new{i}\": 1, \"id\": \"x\", \"person\": 5")
        })
    });
}

#[test]
fn many_equal_names_take_linear_time() {
    let entries = [
        "\"new\": 1",
        "\"id\": \"x\"",
        "\"id\": 5",
        "\"float\": 5",
        "\"person\": {\"id\": \"x\"}",
        "\"people\": [{}]",
        "\"labels\": {\"a\": 5}",
    ];
    for entry in entries {
        is_linear(entry, |n| object(n, |_| entry.to_owned()));
    }
}

#[test]
fn many_entries_of_a_map_take_linear_time() {
    for value in ["\"x\"", "5", "null", "{}"] {
        for name in ["labels", "ratios", "values", "directory"] {
            is_linear(&format!("{name} of {value}"), |n| {
                let map = object(n, |i| format!("\"name{i}\": {value}"));
                format!("{{\"{name}\": {map}}}")
            });
        }
    }
}

#[test]
fn long_lists_take_linear_time_wherever_an_item_has_another_shape() {
    for (name, item) in [
        ("texts", "\"x\""),
        ("people", "{\"id\": \"x\"}"),
        ("people", "{\"id\": 5, \"new\": null}"),
        ("floats", "5"),
        ("grid", "[{}]"),
        ("anything", "null"),
        ("unknown", "[]"),
    ] {
        for last in [item, "true"] {
            is_linear(&format!("{name} of {item}, then {last}"), |n| {
                list(name, n, item, last)
            });
        }
    }
}

#[test]
fn long_text_takes_linear_time() {
    for name in ["id", "state", "at", "interval", "any", "new"] {
        is_linear(name, |n| {
            format!("{{\"{name}\": \"{}\"}}", "\\u00e9".repeat(n * 10))
        });
    }
}
