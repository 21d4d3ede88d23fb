//! The text of a time value, one pointer wide.
//!
//! A model has many time stamps, and most of them are absent: an `Option` of this takes 8 bytes
//! where an `Option<String>` takes 24. One allocation holds any usual length.

use std::fmt;
use std::hash::{Hash, Hasher};

use ::serde::de::{self, Visitor};

/// Fills the 40 bytes that the variants' tag, the length and a `Box<str>` would be padded to, and
/// a time stamp to the nanosecond with an offset takes 35.
const INLINE: usize = 38;

#[derive(Clone)]
pub(super) struct Text(Box<Buffer>);

#[derive(Clone)]
enum Buffer {
    Inline { length: u8, bytes: [u8; INLINE] },
    Long(Box<str>),
}

impl Text {
    pub(super) fn new(text: &str) -> Self {
        let mut bytes = [0; INLINE];
        let buffer = match (bytes.get_mut(..text.len()), u8::try_from(text.len())) {
            (Some(start), Ok(length)) => {
                start.copy_from_slice(text.as_bytes());
                Buffer::Inline { length, bytes }
            }
            _ => Buffer::Long(text.into()),
        };
        Self(Box::new(buffer))
    }

    pub(super) fn as_str(&self) -> &str {
        match &*self.0 {
            // The bytes are those of a whole `str`, so neither of the two defaults is ever taken.
            Buffer::Inline { length, bytes } => {
                let bytes = bytes.get(..usize::from(*length)).unwrap_or_default();
                std::str::from_utf8(bytes).unwrap_or_default()
            }
            Buffer::Long(text) => text,
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::new("")
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

/// Takes any text.
pub(super) struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::new(text))
    }
}
