use std::cmp::Ordering;

use super::TimeError;
use super::moment::Moment;
use super::stamp::Stamp;
use super::text::{Text, TextVisitor};
use super::text_type::text_type;

text_type! {
    /// An instant, such as `2023-01-19T15:18:42.123Z`, kept as the text that was sent.
    ///
    /// Decoding takes any text, nonsense too, and encoding gives it back. Reading the text is a
    /// separate step, which can fail: `parse`, [`check`](DateTime::check),
    /// [`try_cmp`](DateTime::try_cmp) and the conversions into the types of the standard library
    /// and, by features of these names, of `jiff`, `chrono` and `time`.
    ///
    /// The notation is ISO 8601's extended one, with
    ///
    /// - `Z` or an offset `-07:00`, `-0700`, `-07`; without either, the text is in UTC, as
    ///   the platform speaks UTC;
    /// - any number of digits after the second, after `.` or `,`; those below nanoseconds are cut
    ///   off;
    /// - the seconds left out, or the whole time, which is midnight then;
    /// - a space or a lower-case `t` for the `T`, and a lower-case `z`;
    /// - `24:00:00`, the midnight that ends the day, and a leap second `:60`, which is the first
    ///   second of the next minute, as in POSIX;
    /// - years outside 0000 to 9999 with a sign and six digits, `+010000-01-01`.
    ///
    /// Made from a library's type, the text is in UTC, with three digits of the second, or six or
    /// nine where they are needed.
    ///
    /// Equality is that of the text, so a value equals what it was decoded from and nothing else.
    /// For the same reason there is no `<`: one instant has many texts, and some texts are none.
    /// [`try_cmp`](DateTime::try_cmp) compares the instants.
    DateTime,
    Stamp::read => Stamp,
    "a date and time such as 2023-01-19T15:18:42.123Z"
}

impl DateTime {
    /// Which of the two instants is the earlier one, whatever their offsets.
    ///
    /// # Errors
    ///
    /// Shows a text that is no date and time.
    pub fn try_cmp(&self, other: &Self) -> Result<Ordering, TimeError> {
        Ok(self.instant()?.cmp(&other.instant()?))
    }

    pub(super) fn instant(&self) -> Result<Moment, TimeError> {
        self.read().map(Stamp::instant)
    }

    pub(super) fn from_instant(clock: Moment) -> Self {
        let offset = Some(0);
        Stamp { clock, offset }.to_string().into()
    }
}
