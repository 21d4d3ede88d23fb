//! Overrides that match nothing or do not fit, each told at its place.

use super::expect;

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
