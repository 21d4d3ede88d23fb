//! The calls, and the HTTP beneath them.

use std::time::Duration;

use callback_models::CallbackMediaParticipant;
use serde::{Serialize, de::DeserializeOwned};
use ureq::{Agent, Body, RequestBuilder, http::Response};

use crate::{Callback, ConversationId, Error, ErrorBody, Pages, ParticipantId, Token};

const CALLBACKS: &str = "/api/v2/conversations/callbacks";

/// How long a call may take.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// Calls the API. Its `Debug` does not show the token.
#[derive(Debug, Clone)]
pub struct Client {
    agent: Agent,
    base_url: String,
    token: Token,
}

impl Client {
    /// A client for the API at a URL, such as `https://api.mypurecloud.com`.
    #[must_use]
    pub fn new(base_url: &str, token: Token) -> Self {
        let config = Agent::config_builder().timeout_global(Some(TIME_LIMIT));
        Self::with_agent(config.build().into(), base_url, token)
    }

    /// A client with an agent of one's own, which knows about time limits, proxies and TLS.
    #[must_use]
    pub fn with_agent(agent: Agent, base_url: &str, token: Token) -> Self {
        let base_url = base_url.trim_end_matches('/').to_owned();
        Self {
            agent,
            base_url,
            token,
        }
    }

    /// Gets a callback.
    ///
    /// # Errors
    ///
    /// There is no such callback, or anything else that [`Error`] lists.
    pub fn callback(&self, conversation: &ConversationId) -> Result<Callback, Error> {
        self.get(&format!("{CALLBACKS}/{}", conversation.segment()))
    }

    /// Gets a participant of a callback.
    ///
    /// # Errors
    ///
    /// There is no such callback or participant, or anything else that [`Error`] lists.
    pub fn callback_participant(
        &self,
        conversation: &ConversationId,
        participant: &ParticipantId,
    ) -> Result<CallbackMediaParticipant, Error> {
        let found = self.callback(conversation)?.into_participant(participant);
        found.ok_or_else(|| Error::NoSuchParticipant {
            conversation: conversation.clone(),
            participant: participant.clone(),
        })
    }

    /// Sends a participant of a callback back, with all that came with it.
    ///
    /// # Errors
    ///
    /// There is no such callback or participant, or anything else that [`Error`] lists.
    pub fn update_callback_participant(
        &self,
        conversation: &ConversationId,
        participant: &ParticipantId,
        changed: &CallbackMediaParticipant,
    ) -> Result<(), Error> {
        let (conversation, participant) = (conversation.segment(), participant.segment());
        let path = format!("{CALLBACKS}/{conversation}/participants/{participant}");
        self.patch(&path, changed)
    }

    /// All callbacks, in pages of that many; a page is fetched when its first callback is asked for.
    pub fn callbacks(&self, page_size: u32) -> Pages<'_, Callback> {
        Pages::new(self, CALLBACKS, page_size)
    }

    pub(crate) fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Error> {
        let request = self.agent.get(self.url(path));
        let body = accepted(self.prepared(request).call()?)?;
        serde_json::from_slice(&body).map_err(Error::Decode)
    }

    fn patch(&self, path: &str, body: &impl Serialize) -> Result<(), Error> {
        let body = serde_json::to_vec(body).map_err(Error::Encode)?;
        let request = self.agent.patch(self.url(path));
        let request = request.content_type("application/json");
        accepted(self.prepared(request).send(&body)?).map(drop)
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// Adds what all requests share. Redirects are not followed: a PATCH would arrive as a GET.
    fn prepared<B>(&self, request: RequestBuilder<B>) -> RequestBuilder<B> {
        let request = request.header("Authorization", self.token.authorization());
        let config = request.config().http_status_as_error(false);
        config.max_redirects(0).build()
    }
}

/// The body of an answer, or the error that it is.
fn accepted(mut response: Response<Body>) -> Result<Vec<u8>, Error> {
    let status = response.status();
    let body = response.body_mut().read_to_vec()?;
    if status.is_success() {
        return Ok(body);
    }
    Err(Error::Status {
        status: status.as_u16(),
        body: ErrorBody::of(&body),
    })
}
