//! An example SDK for callbacks on the Genesys Cloud Platform API, built on models that `genesys-modelgen export` wrote.
//!
//! The README describes how it was made.
//!
//! ```no_run
//! use callback_sdk::{Client, ConversationId, ParticipantId, Token};
//!
//! let client = Client::new("http://localhost:8080", Token::new("secret"));
//! let (conversation, id) = (ConversationId::new("c-1"), ParticipantId::new("p-1"));
//! let mut participant = client.callback_participant(&conversation, &id)?;
//! participant.held = Some(true);
//! client.update_callback_participant(&conversation, &id, &participant)?;
//! # Ok::<(), callback_sdk::Error>(())
//! ```

mod callback;
mod client;
mod error;
mod events;
mod id;
mod pages;
mod token;

/// The exported models.
pub use callback_models as models;

pub use self::{
    callback::Callback,
    client::Client,
    error::{Error, ErrorBody},
    events::{Event, Events, events},
    id::{ConversationId, ParticipantId},
    pages::Pages,
    token::Token,
};
