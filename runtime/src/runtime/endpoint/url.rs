//! Percent-encoded paths and queries.

use super::{
    error::{EndpointError, EndpointErrorKind},
    operation::{Operation, Place},
};

/// Returns the template with each name in braces replaced by its value.
pub fn path(operation: &Operation, values: &[(&str, &str)]) -> Result<String, EndpointError> {
    let error = |name: &str, kind| EndpointError::new(operation, Place::Path, name, kind);
    for (at, (name, value)) in values.iter().enumerate() {
        let mut parameters = operation.parameters_in(Place::Path);
        if !parameters.any(|parameter| parameter.name == *name) {
            return Err(error(name, EndpointErrorKind::Unknown));
        }
        if values.iter().take(at).any(|(earlier, _)| earlier == name) {
            return Err(error(name, EndpointErrorKind::Repeated));
        }
        // Clients resolve `.` and `..` as relative segments, even if they are percent-encoded.
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

/// Returns `name=value` pairs, joined with `&`.
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
        let is_repeated = values.iter().take(at).any(|(earlier, _)| earlier == name);
        if is_repeated && !parameter.is_list() {
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

/// Appends `text`, percent-encoding all bytes except the unreserved characters of RFC 3986.
fn push_encoded(to: &mut String, text: &str) {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or('0');
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            to.push(char::from(byte));
        } else {
            to.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
}
