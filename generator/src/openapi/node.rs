//! JSON values with their positions in a source file.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

use crate::span::{BYTE_ORDER_MARK, SourceFile, Span};

/// A JSON value that has been validated, but not parsed.
///
/// It holds only its text and its position; [`entries`](Self::entries) and [`items`](Self::items) parse one level of it.
#[derive(Debug, Clone, Copy)]
pub struct JsonNode<'a> {
    text: &'a str,
    start: usize,
}

/// The type of a JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonKind {
    /// An object.
    Object,
    /// An array.
    Array,
    /// A string.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `null`.
    Null,
}

impl JsonKind {
    /// Returns the name of the type for diagnostics, such as `an object`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Object => "an object",
            Self::Array => "a list",
            Self::String => "a string",
            Self::Number => "a number",
            Self::Boolean => "a boolean",
            Self::Null => "null",
        }
    }
}

impl<'a> JsonNode<'a> {
    /// Validates a JSON file, and returns its root value.
    ///
    /// # Errors
    ///
    /// Returns an error if the file is not JSON. The error's position does not count a byte order mark.
    pub fn root(file: &'a SourceFile) -> Result<Self, serde_json::Error> {
        let text = file.text.trim_start_matches(BYTE_ORDER_MARK);
        let whole = Self {
            text,
            start: file.text.len() - text.len(),
        };
        serde_json::from_str(text).map(|value| whole.child(value))
    }

    /// Returns the span of the value.
    #[must_use]
    pub const fn span(self) -> Span {
        self.start..self.start + self.text.len()
    }

    /// Returns the value's JSON, as it is written in the file.
    #[must_use]
    pub const fn text(self) -> &'a str {
        self.text
    }

    /// Returns the type of the value.
    #[must_use]
    pub fn kind(self) -> JsonKind {
        match self.text.bytes().next() {
            Some(b'{') => JsonKind::Object,
            Some(b'[') => JsonKind::Array,
            Some(b'"') => JsonKind::String,
            Some(b't' | b'f') => JsonKind::Boolean,
            Some(b'n') => JsonKind::Null,
            _ => JsonKind::Number,
        }
    }

    /// Returns the keys and values of an object, in the order of the file; `None` for any other value.
    #[must_use]
    pub fn entries(self) -> Option<Vec<(Self, Self)>> {
        let entries: RawEntries<'a> = serde_json::from_str(self.text).ok()?;
        let entries = entries.0.into_iter();
        Some(
            entries
                .map(|(key, value)| (self.child(key), self.child(value)))
                .collect(),
        )
    }

    /// Returns the items of an array; `None` for any other value.
    #[must_use]
    pub fn items(self) -> Option<Vec<Self>> {
        let items: Vec<&RawValue> = serde_json::from_str(self.text).ok()?;
        Some(items.into_iter().map(|item| self.child(item)).collect())
    }

    /// Returns a string without quotes and escapes; `None` for any other value, and for a string with an unpaired surrogate.
    #[must_use]
    pub fn string(self) -> Option<Cow<'a, str>> {
        let quoted = self.text.strip_prefix('"')?.strip_suffix('"')?;
        if quoted.contains('\\') {
            serde_json::from_str(self.text).ok().map(Cow::Owned)
        } else {
            Some(Cow::Borrowed(quoted))
        }
    }

    /// Returns the value of a boolean; `None` for any other value.
    #[must_use]
    pub fn boolean(self) -> Option<bool> {
        self.text.parse().ok()
    }

    /// Returns the node of a value whose text is part of this value's text.
    fn child(self, value: &'a RawValue) -> Self {
        let text = value.get();
        let offset = text
            .as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr());
        Self {
            text,
            start: self.start + offset,
        }
    }
}

/// The keys and values of an object, including those of repeated keys.
struct RawEntries<'a>(Vec<(&'a RawValue, &'a RawValue)>);

impl<'de> Deserialize<'de> for RawEntries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = RawEntries<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(RawEntries(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> SourceFile {
        SourceFile {
            path: "spec/openapi.json".into(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn spans_are_positions_in_the_file() {
        let file = file("\u{feff} {\"a\\u0062\" : [ 1 , {\"c\":true} ] , \"ä\":null}\n");
        let root = JsonNode::root(&file).unwrap();
        let entries = root.entries().unwrap();
        let at = |node: JsonNode<'_>| &file.text[node.span()];
        assert_eq!(at(entries[0].0), "\"a\\u0062\"");
        assert_eq!(entries[0].0.string().unwrap(), "ab");
        let items = entries[0].1.items().unwrap();
        assert_eq!(at(items[0]), "1");
        let inner = items[1].entries().unwrap();
        assert_eq!((at(inner[0].0), at(inner[0].1)), ("\"c\"", "true"));
        assert_eq!(at(entries[1].0), "\"ä\"");
        assert_eq!(entries[1].1.kind(), JsonKind::Null);
    }

    #[test]
    fn repeated_keys_are_kept() {
        let file = file(r#"{"a":1,"a":2}"#);
        assert_eq!(JsonNode::root(&file).unwrap().entries().unwrap().len(), 2);
    }

    #[test]
    fn a_deeply_nested_value_is_not_parsed_recursively() {
        let file =
            file(&(String::from("{\"a\":") + &"[".repeat(100_000) + &"]".repeat(100_000) + "}"));
        let entries = JsonNode::root(&file).unwrap().entries().unwrap();
        assert_eq!(entries[0].1.kind(), JsonKind::Array);
    }

    #[test]
    fn an_unpaired_surrogate_is_no_string() {
        let file = file(r#""\ud800""#);
        assert_eq!(JsonNode::root(&file).unwrap().string(), None);
    }
}
