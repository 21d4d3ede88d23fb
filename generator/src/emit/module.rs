//! The file of one definition.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    format::format,
    header,
    model::{model, traits},
    open_enum::open_enum,
    tokens::doc,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    rust::{Alias, Item, Module},
};

/// The path and the text of a module's file.
pub fn emit(module: &Module) -> Result<(String, String), Diagnostic> {
    let text = tokens(module).and_then(format).map_err(|error| not_rust(module, &error))?;
    let traits = match &module.item {
        Item::Model(item) => traits(item),
        Item::Alias(_) => String::new(),
    };
    Ok((format!("src/models/{}.rs", module.name), header::for_source(&module.source) + &text + &traits))
}

fn tokens(module: &Module) -> syn::Result<TokenStream> {
    let item = match &module.item {
        Item::Model(item) => {
            let item = model(item)?;
            quote! { use super::super::runtime; #item }
        }
        Item::Alias(item) => alias(item),
    };
    let enums = module.enums.iter().map(open_enum);
    let about = module_doc(module);
    Ok(quote! { #about #item #(#enums)* })
}

/// A module with enums is public, and says what for.
fn module_doc(module: &Module) -> Option<TokenStream> {
    let about = format!(" Values of properties of [`{0}`](super::{0}).", module.ident());
    (!module.enums.is_empty()).then(|| quote! { #![doc = #about] })
}

fn alias(alias: &Alias) -> TokenStream {
    let (name, doc) = (&alias.ident, doc(&alias.doc));
    quote! { #doc pub type #name = ::serde_json::Value; }
}

fn not_rust(module: &Module, error: &syn::Error) -> Diagnostic {
    Diagnostic::new(Code::InvalidOutput, format!("the code for `{}` is not Rust: {error}", module.ident()))
        .help("look for overrides with `derives` or `attributes` of this definition")
}
