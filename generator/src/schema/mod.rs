//! The intermediate schema: definitions and properties, APIs and methods, independent of Markdown and of Rust.
//!
//! [`lower`] makes a schema of the parsed documents: it reports duplicate names, and resolves type cells with an index of
//! all definitions and, for strings, with the dates, times and values that [`prose`] finds in descriptions. [`overrides`]
//! then correct the whole schema, and a [`Selection`] restricts it to the definitions that its roots and areas reach,
//! which [`why`](why()) explains. [`print`](mod@print) writes the schema as JSON, JSON Schema or a graph, and [`from_json`]
//! reads the JSON back.

mod api;
mod from_json;
mod index;
mod lower;
mod model;
mod nearest;
pub mod overrides;
pub mod print;
pub mod prose;
mod reach;
mod resolve;
mod select;
mod select_areas;
mod select_methods;
mod types;
mod why;
mod wire;

pub use api::{Api, Method, Parameter, ParseError, PathTemplate, Permissions, Response, Status};
pub use from_json::from_json;
pub use lower::lower;
pub use model::{
    ApiName, Definition, DefinitionName, Dependency, Input, MethodName, OmittedMethod, Origin,
    Property, PropertyName, RustType, Schema,
};
pub(crate) use overrides::standard_trait;
pub use reach::names_reachable_from_api;
pub(crate) use reach::reaches;
pub use select::{Root, Selection};
pub use select_areas::find_area;
pub use types::{ListedValues, NumberFormat, Type};
pub use why::{Inclusion, Step, why};
