//! The file of a definition.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Target,
    format::unparse,
    model::{self, model},
    open_enum::{self, open_enum},
    paging::paging,
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
    let text = items(module, secrets, target).map_err(|error| invalid_code(module, &error))?;
    Ok(header::for_source(&module.source) + &text)
}

fn items(module: &Module, secrets: &[String], target: Target<'_>) -> syn::Result<String> {
    let mut prelude = Prelude::of(module);
    let about = module_doc(module);
    let mut text = match &module.item {
        Item::Model(item) => {
            let imports = quote! { #about use super::super::runtime; };
            let text = file(&mut prelude, imports, model(item, secrets, target)?)?;
            let text = text + &prelude.shorten_text(&model::traits(item));
            let paging = file(&mut prelude, TokenStream::new(), paging(item)?)?;
            let gap = if paging.is_empty() { "" } else { "\n" };
            [text.as_str(), gap, &paging].concat()
        }
        Item::Alias(item) => {
            let alias = alias(item);
            file(&mut prelude, quote! { #about #alias }, Vec::new())?
        }
    };
    for open in &module.enums {
        text.push('\n');
        text += &file(&mut prelude, open_enum(open), Vec::new())?;
        text += &prelude.shorten_text(&open_enum::traits(open));
    }
    Ok(text)
}

fn file(prelude: &mut Prelude, tokens: TokenStream, items: Vec<syn::Item>) -> syn::Result<String> {
    let mut file: syn::File = syn::parse2(tokens)?;
    file.items.extend(items);
    prelude.shorten(&mut file);
    Ok(unparse(file))
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
