//! Overrides that are refused, each at its place.

use proptest::prelude::*;

use super::{expect, findings};

#[test]
fn what_is_no_toml_is_told_line_by_line_and_nothing_else_is() {
    expect(
        "[definitions.Anto]\nrename = \n[definitions.Nest]\nrename = 'A'\nrename = 'B'\n",
        &[
            "M0401 2:10 this is no TOML: string values must be quoted, expected literal string; a text stands in quotes, a list in `[` and `]`, and a table's name is there once",
            "M0401 5:1 this is no TOML: duplicate key; a text stands in quotes, a list in `[` and `]`, and a table's name is there once",
        ],
    );
}

#[test]
fn unknown_keys_are_told_with_the_nearest_known_one() {
    expect(
        "secret = ['a']\n\
         [definitions.Ant]\n\
         renamed = 'X'\n\
         [definitions.Ant.properties.size]\n\
         colour = 1\n\
         type = { maps = 'string' }\n",
        &[
            "M0401 1:1 the key `secret` is not known; did you mean `secrets`?",
            "M0401 3:1 the key `renamed` is not known; did you mean `rename`?",
            "M0401 5:1 the key `colour` is not known; the keys here are `type`, `rename`, `secret`",
            "M0401 6:10 the key `maps` is not known; did you mean `map`?",
        ],
    );
}

#[test]
fn values_of_another_kind_are_told() {
    expect(
        "secrets = 'size'\n\
         definitions.Nest = 1\n\
         [definitions.Ant]\n\
         rename = true\n\
         derives = ['Eq', 1]\n\
         [definitions.Ant.properties.size]\n\
         type = 64\n\
         secret = 'yes'\n\
         [definitions.Ant.properties.scents]\n\
         type = { map = 'string', enum = ['a'] }\n",
        &[
            "M0401 1:11 a list of texts is expected, not a TOML string; put a list of texts here",
            "M0401 2:20 a table is expected, not a TOML integer; put a table here",
            "M0401 4:10 a text is expected, not a TOML boolean; put a text here",
            "M0401 5:18 a text is expected, not a TOML integer; put a text here",
            "M0401 7:8 a type is expected, not a TOML integer; put a type here",
            "M0401 8:10 `true` or `false` is expected, not a TOML string; put `true` or `false` here",
            "M0401 10:8 a type is a map or an enum, not several things; keep `map` or `enum` alone",
        ],
    );
}

#[test]
fn unknown_types_are_told_with_the_nearest_known_one() {
    expect(
        "[definitions.Ant.properties]\n\
         size.type = 'I64'\n\
         caste.type = 'uuid'\n\
         scents.type = { map = 'Nst' }\n\
         trails.type = { map = 'strng' }\n",
        &[
            "M0401 2:13 the type `I64` is not known; did you mean `i64`?",
            "M0401 3:14 the type `uuid` is not known; a type is `i64`, `f64`, `string`, `dateTime`, `localDateTime`, `date`, `interval`, `duration`, `number`, `boolean`, `object`, `{ map = \"string\" }` or `{ enum = [\"a\", \"b\"] }`",
            "M0402 4:15 `Nst` is neither a type nor a definition; did you mean `Nest`?",
            "M0402 5:15 `strng` is neither a type nor a definition; did you mean `string`?",
        ],
    );
}

