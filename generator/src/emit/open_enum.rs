//! Enums of listed values.

use proc_macro2::TokenStream;
use quote::quote;

use super::syntax::doc;
use crate::plan::OpenEnum;

/// Emits an enum and its aliases. The functions that depend on the enum's name alone are in [`traits`].
pub fn open_enum(open: &OpenEnum) -> TokenStream {
    let (name, doc_lines) = (&open.ident, doc(&open.doc));
    let idents: Vec<_> = open.variants.iter().map(|variant| &variant.ident).collect();
    let values = open.variants.iter().map(|variant| &variant.value);
    let docs = open.variants.iter().map(|variant| doc(&variant.doc));
    let alias_doc = format!(" Another name for [`{name}`]: the properties list the same values.");
    let aliases = { open.aliases.iter() }
        .map(|alias| quote! { #[doc = #alias_doc] pub type #alias = #name; });
    quote! {
        #doc_lines
        #[derive(Clone, Copy)]
        #[non_exhaustive]
        pub enum #name {
            #(#docs #idents,)*
        }

        #(#aliases)*

        impl runtime::Listed for #name {
            const VALUES: &'static [&'static ::core::primitive::str] = &[#(#values),*];

            const ALL: &'static [Self] = &[#(Self::#idents),*];
        }
    }
}

/// Emits the impls that depend on an enum's name alone, from a template.
pub fn traits(open: &OpenEnum) -> String {
    include_str!("open_enum.rs.in").replace("{name}", open.ident.as_str())
}
