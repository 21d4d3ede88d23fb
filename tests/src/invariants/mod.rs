//! What holds for whatever comes in: the laws that the fuzz targets in `fuzz/` and the property tests check.
//!
//! A panic breaks each of them, so the checks panic where anything else does.

mod findings;
pub mod markdown;
pub mod models;
pub mod pipeline;
pub mod time;
