//! The names of an enum's variants, which are different for different values.
//!
//! A variant must never send another value after values are added, removed or reordered. So a name never depends on the order
//! of the values: if several values have the same plain name, none of them gets it, and each has a longer name.

use std::collections::{BTreeMap, BTreeSet};

use super::{VariantIdent, type_name};

/// The names of a value, from the plain one to one that no other value has.
const NAMES: [fn(&str) -> String; 4] = [plain, with_punctuation, with_case, with_code_points];

/// Returns the names of the variants of listed values, which are all different.
#[must_use]
pub fn variant_idents(values: &[String]) -> Vec<VariantIdent> {
    let mut levels = vec![0; values.len()];
    let mut taken = BTreeSet::new();
    loop {
        let names: Vec<_> = { values.iter().zip(&levels) }
            .map(|(value, level)| name(value, *level))
            .collect();
        let mut owners: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for (name, value) in names.iter().zip(values) {
            owners.entry(name).or_default().insert(value);
        }
        let shared = { owners.iter() }.filter(|(_, values)| values.len() > 1);
        taken.extend(shared.map(|(name, _)| (*name).clone()));
        let mut is_done = true;
        for (level, name) in levels.iter_mut().zip(&names) {
            if *level + 1 < NAMES.len() && taken.contains(name) {
                *level += 1;
                is_done = false;
            }
        }
        if is_done {
            return names.into_iter().map(VariantIdent).collect();
        }
    }
}

fn name(value: &str, level: usize) -> String {
    NAMES.get(level).unwrap_or(&NAMES[0])(value)
}

/// Converts a value to upper camel case. Spells out `+` and `-` at both ends, or all punctuation if there is no letter or
/// digit: `-1` becomes `Minus1`, `A+` becomes `APlus`, and `<=` becomes `LessEqual`.
fn plain(value: &str) -> String {
    let is_sign = |c| matches!(c, '+' | '-');
    if value.is_empty() {
        return "Empty".to_owned();
    }
    if !value.contains(char::is_alphanumeric) {
        return with_punctuation(value);
    }
    let start = value.trim_start_matches(is_sign);
    let middle = start.trim_end_matches(is_sign);
    let before = value.strip_suffix(start).unwrap_or_default();
    let after = start.strip_prefix(middle).unwrap_or_default();
    type_name(&(spelled(before) + middle + &spelled(after)))
}

/// Spells all punctuation: `a-b` becomes `AMinusB`.
fn with_punctuation(value: &str) -> String {
    if value.is_empty() {
        return "EmptyText".to_owned();
    }
    type_name(&spelled(value))
}

/// Appends the case of the letters: `ab` becomes `AbLowercase`.
fn with_case(value: &str) -> String {
    let [has_lower, has_upper] =
        [char::is_lowercase, char::is_uppercase].map(|is| value.contains(is));
    let case = match (has_lower, has_upper) {
        (true, false) => " lowercase",
        (false, true) => " uppercase",
        (true, true) | (false, false) => " mixed case",
    };
    type_name(&(spelled(value) + case))
}

/// Replaces all characters by their code points: `ab` becomes `U000061000062`.
fn with_code_points(value: &str) -> String {
    let code_points = value.chars().map(|c| format!("{:06X}", u32::from(c)));
    "U".to_owned() + &code_points.collect::<String>()
}

/// Replaces ASCII punctuation by its names.
fn spelled(value: &str) -> String {
    let spell = |c: char| punctuation(c).map_or_else(|| c.to_string(), |name| format!(" {name} "));
    value.chars().map(spell).collect()
}

fn punctuation(c: char) -> Option<&'static str> {
    Some(match c {
        ' ' => "space",
        '!' => "exclamation",
        '"' => "quote",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "and",
        '\'' => "apostrophe",
        '(' => "left paren",
        ')' => "right paren",
        '*' => "asterisk",
        '+' => "plus",
        ',' => "comma",
        '-' => "minus",
        '.' => "dot",
        '/' => "slash",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less",
        '=' => "equal",
        '>' => "greater",
        '?' => "question",
        '@' => "at",
        '[' => "left bracket",
        '\\' => "backslash",
        ']' => "right bracket",
        '^' => "caret",
        '_' => "underscore",
        '`' => "backtick",
        '{' => "left brace",
        '|' => "pipe",
        '}' => "right brace",
        '~' => "tilde",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names<const N: usize>(values: [&str; N]) -> [String; N] {
        let idents = variant_idents(&values.map(str::to_owned));
        std::array::from_fn(|index| idents[index].0.clone())
    }

    #[test]
    fn values_become_upper_camel_case() {
        assert_eq!(
            names(["ACTIVE_ONLY", "Top Left", "2x", "self"]),
            ["ActiveOnly", "TopLeft", "_2x", "Self_"]
        );
    }

    #[test]
    fn signs_and_operators_are_spelled() {
        assert_eq!(
            names(["-1", "+1", "1", ""]),
            ["Minus1", "Plus1", "_1", "Empty"]
        );
        assert_eq!(
            names(["name", "-name", "A+", "C++"]),
            ["Name", "MinusName", "APlus", "CPlusPlus"]
        );
        assert_eq!(
            names(["<", "<=", "!=", "~"]),
            ["Less", "LessEqual", "ExclamationEqual", "Tilde"]
        );
    }

    #[test]
    fn values_with_the_same_plain_name_all_get_longer_names() {
        assert_eq!(
            names(["A_B", "a-b", "other"]),
            ["AUnderscoreB", "AMinusB", "Other"]
        );
        assert_eq!(
            names(["asc", "desc", "ASC"]),
            ["AscLowercase", "Desc", "AscUppercase"]
        );
        assert_eq!(
            names(["A-b", "a-B", "a-b"]),
            [
                "U00004100002D000062",
                "U00006100002D000042",
                "AMinusBLowercase"
            ]
        );
    }

    #[test]
    fn a_longer_name_is_not_given_to_two_values() {
        let [spelled, underscore, minus] = names(["a underscore b", "a_b", "a-b"]);
        assert_eq!(minus, "AMinusB");
        assert_ne!(spelled, underscore);
    }

    proptest! {
        #[test]
        fn different_values_have_different_identifiers_in_any_order(
            values in proptest::collection::btree_set("[aA_b+-]{0,3}|.{0,4}", 0..8)
        ) {
            let mut values: Vec<_> = values.into_iter().collect();
            let idents = variant_idents(&values);
            let different: BTreeSet<_> = idents.iter().collect();
            prop_assert_eq!(different.len(), values.len());
            for ident in &idents {
                prop_assert!(syn::parse_str::<syn::Ident>(ident.as_str()).is_ok(), "{ident}");
            }
            values.reverse();
            let reversed: Vec<_> = variant_idents(&values).into_iter().rev().collect();
            prop_assert_eq!(idents, reversed);
        }

        #[test]
        fn an_added_value_takes_no_name_of_another(
            values in proptest::collection::btree_set("[aA_b+-]{0,3}", 2..8)
        ) {
            let values: Vec<_> = values.into_iter().collect();
            let (added, old) = values.split_first().unwrap();
            let all = variant_idents(&values);
            prop_assert!(!variant_idents(old).contains(&all[0]) , "{added}");
        }
    }
}
