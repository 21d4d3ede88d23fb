//! The platform's APIs: their methods, with parameters and responses.
//!
//! [`lower_apis`] makes them of the parsed pages, `parameter` finds out which part of a request carries a parameter,
//! and `model` has the result as plain data.

mod lower;
mod model;
mod parameter;
mod path_template;

pub use lower::lower_apis;
pub use model::{Api, Method, Parameter, ParseError, Permissions, Response, Status};
pub use path_template::PathTemplate;
