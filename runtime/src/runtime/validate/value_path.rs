//! The location of a value in a payload.

/// The names and indices from the root of a payload to a value.
#[derive(Clone, Default)]
pub struct ValuePath<'a>(Vec<Segment<'a>>);

/// A name or an index in a [`ValuePath`].
#[derive(Clone, Copy)]
pub enum Segment<'a> {
    /// The name of a property of a model.
    Property(&'a str),
    /// The name of an entry of a map.
    Entry(&'a str),
    /// The index of an item of a list.
    Item(usize),
}

impl<'a> ValuePath<'a> {
    pub fn push(&mut self, segment: Segment<'a>) {
        self.0.push(segment);
    }

    pub fn pop(&mut self) {
        self.0.pop();
    }

    /// Returns the path as a JSON pointer.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in &self.0 {
            match segment {
                Segment::Property(name) | Segment::Entry(name) => push_name(&mut pointer, name),
                Segment::Item(index) => push_name(&mut pointer, &index.to_string()),
            }
        }
        pointer
    }

    /// Returns the path as a JSON pointer with `*` in place of indices and of the names of entries.
    pub fn pattern(&self) -> String {
        let mut pattern = String::new();
        for segment in &self.0 {
            match segment {
                Segment::Property(name) => push_name(&mut pattern, name),
                Segment::Entry(_) | Segment::Item(_) => pattern.push_str("/*"),
            }
        }
        pattern
    }
}

/// Appends a name to a JSON pointer.
fn push_name(pointer: &mut String, name: &str) {
    pointer.push('/');
    pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
}
