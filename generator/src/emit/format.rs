//! Formatting of syntax trees.

use proc_macro2::TokenStream;
use syn::{File, Item};

use crate::diagnostic::{Code, Diagnostic};

/// Formats tokens.
///
/// # Errors
///
/// Fails if the tokens are not valid Rust, which is a bug of the generator.
pub fn format(tokens: TokenStream) -> Result<String, Vec<Diagnostic>> {
    match syn::parse2(tokens) {
        Ok(file) => Ok(unparse(file)),
        Err(error) => Err(vec![Diagnostic::new(
            Code::InvalidOutput,
            error.to_string(),
        )]),
    }
}

/// Formats a file with a blank line between items and between the functions of an impl.
///
/// Declarations of modules and imports are not separated.
pub fn unparse(mut file: File) -> String {
    let items = std::mem::take(&mut file.items);
    // Without items, the file consists of its attributes.
    let mut text = prettyplease::unparse(&file);
    file.attrs.clear();
    let mut is_after_declaration = false;
    for item in items {
        let is_declaration = is_declaration(&item);
        let is_joined = text.is_empty() || (is_after_declaration && is_declaration);
        if !is_joined {
            text.push('\n');
        }
        is_after_declaration = is_declaration;
        file.items = vec![item];
        text += &separate_functions(&prettyplease::unparse(&file));
    }
    text
}

fn is_declaration(item: &Item) -> bool {
    match item {
        Item::Mod(module) => module.content.is_none(),
        item => matches!(item, Item::Use(_)),
    }
}

/// Adds a blank line after each function of an impl but the last.
fn separate_functions(item: &str) -> String {
    let mut lines = item.split_inclusive('\n').peekable();
    let mut text = String::with_capacity(item.len() + 16);
    while let Some(line) = lines.next() {
        text += line;
        if line == "    }\n" && lines.peek().is_some_and(|next| *next != "}\n") {
            text.push('\n');
        }
    }
    text
}
