//! Percent-encoding.

use ::core::fmt::Write;

/// Appends `text`, percent-encoding all bytes except the unreserved characters of RFC 3986.
pub fn push_encoded(to: &mut String, text: &str) {
    push_encoded_except(to, text, "");
}

/// Returns a path or a query of a URI, percent-encoding the bytes that a URI cannot contain, also a `%` without two digits.
pub fn repaired(part: &str) -> String {
    let mut repaired = String::with_capacity(part.len());
    let mut parts = part.split('%');
    let mut push = |part| push_encoded_except(&mut repaired, part, "%:/?@!$&'()*+,;=");
    push(parts.next().unwrap_or_default());
    for part in parts {
        push(if escaped_byte(part).is_some() {
            "%"
        } else {
            "%25"
        });
        push(part);
    }
    repaired
}

/// Returns the bytes of a path and query. Two spellings of one URI have the same bytes.
///
/// Escapes of delimiters stay: `a%26b` is one value, and `a&b` is not.
pub fn canonical(path_and_query: &str) -> Vec<u8> {
    let mut parts = path_and_query.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        match escaped_byte(part) {
            Some((byte, rest)) if !b"%&=+;/?#".contains(&byte) => {
                bytes.push(byte);
                bytes.extend(rest.as_bytes());
            }
            Some((byte, rest)) => {
                bytes.extend(format!("%{byte:02X}{rest}").into_bytes());
            }
            None => bytes.extend([b"%", part.as_bytes()].concat()),
        }
    }
    bytes
}

/// Returns the byte that two hexadecimal digits at the start encode, and the rest.
fn escaped_byte(text: &str) -> Option<(u8, &str)> {
    let (digits, rest) = text.split_at_checked(2)?;
    let is_escape = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let byte = u8::from_str_radix(digits, 16).ok()?;
    is_escape.then_some((byte, rest))
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
