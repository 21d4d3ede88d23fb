//! The law at its corners, each by name.

use genesys_tests::sample::{Empty, Everything, Person};

use crate::ways::check_all_ways;

#[track_caller]
fn holds(text: &str) {
    check_all_ways::<Everything>(text).unwrap();
    check_all_ways::<Person>(text).unwrap();
    check_all_ways::<Empty>(text).unwrap();
}

#[test]
fn an_empty_object_comes_back() {
    holds("{}");
}

#[test]
fn every_property_comes_back_with_every_shape() {
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
            holds(&format!("{{\"{}\": {shape}}}", property.name));
        }
    }
}

#[test]
fn the_last_of_two_equal_names_wins_whatever_their_shapes() {
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
                holds(&format!(
                    "{{\"{0}\": {first}, \"{0}\": {last}}}",
                    property.name
                ));
            }
        }
    }
}

#[test]
fn names_that_look_like_ours_are_data() {
    holds(
        r#"{"extra": {"id": 1}, "r#type": 1, "type_": 2, "type": 3, "Extra": null, "": 4, "fields": []}"#,
    );
}

#[test]
fn numbers_at_the_borders_of_their_types_keep_every_digit() {
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
            holds(&format!(
                "{{\"{name}\": {number}, \"numbers\": [{number}], \"floats\": [1.5, {number}]}}"
            ));
        }
    }
}

#[test]
fn all_that_serde_json_decodes_is_decoded_however_deep() {
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
            holds(&format!(
                "{}{core}{}",
                open.repeat(depth),
                close.repeat(depth)
            ));
        }
    }
}

#[test]
fn every_corner_of_unicode_comes_back() {
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
        holds(&format!(
            "{{{text}: {text}, \"id\": {text}, \"state\": {text}, \"at\": {text}, \"texts\": [{text}], \"labels\": {{{text}: {text}}}}}"
        ));
    }
}
