//! From tokens to text.

use proc_macro2::TokenStream;

use crate::diagnostic::{Code, Diagnostic};

/// Tokens as formatted text.
///
/// # Errors
///
/// Where the tokens are no Rust.
pub fn format(tokens: TokenStream) -> syn::Result<String> {
    Ok(prettyplease::unparse(&syn::parse2(tokens)?))
}

/// Why a file that belongs to no definition could not be made.
pub fn not_rust(error: &syn::Error) -> Vec<Diagnostic> {
    vec![Diagnostic::new(Code::InvalidOutput, error.to_string())]
}
