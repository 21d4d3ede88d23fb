//! From values to a query.

use std::string::String;

use super::{
    encode::push_encoded,
    error::{EndpointError, EndpointErrorKind},
    operation::{Operation, Place},
};

/// The values as `name=value`, with `&` between them.
pub fn query(operation: &Operation, values: &[(&str, &str)]) -> Result<String, EndpointError> {
    let error = |name: &str, kind| EndpointError::new(operation, Place::Query, name, kind);
    for parameter in operation.parameters_in(Place::Query) {
        let is_given = values.iter().any(|(name, _)| *name == parameter.name);
        if parameter.required && !is_given {
            return Err(error(parameter.name, EndpointErrorKind::Missing));
        }
    }
    let mut query = String::new();
    for (at, (name, value)) in values.iter().enumerate() {
        let mut parameters = operation.parameters_in(Place::Query);
        let Some(parameter) = parameters.find(|parameter| parameter.name == *name) else {
            return Err(error(name, EndpointErrorKind::Unknown));
        };
        let is_again = values.iter().take(at).any(|(earlier, _)| earlier == name);
        if is_again && !parameter.is_list() {
            return Err(error(name, EndpointErrorKind::Repeated));
        }
        if at > 0 {
            query.push('&');
        }
        push_encoded(&mut query, name);
        query.push('=');
        push_encoded(&mut query, value);
    }
    Ok(query)
}
