//! Line endings, which git may convert to those of the system.

/// Converts line endings to those that the generator writes.
pub fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Checks whether a file holds a text, apart from line endings.
pub fn holds(bytes: &[u8], text: &str) -> bool {
    bytes == text.as_bytes() || str::from_utf8(bytes).is_ok_and(|found| unix(found) == text)
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn texts_that_differ_in_line_endings_are_equal() {
        assert!(holds(b"a\nb\n", "a\nb\n"));
        assert!(holds(b"a\r\nb\r\n", "a\nb\n"));
        assert!(holds(b"a\nb\r\n", "a\nb\n"));
    }

    #[test]
    fn a_text_with_carriage_returns_equals_itself() {
        assert!(holds(b"a\r\nb\r\n", "a\r\nb\r\n"));
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
            assert!(!holds(other, "a\nb\n"), "{}", other.escape_ascii());
        }
    }
}
