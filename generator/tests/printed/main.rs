//! The printed schema, checked by a JSON Schema validator.

mod intermediate;
mod payload;
mod specs;
mod validator;
