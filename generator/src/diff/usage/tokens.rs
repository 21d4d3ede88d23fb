//! The tokens of Rust code, one after the other.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, strip_shebang, tokenize};

use crate::span::BYTE_ORDER_MARK;

/// Every token with its text: comments and spaces are tokens too, and together they are the whole file, but for a mark
/// at its start and a line for the system.
pub fn tokens(text: &str) -> impl Iterator<Item = (TokenKind, &str)> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let start = strip_shebang(text).unwrap_or(0);
    let mut rest = text.get(start..).unwrap_or_default();
    tokenize(rest, FrontmatterAllowed::No).map_while(move |token| {
        let (token_text, behind) =
            rest.split_at_checked(usize::try_from(token.len).unwrap_or_default())?;
        rest = behind;
        Some((token.kind, token_text))
    })
}
