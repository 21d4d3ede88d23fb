//! Conversions to and from the standard library's types and those of the time libraries.
//!
//! Each time library is behind the Cargo feature of its name.

#[cfg(feature = "chrono")]
mod with_chrono;
#[cfg(feature = "jiff")]
mod with_jiff;
mod with_std;
#[cfg(feature = "time")]
mod with_time;