#[test]
fn what_is_no_rust_is_told() {
    expect(
        "[definitions.Ant]\n\
         rename = 'Formic ant'\n\
         derives = ['schemars JsonSchema', 'a::', '', 'A<B>']\n\
         attributes = ['#[a]', 'a(', '', '\"a\"', 'a] struct B; #[c']\n\
         [definitions.Ant.properties]\n\
         size.rename = 'lengthMm'\n\
         caste.rename = 'extra'\n\
         mood.rename = 'self'\n\
         [definitions.Nest]\n\
         rename = 'Self'\n",
        &[
            "M0401 2:10 `Formic ant` cannot be the name of a type; `FormicAnt` can",
            "M0401 3:12 `schemars JsonSchema` is no path of a derive; a path looks like `::schemars::JsonSchema`",
            "M0401 3:35 `a::` is no path of a derive; a path looks like `::schemars::JsonSchema`",
            "M0401 3:42 `` is no path of a derive; a path looks like `::schemars::JsonSchema`",
            "M0401 3:46 `A<B>` is no path of a derive; a path looks like `::schemars::JsonSchema`",
            "M0401 4:15 `#[a]` is no attribute; an attribute stands here without its `#[` and `]`, as in `non_exhaustive`",
            "M0401 4:23 `a(` is no attribute; an attribute stands here without its `#[` and `]`, as in `non_exhaustive`",
            "M0401 4:29 `` is no attribute; an attribute stands here without its `#[` and `]`, as in `non_exhaustive`",
            "M0401 4:33 `\"a\"` is no attribute; an attribute stands here without its `#[` and `]`, as in `non_exhaustive`",
            "M0401 4:40 `a] struct B; #[c` is no attribute; an attribute stands here without its `#[` and `]`, as in `non_exhaustive`",
            "M0401 6:15 `lengthMm` cannot be the name of a field; `length_mm` can",
            "M0401 7:16 `extra` cannot be the name of a field; `extra_` can",
            "M0401 8:15 `self` cannot be the name of a field; `self_` can",
            "M0401 10:10 `Self` cannot be the name of a type; `Self_` can",
        ],
    );
}

#[test]
fn names_of_nothing_are_told_with_the_nearest_known_one() {
    expect(
        "secrets = ['doorWrod', 'qqq']\n\
         [definitions.Anto]\n\
         rename = 'B'\n\
         [definitions.Ant.properties.sice]\n\
         type = 'i64'\n\
         [definitions.Void.properties.size]\n\
         type = 'i64'\n",
        &[
            "M0402 1:12 no definition has a property `doorWrod`; did you mean `doorWord`?",
            "M0402 1:24 no definition has a property `qqq`; remove it",
            "M0402 2:14 there is no definition `Anto`; did you mean `Ant`?",
            "M0402 4:29 `Ant` has no property `sice`; did you mean `size`?",
            "M0402 6:30 `Void` has no property `size`; remove it",
        ],
    );
}

#[test]
fn what_is_so_anyway_is_told() {
    const HELP: &str = "remove it, or see whether it is meant for something else";
    let expected = [
        "M0402 1:12 no `password` is left to make a secret",
        "M0402 3:10 the type is called `Ant` anyway",
        "M0402 5:13 `size` is `number` anyway",
        "M0402 6:15 `size` is no secret anyway",
        "M0402 7:15 the field is called `size` anyway",
        "M0402 8:13 `mood` is `{ enum = [\"busy\", \"idle\"] }` anyway",
        "M0402 9:13 `born` is `date` anyway",
        "M0402 10:14 `names` is `string[]` anyway",
        "M0402 11:15 `scents` is `object` anyway",
    ]
    .map(|finding| format!("{finding}; {HELP}"));
    expect(
        "secrets = ['password']\n\
         [definitions.Ant]\n\
         rename = 'Ant'\n\
         [definitions.Ant.properties]\n\
         size.type = 'number'\n\
         size.secret = false\n\
         size.rename = 'size'\n\
         mood.type = { enum = ['busy', 'idle'] }\n\
         born.type = 'date'\n\
         names.type = 'string'\n\
         scents.type = 'object'\n",
        &expected.each_ref().map(String::as_str),
    );
}

#[test]
fn what_is_said_twice_or_not_at_all_is_told() {
    const HELP: &str = "remove it, or see whether it is meant for something else";
    let expected = [
        "M0402 1:20 `size` is there twice",
        "M0402 2:1 nothing is said here",
        "M0402 4:11 nothing is said here",
        "M0402 5:1 nothing is said here",
        "M0402 7:23 nothing is said here",
        "M0402 8:15 nothing is said here",
    ]
    .map(|finding| format!("{finding}; {HELP}"));
    expect(
        "secrets = ['size', 'size']\n\
         [definitions.Nest]\n\
         [definitions.Ant]\nderives = []\n\
         [definitions.Ant.properties.size]\n\
         [definitions.Ant.properties]\n\
         caste.type = { enum = [] }\n\
         scents.type = {}\n",
        &expected.each_ref().map(String::as_str),
    );
}

#[test]
fn an_entry_that_repeats_a_secret_name_is_told() {
    expect(
        "secrets = ['caste']\ndefinitions.Ant.properties.caste.secret = true\n",
        &[
            "M0402 2:43 `caste` is a secret anyway; remove it, or see whether it is meant for something else",
        ],
    );
}

