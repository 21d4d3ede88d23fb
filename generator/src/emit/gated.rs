//! Modules that are there by features of the crate.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::format::{format, not_rust};
use crate::{
    diagnostic::Diagnostic,
    header,
    name::{FeatureName, ModuleName, TypeIdent},
    plan::Module,
};

/// The features that bring each type.
pub type Features = BTreeMap<TypeIdent, Vec<FeatureName>>;

/// The text of `models/mod.rs`.
///
/// # Errors
///
/// Where that is no Rust, which is a fault of the generator.
pub fn modules(modules: &[Module], features: &Features) -> Result<String, Vec<Diagnostic>> {
    let items = modules.iter().map(|module| {
        let (name, condition) = (&module.name, condition(module, features));
        let visibility = if module.enums.is_empty() {
            quote! { pub(super) }
        } else {
            quote! { pub }
        };
        quote! { #condition #visibility mod #name; }
    });
    let tokens = quote! {
        #![doc = " One module a definition; they refer to each other by what the crate exports."]
        #[allow(unused_imports, reason = "some features have no models that refer to others")]
        pub(super) use super::*;
        #(#items)*
    };
    Ok(header::for_export() + &format(tokens).map_err(|error| not_rust(&error))?)
}

/// What the crate exports of its models.
///
/// Each on its own and not all at once: so rustc can tell who uses one without its feature what that feature is.
///
/// # Errors
///
/// Where that is no Rust, which is a fault of the generator.
pub fn exports(modules: &[Module], features: &Features) -> Result<String, Vec<Diagnostic>> {
    let items = modules.iter().map(|module| {
        let (name, ident) = (&module.name, module.ident());
        let condition = condition(module, features);
        if module.enums.is_empty() {
            quote! { #condition pub use models::#name::#ident; }
        } else {
            quote! { #condition pub use models::{#name, #name::#ident}; }
        }
    });
    format(quote! { #(#items)* }).map_err(|error| not_rust(&error))
}

/// The text of `endpoints/mod.rs`, for the modules of these features.
///
/// # Errors
///
/// Where that is no Rust, which is a fault of the generator.
pub fn endpoints(apis: &[(ModuleName, &FeatureName)]) -> Result<String, Vec<Diagnostic>> {
    let items = apis.iter().map(|(name, feature)| {
        let feature = feature.as_str();
        quote! { #[cfg(feature = #feature)] pub mod #name; }
    });
    let tokens = quote! {
        #![doc = " Endpoints as data, a module for each API by the feature of its area."]
        #(#items)*
    };
    Ok(header::for_export() + &format(tokens).map_err(|error| not_rust(&error))?)
}

/// The condition of a module; a type of no feature is always there.
fn condition(module: &Module, features: &Features) -> Option<TokenStream> {
    let features = features.get(module.ident())?;
    let features = features.iter().map(FeatureName::as_str);
    let features: Vec<_> = features.map(|name| quote! { feature = #name }).collect();
    Some(match features.as_slice() {
        [feature] => quote! { #[cfg(#feature)] },
        features => quote! { #[cfg(any(#(#features),*))] },
    })
}
