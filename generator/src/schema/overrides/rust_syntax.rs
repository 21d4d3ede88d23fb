//! Checks of the Rust names, paths and attributes in overrides.

use proc_macro2::{TokenStream, TokenTree};

/// Returns an identifier without its `r#`.
pub fn unraw(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// Checks whether a string is a path, such as `::schemars::JsonSchema`.
pub fn is_path(text: &str) -> bool {
    text.strip_prefix("::")
        .unwrap_or(text)
        .split("::")
        .all(is_identifier)
}

fn is_identifier(text: &str) -> bool {
    let tokens: Vec<_> = text.parse::<TokenStream>().into_iter().flatten().collect();
    matches!(&tokens[..], [TokenTree::Ident(ident)] if *ident == text)
}

/// Checks whether a string is an attribute without `#[` and `]`: a path, perhaps followed by a group or by `=` and a value.
/// rustc accepts no other expressions, and syn would recurse into them.
pub fn is_attribute(text: &str) -> bool {
    let tokens: Vec<_> = text.parse::<TokenStream>().into_iter().flatten().collect();
    match without_path(&tokens) {
        Some([] | [TokenTree::Group(_)]) => true,
        Some([TokenTree::Punct(punct), value @ ..]) => punct.as_char() == '=' && is_value(value),
        _ => false,
    }
}

/// Checks whether tokens are a literal or a macro call.
fn is_value(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Literal(_)] => true,
        tokens => matches!(
            without_path(tokens),
            Some([TokenTree::Punct(punct), TokenTree::Group(_)]) if punct.as_char() == '!'
        ),
    }
}

/// Returns the tokens after a path; `None` if there is no path.
fn without_path(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    let is_part = |token: &TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        TokenTree::Group(_) | TokenTree::Literal(_) => false,
    };
    let length = tokens.iter().take_while(|token| is_part(token)).count();
    tokens.get(length..).filter(|_| length > 0)
}

/// Returns the name of a trait of the standard library from its path.
pub fn standard_trait(path: &str) -> Option<&str> {
    let path = path.strip_prefix("::").unwrap_or(path);
    match path.rsplit_once("::") {
        None => Some(path),
        Some((module, name)) => {
            (module.starts_with("std::") || module.starts_with("core::")).then_some(name)
        }
    }
}

/// Checks whether a path names a trait that every model implements.
pub fn is_implemented(path: &str) -> bool {
    let path = path.strip_prefix("::").unwrap_or(path);
    let names = ["Clone", "Debug", "Default", "PartialEq"];
    standard_trait(path).is_some_and(|name| names.contains(&name))
        || ["serde::Serialize", "serde::Deserialize"].contains(&path)
}

/// Checks whether a path names a trait that no model can derive, because of its field `extra`.
pub fn is_impossible(path: &str) -> bool {
    standard_trait(path).is_some_and(|name| ["Copy", "Ord", "PartialOrd"].contains(&name))
}

#[cfg(test)]
mod tests {
    use super::is_attribute;

    #[test]
    fn an_attribute_is_a_path_with_a_group_or_a_value() {
        for text in [
            "non_exhaustive",
            "doc = \"a\"",
            "::a::b(c = [d])",
            "doc = ::std::concat!(\"a\", \"b\")",
            "cfg_attr(feature = \"a\", derive(B))",
        ] {
            assert!(is_attribute(text), "{text}");
        }
    }

    #[test]
    fn other_expressions_are_not_attributes() {
        let nested = format!("doc = {}1{}", "(".repeat(400), ")".repeat(400));
        for text in [
            &nested,
            "doc = !!!!1",
            "doc = a::b",
            "doc = 1 + 1",
            "(a)",
            "= 1",
            "",
        ] {
            assert!(!is_attribute(text), "{text}");
        }
    }
}
