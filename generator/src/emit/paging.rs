//! The impls of the traits for pages of a listing.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Item;

use super::types::item_type;
use crate::plan::{Model, Paging, PagingTrait};

/// Emits the impls of the traits that make a model a page of a listing.
pub fn paging(model: &Model) -> syn::Result<Vec<Item>> {
    let emit = |paging| syn::parse2(paging_impl(model, paging));
    model.paging.iter().map(emit).collect()
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
