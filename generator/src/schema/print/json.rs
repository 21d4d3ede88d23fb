//! The schema in its JSON form.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::pretty;
use crate::schema::{Schema, wire::SchemaForm};

/// The number of objects around the name of a definition.
const DEFINITIONS: usize = 2;

/// The number of objects around a property of a definition.
const PROPERTIES: usize = 3;

/// The key of an object that contains definitions, one level deeper than those of the document.
const EVENTS: &str = "events";

/// Prints the schema as JSON: sorted keys, definitions by name, properties in the docs' order.
///
/// Every type is an object with a `kind`: `string`, `dateTime`, `localDateTime`, `date`, `interval`, `duration`,
/// `number`, `boolean`, `object`, `enum` (with the listed `values`, and `cutShort` if the docs list only the first of them), `array` (with the type of
/// its `items`) or `ref` (with the `name` of a definition). A `number` whose format is known has a `format`, such as
/// `int64`; an `object` that is a map has the type of its `values`.
///
/// If the spec has notification topics, `events` has the `topics` by name, each with the `type` of its events, and the
/// `definitions` to which these types refer.
///
/// If the spec has pages of APIs, `apis` has their methods by name, in the docs' order, each with its `httpMethod`,
/// `path`, `parameters` and `responses`.
///
/// The crate's `schema.schema.json` is a JSON Schema of this form.
///
/// ```
/// use genesys_modelgen::schema::{Schema, print::json};
///
/// assert_eq!(json(&Schema::default()), "{\n  \"definitions\": {},\n  \"version\": 1\n}\n");
/// ```
#[must_use]
pub fn json(schema: &Schema) -> String {
    pretty(&SchemaForm::from(schema))
}

/// Prints the same JSON as [`json`], about half as long: without spaces, and with one line for each property.
///
/// ```
/// use genesys_modelgen::schema::{Schema, print::compact};
///
/// assert_eq!(compact(&Schema::default()), "{\"definitions\":{\n},\"version\":1}\n");
/// ```
#[must_use]
pub fn compact(schema: &Schema) -> String {
    lines(&SchemaForm::from(schema))
}

fn lines(document: &impl Serialize) -> String {
    let mut text = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut text, LineFormatter::default());
    { document.serialize(&mut serializer) }.expect("writing strings to memory cannot fail");
    String::from_utf8(text).expect("serde_json writes UTF-8") + "\n"
}

/// A formatter that begins a line with each definition and each property.
#[derive(Default)]
struct LineFormatter {
    /// The number of open objects.
    depth: usize,
    /// Whether a key of the document is being written.
    is_in_root_key: bool,
    /// Whether the document's last key was [`EVENTS`].
    is_in_events: bool,
}

impl LineFormatter {
    /// Writes a comma unless the key or item is the first, and a line break at the depth `broken`.
    fn separate<W: Write + ?Sized>(
        &self,
        to: &mut W,
        first: bool,
        broken: usize,
    ) -> io::Result<()> {
        if !first {
            to.write_all(b",")?;
        }
        if self.depth == broken + usize::from(self.is_in_events) {
            to.write_all(b"\n")?;
        }
        Ok(())
    }
}

impl Formatter for LineFormatter {
    fn begin_object<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.depth += 1;
        to.write_all(b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        let is_last_definition = self.depth == DEFINITIONS + usize::from(self.is_in_events);
        self.depth -= 1;
        to.write_all(if is_last_definition { b"\n}" } else { b"}" })
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.is_in_root_key = self.depth == 1;
        self.separate(to, first, DEFINITIONS)
    }

    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        to: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if self.is_in_root_key {
            self.is_in_events = fragment == EVENTS;
        }
        to.write_all(fragment.as_bytes())
    }

    fn end_object_key<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_in_root_key = false;
        Ok(())
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.separate(to, first, PROPERTIES)
    }
}

#[cfg(test)]
mod tests;
