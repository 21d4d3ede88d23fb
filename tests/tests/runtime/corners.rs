//! Edge cases of the round-trip law.

use genesys_tests::sample::{Empty, Everything, Person};

use crate::ways::check_all_ways;

#[track_caller]
fn assert_round_trips(text: &str) {
    check_all_ways::<Everything>(text).unwrap();
    check_all_ways::<Person>(text).unwrap();
    check_all_ways::<Empty>(text).unwrap();
}

#[test]
fn an_empty_object_round_trips() {
    assert_round_trips("{}");
}

#[test]
fn every_property_round_trips_values_of_every_type() {
    let shapes = [
        "null",
        "true",
        "5",
        "5.0",
        "-0.0",
        "\"x\"",
        "[]",
        "[null]",
        "[1, null, 2]",
        "[[], [{}]]",
        "[[1], 2]",
        "[\"x\", 1]",
        "[1, 2.5]",
        "[{\"id\": 1}, \"x\"]",
        "[[{\"id\": 1}], [null]]",
        "{}",
        "{\"id\": \"x\"}",
        "{\"id\": 5}",
        "{\"id\": null}",
        "{\"a\": 1, \"b\": 2.5, \"c\": null}",
        "{\"a\": [], \"b\": {}}",
    ];
    for property in Everything::PROPERTIES {
        for shape in shapes {
            assert_round_trips(&format!("{{\"{}\": {shape}}}", property.name));
        }
    }
}

#[test]
fn the_last_of_duplicate_names_wins_with_values_of_every_type() {
    let values = [
        "null",
        "\"x\"",
        "5",
        "5.5",
        "{\"id\": \"y\"}",
        "{\"name\": 5}",
        "[1.5, 2]",
        "[]",
    ];
    for property in Everything::PROPERTIES {
        for first in values {
            for last in values {
                assert_round_trips(&format!(
                    "{{\"{0}\": {first}, \"{0}\": {last}}}",
                    property.name
                ));
            }
        }
    }
}

#[test]
fn names_of_generated_code_are_data() {
    assert_round_trips(
        r#"{"extra": {"id": 1}, "r#type": 1, "type_": 2, "type": 3, "Extra": null, "": 4, "fields": []}"#,
    );
}

#[test]
fn numbers_at_the_limits_of_their_types_keep_every_digit() {
    let numbers = [
        "9007199254740992",
        "9007199254740993",
        "-9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775809",
        "0",
        "-0",
        "0.0",
        "-0.0",
        "5",
        "5.0",
        "1e2",
        "0.1",
        "5e-324",
    ];
    for name in ["number", "integer", "float", "any", "id", "unknown"] {
        for number in numbers {
            assert_round_trips(&format!(
                "{{\"{name}\": {number}, \"numbers\": [{number}], \"floats\": [1.5, {number}]}}"
            ));
        }
    }
}

#[test]
fn nesting_is_decoded_up_to_the_limit_of_serde_json() {
    let nests = [
        ("{\"parent\":", "{}", "}"),
        ("{\"any\":", "null", "}"),
        ("{\"unknown\":", "5", "}"),
        ("{\"people\":[{\"friend\":", "{}", "}]}"),
        ("{\"grid\":[[{\"friend\":", "[]", "}]]}"),
        ("{\"directory\":{\"a\":", "{}", "}}"),
    ];
    for (open, core, close) in nests {
        for depth in (1..120).step_by(17).chain(120..=130) {
            assert_round_trips(&format!(
                "{}{core}{}",
                open.repeat(depth),
                close.repeat(depth)
            ));
        }
    }
}

#[test]
fn unusual_unicode_round_trips() {
    let texts = [
        "\u{0}\u{1f}\u{7f}",
        "e\u{301}",
        "\u{feff}",
        "\u{202e}",
        "😀",
        "\u{10ffff}",
        "\"\\/\n\r\t",
        "İı",
    ];
    for text in texts {
        let text = serde_json::to_string(text).unwrap();
        assert_round_trips(&format!(
            "{{{text}: {text}, \"id\": {text}, \"state\": {text}, \"at\": {text}, \"texts\": [{text}], \"labels\": {{{text}: {text}}}}}"
        ));
    }
}
