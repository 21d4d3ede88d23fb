//! A small SDK for callbacks on the Genesys Cloud Platform API: the example of how models that
//! `genesys-modelgen export` wrote go into an SDK of one's own. The README beside it tells how it is made.
//!
//! ```no_run
//! use callback_sdk::{Client, ConversationId, ParticipantId, Token};
//!
//! let client = Client::new("http://localhost:8080", Token::new("secret"));
//! let (conversation, agent) = (ConversationId::new("c-1"), ParticipantId::new("p-1"));
//! let mut participant = client.callback_participant(&conversation, &agent)?;
//! participant.held = Some(true);
//! client.update_callback_participant(&conversation, &agent, &participant)?;
//! # Ok::<(), callback_sdk::Error>(())
//! ```

mod callback;
mod client;
mod error;
mod events;
mod id;
mod pages;
mod token;

/// The models, as they were exported.
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
