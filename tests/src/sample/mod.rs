//! Handwritten models like the generated ones, with a field of every type.

mod everything;
mod model;
mod person;
mod state;

pub use everything::Everything;
pub use person::{Empty, Person};
pub use state::State;
