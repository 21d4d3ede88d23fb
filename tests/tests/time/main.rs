//! Time values: the text is kept, and reading it is a separate step that can fail.

mod any_text;
mod duration;
mod instant;
mod interval;
mod libraries;
mod libraries_agree;
mod text;
