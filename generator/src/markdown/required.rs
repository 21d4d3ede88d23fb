//! `Required` cells.

/// Whether a property is required; `None` if the cell, without its marks, does not tell.
pub(super) fn parse(text: &str) -> Option<bool> {
    let is = |words: [&str; 2]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
    if is(["yes", "true"]) {
        Some(true)
    } else {
        is(["no", "false"]).then_some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn the_words_are_read_in_any_case() {
        assert_eq!(["Yes", "yes", "TRUE"].map(parse), [Some(true); 3]);
        assert_eq!(["No", "NO", "false"].map(parse), [Some(false); 3]);
        assert_eq!(["", "n", "maybe", "Yes."].map(parse), [None; 4]);
    }
}
