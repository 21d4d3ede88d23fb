use proptest::prelude::*;

use super::listed_values;

/// Asserts that the description lists these values, written with spaces between them.
fn lists(description: &str, values: &str) {
    let found = listed_values(description);
    let expected: Vec<String> = values.split(' ').map(str::to_owned).collect();
    assert_eq!(found, Some(expected), "{description}");
}

/// Asserts that no description lists values.
fn none_lists(descriptions: &[&str]) {
    for description in descriptions {
        assert_eq!(listed_values(description), None, "{description}");
    }
}

#[test]
fn announced_values_are_listed() {
    lists(
        "The door's state. Values can be: 'open', 'shut', 'ajar'",
        "open shut ajar",
    );
    lists("Values can be: 'left' or 'right'", "left right");
    lists("Valid values: Oak,Ash,TallPine", "Oak Ash TallPine");
    lists("Possible values are: 'oak' and 'ash'.", "oak ash");
    lists(
        "Allowed values are 'oak', 'trunk.size' and 'ash'",
        "oak trunk.size ash",
    );
    lists(
        "Options for the order: height, crownWidth, and age. The rest is ignored.",
        "height crownWidth age",
    );
    lists(
        "The accepted choices are Tall, Small, or All",
        "Tall Small All",
    );
    lists("Values include oak, ash, elm, and yew.", "oak ash elm yew");
    lists("Value must be either \"on\" or \"off\"", "on off");
    lists("The values (oak | ash)", "oak ash");
    lists("Possible values are tall and small", "tall small");
}

#[test]
fn one_of_a_list_is_a_list() {
    lists(
        "The tree's state, one of GREEN|BROWN|BARE.",
        "GREEN BROWN BARE",
    );
    lists(
        "The tree's part, one of [root, trunk, crown]",
        "root trunk crown",
    );
    lists("It must be one of: \"root\", \"crown\"", "root crown");
    lists(
        "State of the tree, which can be one of these Green, Brown, Bare.",
        "Green Brown Bare",
    );
    lists("Is one of the following: a, b or c", "a b c");
}

#[test]
fn quotes_of_any_sort_are_taken_off() {
    lists("Values can be: \"a\", \"b\"", "a b");
    lists("Values can be: `a`, `b`", "a b");
    lists("Values can be: ‘a’, ‘b’", "a b");
    lists("Values can be: “a” or “b”", "a b");
    lists("Values can be: ['a', 'b']", "a b");
    lists("Values can be: 'a'/'b'|'c'", "a b c");
}

#[test]
fn text_and_case_are_kept() {
    lists(
        "Values can be: 'FullMoon', 'fullMoon', 'full-moon', 'FULL_MOON'",
        "FullMoon fullMoon full-moon FULL_MOON",
    );
    assert_eq!(
        listed_values("Values can be: 'Full Moon', 'New Moon'"),
        Some(vec!["Full Moon".to_owned(), "New Moon".to_owned()])
    );
}

#[test]
fn values_of_marks_alone_are_values() {
    lists("Values can be: '<', '>='", "< >=");
    lists("Values can be: '.csv', '-', 'x'", ".csv - x");
}

#[test]
fn numbers_are_values_of_a_string() {
    lists("Valid values: 1, 2, 5.", "1 2 5");
}

#[test]
fn a_value_listed_twice_is_kept_once() {
    lists("Values can be: 'a', 'b', 'a'", "a b");
    none_lists(&["Values can be: 'a', 'a'"]);
}

#[test]
fn a_missing_closing_quote_is_forgiven() {
    lists("Values can be: 'root', 'trunk', 'crow", "root trunk crow");
    lists("Values can be: 'root, 'trunk', 'crown'", "root trunk crown");
    lists(
        "Values can be: 'root', 'trunk', 'crown. More follows",
        "root trunk crown",
    );
}

#[test]
fn a_list_cut_off_before_or_between_words_loses_its_last_value() {
    lists("Values can be: 'root', 'trunk', '", "root trunk");
    lists("Values can be: 'root', 'trunk',", "root trunk");
    lists("Values can be: 'root', 'trunk', 'tree cro", "root trunk");
}

#[test]
fn a_list_ends_with_its_sentence() {
    lists("Values can be: 'a', 'b'. 'c', 'd' are gone", "a b");
    lists("Valid values: A, B. C, D", "A B");
    lists(
        "Valid values are Wet and Dry if the climate is set",
        "Wet Dry",
    );
    lists("Valid values: A, B, etc.", "A B");
    lists("Valid values: A, B, ...", "A B");
}

#[test]
fn remarks_and_null_are_no_values() {
    lists("Valid values: OAK (default), ASH, null", "OAK ASH");
}

