//! Percent-encoding, as RFC 3986 has it.

use std::string::String;

/// Appends a text with all but the unreserved characters encoded: the result means the same in a segment of a path
/// and in a query, whoever reads it.
pub fn push_encoded(to: &mut String, text: &str) {
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
