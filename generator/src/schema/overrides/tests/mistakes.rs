//! Overrides that match nothing, change nothing or do not apply.

use super::{super::OverrideErrors, expect, source};
use crate::limit;

#[test]
fn an_unknown_name_is_reported_with_the_most_similar_known_one() {
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
            "M0402 2:14 unknown definition `Anto`; did you mean `Ant`?",
            "M0402 4:29 `Ant` has no property `sice`; did you mean `size`?",
            "M0402 6:30 `Void` has no property `size`; remove it",
        ],
    );
}

#[test]
fn an_override_that_changes_nothing_is_reported() {
    const HELP: &str = "remove it, or check whether it belongs elsewhere";
    let expected = [
        "M0402 1:12 every `password` is already a secret or has its own entry",
        "M0402 3:10 the type already has the name `Ant`",
        "M0402 5:13 `size` is already `number`",
        "M0402 6:15 `size` is already not a secret",
        "M0402 7:15 the field already has the name `size`",
        "M0402 8:13 `mood` is already `{ enum = [\"busy\", \"idle\"] }`",
        "M0402 9:13 `born` is already `date`",
        "M0402 10:14 `names` is already `string[]`",
        "M0402 11:15 `scents` is already `object`",
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
fn a_derive_that_no_model_can_have_is_reported() {
    expect(
        "definitions.Ant.derives = ['::core::cmp::PartialOrd', 'Hash']\n",
        &[
            "M0403 1:28 no model can derive `::core::cmp::PartialOrd`, because `extra` contains JSON; remove it",
        ],
    );
}

#[test]
fn duplicate_and_empty_overrides_are_reported() {
    const HELP: &str = "remove it, or check whether it belongs elsewhere";
    let expected = [
        "M0402 1:20 duplicate `size`",
        "M0402 2:1 empty table",
        "M0402 4:11 empty array",
        "M0402 5:1 empty table",
        "M0402 7:23 empty array",
        "M0402 8:15 empty table",
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
fn an_entry_that_repeats_a_secret_name_is_reported() {
    expect(
        "secrets = ['caste']\ndefinitions.Ant.properties.caste.secret = true\n",
        &[
            "M0402 2:43 `caste` is already a secret; remove it, or check whether it belongs elsewhere",
        ],
    );
}

#[test]
fn a_secret_name_is_reported_if_all_its_properties_have_entries() {
    expect(
        "secrets = ['password']\ndefinitions.Ant.properties.password.secret = false\n",
        &[
            "M0402 1:12 every `password` is already a secret or has its own entry; remove it, or check whether it belongs elsewhere",
        ],
    );
}

#[test]
fn a_type_with_another_encoding_is_reported() {
    const NUMBER: &str = "a number can become `i64` or `f64`";
    const TEXT: &str = "a string can become an enum, `string` or a date or time type";
    const OBJECT: &str = "an object can become a map or a definition";
    const EXACT: &str = "remove it: the documented type is exact";
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
        ("alive", "'string'", "boolean", "string", EXACT),
        ("nest", "'object'", "Nest", "object", EXACT),
    ];
    for (name, ty, from, to, help) in cases {
        let text = format!("[definitions.Ant.properties.{name}]\ntype = {ty}\n");
        let finding =
            format!("M0403 2:8 `{name}` is `{from}` in the docs and cannot become `{to}`; {help}");
        expect(&text, &[&finding]);
    }
}

#[test]
fn inapplicable_derives_and_attributes_are_reported() {
    expect(
        "[definitions.Void]\n\
         derives = ['Eq']\n\
         attributes = ['non_exhaustive']\n\
         [definitions.Ant]\n\
         derives = ['Clone', '::std::fmt::Debug', 'serde::Serialize', 'rkyv::Serialize']\n",
        &[
            "M0403 2:12 `Void` has no properties and is not a struct; remove its `derives` and `attributes`",
            "M0403 5:12 every model already implements `Clone`; remove it",
            "M0403 5:21 every model already implements `::std::fmt::Debug`; remove it",
            "M0403 5:42 every model already implements `serde::Serialize`; remove it",
        ],
    );
}

#[test]
fn suggestions_are_limited_by_the_number_of_unmatched_names() {
    let file = source("overrides.toml", String::new());
    let mut errors = OverrideErrors::new(&file);
    for _ in 0..limit::SUGGESTIONS {
        errors.redundant(&(0..0), String::new());
    }
    for _ in 0..=limit::SUGGESTIONS {
        errors.unmatched(&(0..0), String::new(), "Anto", ["Ant"].into_iter());
    }
    let helps = errors.diagnostics.iter().flat_map(|error| &error.help);
    let suggestions = helps.filter(|help| *help == "did you mean `Ant`?");
    assert_eq!(suggestions.count(), limit::SUGGESTIONS);
    let last = errors.diagnostics.last().unwrap();
    assert_eq!(last.help, ["remove it"]);
}
