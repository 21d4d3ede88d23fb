//! The lines on which names stand in Rust code.
//!
//! The parser could tell them, but only at the cost of slowing down all code that is generated.

use std::collections::{BTreeMap, BTreeSet};

use ra_ap_rustc_lexer::TokenKind;

use super::{mentions::plain, tokens::tokens};

/// Names, and the lines on which they stand, counted from 1.
pub type Lines<'a> = BTreeMap<&'a str, BTreeSet<usize>>;

/// The lines of every name in a file; comments and texts do not count.
pub fn lines(text: &str) -> Lines<'_> {
    let mut lines = Lines::new();
    let mut line = 1;
    for (kind, word) in tokens(text) {
        if matches!(kind, TokenKind::Ident | TokenKind::RawIdent) {
            lines.entry(plain(word)).or_default().insert(line);
        }
        line += word.matches('\n').count();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_on_lines_and_not_in_texts_and_comments() {
        let text =
            "#!/bin/ant\nfn a<'b>() {\n  /* b\n */ r#type; // b\n \"b\n\"; r#\"b\"#; 'b'; b\n}";
        let found = lines(text);
        let of = |name: &str| {
            found
                .get(name)
                .map(|lines| lines.iter().copied().collect::<Vec<_>>())
        };
        assert_eq!(of("a"), Some(vec![2]));
        assert_eq!(of("type"), Some(vec![4]));
        assert_eq!(of("b"), Some(vec![6]));
        assert_eq!(of("bin"), None);
    }
}
