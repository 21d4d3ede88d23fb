//! The derives of schema libraries, such as `schemars::JsonSchema`, and the attributes that they read.
//!
//! Models implement `Serialize` by hand, so the attributes repeat what the derives would otherwise learn from serde's
//! attributes: the names in JSON, and that `extra` is not a property.

use genesys_runtime::{Scalar, sources::SchemaLibrary};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, parse::Parser};

use super::{Target, types::field_type};
use crate::plan::{Field, FieldType, Model};

/// The schema libraries whose traits a model derives.
pub fn schema_libraries(model: &Model) -> impl Iterator<Item = SchemaLibrary> {
    let derives = model.derives.iter();
    derives.filter_map(|path| SchemaLibrary::of_derive(path))
}

/// Emits the attributes that derive the traits of a model.
pub fn derives(model: &Model, target: Target<'_>) -> syn::Result<TokenStream> {
    let mut attributes = TokenStream::new();
    let mut others: Vec<TokenStream> = Vec::new();
    for path in &model.derives {
        let tokens: TokenStream = syn::parse_str(path)?;
        match SchemaLibrary::of_derive(path) {
            Some(library) => {
                attributes.extend(target.attribute(library, &quote! { derive(#tokens) }));
            }
            None => others.push(tokens),
        }
    }
    if !others.is_empty() {
        attributes.extend(quote! { #[derive(#(#others),*)] });
    }
    Ok(attributes)
}

/// Emits the attributes of a field.
pub fn field_attributes(
    model: &Model,
    field: &Field,
    target: Target<'_>,
) -> syn::Result<Vec<Attribute>> {
    let attributes = schema_libraries(model).map(|library| {
        let arguments = match library {
            SchemaLibrary::Schemars => for_schemars(field),
            SchemaLibrary::Utoipa => for_utoipa(field),
        };
        let helper = helper(library);
        target.attribute(library, &quote! { #helper(#(#arguments),*) })
    });
    parse(attributes.collect())
}

/// Emits the attributes of the field `extra`, which is left out of the schemas.
pub fn extra_attributes(model: &Model, target: Target<'_>) -> syn::Result<Vec<Attribute>> {
    let attributes = schema_libraries(model).map(|library| {
        let helper = helper(library);
        let argument = match library {
            SchemaLibrary::Schemars => quote! { skip },
            SchemaLibrary::Utoipa => quote! { ignore },
        };
        target.attribute(library, &quote! { #helper(#argument) })
    });
    parse(attributes.collect())
}

/// Returns the name of the attribute that a derive reads.
fn helper(library: SchemaLibrary) -> TokenStream {
    match library {
        SchemaLibrary::Schemars => quote! { schemars },
        SchemaLibrary::Utoipa => quote! { schema },
    }
}

fn for_schemars(field: &Field) -> Vec<TokenStream> {
    let name = &field.wire_name;
    vec![quote! { rename = #name }]
}

/// Returns the arguments for utoipa. `no_recursion` stops it from following recursive references.
fn for_utoipa(field: &Field) -> Vec<TokenStream> {
    let name = &field.wire_name;
    let mut arguments = vec![quote! { rename = #name }];
    if let Some(ty) = as_text(&field.ty) {
        let ty = field_type(&ty);
        arguments.push(quote! { value_type = #ty });
    }
    if is_inline(&field.ty) {
        arguments.push(quote! { inline });
    }
    if field.is_recursive {
        arguments.push(quote! { no_recursion });
    }
    arguments
}

/// Returns the type with text in place of an enum, or `None` if it has no enum.
///
/// utoipa's derive requires its trait of the arguments of a generic type, here of the plain enum.
fn as_text(ty: &FieldType) -> Option<FieldType> {
    match ty {
        FieldType::Enum(_) => Some(FieldType::Scalar(Scalar::Text)),
        FieldType::List(items) => Some(FieldType::List(Box::new(as_text(items)?))),
        FieldType::Map(values) => Some(FieldType::Map(Box::new(as_text(values)?))),
        FieldType::Scalar(_) | FieldType::Model(_) | FieldType::Alias(_) => None,
    }
}

/// Checks whether utoipa would otherwise refer to a component with the name of a type of the runtime or an alias.
fn is_inline(ty: &FieldType) -> bool {
    match ty.innermost() {
        FieldType::Scalar(scalar) => scalar.type_path().first() == Some(&"runtime"),
        FieldType::Alias(_) => true,
        FieldType::Enum(_) | FieldType::Model(_) | FieldType::List(_) | FieldType::Map(_) => false,
    }
}

fn parse(attributes: Vec<TokenStream>) -> syn::Result<Vec<Attribute>> {
    Attribute::parse_outer.parse2(attributes.into_iter().collect())
}
