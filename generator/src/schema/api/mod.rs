//! The platform's APIs: their methods, with parameters and responses.
//!
//! [`lower_apis`] makes them of the parsed pages, `parameter` finds out which part of a request carries a parameter,
//! and `model` has the result as plain data.

mod lower;
mod model;
mod parameter;

pub use lower::lower_apis;
pub use model::{
    Api, HttpMethod, Method, Parameter, ParseError, PathTemplate, Place, Response, Status,
};
