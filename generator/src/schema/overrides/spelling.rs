//! Whether what overrides bring as Rust code is that.

use proc_macro2::{TokenStream, TokenTree};

use crate::name::{FieldIdent, TypeIdent};

/// The type's name that a text stands for; an error is the nearest text that stands for one.
pub fn type_name(text: &str) -> Result<TypeIdent, String> {
    let ident = TypeIdent::of_definition(text);
    let is_it = ident.as_str() == text;
    if is_it {
        Ok(ident)
    } else {
        Err(ident.as_str().to_owned())
    }
}

/// The field's name that a text stands for; an error is the nearest text that stands for one.
pub fn field_name(text: &str) -> Result<FieldIdent, String> {
    let ident = FieldIdent::of_property(unraw(text));
    let is_it = unraw(ident.as_str()) == unraw(text);
    if is_it {
        Ok(ident)
    } else {
        Err(unraw(ident.as_str()).to_owned())
    }
}

/// A keyword may be written with or without its `r#`.
pub fn unraw(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// Whether a text is a path such as `::schemars::JsonSchema`.
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

/// Whether a text can stand between `#[` and `]`: a path, and perhaps a group, or a sign and a value. Other expressions
/// than these values are none for rustc, and syn would recur into them.
pub fn is_attribute(text: &str) -> bool {
    let tokens: Vec<_> = text.parse::<TokenStream>().into_iter().flatten().collect();
    match without_path(&tokens) {
        Some([] | [TokenTree::Group(_)]) => true,
        Some([TokenTree::Punct(sign), value @ ..]) => sign.as_char() == '=' && is_value(value),
        _ => false,
    }
}

/// Whether tokens are a literal or a macro's call.
fn is_value(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Literal(_)] => true,
        tokens => matches!(
            without_path(tokens),
            Some([TokenTree::Punct(sign), TokenTree::Group(_)]) if sign.as_char() == '!'
        ),
    }
}

/// What follows a path; `None` if there is none.
fn without_path(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    let is_part = |token: &TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(sign) => sign.as_char() == ':',
        _ => false,
    };
    let length = tokens.iter().take_while(|token| is_part(token)).count();
    tokens.get(length..).filter(|_| length > 0)
}

/// Whether a path is that of a trait which every model implements.
pub fn is_implemented(path: &str) -> bool {
    let path = path.strip_prefix("::").unwrap_or(path);
    match path.rsplit_once("::") {
        None => is_standard(path),
        Some((module, name)) if module.starts_with("std") || module.starts_with("core") => {
            is_standard(name)
        }
        Some((module, name)) => module == "serde" && matches!(name, "Serialize" | "Deserialize"),
    }
}

fn is_standard(name: &str) -> bool {
    matches!(name, "Clone" | "Debug" | "Default" | "PartialEq")
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
    fn what_syn_would_recur_into_is_no_attribute() {
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
