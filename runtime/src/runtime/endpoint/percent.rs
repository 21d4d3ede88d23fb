//! Percent-encoding.

use ::core::fmt::Write;

/// Appends `text`, percent-encoding all bytes except the unreserved characters of RFC 3986.
pub fn push_encoded(to: &mut String, text: &str) {
    push_encoded_except(to, text, "");
}

/// Returns a path or a query of a URI, percent-encoding the bytes that a URI cannot contain.
pub fn repaired(part: &str) -> String {
    let mut repaired = String::with_capacity(part.len());
    push_encoded_except(&mut repaired, part, "%:/?@!$&'()*+,;=");
    repaired
}

fn push_encoded_except(to: &mut String, text: &str, others: &str) {
    for byte in text.bytes() {
        let is_kept = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if is_kept || others.as_bytes().contains(&byte) {
            to.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(to, "%{byte:02X}");
        }
    }
}

/// Appends `name=value` to a query.
pub fn push_pair(query: &mut String, name: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    push_encoded(query, name);
    query.push('=');
    push_encoded(query, value);
}
