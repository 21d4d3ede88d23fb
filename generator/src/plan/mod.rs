//! The plan of the output: what Rust items there will be, as plain data.

mod chain;
mod collide;
mod doc;
mod endpoint;
mod field_type;
mod model;
mod plan;
mod types;

pub use endpoint::{ApiModule, Endpoint, EndpointParameter, NamedType};
pub use field_type::{FieldType, Kind};
pub use model::{Alias, Field, Item, Model, Module, OpenEnum, Variant};
pub use plan::{CratePlan, plan};
pub use types::{Types, field_ident, type_ident, values_ident};
