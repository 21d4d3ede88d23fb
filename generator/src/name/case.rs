//! From any text to an identifier in one of Rust's cases.

use heck::{ToKebabCase, ToLowerCamelCase, ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// An identifier in snake case.
pub fn snake(name: &str) -> String {
    start_with_letter(spelled(name).to_snake_case())
}

/// An identifier in upper snake case.
pub fn shouty_snake(name: &str) -> String {
    start_with_letter(spelled(name).to_shouty_snake_case())
}

/// An identifier in upper camel case.
pub fn upper_camel(name: &str) -> String {
    start_with_letter(spelled(name).to_upper_camel_case())
}

/// An identifier in lower camel case, as most names on the wire are.
pub fn lower_camel(name: &str) -> String {
    name.to_lower_camel_case()
}

/// A name in kebab case.
pub fn kebab(name: &str) -> String {
    start_with_letter(spelled(name).to_kebab_case())
}

/// The name with all that no identifier can have set aside: ASCII signs part words, and where nothing else is
/// left they are spelled out, as letters beyond ASCII always are.
fn spelled(name: &str) -> String {
    let only_signs = !name.chars().any(|c| c.is_ascii_alphanumeric());
    name.chars()
        .map(|c| match c {
            c if c.is_ascii_alphanumeric() => c.to_string(),
            c if c.is_ascii() && !only_signs => " ".to_owned(),
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
