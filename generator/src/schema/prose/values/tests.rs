use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{ListedValues, listed_values};

/// Returns the listed values, joined by spaces, and whether the list is cut short.
fn read(description: &str) -> Option<(String, bool)> {
    let listed = listed_values(description)?;
    Some((listed.values.join(" "), listed.is_cut_short))
}

/// Asserts that a description lists exactly these values, which are separated by spaces.
#[track_caller]
fn assert_lists(description: &str, values: &str) {
    let expected = Some((values.to_owned(), false));
    assert_eq!(read(description), expected, "{description}");
}

/// Asserts that a description lists these values and is cut short after them.
#[track_caller]
fn assert_cut_short(description: &str, values: &str) {
    let expected = Some((values.to_owned(), true));
    assert_eq!(read(description), expected, "{description}");
}

#[track_caller]
fn assert_no_list(descriptions: &[&str]) {
    for description in descriptions {
        assert_eq!(read(description), None, "{description}");
    }
}

#[test]
fn announced_values_are_listed() {
    assert_lists(
        "The door's state. Values can be: 'open', 'shut', 'ajar'",
        "open shut ajar",
    );
    assert_lists("Values can be: 'left' or 'right'", "left right");
    assert_lists("Valid values: Oak,Ash,TallPine", "Oak Ash TallPine");
    assert_lists("Valid values:Oak,Ash. More", "Oak Ash");
    assert_lists("Possible values are: 'oak' and 'ash'.", "oak ash");
    assert_lists(
        "Allowed values are 'oak', 'trunk.size' and 'ash'",
        "oak trunk.size ash",
    );
    assert_lists(
        "The accepted choices are Tall, Small, or All",
        "Tall Small All",
    );
    assert_lists("Supported options are either 'oak' or 'ash'", "oak ash");
    assert_lists(
        "Possible values: edit, editAll, delete",
        "edit editAll delete",
    );
    assert_lists("ALLOWED\nVALUES: oak, ash", "oak ash");
}

#[test]
fn one_of_announces_a_list() {
    assert_lists(
        "The tree's state, one of GREEN|BROWN|BARE.",
        "GREEN BROWN BARE",
    );
    assert_lists("The tree's state, one of green|brown", "green brown");
    assert_lists(
        "The tree's part, one of [root, trunk, crown]",
        "root trunk crown",
    );
    assert_lists("It must be one of: \"root\", \"crown\"", "root crown");
    assert_lists(
        "State of the tree, which can be one of these Green, Brown, Bare.",
        "Green Brown Bare",
    );
    assert_lists("Is one of the following: a, b or c", "a b c");
    assert_lists("Valid values are one of Oak, Ash", "Oak Ash");
}

#[test]
fn quotes_of_any_sort_are_removed() {
    assert_lists("Values can be: \"a\", \"b\"", "a b");
    assert_lists("Values can be: `a`, `b`", "a b");
    assert_lists("Values can be: ‘a’, ‘b’", "a b");
    assert_lists("Values can be: “a” or “b”", "a b");
    assert_lists("Values can be: ['a', 'b']", "a b");
    assert_lists("Values can be: 'a'/'b'|'c'", "a b c");
}

#[test]
fn an_apostrophe_does_not_close_a_quote() {
    assert_lists("Values can be: 'can't', 'won't'", "can't won't");
}

#[test]
fn the_case_and_spaces_of_values_are_preserved() {
    assert_lists(
        "Values can be: 'FullMoon', 'fullMoon', 'full-moon', 'FULL_MOON'",
        "FullMoon fullMoon full-moon FULL_MOON",
    );
    let listed = listed_values("Values can be: 'Full Moon', 'New Moon'").unwrap();
    assert_eq!(listed.values, ["Full Moon", "New Moon"]);
}

#[test]
fn punctuation_in_quotes_is_a_value() {
    assert_lists("Values can be: '<', '>='", "< >=");
    assert_lists("Values can be: '.csv', '-', 'x'", ".csv - x");
}

#[test]
fn numbers_are_values_of_a_string() {
    assert_lists("Valid values: 1, 2, 5.", "1 2 5");
}

#[test]
fn a_duplicate_value_is_listed_once() {
    assert_lists("Values can be: 'a', 'b', 'a'", "a b");
    assert_no_list(&["Values can be: 'a', 'a'"]);
}

#[test]
fn a_value_without_its_closing_quote_cuts_the_list_short() {
    assert_cut_short("Values can be: 'root', 'trunk', 'crow", "root trunk");
    assert_cut_short("Values can be: 'root', 'trunk', 'tree cro", "root trunk");
    assert_cut_short("Values can be: 'root', 'trunk', '", "root trunk");
    assert_cut_short("Values can be: 'root', 'trunk, 'crown'", "root");
    assert_cut_short(
        "Values can be: 'root', 'trunk', 'crown. The tree's parts",
        "root trunk",
    );
    assert_no_list(&["Values can be: 'root", "Values can be: 'root, 'trunk'"]);
}

#[test]
fn a_separator_at_the_end_or_an_ellipsis_cuts_the_list_short() {
    assert_cut_short("Values can be: 'root', 'trunk',", "root trunk");
    assert_cut_short("Valid values: A, B, etc.", "A B");
    assert_cut_short("Valid values: A, B, ...", "A B");
    assert_cut_short("Values can be: 'a', 'b'...", "a b");
}

