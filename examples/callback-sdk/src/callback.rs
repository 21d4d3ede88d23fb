//! Callback conversations.

use callback_models::CallbackMediaParticipant;
use serde::Deserialize;

use crate::{ConversationId, ParticipantId};

/// A callback conversation, reduced to the properties that this SDK needs.
///
/// It is only decoded and never sent back, so dropping its other properties is safe. The participants, which are sent
/// back, keep all of theirs.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Callback {
    /// The conversation's id.
    pub id: Option<ConversationId>,
    /// The participants.
    pub participants: Option<Vec<CallbackMediaParticipant>>,
}

impl Callback {
    /// Returns the participant with this id.
    #[must_use]
    pub fn into_participant(self, id: &ParticipantId) -> Option<CallbackMediaParticipant> {
        let mut participants = self.participants.into_iter().flatten();
        participants.find(|participant| participant.id.as_deref() == Some(id.as_str()))
    }
}
