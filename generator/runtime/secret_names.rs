//! Names of properties that are secrets because an override says so, beyond what the names tell.

/// The names, of documented and undocumented properties.
pub const SECRET_NAMES: &[&str] = &[];
