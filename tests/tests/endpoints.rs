//! Endpoints of the committed output.

use genesys_models::{
    CallbackConversation, MediaParticipantRequest,
    endpoints::conversations::{
        GET_CONVERSATIONS_CALLBACK, GET_CONVERSATIONS_CALLBACK_PARTICIPANT_WRAPUP,
        PATCH_CONVERSATIONS_CALLBACK_PARTICIPANT,
    },
    runtime::Endpoint,
};

#[test]
fn an_endpoint_describes_its_requests_and_responses() {
    let get: Endpoint<(), CallbackConversation> = GET_CONVERSATIONS_CALLBACK;
    assert_eq!(get.method.as_str(), "GET");
    let path = get.path(&[("conversationId", "a/b c")]).unwrap();
    assert_eq!(path, "/api/v2/conversations/callbacks/a%2Fb%20c");
    assert_eq!(get.success, Some("CallbackConversation"));
    assert_eq!(get.successes, [200]);
    assert!(get.errors.contains(&404) && !get.errors.contains(&200));
    let update: Endpoint<MediaParticipantRequest, ()> = PATCH_CONVERSATIONS_CALLBACK_PARTICIPANT;
    assert_eq!(update.body, Some("MediaParticipantRequest"));
    assert!(update.body_required);
    assert_eq!((update.success, update.successes), (None, &[202][..]));
}

#[test]
fn optional_query_parameters_can_be_left_out() {
    let wrapup = GET_CONVERSATIONS_CALLBACK_PARTICIPANT_WRAPUP;
    assert_eq!(wrapup.query(&[]).unwrap(), "");
    assert_eq!(
        wrapup.query(&[("provisional", "true")]).unwrap(),
        "provisional=true"
    );
}

#[test]
fn an_endpoint_is_plain_data_regardless_of_its_types() {
    fn assert_plain<T: Copy + Send + Sync + std::fmt::Debug>(_: T) {}
    assert_plain(GET_CONVERSATIONS_CALLBACK);
}
