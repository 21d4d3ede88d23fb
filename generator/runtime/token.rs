//! Texts with a type of their own.

use super::Kind;

/// Text with a type of its own: a time stamp, an open enum.
pub trait Token {
    /// The text.
    fn text(&self) -> &str;

    /// What the docs call such text.
    fn kind() -> Kind
    where
        Self: Sized;

    /// What the text says.
    fn of(text: &str) -> Self
    where
        Self: Sized;

    /// Whether the docs list the text; where they list none, every text counts as listed.
    fn is_listed(&self) -> bool {
        true
    }
}

/// A place for such text.
pub trait TokenSlot {
    /// What the docs call such text.
    fn kind(&self) -> Kind;

    /// Puts in what the text says, and shows it.
    fn set(&mut self, text: &str) -> &dyn Token;
}

impl<T: Token> TokenSlot for T {
    fn kind(&self) -> Kind {
        T::kind()
    }

    fn set(&mut self, text: &str) -> &dyn Token {
        *self = T::of(text);
        self
    }
}

impl<T: Token> TokenSlot for Option<T> {
    fn kind(&self) -> Kind {
        T::kind()
    }

    fn set(&mut self, text: &str) -> &dyn Token {
        self.insert(T::of(text))
    }
}
