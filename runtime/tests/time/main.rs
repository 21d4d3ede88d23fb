//! Time values, which keep their text and parse it on demand.

mod duration;
mod instant;
mod interval;
#[cfg(all(feature = "chrono", feature = "jiff", feature = "time"))]
mod libraries;
#[cfg(all(feature = "chrono", feature = "jiff", feature = "time"))]
mod libraries_agree;
mod sort_key;
mod text;
