//! The types of fields and endpoints. Those of fields have full paths, because a definition can have any name.

use genesys_runtime::Scalar;
use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::syntax::{generic_local_type, global_type, local_type};
use crate::plan::FieldType;

/// Returns the type of a field, including its `Option`.
pub fn field_type(ty: &FieldType) -> Type {
    let ty = match ty {
        FieldType::Model(_) => global_type(&["std", "boxed", "Box"], vec![item_type(ty)]),
        other => item_type(other),
    };
    global_type(&["core", "option", "Option"], vec![ty])
}

/// Returns the type of a list's items or a map's values.
fn item_type(ty: &FieldType) -> Type {
    match ty {
        FieldType::Scalar(scalar) => scalar_type(*scalar),
        FieldType::Enum(ident) => generic_local_type(
            &["runtime", "OpenEnum"],
            vec![local_type(&[ident.as_str()])],
        ),
        FieldType::Model(ident) | FieldType::Alias(ident) => local_type(&["super", ident.as_str()]),
        FieldType::List(items) => global_type(&["std", "vec", "Vec"], vec![item_type(items)]),
        FieldType::Map(values) => global_type(
            &["std", "collections", "BTreeMap"],
            vec![scalar_type(Scalar::Text), item_type(values)],
        ),
    }
}

fn scalar_type(scalar: Scalar) -> Type {
    match scalar.type_path() {
        path @ ["runtime", ..] => local_type(path),
        path => global_type(path, Vec::new()),
    }
}

/// Returns a type for a file that imports `models` and does not define types.
pub fn endpoint_type(ty: &FieldType) -> TokenStream {
    match ty {
        FieldType::Scalar(scalar) => {
            let ty = match scalar.type_path() {
                path @ ["runtime", ..] => local_type(path),
                path @ ["serde_json", ..] => global_type(path, Vec::new()),
                // Names of the prelude, such as `String` and `i64`.
                path => local_type(path.last().map_or(&[], std::slice::from_ref)),
            };
            quote! { #ty }
        }
        FieldType::Enum(_) => quote! { String },
        FieldType::Model(ident) | FieldType::Alias(ident) => quote! { models::#ident },
        FieldType::List(items) => {
            let items = endpoint_type(items);
            quote! { Vec<#items> }
        }
        FieldType::Map(values) => {
            let values = endpoint_type(values);
            quote! { ::std::collections::BTreeMap<String, #values> }
        }
    }
}
