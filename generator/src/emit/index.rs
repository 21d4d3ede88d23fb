//! The module of all models.

use quote::quote;

use super::format::{format, not_rust};
use crate::{diagnostic::Diagnostic, header, plan::Module};

/// The text of `models/mod.rs`.
pub fn emit(modules: &[Module]) -> Result<String, Vec<Diagnostic>> {
    let items = modules.iter().map(|module| {
        let (name, ident) = (&module.name, module.ident());
        // Enums are reached through their definition's module.
        let visibility = (!module.enums.is_empty()).then(|| quote! { pub });
        quote! {
            #visibility mod #name;
            pub use self::#name::#ident;
        }
    });
    let tokens = quote! {
        #![doc = " One module a definition."]
        #(#items)*
    };
    Ok(header::for_all() + &format(tokens).map_err(|error| not_rust(&error))?)
}