#[test]
fn a_list_beside_a_word_that_classifies_is_a_list() {
    lists("The kind of the tree, OAK or ASH.", "OAK ASH");
    lists(
        "The tree's type, either evergreen or deciduous",
        "evergreen deciduous",
    );
    lists("The wind's direction: in|out", "in out");
    lists("Type of the tree: Oak or TallPine", "Oak TallPine");
    lists("Tree type (Evergreen/Deciduous)", "Evergreen Deciduous");
    lists("The type of the tree (OAK, ASH or ELM)", "OAK ASH ELM");
    lists(
        "The wind's direction, either \"north\" or \"south\".",
        "north south",
    );
    lists(
        "The role of the tree. It can be either windbreak or water_store.",
        "windbreak water_store",
    );
    lists(
        "The tree's type. This could be oak, ash, or elm.",
        "oak ash elm",
    );
    lists(
        "The state of the lamp. It may be switched 'on' or 'off'.",
        "on off",
    );
}

#[test]
fn without_such_a_word_a_choice_is_no_list() {
    none_lists(&[
        "The ID of a tree. Can be \"treeId\" or \"forestId\".",
        "The address, IPV4 or IPV6.",
        "Key of the tree (treeKey or forestKey)",
    ]);
}

#[test]
fn names_of_other_properties_are_no_list() {
    none_lists(&[
        "This is one of the other trees",
        "Only one of a or b",
        "Only one of a or b may be set",
        "One of treeId or forestId must be set.",
        "Either treeId or forestId is required",
        "The type of the tree. Only one of TREE or FOREST",
        "The name is one of the names that the forester knows.",
    ]);
}

#[test]
fn examples_are_no_list() {
    none_lists(&[
        "The tree's type, e.g. 'oak', 'ash'",
        "The tree's type. For example, 'oak' or 'ash'",
        "The tree's type (such as OAK or ASH)",
        "A type like OAK or ASH",
        "Example values: OAK, ASH",
        "Tree type. E.g.: oak, ash",
        "The state (green, brown, etc.)",
    ]);
}

#[test]
fn conditions_and_defaults_are_no_list() {
    none_lists(&[
        "If the type is tree, valid values: OAK, ASH",
        "Shown when its state is 'green' or 'brown'.",
        "Not used with type 'oak' or 'ash'.",
        "Default values are OAK and ASH.",
    ]);
}

#[test]
fn prose_about_values_is_no_list() {
    none_lists(&[
        "Values can be changed or removed",
        "The value can be empty or omitted",
        "Valid values are letters, digits, and hyphens.",
        "Possible values are any field of the tree",
        "Valid values: one word, two words, three more words",
        "The valid values in 'cm'.",
        "Values can be: %N, %F",
        "The state of the country, province or region.",
        "The type of the tree (leaf, root or branch) would have a value",
        "The state can be updated or deleted.",
        "The type of the tree (leaf or root)",
        "Valid values: OAK",
        "",
    ]);
}

/// Words and marks that the rules look at.
const PIECES: &[&str] = &[
    "Values", "can", "be", ":", "one", "of", "the", "type", "either", "or", "and", ",", "|", "/",
    "(", ")", "[", "]", "...", "etc.", "A", "open", "in_use", "null", "é", "\u{202e}", "if",
];
const QUOTES: &[&str] = &["'", "\"", "‘", "’", "don't"];

/// Pieces in any order, with and without spaces.
fn prose(pieces: Vec<&'static str>) -> impl Strategy<Value = String> {
    let piece = (
        prop::sample::select(pieces),
        prop::sample::select(&["", " "][..]),
    );
    prop::collection::vec(piece, 0..30).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(piece, space)| [piece, space])
            .collect()
    })
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_the_same_twice(text in any::<String>()) {
        prop_assert_eq!(listed_values(&text), listed_values(&text));
    }

    #[test]
    fn values_are_distinct_parts_of_the_text(text in prose([PIECES, QUOTES].concat())) {
        let values = listed_values(&text).unwrap_or_default();
        let distinct: std::collections::BTreeSet<&String> = values.iter().collect();
        prop_assert_eq!(distinct.len(), values.len());
        prop_assert_ne!(values.len(), 1);
        for value in &values {
            prop_assert!(!value.is_empty() && text.contains(value.as_str()), "{}", value);
        }
    }

    #[test]
    fn values_in_quotes_come_out_as_they_went_in(values in prop::collection::btree_set("[A-Za-z0-9_.-]{1,12}", 2..9)) {
        let quoted: Vec<String> = values.iter().map(|value| format!("'{value}'")).collect();
        let text = format!("A tree. Values can be: {}", quoted.join(", "));
        prop_assert_eq!(listed_values(&text), Some(values.into_iter().collect()));
    }

    #[test]
    fn any_prose_may_stand_before_an_announced_list(text in prose(PIECES.to_vec())) {
        let before = listed_values(&text);
        let text = format!("{text}. Values can be: 'x', 'y'");
        let expected = before.unwrap_or_else(|| vec!["x".to_owned(), "y".to_owned()]);
        prop_assert_eq!(listed_values(&text), Some(expected));
    }
}
