//! JSON pointers, RFC 6901.

/// The place in a value that is looked at.
#[derive(Default)]
pub struct Pointer(String);

impl Pointer {
    /// Goes to an object's entry, or a list's item, and returns what goes back.
    pub fn enter(&mut self, token: &str) -> Mark {
        let mark = Mark(self.0.len());
        self.0.push('/');
        for letter in token.chars() {
            match letter {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                _ => self.0.push(letter),
            }
        }
        mark
    }

    /// Goes back to where it was.
    pub fn leave(&mut self, mark: Mark) {
        self.0.truncate(mark.0);
    }

    pub fn to_text(&self) -> String {
        self.0.clone()
    }
}

/// Where a [`Pointer`] was.
#[derive(Clone, Copy)]
pub struct Mark(usize);
