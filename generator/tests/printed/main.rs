//! What is printed of the schema, judged by a JSON Schema validator.

mod intermediate;
mod payload;
mod specs;
mod validator;
