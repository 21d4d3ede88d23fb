//! The struct of a definition and its impls.

use std::mem;

use genesys_runtime::PropertyLine;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, Fields, ImplItem, ImplItemConst, Item, ItemStruct};

use super::{
    Target,
    schema_derives::{derives, extra_attributes, field_attributes},
    syntax::{
        Borrow, borrow_field, call, doc, function, global, ident, implementation, local,
        match_index, public_field, slice, statements, struct_literal, text,
    },
    types::field_type,
};
use crate::{
    name::FieldIdent,
    plan::{Equality, Field, FieldType, Model},
};

/// Emits a model's struct and the impls that depend on its fields.
pub fn model(model: &Model, secrets: &[String], target: Target<'_>) -> syn::Result<Vec<Item>> {
    Ok(vec![
        structure(model, target)?,
        properties(model, secrets)?,
        model_impl(model)?,
        default(model)?,
    ])
}

fn structure(model: &Model, target: Target<'_>) -> syn::Result<Item> {
    let (name, doc) = (&model.ident, doc(&model.doc));
    let derives = derives(model, target)?;
    let attributes = parsed(&model.attributes)?;
    let mut item: ItemStruct = syn::parse2(quote! {
        #doc
        #derives
        #(#[#attributes])*
        pub struct #name {
            /// The properties that the fields cannot hold, by their names in JSON.
            pub extra: runtime::Extra,
        }
    })?;
    if let Fields::Named(fields) = &mut item.fields {
        let typed: syn::Result<Vec<_>> = { model.fields.iter() }
            .map(|it| field(model, it, target))
            .collect();
        let mut extra = mem::take(&mut fields.named);
        for field in &mut extra {
            field.attrs.extend(extra_attributes(model, target)?);
        }
        fields.named = typed?.into_iter().chain(extra).collect();
    }
    Ok(Item::Struct(item))
}

fn field(model: &Model, field: &Field, target: Target<'_>) -> syn::Result<syn::Field> {
    let mut item = public_field(&field.doc, field.ident.as_str(), field_type(&field.ty));
    item.attrs.extend(field_attributes(model, field, target)?);
    Ok(item)
}

/// Parses code from overrides.
fn parsed(texts: &[String]) -> syn::Result<Vec<TokenStream>> {
    texts.iter().map(|text| syn::parse_str(text)).collect()
}

/// Emits the table of properties.
fn properties(model: &Model, secrets: &[String]) -> syn::Result<Item> {
    let name = &model.ident;
    let mut properties: ImplItemConst = syn::parse2(quote! {
        /// The documented properties, in the docs' order.
        pub const PROPERTIES: runtime::Properties = ();
    })?;
    let lines = model.fields.iter().map(|field| {
        let line = PropertyLine {
            kind: field.ty.kind(),
            required: field.required,
            read_only: field.read_only,
            secret: field.secret,
            cut_short: field.cut_short,
            name: &field.wire_name,
        };
        text(&line.to_string())
    });
    let secrets = if secrets.is_empty() {
        slice(std::iter::empty())
    } else {
        local(&["super", "SECRETS"])
    };
    let fields = [
        (ident("definition"), text(&model.wire_name)),
        (ident("lines"), slice(lines)),
        (ident("secrets"), secrets),
    ];
    properties.expr = struct_literal(&["runtime", "Properties"], fields.into_iter());
    implementation(&quote! { impl #name }, vec![ImplItem::Const(properties)])
}

fn model_impl(model: &Model) -> syn::Result<Item> {
    let name = &model.ident;
    let visit_fields = quote! {
        fn visit_fields<'a>(&'a self, visitor: &mut runtime::FieldVisitor<'_, 'a>)
    };
    let field_mut = quote! {
        fn field_mut(&mut self, index: ::core::primitive::usize, init: runtime::Init) -> runtime::ValueMut<'_>
    };
    let items = vec![
        statements(&visit_fields, visits(model))?,
        function(&field_mut, initializations(model))?,
    ];
    implementation(&quote! { impl runtime::ModelFields for #name }, items)
}

/// Emits the visit of the metadata and the visits of all fields.
fn visits(model: &Model) -> impl Iterator<Item = Expr> {
    let meta = call(local(&["visitor"]), "meta", meta(Borrow::Shared));
    let visit = |field: &Field| access("visitor", field, Borrow::Shared);
    [meta].into_iter().chain(model.fields.iter().map(visit))
}

/// Emits the `match` on the index of a field, with the metadata as the last arm.
fn initializations(model: &Model) -> Expr {
    let initialize = |field: &Field| access("init", field, Borrow::Mutable);
    let meta = call(local(&["init"]), "meta", meta(Borrow::Mutable));
    match_index(model.fields.iter().map(initialize).collect(), meta)
}

/// Emits the metadata and the `extra` map as arguments.
fn meta(borrow: Borrow) -> Vec<Expr> {
    vec![
        local(&["Self", "PROPERTIES"]),
        borrow_field(FieldIdent::EXTRA, borrow),
    ]
}

/// Emits the call that passes a field to the visitor or the initializer.
fn access(receiver: &str, field: &Field, borrow: Borrow) -> Expr {
    let method = match &field.ty {
        FieldType::Scalar(scalar) => scalar.accessor(),
        FieldType::Enum(_) => "open_enum",
        FieldType::Model(_) => "model",
        FieldType::Alias(_) => "any",
        FieldType::List(_) | FieldType::Map(_) => "container",
    };
    let argument = borrow_field(field.ident.as_str(), borrow);
    call(local(&[receiver]), method, vec![argument])
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
    let body = struct_literal(&["Self"], fields.chain([extra]));
    let items = vec![function(&quote! { fn default() -> Self }, body)?];
    implementation(&quote! { impl ::core::default::Default for #name }, items)
}

const EQ: &str = "\nimpl ::core::cmp::Eq for {name} {}\n";

const EQ_AND_HASH: &str = include_str!("hash.rs.in");

/// Emits the impls that depend on the model's name alone, from a template.
pub fn traits(model: &Model) -> String {
    let equality = match model.equality {
        Equality::Partial => "",
        Equality::Full => EQ,
        Equality::Hashed => EQ_AND_HASH,
    };
    (include_str!("traits.rs.in").to_owned() + equality).replace("{name}", model.ident.as_str())
}
