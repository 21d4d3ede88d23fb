//! Emission of source files from a plan: the only module that creates tokens and formats them.
//!
//! The [`Target`] determines the paths of the files, the source of the runtime, and whether models depend on Cargo features.
//! `module` emits the file of a definition (`model` its struct and impls, `paging` the traits of listings, `open_enum` its
//! enums, `schema_derives` what some derives need), `endpoint` that of an API, `index` the files that declare the modules
//! (`area_docs` documents a crate without some of its areas), `topics` the file of the notification topics, and `model_macro` the macro `model!`. Code is emitted with full
//! paths, which `prelude` shortens; `syntax` builds the syntax trees of fields directly, and `format` turns trees into text.

mod area_docs;
mod endpoint;
mod format;
mod index;
mod model;
mod model_macro;
mod module;
mod open_enum;
mod paging;
mod prelude;
mod schema_derives;
mod syntax;
mod target;
mod topics;
mod types;

pub use schema_derives::schema_libraries;
pub use target::Target;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{
    diagnostic::Diagnostic,
    header,
    plan::CratePlan,
    schema::Origin,
    tree::{Owned, Tree},
};

/// Emits the source files of a plan for a target.
///
/// # Errors
///
/// Returns a diagnostic for each module that is not valid Rust, which an override can cause.
pub fn emit(plan: &CratePlan, target: Target<'_>) -> Result<Tree, Vec<Diagnostic>> {
    let events = plan.events.as_ref().map_or(&[][..], |it| &it.modules);
    let models = { plan.modules.par_iter() }.map(|module| (target.model_path(module), module));
    let events = events
        .par_iter()
        .map(|module| (target.event_path(module), module));
    let emitted: Vec<_> = { models.chain(events) }
        .map(|(path, module)| Ok((path, module::emit(module, &plan.secrets, target)?)))
        .collect();
    let (files, failed): (Vec<_>, Vec<_>) = emitted.into_iter().partition(Result::is_ok);
    let errors: Vec<_> = failed.into_iter().filter_map(Result::err).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut tree = match target {
        Target::Workspace | Target::Crate { .. } => Tree::owning(Owned::Sources),
        Target::Module { .. } => Tree::owning(Owned::Whole),
    };
    tree.extend(files.into_iter().flatten());
    tree.insert(target.path("models/mod.rs"), index::models(plan, target)?);
    for api in &plan.apis {
        tree.insert(target.api_path(api), endpoint::emit(api)?);
    }
    if !plan.apis.is_empty() {
        tree.insert(
            target.path("endpoints/mod.rs"),
            index::endpoints(plan, target)?,
        );
    }
    if let Some(events) = &plan.events {
        let index = index::events(events, &plan.secrets, target)?;
        tree.insert(target.path("events/mod.rs"), index);
        tree.insert(target.path("topics.rs"), topics::emit(events, target)?);
    }
    tree.insert(target.entry(), index::entry(plan, target)?);
    for file in target.runtime() {
        let header = match file.path.as_str() {
            "mod.rs" => header::for_version(crate::VERSION),
            _ => header::for_all(),
        };
        tree.insert(
            target.path(&format!("runtime/{}", file.path)),
            header + &file.text,
        );
    }
    Ok(tree)
}

/// Returns the span of the definition or the API of each file that has one.
#[must_use]
pub fn origins(plan: &CratePlan, target: Target<'_>) -> BTreeMap<String, Origin> {
    let modules = plan.modules.iter();
    let modules = modules.map(|module| (target.model_path(module), module.origin.clone()));
    let apis = plan.apis.iter();
    let apis = apis.map(|api| (target.api_path(api), api.origin.clone()));
    let events = plan.events.iter().flat_map(|events| &events.modules);
    let events = events.map(|module| (target.event_path(module), module.origin.clone()));
    modules.chain(apis).chain(events).collect()
}
