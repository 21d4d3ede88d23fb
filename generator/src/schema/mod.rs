//! The intermediate schema: definitions and properties, APIs and methods, free of Markdown and of Rust.
//!
//! [`lower`] makes it from documents; every other pass takes a schema and tells what is wrong with it or narrows it.

mod api;
mod duplicate;
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
mod types;
mod why;
mod wire;

pub use api::{
    Api, HttpMethod, Method, Parameter, ParseError, PathTemplate, Place, Response, Status,
};
pub use from_json::from_json;
pub use lower::{Lowered, lower};
pub use model::{
    ApiName, Definition, DefinitionName, MethodName, Origin, Property, PropertyName, RustType,
    Schema,
};
pub use reach::names_reachable_from_api;
pub use select::{Root, Selection};
pub use types::{NumberFormat, Type};
pub use why::{Inclusion, Reference, ReferencePath, why};
