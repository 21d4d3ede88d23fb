//! What stands around the participants of a callback.

use callback_models::CallbackMediaParticipant;
use serde::Deserialize;

use crate::{ConversationId, ParticipantId};

/// A conversation that is a callback.
///
/// Only what this SDK needs of it: it is read and never sent, so nothing gets lost. What is sent are the
/// participants, and their model keeps everything.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Callback {
    /// The conversation's id.
    pub id: Option<ConversationId>,
    /// Who takes part in it.
    pub participants: Option<Vec<CallbackMediaParticipant>>,
}

impl Callback {
    /// Takes a participant out, by its id.
    #[must_use]
    pub fn into_participant(self, id: &ParticipantId) -> Option<CallbackMediaParticipant> {
        let mut participants = self.participants.into_iter().flatten();
        participants.find(|participant| participant.id.as_deref() == Some(id.as_str()))
    }
}
