//! Requests are sent again if the rate limit is exceeded.

use std::sync::atomic::{AtomicUsize, Ordering};

use callback_sdk::Error;

use crate::server::Server;

/// Starts a server that responds to the first requests with 429.
fn busy_server(refusals: usize) -> Server {
    let count = AtomicUsize::new(0);
    Server::new(move |_| match count.fetch_add(1, Ordering::Relaxed) {
        count if count < refusals => (429, r#"{"message": "Slow down"}"#.to_owned()),
        _ => (200, r#"{"id": "c-1"}"#.to_owned()),
    })
}

#[test]
fn a_request_is_sent_again_after_429() {
    let server = busy_server(2);
    let callback = server.client().callback("c-1").unwrap();
    assert_eq!(callback.id.as_deref(), Some("c-1"));
    assert_eq!(server.lines().len(), 3);
}

#[test]
fn the_third_429_is_an_error() {
    let server = busy_server(3);
    let error = server.client().callback("c-1").unwrap_err();
    assert!(matches!(error, Error::Response(error) if error.status() == 429));
    assert_eq!(server.lines().len(), 3);
}
