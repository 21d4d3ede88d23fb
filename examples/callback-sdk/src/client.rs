//! The HTTP client.

use std::time::Duration;

use callback_models::CallbackMediaParticipant;
use serde::{Serialize, de::DeserializeOwned};
use ureq::{Agent, Body, RequestBuilder, http::Response};

use crate::{Callback, ConversationId, Error, ErrorBody, Pages, ParticipantId, Token};

const CALLBACKS: &str = "/api/v2/conversations/callbacks";

/// The time limit of a request.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A client of the API.
#[derive(Debug, Clone)]
pub struct Client {
    agent: Agent,
    base_url: String,
    token: Token,
}

impl Client {
    /// Creates a client for the API at `base_url`, such as `https://api.mypurecloud.com`.
    #[must_use]
    pub fn new(base_url: &str, token: Token) -> Self {
        let config = Agent::config_builder().timeout_global(Some(TIMEOUT));
        Self::with_agent(config.build().into(), base_url, token)
    }

    /// Creates a client that sends its requests through `agent`, which sets timeouts, proxies and TLS.
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
    /// If the request fails; see [`Error`].
    pub fn callback(&self, conversation: &ConversationId) -> Result<Callback, Error> {
        self.get(&format!("{CALLBACKS}/{}", conversation.segment()))
    }

    /// Gets a participant of a callback.
    ///
    /// # Errors
    ///
    /// If the request fails or the callback has no such participant; see [`Error`].
    pub fn callback_participant(
        &self,
        conversation: &ConversationId,
        participant: &ParticipantId,
    ) -> Result<CallbackMediaParticipant, Error> {
        let callback = self.callback(conversation)?;
        let found = callback.into_participant(participant);
        found.ok_or_else(|| Error::NoSuchParticipant {
            conversation: conversation.clone(),
            participant: participant.clone(),
        })
    }

    /// Sends a changed participant of a callback back, including all properties that it arrived with.
    ///
    /// # Errors
    ///
    /// If the request fails; see [`Error`].
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

    /// Returns an iterator over all callbacks, which fetches a page of `page_size` when it reaches the page.
    pub fn callbacks(&self, page_size: u32) -> Pages<'_, Callback> {
        Pages::new(self, CALLBACKS, page_size)
    }

    pub(crate) fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Error> {
        let request = self.agent.get(self.url(path));
        let body = successful_body(self.prepare(request).call()?)?;
        serde_json::from_slice(&body).map_err(Error::Decode)
    }

    fn patch(&self, path: &str, body: &impl Serialize) -> Result<(), Error> {
        let body = serde_json::to_vec(body).map_err(Error::Encode)?;
        let request = self.agent.patch(self.url(path));
        let request = request.content_type("application/json");
        successful_body(self.prepare(request).send(&body)?).map(drop)
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// Adds the token, and makes redirects an error, because following one turns a PATCH into a GET.
    fn prepare<B>(&self, request: RequestBuilder<B>) -> RequestBuilder<B> {
        let request = request.header("Authorization", self.token.authorization());
        let config = request.config().http_status_as_error(false);
        config.max_redirects(0).build()
    }
}

/// Returns the body of a response with a success status.
fn successful_body(mut response: Response<Body>) -> Result<Vec<u8>, Error> {
    let status = response.status();
    let body = response.body_mut().read_to_vec()?;
    if status.is_success() {
        return Ok(body);
    }
    Err(Error::Status {
        status: status.as_u16(),
        body: ErrorBody::from_bytes(&body),
    })
}
