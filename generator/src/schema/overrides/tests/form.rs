//! Malformed overrides files.

use proptest::prelude::*;

use super::{expect, formatted_errors};

#[test]
fn invalid_toml_is_reported_without_any_other_error() {
    expect(
        "[definitions.Anto]\nrename = \n[definitions.Nest]\nrename = 'A'\nrename = 'B'\n",
        &[
            "M0401 2:10 invalid TOML: string values must be quoted, expected literal string; strings are quoted, lists are in `[` and `]`, and a key or table is defined once",
            "M0401 5:1 invalid TOML: duplicate key; strings are quoted, lists are in `[` and `]`, and a key or table is defined once",
        ],
    );
}

#[test]
fn an_unknown_key_is_reported_with_the_most_similar_known_one() {
    expect(
        "secret = ['a']\n\
         [definitions.Ant]\n\
         renamed = 'X'\n\
         [definitions.Ant.properties.size]\n\
         color = 1\n\
         type = { maps = 'string' }\n",
        &[
            "M0401 1:1 unknown key `secret`; did you mean `secrets`?",
            "M0401 3:1 unknown key `renamed`; did you mean `rename`?",
            "M0401 5:1 unknown key `color`; the known keys are `type`, `rename`, `secret`",
            "M0401 6:10 unknown key `maps`; did you mean `map`?",
        ],
    );
}

#[test]
fn a_value_of_the_wrong_type_is_reported() {
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
            "M0401 1:11 expected a list of strings, found TOML type string; write a list of strings",
            "M0401 2:20 expected a table, found TOML type integer; write a table",
            "M0401 4:10 expected a string, found TOML type boolean; write a string",
            "M0401 5:18 expected a string, found TOML type integer; write a string",
            "M0401 7:8 expected a type, found TOML type integer; write a type",
            "M0401 8:10 expected a boolean, found TOML type string; write a boolean",
            "M0401 10:8 a type has more than one key; keep either `map` or `enum`",
        ],
    );
}

#[test]
fn an_unknown_type_is_reported_with_the_most_similar_known_one() {
    expect(
        "[definitions.Ant.properties]\n\
         size.type = 'I64'\n\
         caste.type = 'uuid'\n\
         scents.type = { map = 'Nst' }\n\
         trails.type = { map = 'strng' }\n",
        &[
            "M0402 2:13 `I64` is neither a type nor a definition; did you mean `i64`?",
            "M0402 3:14 `uuid` is neither a type nor a definition; a type is a definition, `string`, `dateTime`, `localDateTime`, `date`, `interval`, `duration`, `number`, `i64`, `f64`, `boolean`, `object`, `{ map = \"string\" }` or `{ enum = [\"a\", \"b\"] }`",
            "M0402 4:15 `Nst` is neither a type nor a definition; did you mean `Nest`?",
            "M0402 5:15 `strng` is neither a type nor a definition; did you mean `string`?",
        ],
    );
}

#[test]
fn invalid_rust_names_derives_and_attributes_are_reported() {
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
            "M0401 2:10 invalid type name `Formic ant`; use `FormicAnt`",
            "M0401 3:12 invalid derive `schemars JsonSchema`; a derive is a path such as `::schemars::JsonSchema`",
            "M0401 3:35 invalid derive `a::`; a derive is a path such as `::schemars::JsonSchema`",
            "M0401 3:42 invalid derive ``; a derive is a path such as `::schemars::JsonSchema`",
            "M0401 3:46 invalid derive `A<B>`; a derive is a path such as `::schemars::JsonSchema`",
            "M0401 4:15 invalid attribute `#[a]`; write the attribute without `#[` and `]`, as in `non_exhaustive`",
            "M0401 4:23 invalid attribute `a(`; write the attribute without `#[` and `]`, as in `non_exhaustive`",
            "M0401 4:29 invalid attribute ``; write the attribute without `#[` and `]`, as in `non_exhaustive`",
            "M0401 4:33 invalid attribute `\"a\"`; write the attribute without `#[` and `]`, as in `non_exhaustive`",
            "M0401 4:40 invalid attribute `a] struct B; #[c`; write the attribute without `#[` and `]`, as in `non_exhaustive`",
            "M0401 6:15 invalid field name `lengthMm`; use `length_mm`",
            "M0401 7:16 invalid field name `extra`; use `extra_`",
            "M0401 8:15 invalid field name `self`; use `self_`",
            "M0401 10:10 invalid type name `Self`; use `Self_`",
        ],
    );
}

#[test]
fn locations_are_right_with_carriage_returns_and_a_byte_order_mark() {
    expect(
        "\u{feff}secrets = ['qqq']\r\n[definitions.\"Ameise ä\"]\r\nrename = 'B'\r\n",
        &[
            "M0402 1:12 no definition has a property `qqq`; remove it",
            "M0402 2:14 unknown definition `Ameise ä`; remove it",
        ],
    );
}

/// Pieces from which the property test builds files.
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
    fn no_file_causes_a_panic(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12)) {
        formatted_errors(&pieces.concat());
    }
}