#[test]
fn a_secret_name_whose_properties_all_have_their_own_say_is_told() {
    expect(
        "secrets = ['password']\ndefinitions.Ant.properties.password.secret = false\n",
        &[
            "M0402 1:12 no `password` is left to make a secret; remove it, or see whether it is meant for something else",
        ],
    );
}

#[test]
fn types_that_do_not_fit_are_told() {
    const NUMBER: &str = "a number can become `i64` or `f64`";
    const TEXT: &str = "a text can become an enum, a kind of time or `string`";
    const OBJECT: &str = "an object can become a map";
    const ALL_SAID: &str = "remove it: the docs say all that there is to say";
    let cases = [
        ("size", "'date'", "number", "date", NUMBER),
        (
            "sizes",
            "{ map = 'string' }",
            "number[]",
            "{ map = \"string\" }",
            NUMBER,
        ),
        ("caste", "'i64'", "string", "i64", TEXT),
        ("names", "'f64'", "string[]", "f64", TEXT),
        (
            "mood",
            "'object'",
            "{ enum = [\"busy\", \"idle\"] }",
            "object",
            TEXT,
        ),
        (
            "scents",
            "{ enum = ['a'] }",
            "object",
            "{ enum = [\"a\"] }",
            OBJECT,
        ),
        ("trails", "'string'", "object[]", "string", OBJECT),
        ("alive", "'string'", "boolean", "string", ALL_SAID),
        ("nest", "'object'", "Nest", "object", ALL_SAID),
    ];
    for (name, ty, from, to, help) in cases {
        let text = format!("[definitions.Ant.properties.{name}]\ntype = {ty}\n");
        let finding = format!(
            "M0403 2:8 `{name}` is `{from}` in the docs, which cannot become `{to}`; {help}"
        );
        expect(&text, &[&finding]);
    }
}

#[test]
fn floats_stay_out_of_lists_and_maps() {
    for (name, ty) in [
        ("sizes", "'f64'"),
        ("walks", "'f64'"),
        ("scents", "{ map = 'f64' }"),
    ] {
        let text = format!("[definitions.Ant.properties.{name}]\ntype = {ty}\n");
        let finding = format!(
            "M0403 2:8 `f64` is for a single number, and `{name}` holds several; leave them numbers: those keep whether each was sent as `5` or as `5.0`"
        );
        expect(&text, &[&finding]);
    }
}

#[test]
fn derives_and_attributes_that_have_no_place_are_told() {
    expect(
        "[definitions.Void]\n\
         derives = ['Eq']\n\
         attributes = ['non_exhaustive']\n\
         [definitions.Ant]\n\
         derives = ['Clone', '::std::fmt::Debug', 'serde::Serialize', 'rkyv::Serialize']\n",
        &[
            "M0403 2:12 `Void` has no properties: its type is only a name for any JSON value; remove its `derives` and `attributes`",
            "M0403 5:12 every model implements `Clone`, in a way of its own; remove it",
            "M0403 5:21 every model implements `::std::fmt::Debug`, in a way of its own; remove it",
            "M0403 5:42 every model implements `serde::Serialize`, in a way of its own; remove it",
        ],
    );
}

#[test]
fn places_count_lines_with_carriage_returns_and_a_byte_order_mark() {
    expect(
        "\u{feff}secrets = ['qqq']\r\n[definitions.\"Ameise ä\"]\r\nrename = 'B'\r\n",
        &[
            "M0402 1:12 no definition has a property `qqq`; remove it",
            "M0402 2:14 there is no definition `Ameise ä`; remove it",
        ],
    );
}

/// Of these, all kinds of files can be made.
const PIECES: [&str; 18] = [
    "[definitions.Ant]\n",
    "[definitions.Ant.properties.size]\n",
    "[definitions.Void]\n",
    "secrets = ",
    "rename = ",
    "derives = ",
    "attributes = ",
    "type = ",
    "secret = ",
    "['a', '']",
    "{ map = 'f64' }",
    "{ enum = [] }",
    "'\u{e4}'\n",
    "'i64'\n",
    "true\n",
    "\"\\u0000\"\n",
    "\r\n",
    "\u{feff}",
];

proptest! {
    #[test]
    fn no_file_makes_it_panic(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12)) {
        findings(&pieces.concat());
    }
}
