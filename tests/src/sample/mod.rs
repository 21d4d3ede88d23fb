//! Models with a field of every type, written as the generator writes them.

mod model;
mod person;
mod everything;
mod state;

pub use person::{Empty, Person};
pub use everything::Everything;
pub use state::State;
