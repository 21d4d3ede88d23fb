//! The runtime that all models share, tried on models with a field of every type.

mod by_name;
mod corners;
mod debug;
mod decode;
mod errors;
mod floats;
mod law;
mod misc;
mod properties;
mod secrets;
mod validate;
mod ways;
