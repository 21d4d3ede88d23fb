//! Escaping of invisible characters.

use std::borrow::Cow;

/// Escapes characters that are invisible or change the direction of text, some of which rustc rejects. The result is
/// one line.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let escape = |c: char| match c {
        '\t' => " ".to_owned(),
        c if is_hidden(c) => c.escape_unicode().to_string(),
        c => c.to_string(),
    };
    text.chars().map(escape).collect()
}

/// Returns a Markdown code span on one line, delimited by more backticks than the text has in a row.
pub fn code_span(text: &str) -> String {
    let text = printable(text);
    let runs = text.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or_default() + 1);
    // A backtick at an end would extend the delimiter. Markdown strips one space from both ends.
    let needs_padding =
        text.is_empty() || text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let padding = if needs_padding { " " } else { "" };
    format!("{fence}{padding}{text}{padding}{fence}")
}

/// Checks whether a character ends a line, changes the direction of text, or is invisible. The joiners of emoji and of
/// many scripts are not hidden, because they change how text looks.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180e}'
            | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_escaped() {
        assert_eq!(printable("a\u{202e}b\tc\rd"), "a\\u{202e}b c\\u{d}d");
        assert_eq!(printable("a\u{200b}b\u{2028}c"), "a\\u{200b}b\\u{2028}c");
        assert_eq!(printable("x\n\u{e0041}\0"), "x\\u{a}\\u{e0041}\\u{0}");
    }

    #[test]
    fn visible_text_is_unchanged() {
        for text in ["größe", "می\u{200c}خواهم", "👩\u{200d}🚀", "a b"] {
            assert!(matches!(printable(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn a_text_cannot_end_its_code_span() {
        assert_eq!(code_span("a"), "`a`");
        assert_eq!(code_span("a`b"), "``a`b``");
        assert_eq!(code_span("`a`"), "`` `a` ``");
        assert_eq!(code_span("``a` b"), "``` ``a` b ```");
        assert_eq!(code_span("a `` [b](c) ` d"), "```a `` [b](c) ` d```");
        assert_eq!(code_span(" a"), "`  a `");
        assert_eq!(code_span("a\n\n# b"), r"`a\u{a}\u{a}# b`");
        assert_eq!(code_span(""), "`  `");
    }
}
