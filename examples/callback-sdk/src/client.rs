//! The client, which sends requests, retries them and decodes the responses.

use std::{thread, time::Duration};

use callback_models::{
    CallbackConversation, ErrorBody, MediaParticipantRequest, WrapupInput,
    endpoints::conversations::{
        GET_CONVERSATIONS_CALLBACK, GET_CONVERSATIONS_CALLBACKS,
        PATCH_CONVERSATIONS_CALLBACK_PARTICIPANT,
        POST_CONVERSATIONS_CALLBACK_PARTICIPANT_COMMUNICATION_WRAPUP,
    },
    runtime::{Listing, Request},
};
use serde::de::DeserializeOwned;
use ureq::{Agent, Body, http};

use crate::{Error, Token};

/// The number of times that a request is sent if the rate limit is exceeded.
const ATTEMPTS: u32 = 3;

/// The delay before the next attempt if the response has no `Retry-After` header.
const DEFAULT_DELAY: Duration = Duration::from_secs(3);

/// A client of the platform.
#[derive(Debug, Clone)]
pub struct Client {
    agent: Agent,
    base_url: String,
    token: Token,
}

impl Client {
    /// Creates a client for a region, such as `https://api.mypurecloud.com`.
    ///
    /// The agent sets timeouts, proxies and TLS.
    #[must_use]
    pub fn new(agent: Agent, base_url: &str, token: Token) -> Self {
        let base_url = base_url.to_owned();
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
    /// Fails if the request fails.
    pub fn callback(&self, id: &str) -> Result<CallbackConversation, Error> {
        let request = GET_CONVERSATIONS_CALLBACK
            .request()
            .path("conversationId", id);
        Ok(self.send(&request.build()?)?.unwrap_or_default())
    }

    /// Returns the callbacks of the user, getting each page when the iterator reaches it.
    ///
    /// # Errors
    ///
    /// Fails if the request cannot be built. The iterator yields the error of a page that fails, and ends.
    pub fn callbacks(
        &self,
    ) -> Result<impl Iterator<Item = Result<CallbackConversation, Error>>, Error> {
        let request = GET_CONVERSATIONS_CALLBACKS.request().build()?;
        let pages = request.pages(|request| self.send(&request));
        Ok(pages.flat_map(|page| match page {
            Ok(page) => page.into_entities().into_iter().map(Ok).collect(),
            Err(error) => vec![Err(error)],
        }))
    }

    /// Changes a participant of a callback, such as whether it is on hold.
    ///
    /// # Errors
    ///
    /// Fails if the request fails.
    pub fn update_participant(
        &self,
        callback: &str,
        participant: &str,
        change: &MediaParticipantRequest,
    ) -> Result<(), Error> {
        let request = PATCH_CONVERSATIONS_CALLBACK_PARTICIPANT
            .request()
            .path("conversationId", callback)
            .path("participantId", participant)
            .body(change);
        self.send(&request.build()?).map(drop)
    }

    /// Wraps up a communication of a participant.
    ///
    /// # Errors
    ///
    /// Fails if the request fails.
    pub fn wrap_up(
        &self,
        callback: &str,
        participant: &str,
        communication: &str,
        wrapup: &WrapupInput,
    ) -> Result<(), Error> {
        let request = POST_CONVERSATIONS_CALLBACK_PARTICIPANT_COMMUNICATION_WRAPUP
            .request()
            .path("conversationId", callback)
            .path("participantId", participant)
            .path("communicationId", communication)
            .body(wrapup);
        self.send(&request.build()?).map(drop)
    }

    /// Sends a request, and sends it again after a delay if the rate limit is exceeded.
    ///
    /// # Errors
    ///
    /// Fails if no response arrives, its status is not 2xx, or its body does not decode.
    pub fn send<T: DeserializeOwned>(
        &self,
        request: &Request<T, ErrorBody>,
    ) -> Result<Option<T>, Error> {
        let mut response = self.call(request)?;
        for _ in 1..ATTEMPTS {
            if response.status() != http::StatusCode::TOO_MANY_REQUESTS {
                break;
            }
            thread::sleep(retry_delay(&response));
            response = self.call(request)?;
        }
        let status = response.status().as_u16();
        let bytes = response.body_mut().read_to_vec()?;
        Ok(request.decode(status, &bytes)?)
    }

    /// Sends a request once. Redirects are not followed, because following one turns a PATCH into a GET.
    fn call<T>(&self, request: &Request<T, ErrorBody>) -> Result<http::Response<Body>, Error> {
        let mut builder = http::Request::builder()
            .method(request.method.as_str())
            .uri(request.url(&self.base_url))
            .header("Authorization", self.token.authorization());
        for (name, value) in &request.headers {
            builder = builder.header(name, value);
        }
        let http_request = builder
            .body(request.body.clone().unwrap_or_default())
            .map_err(ureq::Error::from)?;
        let http_request = { self.agent.configure_request(http_request) }
            .http_status_as_error(false)
            .max_redirects(0)
            .build();
        Ok(self.agent.run(http_request)?)
    }
}

/// Returns the delay that the server asks for, in seconds.
fn retry_delay(response: &http::Response<Body>) -> Duration {
    let header = response.headers().get("Retry-After");
    let seconds = header.and_then(|value| value.to_str().ok()?.parse().ok());
    seconds.map_or(DEFAULT_DELAY, Duration::from_secs)
}
