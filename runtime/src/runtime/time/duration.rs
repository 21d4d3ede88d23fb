use std::cmp::Ordering;

use super::TimeError;
use super::span::{Fixed, Span};
use super::text::{Text, TextVisitor};
use super::text_type::text_type;

text_type! {
    /// A length of time, such as `P1DT2H30M` or `PT0.5S`, kept as the text that was sent.
    ///
    /// The units are years, months, weeks and days, then `T`, then hours, minutes and seconds, of
    /// which the last one can have a fraction. A sign can stand before the `P`, or before
    /// each number, as Java writes it.
    ///
    /// A day has 24 hours, as in UTC. Years and months differ in length: a duration that has them
    /// converts only into a type that has them too. Equality is that of the text;
    /// [`try_cmp`](Duration::try_cmp) compares the lengths.
    Duration,
    Span::read => Span,
    "a duration such as P1DT2H30M"
}

impl Duration {
    /// Which of the two is the shorter one.
    ///
    /// # Errors
    ///
    /// Shows a text that is no duration, or that has years or months.
    pub fn try_cmp(&self, other: &Self) -> Result<Ordering, TimeError> {
        Ok(self.fixed()?.cmp(&other.fixed()?))
    }

    pub(super) fn fixed(&self) -> Result<Fixed, TimeError> {
        let expected = "a duration of fixed length, in weeks or smaller units";
        self.read()?.fixed().ok_or_else(|| self.error(expected))
    }

    pub(super) fn from_fixed(fixed: Fixed) -> Self {
        fixed.to_string().into()
    }
}
