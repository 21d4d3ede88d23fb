//! The memory for decoding a payload and processing the model grows linearly with the size of the payload.
//!
//! Allocations are counted, which gives the same result on any machine. Time is measured by `scripts/bench-models`.

use std::hint::black_box;

use allocation_counter::measure;
use genesys_tests::{runtime::Model, sample::Everything};

/// The number of entries in the smaller payload, large enough that constant costs are negligible.
const SMALL: usize = 500;

/// The size of the larger payload, as a multiple of the smaller one.
const FACTOR: u64 = 16;

/// The tolerance for collections that double their capacity. Quadratic growth exceeds it by a factor of eight.
const TOLERANCE: u64 = 2;

/// Decodes a payload, and then clones, compares, encodes, prints and validates the model.
fn process(text: &str) {
    let model: Everything = serde_json::from_str(text).unwrap();
    let copy = model.clone();
    assert!(copy == model);
    black_box(serde_json::to_string(&copy).unwrap());
    black_box(format!("{copy:?}"));
    black_box(copy.validate());
}

#[track_caller]
fn assert_linear(case: &str, payload: impl Fn(usize) -> String) {
    let allocations = |size: usize| {
        let text = payload(size);
        measure(|| process(&text))
    };
    let small = allocations(SMALL);
    let large = allocations(SMALL * usize::try_from(FACTOR).unwrap());
    assert_ratio(case, "allocations", small.count_total, large.count_total);
    assert_ratio(case, "bytes in all", small.bytes_total, large.bytes_total);
    assert_ratio(case, "bytes at once", small.bytes_max, large.bytes_max);
}

#[track_caller]
fn assert_ratio(case: &str, unit: &str, small: u64, large: u64) {
    assert!(
        large <= small * FACTOR * TOLERANCE,
        "{case}: {small} {unit}, then {large}"
    );
}

fn object(count: usize, entry: impl Fn(usize) -> String) -> String {
    let entries: Vec<_> = (0..count).map(entry).collect();
    format!("{{{}}}", entries.join(","))
}

fn list(name: &str, count: usize, item: &str, last: &str) -> String {
    format!(
        "{{\"{name}\": [{}{last}]}}",
        format!("{item},").repeat(count)
    )
}

#[test]
fn many_unknown_names_take_linear_memory() {
    assert_linear("names in order", |n| {
        object(n, |i| format!("\"new{i}\": {i}"))
    });
    assert_linear("names in reverse", |n| {
        object(n, |i| format!("\"new{:09}\": null", n - i))
    });
    assert_linear("long names with a common prefix", |n| {
        object(n, |i| format!("\"{}{i}\": []", "x".repeat(100)))
    });
    assert_linear("names of properties in between", |n| {
        object(n, |i| {
            format!("\"new{i}\": 1, \"id\": \"x\", \"person\": 5")
        })
    });
}

#[test]
fn many_equal_names_take_linear_memory() {
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
        assert_linear(entry, |n| object(n, |_| entry.to_owned()));
    }
}

#[test]
fn many_entries_of_a_map_take_linear_memory() {
    for value in ["\"x\"", "5", "null", "{}"] {
        for name in ["labels", "ratios", "values", "directory"] {
            assert_linear(&format!("{name} of {value}"), |n| {
                let map = object(n, |i| format!("\"name{i}\": {value}"));
                format!("{{\"{name}\": {map}}}")
            });
        }
    }
}

#[test]
fn long_lists_take_linear_memory_even_if_an_item_has_another_shape() {
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
            assert_linear(&format!("{name} of {item}, then {last}"), |n| {
                list(name, n, item, last)
            });
        }
    }
}

#[test]
fn long_strings_take_linear_memory() {
    for name in ["id", "state", "at", "interval", "any", "new"] {
        assert_linear(name, |n| {
            format!("{{\"{name}\": \"{}\"}}", "\\u00e9".repeat(n * 10))
        });
    }
}
