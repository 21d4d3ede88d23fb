//! Redacts the parts of a text that look like credentials.

use ::std::borrow::Cow;

use super::secret::is_secret;

/// The text that replaces a secret.
pub const REDACTED: &str = "<redacted>";

/// Returns a text with its credentials redacted: the values of parameters such as `access_token=` and `X-Amz-Signature=`, the
/// credentials after `Bearer` and `Basic`, and JSON web tokens (`eyJ...`).
pub fn redacted(text: &str) -> Cow<'_, str> {
    if !(text.contains('=') || text.contains("eyJ") || text.contains(char::is_whitespace)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut before = "";
    for part in text.split_inclusive(is_delimiter) {
        let word = part.trim_end_matches(is_delimiter);
        let (_, delimiter) = part.split_at(word.len());
        let start = secret_start(before, word);
        shown.push_str(start.unwrap_or(word));
        shown.push_str(start.map_or("", |_| REDACTED));
        shown.push_str(delimiter);
        if !word.is_empty() {
            before = word;
        }
    }
    if shown == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(shown)
    }
}

fn is_delimiter(character: char) -> bool {
    character.is_whitespace() || "&?;,#\"'<>(){}[]".contains(character)
}

/// Returns the part of a word before its credentials, or `None` if it contains none.
fn secret_start<'a>(before: &str, word: &'a str) -> Option<&'a str> {
    if follows_scheme(before, word) {
        return Some("");
    }
    if let Some((name, value)) = word.split_once('=')
        && !value.is_empty()
        && (is_secret(name) || is_signature(name))
    {
        return word.get(..=name.len());
    }
    let (start, token) = word.split_at(word.find("eyJ")?);
    let is_token = token.len() >= MIN_TOKEN && token.contains('.');
    is_token.then_some(start)
}

/// The minimum length of a JSON web token in bytes.
const MIN_TOKEN: usize = 16;

/// Checks whether a word is the credentials after an authentication scheme, unlike `of` in `bearer of news`.
fn follows_scheme(before: &str, word: &str) -> bool {
    let is_word = word.bytes().all(|byte| byte.is_ascii_lowercase());
    before.eq_ignore_ascii_case("bearer") && !is_word
        || before == "Basic"
            && word.len() >= 8
            && word.contains(|digit: char| "0123456789=".contains(digit))
}

/// Checks whether a parameter contains the signature of a URL, by the last word of its name.
fn is_signature(name: &str) -> bool {
    let last = name.rsplit(|separator: char| !separator.is_ascii_alphanumeric());
    last.into_iter().next().is_some_and(|word| {
        word.eq_ignore_ascii_case("signature") || word.eq_ignore_ascii_case("sig")
    })
}
