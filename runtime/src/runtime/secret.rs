//! Detection of properties that hold secrets, by their names.
//!
//! The last word of a name is its noun, and the word before it qualifies the noun: `clientSecret` is a secret, `secretId`
//! an ID, `pageToken` a cursor and `accessToken` a credential. The tables list words in the singular, in lower case.

/// Checks whether a property of this name holds a secret: a value that grants access or proves an identity.
///
/// Words are compared without regard to case and separators: `apiKey`, `APIKey`, `api_key`, `X-Api-Key` and `apikey` are
/// the same. Names that describe a secret (`passwordPolicy`, `secretId`, `tokenCount`, `hasPassword`) are not secrets. An
/// ambiguous name is a secret, because omitting a harmless value from a log does little harm.
///
/// A caller with the type of a property can exempt booleans, time values and models, also in lists and maps: a model redacts
/// its own secrets. Text and numbers cannot be exempt, because a PIN may be either.
#[must_use]
pub fn is_secret(name: &str) -> bool {
    let words = words(name);
    let preposition = words.iter().position(|word| contains(PREPOSITIONS, word));
    let subject = preposition.and_then(|at| words.get(..at));
    is_secret_phrase(&words) || subject.is_some_and(is_secret_phrase)
}

/// Nouns that are secrets, as whole words.
#[rustfmt::skip]
const WHOLE_WORDS: &[&str] = &[
    "bearer", "cookie", "cred", "cvc", "cvv", "jwt", "nonce", "otp", "pin", "psk", "pwd", "ssn", "totp",
];

/// Nouns that are secrets, also at the end of a longer word such as `dbpassword`. `authorization` is the HTTP header.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "authorization", "credential", "passcode", "passphrase", "passwd", "password", "secret",
];

/// Nouns that are secrets except after these words, as in `pageToken` (a cursor), `usedTokens` (a quantity) and `OAuth`.
#[rustfmt::skip]
const EXCEPT_AFTER: &[(&str, &[&str])] = &[
    ("token", &[
        "completion", "continuation", "cursor", "delta", "input", "next", "output", "page", "pagination", "paging",
        "prev", "previous", "prompt", "remaining", "resume", "scroll", "start", "stop", "sync", "used",
    ]),
    ("auth", &["factor", "o"]),
];

/// Nouns that are secrets only after these words.
#[rustfmt::skip]
const ONLY_AFTER: &[(&str, &[&str])] = &[
    ("key", &[
        "access", "account", "aes", "api", "app", "auth", "client", "consumer", "crypto", "decryption", "encryption",
        "hmac", "host", "license", "mapbox", "maps", "master", "pass", "pgp", "private", "rsa", "secret", "security",
        "server", "session", "shared", "signing", "ssh", "storage", "subscription", "symmetric", "webhook",
    ]),
    ("code", &[
        "access", "activation", "auth", "authentication", "authorization", "backup", "login", "mfa", "otp", "pairing",
        "password", "pin", "recovery", "reset", "secret", "security", "signup", "token", "unlock", "verification",
    ]),
    ("hash", &["session"]),
    ("number", &["card", "security"]),
    ("string", &["connection"]),
    ("uri", &["signed"]),
    ("url", &["signed"]),
    ("verifier", &["code"]),
];

/// Words for the form of a value, which can follow a noun: `passwordHash` is as secret as `password`.
#[rustfmt::skip]
const FORMS: &[&str] = &[
    "again", "base", "body", "bytes", "clear", "confirm", "confirmation", "content", "current", "data", "encrypted",
    "field", "hash", "hashed", "header", "json", "new", "old", "pem", "plain", "raw", "repeat", "salt", "string",
    "text", "value",
];

/// First words of names for conditions or quantities, such as `hasPassword`.
#[rustfmt::skip]
const CONDITIONS: &[&str] = &[
    "allow", "average", "avg", "can", "count", "disable", "enable", "has", "have", "hide", "is", "max", "maximum",
    "min", "minimum", "must", "need", "num", "number", "require", "should", "show", "support", "total", "use",
];

/// Words that end the subject of a name, such as `password` in `passwordForUser`.
const PREPOSITIONS: &[&str] = &["for", "from", "of", "with"];

fn is_secret_phrase(words: &[&str]) -> bool {
    let is_condition = || words.first().is_some_and(|word| contains(CONDITIONS, word));
    ends_in_secret(words) && !is_condition()
}

/// Checks whether the last word is a secret, not counting words of [`FORMS`] at the end.
fn ends_in_secret(words: &[&str]) -> bool {
    let [before @ .., word] = words else {
        return false;
    };
    let previous = before.last().copied().unwrap_or_default();
    is_secret_noun(previous, singular(word)) || (contains(FORMS, word) && ends_in_secret(before))
}

fn is_secret_noun(previous: &str, word: &str) -> bool {
    // Whether the qualifier of `noun` is in the list, or `None` if the word is another noun.
    let is_after = |(noun, qualifiers): &(&str, &[&str])| {
        let start = strip_end(word, noun)?;
        let qualifier = if start.is_empty() { previous } else { start };
        Some(ends_with_any(qualifier, qualifiers))
    };
    contains(WHOLE_WORDS, word)
        || NOUNS.iter().any(|noun| strip_end(word, noun).is_some())
        || EXCEPT_AFTER
            .iter()
            .any(|noun| is_after(noun) == Some(false))
        || ONLY_AFTER.iter().any(|noun| is_after(noun) == Some(true))
}

fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = name;
    while let Some((before, word)) = split_last_word(rest) {
        words.push(word);
        rest = before;
    }
    words.reverse();
    words
}

/// Splits off the last word. Words are separated by a character that is not a letter, or by a change of case, as in `APIKey`.
fn split_last_word(name: &str) -> Option<(&str, &str)> {
    let name = name.trim_end_matches(|other: char| !other.is_ascii_alphabetic());
    let without_lower = name.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let without_upper = without_lower.trim_end_matches(|letter: char| letter.is_ascii_uppercase());
    let lower = name.len() - without_lower.len();
    let start = match (without_lower.len() - without_upper.len(), lower) {
        (0, 0) => return None,
        (0, _) => without_lower.len(),
        (_, 0) => without_upper.len(),
        // The plural of an abbreviation, such as `userIDs`.
        (2.., 1) if name.ends_with('s') => without_upper.len(),
        _ => without_lower.len() - 1,
    };
    name.split_at_checked(start)
}

fn singular(word: &str) -> &str {
    word.strip_suffix(['s', 'S']).unwrap_or(word)
}

/// Checks whether a list contains a word or its singular.
fn contains(list: &[&str], word: &str) -> bool {
    let is_word = |entry: &&str| entry.eq_ignore_ascii_case(word);
    list.iter()
        .any(|entry| is_word(entry) || entry.eq_ignore_ascii_case(singular(word)))
}

/// Checks whether a word, or its singular, ends with a word of a list.
fn ends_with_any(word: &str, list: &[&str]) -> bool {
    let ends_with = |word, end| strip_end(word, end).is_some();
    list.iter()
        .any(|end| ends_with(word, end) || ends_with(singular(word), end))
}

fn strip_end<'a>(word: &'a str, end: &str) -> Option<&'a str> {
    let (start, rest) = word.split_at_checked(word.len().checked_sub(end.len())?)?;
    rest.eq_ignore_ascii_case(end).then_some(start)
}
