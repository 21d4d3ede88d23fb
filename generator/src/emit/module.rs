//! The file of a definition.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Target,
    format::unparse,
    model::{model, traits},
    open_enum::open_enum,
    prelude::Prelude,
    syntax::doc,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    header,
    plan::{Alias, Item, Module},
};

/// Emits the text of a module's file.
pub fn emit(module: &Module, secrets: &[String], target: Target<'_>) -> Result<String, Diagnostic> {
    let mut prelude = Prelude::of(module);
    let mut file = |tokens: TokenStream, items: Vec<syn::Item>| -> syn::Result<String> {
        let mut file: syn::File = syn::parse2(tokens)?;
        file.items.extend(items);
        prelude.shorten(&mut file);
        Ok(unparse(file))
    };
    let about = module_doc(module);
    let enums: TokenStream = module.enums.iter().map(open_enum).collect();
    let text = match &module.item {
        Item::Model(item) => model(item, secrets, target).and_then(|items| {
            let model = file(quote! { #about use super::super::runtime; }, items)?;
            let enums = file(enums, Vec::new())?;
            Ok((model, traits(item), enums))
        }),
        Item::Alias(item) => {
            let alias = alias(item);
            file(quote! { #about #alias }, Vec::new())
                .map(|text| (text, String::new(), String::new()))
        }
    };
    let (model, traits, enums) = text.map_err(|error| invalid_code(module, &error))?;
    let mut text = header::for_source(&module.source) + &model + &prelude.shorten_text(&traits);
    if !enums.is_empty() {
        text.push('\n');
        text += &enums;
    }
    Ok(text)
}

/// Emits the documentation of a module, which is public if it has enums.
fn module_doc(module: &Module) -> Option<TokenStream> {
    let about = format!(
        " Enums for the properties of [`{0}`](super::{0}).",
        module.ident()
    );
    (!module.enums.is_empty()).then(|| quote! { #![doc = #about] })
}

fn alias(alias: &Alias) -> TokenStream {
    let (name, doc) = (&alias.ident, doc(&alias.doc));
    quote! { #doc pub type #name = ::serde_json::Value; }
}

fn invalid_code(module: &Module, error: &syn::Error) -> Diagnostic {
    Diagnostic::new(
        Code::InvalidOutput,
        format!(
            "the code for `{}` is not valid Rust: {error}",
            module.ident()
        ),
    )
    .help("check `derives` and `attributes` of this definition in the overrides")
}
