//! The same JSON without spaces: a line for each property, so that differences between versions can be read.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// How deep in the document the names of definitions stand.
const DEFINITIONS: usize = 2;

/// How deep in the document the properties of a definition stand.
const PROPERTIES: usize = 4;

/// A document with a line for each definition's head and each property.
pub fn compact(document: &impl Serialize) -> String {
    let mut text = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut text, Lines::default());
    document
        .serialize(&mut serializer)
        .expect("strings under strings always become JSON");
    text.push(b'\n');
    String::from_utf8(text).expect("JSON is made of text")
}

/// Breaks lines where definitions and properties start.
#[derive(Default)]
struct Lines {
    depth: usize,
}

impl Lines {
    /// What stands before a key or an item: a comma behind another one, and a line break where one belongs.
    fn separate<W: Write + ?Sized>(
        &self,
        to: &mut W,
        first: bool,
        broken: usize,
    ) -> io::Result<()> {
        if !first {
            to.write_all(b",")?;
        }
        if self.depth == broken {
            to.write_all(b"\n")?;
        }
        Ok(())
    }
}

impl Formatter for Lines {
    fn begin_object<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.depth += 1;
        to.write_all(b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        let is_last_definition = self.depth == DEFINITIONS;
        self.depth -= 1;
        to.write_all(if is_last_definition { b"\n}" } else { b"}" })
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.separate(to, first, DEFINITIONS)
    }

    fn begin_array<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.depth += 1;
        to.write_all(b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.depth -= 1;
        to.write_all(b"]")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.separate(to, first, PROPERTIES)
    }
}
