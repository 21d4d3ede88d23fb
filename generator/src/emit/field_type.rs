//! The types of fields, by their full paths: a definition may have any name.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Type;

use super::syntax::{global_type, local_type};
use crate::plan::{FieldType, Kind};

/// A field's type, in its `Option`.
pub fn field_type(ty: &FieldType) -> Type {
    let ty = match ty {
        FieldType::Model(_) => global_type(&["std", "boxed", "Box"], vec![item_type(ty)]),
        other => item_type(other),
    };
    global_type(&["core", "option", "Option"], vec![ty])
}

/// The type of a list's items or a map's values.
fn item_type(ty: &FieldType) -> Type {
    match ty {
        FieldType::Fixed(kind) => fixed_type(*kind),
        FieldType::Enum(ident) => local_type(&[ident.as_str()]),
        FieldType::Model(ident) | FieldType::Alias(ident) => local_type(&["super", ident.as_str()]),
        FieldType::List(items) => global_type(&["std", "vec", "Vec"], vec![item_type(items)]),
        FieldType::Map(values) => global_type(
            &["std", "collections", "BTreeMap"],
            vec![fixed_type(Kind::Text), item_type(values)],
        ),
    }
}

fn fixed_type(kind: Kind) -> Type {
    let path = match kind {
        Kind::Text => ["std", "string", "String"].as_slice(),
        Kind::Integer => &["core", "primitive", "i64"],
        Kind::Float => &["core", "primitive", "f64"],
        Kind::Boolean => &["core", "primitive", "bool"],
        Kind::Any => &["serde_json", "Value"],
        other => return local_type(&["runtime", other.as_str()]),
    };
    global_type(path, Vec::new())
}

/// A type in a file that sees the models as `models`, and that has no types of its own to hide others.
pub fn stand_alone(ty: &FieldType) -> TokenStream {
    match ty {
        FieldType::Fixed(Kind::Text) | FieldType::Enum(_) => quote! { String },
        FieldType::Fixed(Kind::Integer) => quote! { i64 },
        FieldType::Fixed(Kind::Float) => quote! { f64 },
        FieldType::Fixed(Kind::Boolean) => quote! { bool },
        FieldType::Fixed(Kind::Any) => quote! { ::serde_json::Value },
        FieldType::Fixed(kind) => {
            let name = format_ident!("{}", kind.as_str());
            quote! { runtime::#name }
        }
        FieldType::Model(ident) | FieldType::Alias(ident) => quote! { models::#ident },
        FieldType::List(items) => {
            let items = stand_alone(items);
            quote! { Vec<#items> }
        }
        FieldType::Map(values) => {
            let values = stand_alone(values);
            quote! { ::std::collections::BTreeMap<String, #values> }
        }
    }
}
