//! The platform's APIs: methods, with what they take and return.

mod duplicate;
mod lower;
mod model;
mod parameter;

pub use lower::lower_apis;
pub use model::{
    Api, HttpMethod, Method, Parameter, ParseError, PathTemplate, Place, Response, Status,
};
