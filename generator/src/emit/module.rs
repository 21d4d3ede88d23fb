//! The file of one definition.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    model::{model, traits},
    open_enum::open_enum,
    prelude::Prelude,
    tokens::doc,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    header,
    plan::{Alias, Item, Module},
};

/// The path of a module's file.
#[must_use]
pub fn path(module: &Module) -> String {
    format!("src/models/{}.rs", module.name)
}

/// The path and the text of a module's file.
pub fn emit(module: &Module) -> Result<(String, String), Diagnostic> {
    let mut prelude = Prelude::of(module);
    let mut file = file(module).map_err(|error| not_rust(module, &error))?;
    prelude.shorten(&mut file);
    let traits = match &module.item {
        Item::Model(item) => prelude.shorten_text(&traits(item)),
        Item::Alias(_) => String::new(),
    };
    let text = header::for_source(&module.source) + &prettyplease::unparse(&file) + &traits;
    Ok((path(module), text))
}

fn file(module: &Module) -> syn::Result<syn::File> {
    let about = module_doc(module);
    let (first, items) = match &module.item {
        Item::Model(item) => (quote! { use super::super::runtime; }, model(item)?),
        Item::Alias(item) => (alias(item), Vec::new()),
    };
    let mut file: syn::File = syn::parse2(quote! { #about #first })?;
    file.items.extend(items);
    let enums: TokenStream = module.enums.iter().map(open_enum).collect();
    file.items.extend(syn::parse2::<syn::File>(enums)?.items);
    Ok(file)
}

/// A module with enums is public, and says what for.
fn module_doc(module: &Module) -> Option<TokenStream> {
    let about = format!(
        " Values of properties of [`{0}`](super::{0}).",
        module.ident()
    );
    (!module.enums.is_empty()).then(|| quote! { #![doc = #about] })
}

fn alias(alias: &Alias) -> TokenStream {
    let (name, doc) = (&alias.ident, doc(&alias.doc));
    quote! { #doc pub type #name = ::serde_json::Value; }
}

fn not_rust(module: &Module, error: &syn::Error) -> Diagnostic {
    Diagnostic::new(
        Code::InvalidOutput,
        format!("the code for `{}` is not Rust: {error}", module.ident()),
    )
    .help("look for overrides with `derives` or `attributes` of this definition")
}
