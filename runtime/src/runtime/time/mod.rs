//! Time stamps and their kin, which keep the text that was sent and convert it on demand.
//!
//! Decoding takes any text, nonsense too, and encoding gives it back. Reading it is a separate
//! step that can fail: [`DateTime::check`], `parse`, and the conversions into the types of the
//! crates `jiff`, `chrono` and `time`, each behind the feature of that name.
//!
//! One parser, in `stamp` and `span`, turns the texts into plain integers, and the values of all
//! three libraries are built from those, so they agree.

mod calendar;
mod conversions;
mod cursor;
mod date;
mod date_time;
mod duration;
mod error;
mod interval;
mod local;
mod moment;
mod span;
mod stamp;
mod text;
mod text_type;

pub use date::Date;
pub use date_time::DateTime;
pub use duration::Duration;
pub use error::TimeError;
pub use interval::Interval;
pub use local::LocalDateTime;
