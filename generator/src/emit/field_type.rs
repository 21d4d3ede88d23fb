//! The types of fields, by their full paths: a definition may have any name.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::ident;
use crate::rust::{FieldType, Kind};

/// A field's type, in its `Option`.
pub fn field_type(ty: &FieldType) -> TokenStream {
    let ty = match ty {
        FieldType::Model(ident) => quote! { ::std::boxed::Box<super::#ident> },
        other => item_type(other),
    };
    quote! { ::core::option::Option<#ty> }
}

/// The type of a list's items or a map's values.
fn item_type(ty: &FieldType) -> TokenStream {
    match ty {
        FieldType::Fixed(kind) => fixed_type(*kind),
        FieldType::Enum(ident) => quote! { #ident },
        FieldType::Model(ident) | FieldType::Alias(ident) => quote! { super::#ident },
        FieldType::List(items) => {
            let items = item_type(items);
            quote! { ::std::vec::Vec<#items> }
        }
        FieldType::Map(values) => {
            let values = item_type(values);
            quote! { ::std::collections::BTreeMap<::std::string::String, #values> }
        }
    }
}

fn fixed_type(kind: Kind) -> TokenStream {
    match kind {
        Kind::Text => quote! { ::std::string::String },
        Kind::Integer => quote! { ::core::primitive::i64 },
        Kind::Float => quote! { ::core::primitive::f64 },
        Kind::Boolean => quote! { ::core::primitive::bool },
        Kind::Any => quote! { ::serde_json::Value },
        other => {
            let name = ident(other.as_str());
            quote! { runtime::#name }
        }
    }
}
