//! Text of which every sign can be seen.

use std::borrow::Cow;

/// The text with every sign spelled out that cannot be seen, or that turns the text around: rustc takes some of
/// those for an attack. It is one line.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let spell = |c: char| match c {
        '\t' => " ".to_owned(),
        c if is_hidden(c) => c.escape_unicode().to_string(),
        c => c.to_string(),
    };
    text.chars().map(spell).collect()
}

/// Whether a sign ends a line, turns the text around, or leaves nothing to be seen where it stands. The joiners of
/// emoji and of many scripts do not count: they change what is seen.
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
    fn what_cannot_be_seen_is_spelled_out() {
        assert_eq!(printable("a\u{202e}b\tc\rd"), "a\\u{202e}b c\\u{d}d");
        assert_eq!(printable("a\u{200b}b\u{2028}c"), "a\\u{200b}b\\u{2028}c");
        assert_eq!(printable("x\n\u{e0041}\0"), "x\\u{a}\\u{e0041}\\u{0}");
    }

    #[test]
    fn what_can_be_seen_stays() {
        for text in ["größe", "می\u{200c}خواهم", "👩\u{200d}🚀", "a b"] {
            assert!(matches!(printable(text), Cow::Borrowed(same) if same == text));
        }
    }
}