#[test]
fn a_list_ends_with_its_sentence() {
    assert_lists("Values can be: 'a', 'b'. 'c', 'd' are gone", "a b");
    assert_lists("Valid values: A, B. C, D", "A B");
}

#[test]
fn remarks_and_null_are_not_values() {
    assert_lists("Valid values: OAK (default), ASH, null", "OAK ASH");
    assert_lists("Values can be: 'oak' (default), 'ash'", "oak ash");
}

#[test]
fn a_list_with_a_pattern_is_not_a_list() {
    assert_no_list(&[
        "Valid values: recent, yyyy-MM-dd",
        "Values can be: 'yyyy-MM-dd', 'MM/dd/yyyy'",
        "Values can be: '{tree}', 'all'",
        "Values can be: '<tree>', '<any tree>'",
        "Values can be: '[a-z]+', '\\d+'",
        "Values can be: %N, %F",
        "Format depends on type: dates as yyyy-MM-dd or numbers",
    ]);
}

#[test]
fn words_without_an_announcement_are_not_a_list() {
    assert_no_list(&[
        "The tree's type, either evergreen or deciduous",
        "The kind of the tree, OAK or ASH.",
        "The state of the lamp. It may be switched 'on' or 'off'.",
        "Tree type (Evergreen / Deciduous)",
        "The tree's type. This could be oak, ash, or elm.",
        "The ID of a tree. Can be \"treeId\" or \"forestId\".",
    ]);
}

#[test]
fn names_of_other_properties_are_not_a_list() {
    assert_no_list(&[
        "This is one of the other trees",
        "Only one of a or b",
        "Only one of a|b may be set",
        "One of treeId or forestId must be set.",
        "Either treeId or forestId is required",
        "The name is one of the names that the forester uses.",
        "It is one of north or south winds",
    ]);
}

#[test]
fn examples_and_conditional_lists_are_not_a_list() {
    assert_no_list(&[
        "The tree's type, e.g. 'oak', 'ash'",
        "Examples of valid values: \"id eq 1\", \"name eq Oak\"",
        "Example values: OAK, ASH",
        "If the type is tree, valid values: OAK, ASH",
        "Not one of 'oak' or 'ash'.",
        "Default values are OAK and ASH.",
    ]);
}

#[test]
fn prose_about_values_is_not_a_list() {
    assert_no_list(&[
        "Values can be changed or removed",
        "The value can be empty or omitted",
        "Valid values are letters, digits, and hyphens.",
        "Valid values: letters, digits, and hyphens.",
        "Possible values are any field of the tree",
        "Valid values: one word, two words, three more words",
        "The valid values in 'cm'.",
        "Valid values: OAK",
        "",
    ]);
}

/// Words and punctuation that affect the rules.
const PIECES: &[&str] = &[
    "Values", "can", "be", ":", "valid", "are", "one", "of", "the", "either", "or", "and", ",",
    "|", "/", "(", ")", "[", "]", "...", "etc.", "A", "open", "in_use", "null", "é", "\u{202e}",
    "if",
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

fn assert_plausible(text: &str, listed: &ListedValues) {
    let distinct: BTreeSet<&String> = listed.values.iter().collect();
    assert_eq!(distinct.len(), listed.values.len(), "{text}");
    assert!(
        listed.values.len() > usize::from(!listed.is_cut_short),
        "{text}"
    );
    for value in &listed.values {
        assert!(
            !value.is_empty() && text.contains(value.as_str()),
            "{text}: {value}"
        );
    }
}

proptest! {
    #[test]
    fn values_of_any_text_are_distinct_substrings_of_it(
        text in any::<String>(),
        prose in prose([PIECES, QUOTES].concat()),
    ) {
        let announced = format!("Values can be: '{text}', '{prose}");
        for text in [text, prose, announced] {
            if let Some(listed) = listed_values(&text) {
                assert_plausible(&text, &listed);
            }
        }
    }

    #[test]
    fn quoted_values_are_parsed_back(values in prop::collection::btree_set("[A-Za-z0-9_.-]{1,12}", 2..9), last in "[a-z]{0,9}") {
        let quoted: Vec<String> = values.iter().map(|value| format!("'{value}'")).collect();
        let text = format!("A tree. Values can be: {}", quoted.join(", "));
        let values: Vec<String> = values.into_iter().collect();
        prop_assume!(!values.iter().any(|value| value.to_lowercase().contains("yyyy")));
        let whole = ListedValues { values: values.clone(), is_cut_short: false };
        prop_assert_eq!(listed_values(&text), Some(whole));
        let cut = ListedValues { values, is_cut_short: true };
        prop_assert_eq!(listed_values(&format!("{text}, '{last}")), Some(cut));
    }

    #[test]
    fn prose_before_an_announced_list_changes_nothing(text in prose(PIECES.to_vec())) {
        let before = listed_values(&text).map(|listed| listed.values);
        let text = format!("{text}. Values can be: 'x', 'y'");
        let expected = before.unwrap_or_else(|| vec!["x".to_owned(), "y".to_owned()]);
        prop_assert_eq!(listed_values(&text).map(|listed| listed.values), Some(expected));
    }
}
