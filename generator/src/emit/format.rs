//! From tokens to text.

use proc_macro2::TokenStream;

/// Tokens as formatted text.
///
/// # Errors
///
/// Where the tokens are no Rust.
pub fn format(tokens: TokenStream) -> syn::Result<String> {
    let file: syn::File = syn::parse2(tokens)?;
    Ok(prettyplease::unparse(&file))
}
