//! Which properties hold secrets, judged by their names alone.
//!
//! The last word of a name says what it is, and the words before it say of what kind: `clientSecret`
//! is a secret, `secretId` an id, `pageToken` a cursor and `accessToken` a token that opens doors.

/// Checks whether the value under a name is a secret, which grants access or proves an identity.
///
/// Words count, in whatever case and however they are joined: `apiKey`, `APIKey`, `api_key`,
/// `X-Api-Key` and `apikey` are the same. Names that only speak about a secret (`passwordPolicy`,
/// `secretId`, `tokenCount`, `hasPassword`) are none. Where the name leaves it open, it is a secret:
/// a value too many kept out of a log does little harm.
///
/// Who knows a property's type as well can exempt booleans, times, and references to models, lists
/// and maps of them included: a model keeps its own secrets, each by its name. Text and numbers
/// cannot be exempt, as a PIN may be either.
#[must_use]
pub fn is_secret(name: &str) -> bool {
    names_a_secret(name) || before_preposition(name).is_some_and(names_a_secret)
}

/// How the words before a noun decide whether it is a secret.
enum Rule {
    Always,
    After(&'static [&'static str]),
    NotAfter(&'static [&'static str]),
}

use Rule::{After, Always, NotAfter};

/// What can be a secret, in the singular, and also at the end of a longer word: `apikey`, `oauthtoken`.
const NOUNS: &[(&str, Rule)] = &[
    ("password", Always),
    ("passwd", Always),
    ("passphrase", Always),
    ("passcode", Always),
    ("secret", Always),
    ("credential", Always),
    ("token", NotAfter(CURSORS_AND_COUNTS)),
    // Also the header of that name.
    ("authorization", Always),
    ("auth", NotAfter(&["o", "factor"])),
    ("key", After(KEYS)),
    ("code", After(CODES)),
    ("url", After(&["signed"])),
    ("uri", After(&["signed"])),
    ("verifier", After(&["code"])),
    ("hash", After(&["session"])),
    ("number", After(&["security", "card"])),
    ("string", After(&["connection"])),
];

/// What is a secret, in the singular, as a whole word only.
const WORDS: &[&str] = &[
    "bearer", "cookie", "cred", "cvc", "cvv", "jwt", "nonce", "otp", "pin", "psk", "pwd", "ssn",
    "totp",
];

/// Tokens that mark a place or are counted, and open nothing.
const CURSORS_AND_COUNTS: &[&str] = &[
    "completion",
    "continuation",
    "cursor",
    "delta",
    "input",
    "next",
    "output",
    "page",
    "pagination",
    "paging",
    "prev",
    "previous",
    "prompt",
    "remaining",
    "resume",
    "scroll",
    "start",
    "stop",
    "sync",
    "used",
];

/// Keys to something other than a table or a map.
const KEYS: &[&str] = &[
    "access",
    "account",
    "aes",
    "api",
    "app",
    "auth",
    "client",
    "consumer",
    "crypto",
    "decryption",
    "encryption",
    "hmac",
    "host",
    "license",
    "mapbox",
    "maps",
    "master",
    "pass",
    "pgp",
    "private",
    "rsa",
    "secret",
    "security",
    "server",
    "session",
    "shared",
    "signing",
    "ssh",
    "storage",
    "subscription",
    "symmetric",
    "webhook",
];

/// Codes that let somebody in.
const CODES: &[&str] = &[
    "access",
    "activation",
    "auth",
    "authentication",
    "authorization",
    "backup",
    "login",
    "mfa",
    "otp",
    "pairing",
    "password",
    "pin",
    "recovery",
    "reset",
    "secret",
    "security",
    "signup",
    "token",
    "totp",
    "unlock",
    "verification",
];

