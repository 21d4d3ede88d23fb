//! Descriptions: the source's own text, but for what the table and the line endings need.

/// The text with `\n` for every line ending.
pub(super) fn paragraphs(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A cell's text with `\n` for every line ending and `|` for every escaped pipe.
pub(super) fn cell(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '\r']) {
        let (before, special) = rest.split_at(at);
        value.push_str(before);
        let (written, meant) = meaning(special);
        value.push_str(meant);
        rest = special.get(written..).unwrap_or_default();
    }
    value.push_str(rest);
    value
}

/// The length of what a text starts with, a backslash or a carriage return, and what it means.
fn meaning(special: &str) -> (usize, &str) {
    match special.as_bytes() {
        [b'\r', b'\n', ..] => (2, "\n"),
        [b'\r', ..] => (1, "\n"),
        [b'\\', b'|', ..] => (2, "|"),
        [b'\\', b'\\', ..] => (2, r"\\"),
        _ => (1, r"\"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_endings_become_line_feeds() {
        assert_eq!(paragraphs("a\r\n\r\nb\rc\nd"), "a\n\nb\nc\nd");
        assert_eq!(cell("a\r\n\r\nb\rc\nd"), "a\n\nb\nc\nd");
    }

    #[test]
    fn only_an_escaped_pipe_loses_its_backslash() {
        assert_eq!(
            cell(r"a \| b \\| c \\\| d \{ `\|` \"),
            r"a | b \\| c \\| d \{ `|` \"
        );
    }
}
