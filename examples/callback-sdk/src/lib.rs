//! An example SDK for callbacks on the Genesys Cloud Platform API, built on models that `genesys-modelgen export` wrote.
//!
//! The README describes how it was made.
//!
//! ```no_run
//! use callback_sdk::{Client, Token, models::{MediaParticipantRequest, model}};
//! use ureq::Agent;
//!
//! let agent = Agent::new_with_defaults();
//! let client = Client::new(agent, "http://localhost:8080", Token::new("secret"));
//! client.update_participant("c-1", "p-1", &model!(MediaParticipantRequest { held: true }))?;
//! for callback in client.callbacks()? {
//!     println!("{:?}", callback?.id);
//! }
//! # Ok::<(), callback_sdk::Error>(())
//! ```

mod client;
mod error;
mod token;

/// The exported models.
pub use callback_models as models;

pub use self::{client::Client, error::Error, token::Token};
