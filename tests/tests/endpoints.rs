//! Endpoints of the committed output.

use genesys_models::{
    AssignedWrapupCode, CallbackConversation, CallbackConversationEntityListing, ErrorBody,
    MediaParticipantRequest,
    endpoints::conversations::{
        GET_CONVERSATIONS_CALLBACK, GET_CONVERSATIONS_CALLBACK_PARTICIPANT_WRAPUP,
        GET_CONVERSATIONS_CALLBACKS, PATCH_CONVERSATIONS_CALLBACK_PARTICIPANT,
    },
    runtime::{Endpoint, HttpMethod, Listing, Place},
};

#[test]
fn an_endpoint_has_the_types_of_its_bodies() {
    let get: Endpoint<(), CallbackConversation, ErrorBody> = GET_CONVERSATIONS_CALLBACK;
    assert_eq!(get.method, HttpMethod::Get);
    assert_eq!(get.body(), None);
    let update: Endpoint<MediaParticipantRequest, (), ErrorBody> =
        PATCH_CONVERSATIONS_CALLBACK_PARTICIPANT;
    let body = update.body().unwrap();
    assert_eq!((body.ty, body.required), ("MediaParticipantRequest", true));
}

#[test]
fn an_endpoint_describes_its_responses() {
    let types = |endpoint: Endpoint<(), CallbackConversation, ErrorBody>, status| {
        let mut responses = endpoint.responses();
        responses
            .find(|response| response.status == Some(status))
            .map(|response| response.ty)
    };
    let get = GET_CONVERSATIONS_CALLBACK;
    assert_eq!(types(get, 200), Some(Some("CallbackConversation")));
    assert_eq!(types(get, 404), Some(Some("ErrorBody")));
    assert_eq!(types(get, 202), None);
    let update = PATCH_CONVERSATIONS_CALLBACK_PARTICIPANT.responses().next();
    let update = update.unwrap();
    assert_eq!((update.status, update.ty), (Some(202), None));
}

#[test]
fn an_endpoint_describes_its_parameters() {
    let wrapup: Endpoint<(), AssignedWrapupCode, ErrorBody> =
        GET_CONVERSATIONS_CALLBACK_PARTICIPANT_WRAPUP;
    let parameter = wrapup.parameters_in(Place::Query).next().unwrap();
    assert_eq!((parameter.name, parameter.ty), ("provisional", "boolean"));
    assert!(!parameter.required);
    let description = "Whether to get the draft instead of the final wrap-up";
    assert_eq!(parameter.description(), Some(description));
}

#[test]
fn a_request_is_built_from_an_endpoint() {
    let request = GET_CONVERSATIONS_CALLBACK
        .request()
        .path("conversationId", "a/b c")
        .build()
        .unwrap();
    assert_eq!(
        request.to_string(),
        "GET /api/v2/conversations/callbacks/a%2Fb%20c"
    );
}

#[test]
fn a_listing_has_a_next_page() {
    let request = GET_CONVERSATIONS_CALLBACKS.request().build().unwrap();
    let body = br#"{"entities": [{"id": "c1"}], "nextUri": "/api/v2/conversations/callbacks?pageNumber=2"}"#;
    let page: CallbackConversationEntityListing = request.decode(200, body).unwrap().unwrap();
    let next = request.next_request(&page).unwrap();
    assert_eq!(next.query, "pageNumber=2");
    let entities = page.into_entities();
    assert_eq!(entities[0].id.as_deref(), Some("c1"));
    let last = CallbackConversationEntityListing::default();
    assert!(request.next_request(&last).is_none());
    assert_eq!(last.into_entities(), []);
}

#[test]
fn an_endpoint_is_plain_data_regardless_of_its_types() {
    fn assert_plain<T: Copy + Send + Sync + std::fmt::Debug>(_: T) {}
    assert_plain(GET_CONVERSATIONS_CALLBACK);
}
