//! Conversion of text to each of Rust's cases, and reserved words.

use heck::{ToKebabCase, ToLowerCamelCase, ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// Rust's keywords in all editions, strict and reserved, that can be raw identifiers.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Words that cannot be raw identifiers.
const NEVER_RAW: &[&str] = &["crate", "self", "super", "Self", "_"];

/// File names that are special to cargo, to Windows or to the generated crate.
const RESERVED_FILES: &[&str] = &[
    "aux",
    "con",
    "endpoints",
    "events",
    "lib",
    "main",
    "mod",
    "models",
    "nul",
    "prn",
    "runtime",
    "topics",
];

pub(super) fn snake_case(name: &str) -> String {
    start_with_letter(separate_words(name).to_snake_case())
}

pub(super) fn shouty_snake_case(name: &str) -> String {
    start_with_letter(separate_words(name).to_shouty_snake_case())
}

pub(super) fn upper_camel_case(name: &str) -> String {
    start_with_letter(separate_words(name).to_upper_camel_case())
}

pub(super) fn lower_camel_case(name: &str) -> String {
    name.to_lower_camel_case()
}

pub(super) fn kebab_case(name: &str) -> String {
    start_with_letter(separate_words(name).to_kebab_case())
}

/// Replaces characters that an identifier cannot contain: ASCII punctuation by a space, and other characters by their code
/// points. In a name of punctuation alone, all characters are replaced by code points.
fn separate_words(name: &str) -> String {
    let is_punctuation = !name.chars().any(|c| c.is_ascii_alphanumeric());
    name.chars()
        .map(|c| match c {
            c if c.is_ascii_alphanumeric() => c.to_string(),
            c if c.is_ascii() && !is_punctuation => " ".to_owned(),
            c => format!(" u{:04x} ", u32::from(c)),
        })
        .collect()
}

fn start_with_letter(name: String) -> String {
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name
    } else {
        format!("_{name}")
    }
}

/// Checks whether a name is a keyword that can be a raw identifier.
pub(super) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// Checks whether a name cannot be an identifier, raw or not.
pub(super) fn is_never_raw(name: &str) -> bool {
    NEVER_RAW.contains(&name)
}

/// Checks whether a name is a keyword of any kind.
pub(crate) fn is_reserved(name: &str) -> bool {
    is_keyword(name) || is_never_raw(name)
}

/// Checks whether the file of a module cannot have this name.
pub(super) fn is_file_reserved(name: &str) -> bool {
    let is_numbered = |device| {
        name.strip_prefix(device)
            .is_some_and(|rest| rest.len() == 1 && rest != "0")
    };
    RESERVED_FILES.contains(&name) || is_numbered("com") || is_numbered("lpt")
}
