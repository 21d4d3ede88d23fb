//! JSON Schemas as plain data.

use std::{collections::BTreeMap, fmt::Write};

use serde::{Serialize, Serializer};

/// A JSON Schema by its keywords; without keywords it accepts every value.
#[derive(Debug, Default, Serialize)]
pub(super) struct Keywords<'a>(BTreeMap<&'static str, KeywordValue<'a>>);

/// The value of a keyword.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum KeywordValue<'a> {
    Flag(bool),
    Text(&'a str),
    Texts(Vec<&'a str>),
    Reference(String),
    Schema(Box<Keywords<'a>>),
    Schemas(Vec<Keywords<'a>>),
    /// Named schemas in a given order.
    #[serde(serialize_with = "in_order")]
    Named(Vec<(&'a str, Keywords<'a>)>),
}

impl<'a> Keywords<'a> {
    /// Returns the schema with an additional keyword.
    pub(super) fn with(mut self, keyword: &'static str, value: KeywordValue<'a>) -> Self {
        self.0.insert(keyword, value);
        self
    }

    /// Returns a schema that also accepts `null`.
    pub(super) fn or_null(mut self) -> Self {
        if self.0.is_empty() {
            return self;
        }
        if let Some(KeywordValue::Schemas(branches)) = self.0.get_mut("anyOf") {
            branches.push(null());
            return self;
        }
        if let Some(KeywordValue::Text(name)) = self.0.get("type") {
            let types = vec![*name, "null"];
            return self.with("type", KeywordValue::Texts(types));
        }
        Self::default().with("anyOf", KeywordValue::Schemas(vec![self, null()]))
    }
}

impl<'a> From<Keywords<'a>> for KeywordValue<'a> {
    fn from(schema: Keywords<'a>) -> Self {
        Self::Schema(Box::new(schema))
    }
}

fn null() -> Keywords<'static> {
    Keywords::default().with("type", KeywordValue::Text("null"))
}

fn in_order<S: Serializer>(
    named: &[(&str, Keywords<'_>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(named.iter().map(|(name, schema)| (name, schema)))
}

/// The characters besides letters and digits that need no escape in a URI's fragment (RFC 3986).
const UNESCAPED: &[u8] = b"-._~!$&'()*+,;=:@?";

/// Returns the reference to a definition: a JSON pointer in a URI fragment.
pub(super) fn reference(name: &str) -> String {
    let pointer = name.replace('~', "~0").replace('/', "~1");
    let mut text = String::from("#/$defs/");
    for byte in pointer.bytes() {
        if byte.is_ascii_alphanumeric() || UNESCAPED.contains(&byte) {
            text.push(byte.into());
        } else {
            write!(text, "%{byte:02X}").expect("writing to a string cannot fail");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn letters_digits_and_underscores_are_not_escaped() {
        assert_eq!(reference("Plant_2"), "#/$defs/Plant_2");
    }

    #[test]
    fn other_characters_are_escaped_in_the_pointer_and_in_the_uri() {
        assert_eq!(reference("a/b~c"), "#/$defs/a~1b~0c");
        assert_eq!(reference("Map<ä%>"), "#/$defs/Map%3C%C3%A4%25%3E");
    }
}
