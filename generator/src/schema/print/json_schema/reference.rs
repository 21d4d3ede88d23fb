//! References to definitions.

use std::fmt::Write;

/// What may stand in a URI's fragment as it is, beside letters and digits (RFC 3986, `fragment`).
const PLAIN: &[u8] = b"-._~!$&'()*+,;=:@?";

/// The reference to a definition: a JSON pointer in a URI's fragment.
pub(super) fn reference(name: &str) -> String {
    let pointer = name.replace('~', "~0").replace('/', "~1");
    let mut text = String::from("#/$defs/");
    for byte in pointer.bytes() {
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) {
            text.push(byte.into());
        } else {
            write!(text, "%{byte:02X}").expect("a string takes any text");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn an_ordinary_name_stands_as_it_is() {
        assert_eq!(reference("Plant_2"), "#/$defs/Plant_2");
    }

    #[test]
    fn other_names_are_escaped_twice() {
        assert_eq!(reference("a/b~c"), "#/$defs/a~1b~0c");
        assert_eq!(reference("Map<ä%>"), "#/$defs/Map%3C%C3%A4%25%3E");
    }
}
