//! Splitting prose into sentences.

/// Splits a text after each sentence. The parts joined together are the text.
///
/// The docs often omit the space after a full stop, so `One.Two` is two sentences; `v1.size` and `e.g. this`
/// end none.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['.', '!', '?']) {
        let end = at + mark.len();
        let (before, after) = (text.get(..at), text.get(end..));
        if ends_sentence(before.unwrap_or_default(), after.unwrap_or_default()) {
            parts.extend(text.get(start..end));
            start = end;
        }
    }
    parts.extend(text.get(start..));
    parts
}

fn ends_sentence(before: &str, after: &str) -> bool {
    match after.chars().next() {
        None => true,
        Some(next) if next.is_whitespace() => !is_abbreviated(before),
        Some(next) => next.is_uppercase() && before.ends_with(char::is_lowercase),
    }
}

fn is_abbreviated(before: &str) -> bool {
    ["e.g", "i.e"].iter().any(|abbreviation| {
        let start = before.len().checked_sub(abbreviation.len());
        let end = start.and_then(|start| before.get(start..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(abbreviation))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::sentences;

    #[test]
    fn a_full_stop_ends_a_sentence_even_without_a_space() {
        assert_eq!(sentences("One.Two. three"), ["One.", "Two.", " three"]);
    }

    #[test]
    fn a_dot_in_a_name_or_an_abbreviation_does_not_end_a_sentence() {
        assert_eq!(
            sentences("Sort by text.size, e.g. small. End"),
            ["Sort by text.size, e.g. small.", " End"]
        );
    }

    proptest! {
        #[test]
        fn sentences_joined_together_are_the_text(text in any::<String>()) {
            prop_assert_eq!(sentences(&text).concat(), text);
        }
    }
}
