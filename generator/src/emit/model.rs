//! Structs and what the runtime needs to know of them.

use std::mem;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, Fields, ImplItem, ImplItemConst, Item, ItemStruct};

use super::{
    field_type::field_type,
    property,
    syntax::{
        Borrow, borrow_field, call, construct, function, global, implementation, local,
        match_index, public_field, self_struct, slice, statements, text,
    },
    tokens::{doc, ident},
};
use crate::{
    name::FieldIdent,
    plan::{Field, Kind, Model},
};

/// A model's struct, and the impls that depend on its fields.
pub fn model(model: &Model) -> syn::Result<Vec<Item>> {
    Ok(vec![
        structure(model)?,
        properties(model)?,
        model_impl(model)?,
        default(model)?,
    ])
}

fn structure(model: &Model) -> syn::Result<Item> {
    let (name, doc) = (&model.ident, doc(&model.doc));
    let derives = paths(&model.derives)?;
    let derive = (!derives.is_empty()).then(|| quote! { #[derive(#(#derives),*)] });
    let attributes = paths(&model.attributes)?;
    let mut item: ItemStruct = syn::parse2(quote! {
        #doc
        #derive
        #(#[#attributes])*
        pub struct #name {
            /// What the fields above cannot hold, by its name on the wire.
            pub extra: runtime::Extra,
        }
    })?;
    if let Fields::Named(fields) = &mut item.fields {
        let typed = model.fields.iter().map(field);
        let extra = mem::take(&mut fields.named);
        fields.named = typed.chain(extra).collect();
    }
    Ok(Item::Struct(item))
}

fn field(field: &Field) -> syn::Field {
    public_field(&field.doc, field.ident.as_str(), field_type(&field.ty))
}

/// What overrides bring as text, as tokens.
fn paths(texts: &[String]) -> syn::Result<Vec<TokenStream>> {
    texts.iter().map(|text| syn::parse_str(text)).collect()
}

fn properties(model: &Model) -> syn::Result<Item> {
    let name = &model.ident;
    let mut properties: ImplItemConst = syn::parse2(quote! {
        /// The properties that the docs describe, in their order.
        pub const PROPERTIES: runtime::Properties = ();
    })?;
    let lines = slice(
        model
            .fields
            .iter()
            .map(|field| text(&property::line(field))),
    );
    properties.expr = construct(
        &["runtime", "Properties"],
        vec![text(&model.wire_name), lines],
    );
    implementation(&quote! { impl #name }, vec![ImplItem::Const(properties)])
}

fn model_impl(model: &Model) -> syn::Result<Item> {
    let name = &model.ident;
    let read = quote! { fn read<'a>(&'a self, fields: &mut runtime::Fields<'_, 'a>) };
    let slot = quote! {
        fn slot(&mut self, index: ::core::primitive::usize, access: runtime::Access) -> runtime::Slot<'_>
    };
    let items = vec![
        statements(&read, readings(model))?,
        function(&slot, slots(model))?,
    ];
    implementation(&quote! { impl runtime::Model for #name }, items)
}

/// Hands out each field to be read, after what the model is.
fn readings(model: &Model) -> impl Iterator<Item = Expr> {
    let start = call(local(&["fields"]), "start", identity(Borrow::Shared));
    let reading = |field: &Field| access("fields", field, Borrow::Shared);
    [start].into_iter().chain(model.fields.iter().map(reading))
}

/// Hands out the field with a number to be written, and what the model is behind the last.
fn slots(model: &Model) -> Expr {
    let slot = |field: &Field| access("access", field, Borrow::Mutable);
    let rest = call(local(&["access"]), "rest", identity(Borrow::Mutable));
    match_index(model.fields.iter().map(slot).collect(), rest)
}

/// What the model is, and `extra`.
fn identity(how: Borrow) -> Vec<Expr> {
    vec![
        local(&["Self", "PROPERTIES"]),
        borrow_field(FieldIdent::EXTRA, how),
    ]
}

fn access(by: &str, field: &Field, how: Borrow) -> Expr {
    let argument = borrow_field(field.ident.as_str(), how);
    call(local(&[by]), access_by(field.kind), vec![argument])
}

/// The runtime's method that hands out fields of a kind.
fn access_by(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Number => "number",
        Kind::Integer => "integer",
        Kind::Float => "float",
        Kind::Boolean => "boolean",
        Kind::Any => "any",
        Kind::Model => "model",
        Kind::List | Kind::Map => "container",
        Kind::Enum
        | Kind::DateTime
        | Kind::LocalDateTime
        | Kind::Date
        | Kind::Interval
        | Kind::Duration => "token",
    }
}

fn default(model: &Model) -> syn::Result<Item> {
    let name = &model.ident;
    let none = || global(&["core", "option", "Option", "None"]);
    let extra = (
        ident(FieldIdent::EXTRA),
        syn::parse_quote! { runtime::Extra::new() },
    );
    let fields = model
        .fields
        .iter()
        .map(|field| (ident(field.ident.as_str()), none()));
    let body = self_struct(fields.chain([extra]));
    let items = vec![function(&quote! { fn default() -> Self }, body)?];
    implementation(&quote! { impl ::core::default::Default for #name }, items)
}

/// The impls that differ in the model's name alone: they are text from the start, formatted once for all.
pub fn traits(model: &Model) -> String {
    include_str!("traits.rs.in").replace("{name}", model.ident.as_str())
}
