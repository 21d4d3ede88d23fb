//! The impls of the traits for pages of a listing.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Item;

use super::types::item_type;
use crate::plan::{Model, Paging, PagingTrait};

/// Emits the impls of the traits that make a model a page of a listing.
///
/// A model with both has `into_entities` itself, because a call would be ambiguous where both traits are imported.
pub fn paging(model: &Model) -> syn::Result<Vec<Item>> {
    let own = match model.paging.as_slice() {
        [first, _, ..] => Some(own_method(model, first)),
        [] | [_] => None,
    };
    let impls = model.paging.iter().map(|paging| paging_impl(model, paging));
    impls.chain(own).map(syn::parse2).collect()
}

fn own_method(model: &Model, paging: &Paging) -> TokenStream {
    let (name, entities) = (&model.ident, &paging.entities);
    let entity = item_type(&paging.entity);
    quote! {
        impl #name {
            /// Returns the items of this page.
            #[must_use]
            pub fn into_entities(self) -> ::std::vec::Vec<#entity> {
                self.#entities.unwrap_or_default()
            }
        }
    }
}

fn paging_impl(model: &Model, paging: &Paging) -> TokenStream {
    let name = &model.ident;
    let Paging {
        entities, entity, ..
    } = paging;
    let entity = item_type(entity);
    let (implements, method) = match paging.implements {
        PagingTrait::Listing => (quote! { Listing }, quote! { next_uri }),
        PagingTrait::Cursored => (quote! { Cursored }, quote! { cursor }),
    };
    let next = paging
        .next
        .iter()
        .map(|field| quote! { .#field.as_deref() });
    let next = next.reduce(|outer, inner| quote! { #outer? #inner });
    quote! {
        impl runtime::#implements for #name {
            type Entity = #entity;
            fn into_entities(self) -> ::std::vec::Vec<#entity> {
                self.#entities.unwrap_or_default()
            }
            fn #method(&self) -> ::core::option::Option<&::core::primitive::str> {
                self #next
            }
        }
    }
}
