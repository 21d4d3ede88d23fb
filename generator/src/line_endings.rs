//! Line endings, which git may convert.

/// Converts line endings to `\n`.
pub fn to_unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Checks whether a file's contents equal a text, ignoring line endings.
pub fn equal_ignoring(bytes: &[u8], text: &str) -> bool {
    bytes == text.as_bytes() || str::from_utf8(bytes).is_ok_and(|other| to_unix(other) == text)
}

#[cfg(test)]
mod tests {
    use super::equal_ignoring;

    #[test]
    fn texts_that_differ_in_line_endings_are_equal() {
        assert!(equal_ignoring(b"a\nb\n", "a\nb\n"));
        assert!(equal_ignoring(b"a\r\nb\r\n", "a\nb\n"));
        assert!(equal_ignoring(b"a\nb\r\n", "a\nb\n"));
    }

    #[test]
    fn a_text_with_carriage_returns_equals_itself() {
        assert!(equal_ignoring(b"a\r\nb\r\n", "a\r\nb\r\n"));
    }

    #[test]
    fn any_other_difference_counts() {
        for other in [
            &b"a\rb\n"[..],
            b"a\r\r\nb\n",
            b"a\nb",
            b"a\n\nb\n",
            b"a\nb\xff\n",
        ] {
            assert!(!equal_ignoring(other, "a\nb\n"), "{}", other.escape_ascii());
        }
    }
}
