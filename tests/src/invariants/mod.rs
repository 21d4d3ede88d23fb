//! What holds for whatever comes in: the laws that the fuzz targets in `fuzz/` and the property tests check.
//!
//! A panic breaks each of them, so the checks panic where anything else does.

mod findings;
pub mod markdown;
pub mod models;
pub mod pipeline;
pub mod time;

/// Whether a sign steers a terminal or turns the text around; the end of a line does neither.
fn misleads(sign: char) -> bool {
    sign.is_control() && sign != '\n'
        || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
