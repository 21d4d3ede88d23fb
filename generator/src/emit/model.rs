//! Structs and what the runtime needs to know of them.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    field_type::field_type,
    tokens::{doc, ident},
};
use crate::rust::{Field, Model};

/// A model's struct, and the impls that depend on its fields.
pub fn model(model: &Model) -> syn::Result<TokenStream> {
    let parts = [structure(model)?, properties(model), access(model), default(model)];
    Ok(parts.into_iter().collect())
}

fn structure(model: &Model) -> syn::Result<TokenStream> {
    let (name, doc_lines) = (&model.ident, doc(&model.doc));
    let derives = paths(&model.derives)?;
    let derive = (!derives.is_empty()).then(|| quote! { #[derive(#(#derives),*)] });
    let attributes = paths(&model.attributes)?;
    let fields = model.fields.iter().map(|field| {
        let (doc, ident, ty) = (doc(&field.doc), &field.ident, field_type(&field.ty));
        quote! { #doc pub #ident: #ty, }
    });
    Ok(quote! {
        #doc_lines
        #derive
        #(#[#attributes])*
        pub struct #name {
            #(#fields)*
            /// What the fields above cannot hold, by its name on the wire.
            pub extra: runtime::Extra,
        }
    })
}

/// What overrides bring as text, as tokens.
fn paths(texts: &[String]) -> syn::Result<Vec<TokenStream>> {
    texts.iter().map(|text| syn::parse_str(text)).collect()
}

fn properties(model: &Model) -> TokenStream {
    let name = &model.ident;
    let entries = model.fields.iter().map(property);
    quote! {
        impl #name {
            /// The properties that the docs describe, in their order.
            pub const PROPERTIES: &'static [runtime::Property] = &[#(#entries),*];
        }
    }
}

fn property(field: &Field) -> TokenStream {
    let name = &field.wire_name;
    let kind = ident(field.kind.as_str());
    let required = field.required.then(|| quote! { .required() });
    let secret = field.secret.then(|| quote! { .secret() });
    quote! { runtime::Kind::#kind.named(#name) #required #secret }
}

fn access(model: &Model) -> TokenStream {
    let (name, wire_name) = (&model.ident, &model.wire_name);
    let indices: Vec<_> = (0..model.fields.len()).map(Literal::usize_unsuffixed).collect();
    let fields: Vec<_> = model.fields.iter().map(|field| &field.ident).collect();
    quote! {
        impl runtime::Model for #name {
            fn shape(&self) -> &'static runtime::Shape {
                &runtime::Shape { name: #wire_name, properties: Self::PROPERTIES }
            }

            fn field(&self, index: ::core::primitive::usize) -> &dyn runtime::Field {
                match index {
                    #(#indices => &self.#fields,)*
                    _ => &self.extra,
                }
            }

            fn field_mut(&mut self, index: ::core::primitive::usize) -> &mut dyn runtime::Field {
                match index {
                    #(#indices => &mut self.#fields,)*
                    _ => &mut self.extra,
                }
            }
        }
    }
}

fn default(model: &Model) -> TokenStream {
    let name = &model.ident;
    let fields = model.fields.iter().map(|field| &field.ident);
    quote! {
        impl ::core::default::Default for #name {
            fn default() -> Self {
                Self {
                    #(#fields: ::core::option::Option::None,)*
                    extra: runtime::Extra::new(),
                }
            }
        }
    }
}

/// The impls that differ in the model's name alone: they are text from the start, formatted once for all.
pub fn traits(model: &Model) -> String {
    include_str!("traits.rs.in").replace("{name}", model.ident.as_str())
}
