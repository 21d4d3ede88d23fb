//! Overrides that cannot be read, and where they are told.

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
