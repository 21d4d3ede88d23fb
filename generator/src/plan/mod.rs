//! The plan of the output: which Rust items a schema becomes, as plain data.
//!
//! [`plan`] plans a [`Module`] with a struct and enums for every definition, and an [`ApiModule`] with a constant for each
//! method for every API. It decides all names and types (`types`, `open_enums`, `equality`), the listings (`paging`) and the
//! documentation (`docs`, `endpoint_docs`, `error_codes`, escaped in `escape`) and the text that describes endpoints at run time
//! (`operation_lines`), groups responses by type (`responses`), and reports code that
//! rustc would reject: names that collide (`collisions`) and types that nest too deeply (`drop_depth`). `areas` assigns the
//! models to the Cargo features of an export. `topics` plans the notification topics in the same way, with modules of their
//! own.

mod areas;
mod collisions;
mod crate_plan;
mod doc_tables;
mod docs;
mod drop_depth;
mod endpoint_docs;
mod endpoints;
mod equality;
mod error_codes;
mod escape;
mod modules;
mod open_enums;
mod operation_lines;
mod paging;
mod responses;
mod topics;
mod types;

pub use areas::{Area, Areas, list_areas};
pub use crate_plan::{
    Alias, ApiModule, CratePlan, EndpointConst, EventsPlan, Field, Item, Model, Module, OpenEnum,
    TopicConst, Variant,
};
pub(crate) use endpoints::BodyTypes;
pub use equality::Equality;
pub(crate) use equality::{definitions_with_floats, is_float};

pub(crate) use open_enums::variants_by_value;

pub(crate) use paging::paging;
pub use paging::{Paging, PagingTrait};
pub use types::FieldType;
pub(crate) use types::{Types, enum_ident, field_ident, type_ident};

use self::error_codes::CommonErrorCodes;
use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    name::ModuleName,
    schema::{Origin, Schema},
};

/// Plans the crate for a schema, and returns the plan with all diagnostics.
#[must_use]
pub fn plan(schema: &Schema) -> (CratePlan, Vec<Diagnostic>) {
    let types = Types::new(schema);
    let (mut modules, in_modules) = modules::plan_modules(schema, &types);
    let mut diagnostics = check_definitions(schema, &modules);
    diagnostics.extend(in_modules);
    modules.sort_by(|a, b| a.name.cmp(&b.name));
    let common = CommonErrorCodes::new(&schema.apis);
    let (apis, in_apis) = endpoints::plan_apis(schema, &types, &common);
    diagnostics.extend(in_apis);
    let names = apis.iter().map(|api| (&api.name, &api.origin));
    let help = "shorten the API's name in its page, or remove the page from the spec";
    diagnostics.extend(names.filter_map(|(name, origin)| overlong_name(name, origin, help)));
    let events = schema.events.as_deref().map(topics::plan_events);
    let (events, in_events) = events.unzip();
    diagnostics.extend(in_events.unwrap_or_default());
    let secrets = schema.secrets.clone();
    let plan = CratePlan {
        modules,
        apis,
        common_errors: common.doc(),
        secrets,
        events,
    };
    (plan, diagnostics)
}

/// Reports definitions whose names or references rustc or a file system would reject. The modules are in the schema's order.
fn check_definitions(schema: &Schema, modules: &[Module]) -> Vec<Diagnostic> {
    let mut diagnostics = collisions::definitions(schema, modules);
    let names = modules.iter().map(|module| (&module.name, &module.origin));
    let help = "give it another Rust name with `rename` in the overrides";
    diagnostics.extend(names.filter_map(|(name, origin)| overlong_name(name, origin, help)));
    diagnostics.extend(drop_depth::check(schema));
    diagnostics
}

/// Returns an error if a module's name exceeds the limit.
fn overlong_name(name: &ModuleName, origin: &Origin, help: &str) -> Option<Diagnostic> {
    let (length, limit) = (name.as_str().len(), limit::MODULE_NAME);
    (length > limit).then(|| {
        let message = format!("module name of {length} bytes exceeds the limit of {limit} bytes");
        Diagnostic::new(Code::FileNameTooLong, message)
            .label(
                &origin.source,
                origin.span.clone(),
                "becomes the name of a file",
            )
            .help(help)
    })
}