/// Last words that say in which form a thing is, and leave it that thing: `passwordHash`.
const FORMS: &[&str] = &[
    "again",
    "base",
    "body",
    "bytes",
    "clear",
    "confirm",
    "confirmation",
    "content",
    "current",
    "data",
    "encrypted",
    "field",
    "hash",
    "hashed",
    "header",
    "json",
    "new",
    "old",
    "pem",
    "plain",
    "raw",
    "repeat",
    "salt",
    "string",
    "text",
    "value",
];

/// First words that make a name a question, or a quantity.
const OPENERS: &[&str] = &[
    "allow", "average", "avg", "can", "count", "disable", "enable", "has", "have", "hide", "is",
    "max", "maximum", "min", "minimum", "must", "need", "num", "number", "require", "should",
    "show", "support", "total", "use",
];

const PREPOSITIONS: &[&str] = &["for", "from", "of", "with"];

fn names_a_secret(name: &str) -> bool {
    let mut rest = name;
    while let Some((before, word)) = split_last_word(rest) {
        if is_secret_noun(before, word) {
            return !opens_with_question(name);
        }
        if !is_any(word, FORMS) {
            return false;
        }
        rest = before;
    }
    false
}

fn is_secret_noun(before: &str, word: &str) -> bool {
    let word = singular(word);
    is_any(word, WORDS)
        || NOUNS
            .iter()
            .any(|(noun, rule)| follows_rule(before, word, noun, rule))
}

fn follows_rule(before: &str, word: &str, noun: &str, rule: &Rule) -> bool {
    let qualifier = match strip_ending(word, noun) {
        None => return false,
        Some("") => split_last_word(before).map_or("", |(_, word)| word),
        Some(start) => start,
    };
    match rule {
        Always => true,
        After(words) => ends_with_any(qualifier, words),
        NotAfter(words) => !ends_with_any(qualifier, words),
    }
}

fn opens_with_question(name: &str) -> bool {
    let mut rest = name;
    let mut first = "";
    while let Some((before, word)) = split_last_word(rest) {
        (rest, first) = (before, word);
    }
    is_any(first, OPENERS) && !first.eq_ignore_ascii_case(name)
}

/// What stands before a name's first preposition: `password` of `passwordForUser`.
fn before_preposition(name: &str) -> Option<&str> {
    let mut rest = name;
    let mut subject = None;
    while let Some((before, word)) = split_last_word(rest) {
        if is_any(word, PREPOSITIONS) {
            subject = Some(before);
        }
        rest = before;
    }
    subject
}

/// Splits the last word off a name, at a sign, a digit or a change of case: `API` + `Key`.
fn split_last_word(name: &str) -> Option<(&str, &str)> {
    let name = name.trim_end_matches(|sign: char| !sign.is_ascii_alphabetic());
    let upper_end = name
        .trim_end_matches(|letter: char| letter.is_ascii_lowercase())
        .len();
    let (upper, lower) = name.split_at_checked(upper_end)?;
    let upper_start = upper
        .trim_end_matches(|letter: char| letter.is_ascii_uppercase())
        .len();
    let start = match (upper_end - upper_start, lower) {
        (0, "") => return None,
        (0, _) => upper_end,
        // Letters, and their plural as in `userIDs`.
        (_, "") | (2.., "s") => upper_start,
        _ => upper_end - 1,
    };
    name.split_at_checked(start)
}

fn singular(word: &str) -> &str {
    word.strip_suffix(['s', 'S']).unwrap_or(word)
}

fn is_any(word: &str, words: &[&str]) -> bool {
    words
        .iter()
        .any(|one| one.eq_ignore_ascii_case(word) || one.eq_ignore_ascii_case(singular(word)))
}

fn ends_with_any(word: &str, endings: &[&str]) -> bool {
    let ends_with = |word, ending| strip_ending(word, ending).is_some();
    endings
        .iter()
        .any(|ending| ends_with(word, ending) || ends_with(singular(word), ending))
}

fn strip_ending<'a>(word: &'a str, ending: &str) -> Option<&'a str> {
    let (start, end) = word.split_at_checked(word.len().checked_sub(ending.len())?)?;
    end.eq_ignore_ascii_case(ending).then_some(start)
}
