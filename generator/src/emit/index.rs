//! The files that declare modules: `lib.rs` or `mod.rs`, `models/mod.rs` and `endpoints/mod.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Target, area_docs::partial_docs, format::format, model_macro::model_macro, syntax::spaced,
};
use crate::{
    diagnostic::Diagnostic,
    header,
    name::FeatureName,
    plan::{Areas, CratePlan, EventsPlan, Module},
};

/// Emits `models/mod.rs`.
///
/// In a crate with areas, `lib.rs` exports each model instead, so that rustc can name a missing feature.
pub fn models(plan: &CratePlan, target: Target<'_>) -> Result<String, Vec<Diagnostic>> {
    let modules: TokenStream = match target.areas() {
        None => declarations(&plan.modules),
        Some(areas) => {
            let modules = plan.modules.iter().map(|module| {
                let (name, condition) = (&module.name, condition(module, areas));
                let visibility = if module.enums.is_empty() {
                    quote! { pub(super) }
                } else {
                    quote! { pub }
                };
                quote! { #condition #visibility mod #name; }
            });
            quote! {
                #[allow(unused_imports, reason = "some features have no models that refer to others")]
                pub(super) use super::*;
                #(#modules)*
            }
        }
    };
    let secrets = secrets_const(&plan.secrets);
    let modules = format(quote! { #secrets #modules })?;
    Ok(header(target) + "//! The models, a module for each definition.\n\n" + &modules)
}

/// Emits `events/mod.rs`.
pub fn events(
    events: &EventsPlan,
    secrets: &[String],
    target: Target<'_>,
) -> Result<String, Vec<Diagnostic>> {
    let secrets = secrets_const(secrets).filter(|_| !events.modules.is_empty());
    let modules = declarations(&events.modules);
    let modules = format(quote! { #secrets #modules })?;
    Ok(header(target) + EVENTS_DOC + &modules)
}

/// The documentation of the module `events`.
const EVENTS_DOC: &str = "\
//! The models of events. Their names are those of the platform's file of events, and can be those of other models too.
//!
//! [`topics`](super::topics) has the topic of each event.

// The links of an enum to its model have a target, because a model can have the name of a trait.
#![allow(rustdoc::redundant_explicit_links)]

";

/// Emits the declarations and the exports of modules without conditions.
fn declarations(modules: &[Module]) -> TokenStream {
    let declarations = modules.iter().map(|module| {
        let (name, ident) = (&module.name, module.ident());
        // The module of a definition is public only for its enums.
        let visibility = (!module.enums.is_empty()).then(|| quote! { pub });
        quote! { #visibility mod #name; pub use self::#name::#ident; }
    });
    declarations.collect()
}

/// Emits the constant that the properties of models refer to.
fn secrets_const(secrets: &[String]) -> Option<TokenStream> {
    (!secrets.is_empty()).then(|| {
        quote! {
            #[doc = " The names of properties that are secret in every model."]
            const SECRETS: &[&str] = &[#(#secrets),*];
        }
    })
}

/// Emits `endpoints/mod.rs`.
pub fn endpoints(plan: &CratePlan, target: Target<'_>) -> Result<String, Vec<Diagnostic>> {
    let modules: TokenStream = match target.areas() {
        None => plan
            .apis
            .iter()
            .map(|api| {
                let name = &api.name;
                quote! { pub mod #name; }
            })
            .collect(),
        Some(areas) => areas
            .areas
            .iter()
            .map(|area| {
                let (name, feature) = (&area.module, area.feature.as_str());
                quote! { #[cfg(feature = #feature)] pub mod #name; }
            })
            .collect(),
    };
    let errors = match plan.common_errors.as_slice() {
        [] => String::new(),
        lines => {
            let lines = lines.iter().map(|line| spaced(line));
            "//!\n".to_owned() + &format(quote! { #(#![doc = #lines])* })?
        }
    };
    Ok(header(target) + ENDPOINTS_DOC + &errors + "\n" + &format(modules)?)
}

/// The documentation of the module `endpoints`.
const ENDPOINTS_DOC: &str = "\
//! The endpoints of the platform, in a module for each API.
//!
//! An endpoint is a constant: `request()` builds a request for any HTTP client, and `decode()` decodes a response. Its
//! documentation lists the parameters and the responses.
";

/// The sentence about endpoints in the documentation of a crate or a module that has some.
const ABOUT_ENDPOINTS: &str = "\
//! Each method of the API is a constant in [`endpoints`], which builds requests and decodes responses for any HTTP client.
";

/// The sentence about topics in the documentation of a crate or a module that has some.
const ABOUT_TOPICS: &str = "\
//! Each notification topic is a constant in [`topics`], and [`topics::Notification`] decodes to the type of its topic.
";

/// Returns the declarations of the modules of topics.
fn topics(target: Target<'_>) -> String {
    let condition = { target.topics_feature() }.map_or(String::new(), |feature| {
        format!("#[cfg(feature = \"{feature}\")]\n")
    });
    let declaration = |name| format!("{condition}#[rustfmt::skip]\npub mod {name};\n");
    declaration("events") + &declaration("topics")
}

/// Emits `lib.rs` or `mod.rs`.
pub fn entry(plan: &CratePlan, target: Target<'_>) -> Result<String, Vec<Diagnostic>> {
    let (mut modules, mut about) = (String::new(), String::new());
    if !plan.apis.is_empty() {
        modules += "#[rustfmt::skip]\npub mod endpoints;\n";
        about += ABOUT_ENDPOINTS;
    }
    if plan.events.is_some() {
        modules += &topics(target);
        about += ABOUT_TOPICS;
    }
    let template = match target {
        Target::Workspace => include_str!("workspace.rs.in"),
        Target::Crate { .. } if target.areas().is_some() => include_str!("areas.rs.in"),
        Target::Crate { .. } => include_str!("crate.rs.in"),
        Target::Module { .. } => include_str!("module.rs.in"),
    };
    let exports = match target.areas() {
        Some(areas) => exports(plan, areas)?,
        // rustc warns of an export of nothing.
        None if plan.modules.is_empty() => String::new(),
        None => "pub use models::*;\n".to_owned(),
    };
    let partial = match target {
        Target::Crate { name, areas } if !areas.is_empty() => partial_docs(name, areas),
        Target::Workspace | Target::Crate { .. } | Target::Module { .. } => String::new(),
    };
    Ok(header(target)
        + &template
            .replace("{partial}", &partial)
            .replace("{about}", &about)
            .replace("{modules}", &modules)
            .replace("{exports}", &exports)
        + &model_macro(plan, target))
}

/// Emits the exports of a crate with areas: a `use` for each definition, which rustfmt would put in another order.
fn exports(plan: &CratePlan, areas: &Areas) -> Result<String, Vec<Diagnostic>> {
    let exports = plan.modules.iter().map(|module| {
        let (name, ident) = (&module.name, module.ident());
        let condition = condition(module, areas);
        if module.enums.is_empty() {
            quote! { #[rustfmt::skip] #condition pub use models::#name::#ident; }
        } else {
            quote! { #[rustfmt::skip] #condition pub use models::{#name, #name::#ident}; }
        }
    });
    format(quote! { #(#exports)* })
}

/// Returns the `cfg` attribute of a module, if it depends on features.
fn condition(module: &Module, areas: &Areas) -> Option<TokenStream> {
    let features = areas
        .features(module.ident())
        .iter()
        .map(FeatureName::as_str);
    let features: Vec<_> = features.map(|name| quote! { feature = #name }).collect();
    match features.as_slice() {
        [] => None,
        [feature] => Some(quote! { #[cfg(#feature)] }),
        features => Some(quote! { #[cfg(any(#(#features),*))] }),
    }
}

fn header(target: Target<'_>) -> String {
    match target {
        Target::Workspace => header::for_all(),
        Target::Crate { .. } | Target::Module { .. } => header::for_export(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{plan::plan, schema::Schema};

    #[test]
    fn the_module_of_all_endpoints_documents_their_common_errors() {
        let (mut plan, _) = plan(&Schema::default());
        let emitted = |plan: &CratePlan| endpoints(plan, Target::Workspace).unwrap();
        let without_errors = emitted(&plan);
        assert!(
            without_errors
                .ends_with("//! documentation lists the parameters and the responses.\n\n")
        );
        plan.common_errors = ["# Error codes", "", "| 404 | `a` | \"A\" |"]
            .map(str::to_owned)
            .to_vec();
        let documented = emitted(&plan);
        let start = without_errors.trim_end();
        let errors = "\n//!\n//! # Error codes\n//!\n//! | 404 | `a` | \"A\" |\n\n";
        assert_eq!(documented, start.to_owned() + errors);
    }
}
