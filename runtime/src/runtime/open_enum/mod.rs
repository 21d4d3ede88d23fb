//! Enums that accept values the docs do not list.
//!
//! [`OpenEnum`] is a field's type, [`Listed`] the plain enum of the values that the docs list. `convert` has the conversions
//! and comparisons, and `text` the part that is compiled once for all enums.

mod convert;
mod text;

use ::core::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
};

pub use self::text::EnumText;

/// A plain enum with a variant for each value that the docs list.
///
/// The trait is implemented by generated code. [`OpenEnum`] is such a value or any other text.
pub trait Listed: Copy + Eq + fmt::Debug + 'static {
    /// The values in JSON, in the docs' order.
    const VALUES: &'static [&'static str];

    /// The variants, in the order of [`VALUES`](Self::VALUES).
    const ALL: &'static [Self];

    /// Returns the value in JSON.
    #[must_use]
    fn as_str(self) -> &'static str {
        let index = Self::ALL.iter().position(|variant| *variant == self);
        // `ALL` has all variants, and `VALUES` a value for each.
        let value = index.and_then(|index| Self::VALUES.get(index));
        value.copied().unwrap_or_default()
    }
}

/// A value that the docs list, or any other text: the API can send values that the docs do not list yet.
///
/// `E` is a plain enum of the listed values. An open enum is its text in JSON: comparison, order and hash depend on the text
/// alone, and an unlisted value keeps its text. So comparing with text gives the same result after the docs list the value.
///
/// ```
/// # use genesys_runtime::Listed;
/// use genesys_runtime::OpenEnum;
///
/// # #[derive(Clone, Copy, Debug, PartialEq, Eq)]
/// # enum State { Alerting, Connected }
/// # impl Listed for State {
/// #     const VALUES: &'static [&'static str] = &["alerting", "connected"];
/// #     const ALL: &'static [Self] = &[Self::Alerting, Self::Connected];
/// # }
/// let state = OpenEnum::<State>::from("connected");
/// assert_eq!(state, State::Connected);
/// assert_eq!(state, "connected");
///
/// let is_active = match state.known() {
///     Some(State::Alerting | State::Connected) => true,
///     _ => state == "parked", // not listed yet
/// };
/// assert!(is_active);
/// ```
pub struct OpenEnum<E> {
    text: EnumText,
    listed: PhantomData<E>,
}

impl<E> OpenEnum<E> {
    /// Returns the value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// Returns the text, for code that is written once for all enums.
    pub(super) const fn text(&self) -> &EnumText {
        &self.text
    }

    /// Returns the text to write to.
    pub(super) const fn text_mut(&mut self) -> &mut EnumText {
        &mut self.text
    }

    const fn from_text(text: EnumText) -> Self {
        Self {
            text,
            listed: PhantomData,
        }
    }
}

impl<E: Listed> OpenEnum<E> {
    /// Returns the variant of a listed value, and `None` for any other value.
    #[must_use]
    pub fn known(&self) -> Option<E> {
        E::ALL.get(self.text.position(E::VALUES)?).copied()
    }
}

impl<E> Clone for OpenEnum<E> {
    fn clone(&self) -> Self {
        Self::from_text(self.text.clone())
    }
}

/// Formats the text in quotes.
impl<E> fmt::Debug for OpenEnum<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl<E> fmt::Display for OpenEnum<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl<E> PartialEq for OpenEnum<E> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl<E> Eq for OpenEnum<E> {}

impl<E> Hash for OpenEnum<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl<E> PartialOrd for OpenEnum<E> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Orders values by their text.
impl<E> Ord for OpenEnum<E> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}
