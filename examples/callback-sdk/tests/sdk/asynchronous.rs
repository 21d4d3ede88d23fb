//! The same endpoints with an asynchronous HTTP client.

use callback_sdk::models::{
    CallbackConversation, ErrorBody, MediaParticipantRequest,
    endpoints::conversations::{
        GET_CONVERSATIONS_CALLBACKS, PATCH_CONVERSATIONS_CALLBACK_PARTICIPANT,
    },
    model,
    runtime::{Listing, Request},
};
use reqwest::{Client, Method};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::server::{Server, TOKEN};

type AnyError = Box<dyn std::error::Error>;

/// Sends a request and decodes the response.
async fn send<T: DeserializeOwned>(
    client: &Client,
    base_url: &str,
    request: Request<T, ErrorBody>,
) -> Result<Option<T>, AnyError> {
    let method: Method = request.method.as_str().parse()?;
    let mut builder = client
        .request(method, request.url(base_url))
        .bearer_auth(TOKEN);
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let body = request.body.clone().unwrap_or_default();
    let response = builder.body(body).send().await?;
    let status = response.status().as_u16();
    Ok(request.decode(status, &response.bytes().await?)?)
}

#[tokio::test]
async fn pages_are_awaited_one_by_one() -> Result<(), AnyError> {
    let server = Server::new(|request| {
        let (id, next_uri) = match request.url.split_once('?') {
            None => ("a", Some("/api/v2/conversations/callbacks?pageNumber=2")),
            Some(_) => ("b", None),
        };
        let page = json!({"entities": [{"id": id}], "nextUri": next_uri});
        (200, page.to_string())
    });
    let (client, base_url) = (Client::builder().no_proxy().build()?, server.url());
    let request = GET_CONVERSATIONS_CALLBACKS.request().build()?;
    let mut pages = request.pages(|request| send(&client, &base_url, request));
    let mut callbacks: Vec<CallbackConversation> = Vec::new();
    while let Some(page) = pages.next_page().await {
        callbacks.extend(page?.into_entities());
    }
    let ids: Vec<_> = callbacks.iter().filter_map(|it| it.id.as_deref()).collect();
    assert_eq!(ids, ["a", "b"]);
    Ok(())
}

#[tokio::test]
async fn a_response_without_a_body_is_none() -> Result<(), AnyError> {
    let server = Server::always(202, "");
    let client = Client::builder().no_proxy().build()?;
    let request = PATCH_CONVERSATIONS_CALLBACK_PARTICIPANT
        .request()
        .path("conversationId", "c-1")
        .path("participantId", "p-1")
        .body(model!(MediaParticipantRequest { held: true }))
        .build()?;
    assert_eq!(send(&client, &server.url(), request).await?, None);
    let received = server.received().pop().unwrap();
    assert_eq!(received.json(), json!({"held": true}));
    Ok(())
}
