//! Line ends, which are a checkout's own affair: git gives text the ends of the system where it is asked to.

/// A text with the line ends that the generator writes.
pub fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Whether a file holds a text, be it with other line ends.
pub fn holds(bytes: &[u8], text: &str) -> bool {
    bytes == text.as_bytes() || str::from_utf8(bytes).is_ok_and(|found| unix(found) == text)
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn line_ends_alone_make_no_other_text() {
        assert!(holds(b"a\nb\n", "a\nb\n"));
        assert!(holds(b"a\r\nb\r\n", "a\nb\n"));
        assert!(holds(b"a\nb\r\n", "a\nb\n"));
    }

    #[test]
    fn what_was_written_with_such_ends_is_the_same_text_too() {
        assert!(holds(b"a\r\nb\r\n", "a\r\nb\r\n"));
    }

    #[test]
    fn all_else_makes_another_text() {
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
