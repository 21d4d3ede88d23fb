//! Open enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::syntax::{doc, ident};
use crate::{name::VariantIdent, plan::OpenEnum};

/// Emits an enum. The macro `open_enum` in `models/mod.rs` implements the methods and traits that all enums share.
pub fn open_enum(open: &OpenEnum) -> TokenStream {
    let (name, doc_lines, all) = (&open.ident, doc(&open.doc), &open.values);
    let unlisted = ident(VariantIdent::UNLISTED);
    let idents: Vec<_> = open.variants.iter().map(|variant| &variant.ident).collect();
    let values: Vec<_> = open.variants.iter().map(|variant| &variant.value).collect();
    let docs = open.variants.iter().map(|variant| doc(&variant.doc));
    quote! {
        #doc_lines
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#docs #idents,)*
            /// Any other value.
            #unlisted(::std::string::String),
        }

        impl runtime::OpenEnum for #name {
            const VALUES: &'static [&'static ::core::primitive::str] = &[#(#all),*];

            fn from_text(text: &::core::primitive::str) -> Self {
                match text {
                    #(#values => Self::#idents,)*
                    other => Self::#unlisted(other.into()),
                }
            }

            fn as_str(&self) -> &::core::primitive::str {
                match self {
                    #(Self::#idents => #values,)*
                    Self::#unlisted(other) => other,
                }
            }
        }

        open_enum!(#name);
    }
}
