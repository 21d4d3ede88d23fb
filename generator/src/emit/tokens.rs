//! Small pieces of tokens.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote};

use crate::name::{ConstIdent, FieldIdent, ModuleName, TypeIdent, VariantIdent};

/// Documentation, a `///` line each.
pub fn doc(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| spaced(line));
    quote! { #(#[doc = #lines])* }
}

/// A line of documentation as it stands behind `///`.
pub fn spaced(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    }
}

/// Names stand in code as identifiers.
macro_rules! to_tokens {
    ($($name:ty),*) => {$(
        impl ToTokens for $name {
            fn to_tokens(&self, tokens: &mut TokenStream) {
                tokens.append(ident(self.as_str()));
            }
        }
    )*};
}

to_tokens!(ConstIdent, TypeIdent, VariantIdent, FieldIdent, ModuleName);

/// An identifier, raw where it says so.
pub fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}
