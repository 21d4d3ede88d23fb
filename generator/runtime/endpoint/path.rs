//! From a template and values to a path.

use std::string::String;

use super::{
    encode::push_encoded,
    error::{EndpointError, EndpointErrorKind},
    operation::{Operation, Place},
};

/// The template with each name in braces replaced by its value.
pub fn path(operation: &Operation, values: &[(&str, &str)]) -> Result<String, EndpointError> {
    let error = |name: &str, kind| EndpointError::new(operation, Place::Path, name, kind);
    for (at, (name, value)) in values.iter().enumerate() {
        let is_known =
            { operation.parameters_in(Place::Path) }.any(|parameter| parameter.name == *name);
        if !is_known {
            return Err(error(name, EndpointErrorKind::Unknown));
        }
        if values.iter().take(at).any(|(earlier, _)| earlier == name) {
            return Err(error(name, EndpointErrorKind::Repeated));
        }
        // No encoding keeps a client from taking dots for the folder above.
        if matches!(*value, "" | "." | "..") {
            return Err(error(name, EndpointErrorKind::InvalidValue));
        }
    }
    let mut path = String::with_capacity(operation.template.len() + 32);
    let mut parts = operation.template.split('{');
    path.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, literal) = part.split_once('}').unwrap_or((part, ""));
        let value = values.iter().find(|(other, _)| *other == name);
        let (_, value) = value.ok_or_else(|| error(name, EndpointErrorKind::Missing))?;
        push_encoded(&mut path, value);
        path.push_str(literal);
    }
    Ok(path)
}
