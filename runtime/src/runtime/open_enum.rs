//! Enums that accept values the docs do not list.

/// An enum with a variant for each value that the docs list and one that keeps the text of any other value.
pub trait OpenEnum: Sized {
    /// The values that the docs list, in the docs' order.
    const VALUES: &'static [&'static str];

    /// Returns the variant for a text.
    fn from_text(text: &str) -> Self;

    /// Returns the value's text in JSON.
    fn as_str(&self) -> &str;

    /// Checks whether the docs list the value.
    fn is_listed(&self) -> bool {
        Self::VALUES.contains(&self.as_str())
    }
}
