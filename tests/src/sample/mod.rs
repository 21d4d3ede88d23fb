//! Models with a field of every type, written as the generator writes them.

mod everything;
mod model;
mod person;
mod state;

pub use everything::Everything;
pub use person::{Empty, Person};
pub use state::State;
