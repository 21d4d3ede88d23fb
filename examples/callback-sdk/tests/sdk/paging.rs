//! Iteration over paged listings.

use callback_sdk::Client;
use serde_json::json;

use crate::server::Server;

const PATH: &str = "/api/v2/conversations/callbacks";

/// Starts a server with pages of callbacks with these ids. Other pages are missing.
fn server(pages: &'static [&'static [&'static str]]) -> Server {
    Server::new(move |request| {
        let number = request.url.rsplit('=').next().unwrap();
        let number = number.parse().unwrap_or(1);
        let Some(ids) = pages.get(number - 1) else {
            return (404, r#"{"message": "no such page"}"#.to_owned());
        };
        let entities: Vec<_> = ids.iter().map(|id| json!({"id": id})).collect();
        // The last page refers to one that is missing, if it is empty.
        let is_last = number == pages.len() && !ids.is_empty();
        let next_uri = (!is_last).then(|| format!("{PATH}?pageNumber={}", number + 1));
        let page = json!({"entities": entities, "nextUri": next_uri});
        (200, page.to_string())
    })
}

/// Returns the ids of the callbacks, and `!` for each error.
fn ids(client: &Client) -> Vec<String> {
    let ids = client.callbacks().unwrap().map(|callback| {
        let id = callback.map(|callback| callback.id.unwrap());
        id.unwrap_or_else(|_| "!".to_owned())
    });
    ids.collect()
}

#[test]
fn all_pages_are_fetched_in_order() {
    let server = server(&[&["a", "b"], &["c", "d"], &["e"]]);
    assert_eq!(ids(&server.client()), ["a", "b", "c", "d", "e"]);
    let expected = [
        format!("GET {PATH}"),
        format!("GET {PATH}?pageNumber=2"),
        format!("GET {PATH}?pageNumber=3"),
    ];
    assert_eq!(server.lines(), expected);
}

#[test]
fn a_page_is_fetched_when_the_iterator_reaches_it() {
    let server = server(&[&["a", "b"], &["c"]]);
    let client = server.client();
    let mut callbacks = client.callbacks().unwrap();
    assert_eq!(server.lines().len(), 0);
    callbacks.next().unwrap().unwrap();
    callbacks.next().unwrap().unwrap();
    assert_eq!(server.lines().len(), 1);
    callbacks.next().unwrap().unwrap();
    assert_eq!(server.lines().len(), 1);
    assert!(callbacks.next().is_none() && callbacks.next().is_none());
    assert_eq!(server.lines().len(), 0);
}

#[test]
fn an_empty_page_is_skipped() {
    let server = server(&[&["a"], &[], &["b"]]);
    assert_eq!(ids(&server.client()), ["a", "b"]);
}

#[test]
fn a_page_that_fails_is_an_error_and_the_last_item() {
    let server = server(&[&["a"], &[]]);
    assert_eq!(ids(&server.client()), ["a", "!"]);
    assert_eq!(server.lines().len(), 3);
}
