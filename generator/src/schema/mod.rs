//! The intermediate schema: definitions and properties, APIs and methods, independent of Markdown and of Rust.
//!
//! [`lower`] makes a schema of the parsed documents: it reports duplicate names, and resolves type cells with an index of
//! all definitions and, for strings, with the dates, times and values that [`prose`] finds in descriptions. [`refine`](refine())
//! then makes it more exact with the schema of an OpenAPI file, [`overrides`] correct the whole schema, and a [`Selection`] restricts it to the definitions that its roots and areas reach,
//! which [`why`](why()) explains. [`print`](mod@print) writes the schema as JSON, JSON Schema or a graph, and [`from_json`]
//! reads the JSON back.

mod api;
mod events;
mod from_json;
mod index;
mod lower;
mod lower_events;
mod lower_openapi;
mod model;
mod nearest;
pub mod overrides;
pub mod print;
pub mod prose;
mod reach;
mod refine;
mod resolve;
mod select;
mod select_areas;
mod select_methods;
mod types;
mod unreadable;
mod why;
mod wire;

pub use api::{Api, Method, Parameter, ParseError, PathTemplate, Permissions, Response, Status};
pub use events::{Events, Topic};
pub use from_json::from_json;
pub use lower::lower;
pub use lower_events::lower_events;
pub use lower_openapi::{lower_openapi, lower_schema_objects};
pub use model::{
    ApiName, Definition, DefinitionName, Dependency, Input, MethodName, OmittedMethod, Origin,
    Property, PropertyName, RustType, Schema, TopicName,
};
pub(crate) use nearest::did_you_mean;
pub(crate) use overrides::standard_trait;
pub use reach::names_reachable_from_api;
pub(crate) use reach::reaches;
pub use refine::{Undocumented, refine};
pub use select::{Root, Selection};
pub use select_areas::find_area;
pub use types::{ListedValues, NumberFormat, Type};
pub use unreadable::{UnreadableTypes, check_types};
pub use why::{Inclusion, Step, why};
