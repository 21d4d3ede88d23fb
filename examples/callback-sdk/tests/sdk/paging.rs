//! Iteration over paged listings.

use callback_sdk::{Callback, Error, Pages};
use serde_json::json;

use crate::server::{Server, StatusAndBody};

const PAGE: &str = "/api/v2/conversations/callbacks?pageNumber=";

/// Starts a server with some pages, and a response to requests for other pages.
fn server(pages: &[String], otherwise: StatusAndBody) -> Server {
    let pages = pages.to_vec();
    Server::new(move |request| {
        let number = request.url.strip_prefix(PAGE).unwrap();
        let (number, _) = number.split_once("&pageSize=").unwrap();
        let page = pages.get(number.parse::<usize>().unwrap() - 1);
        page.map_or(otherwise.clone(), |page| (200, page.clone()))
    })
}

fn page_with_count(ids: &[&str], page_count: u32) -> String {
    let entities: Vec<_> = ids.iter().map(|id| json!({"id": id})).collect();
    json!({"entities": entities, "pageCount": page_count, "total": 5}).to_string()
}

fn page_with_next_uri(ids: &[&str], next: Option<&str>) -> String {
    let entities: Vec<_> = ids.iter().map(|id| json!({"id": id})).collect();
    json!({"entities": entities, "nextUri": next}).to_string()
}

fn not_found() -> StatusAndBody {
    (404, r#"{"message": "no such page"}"#.to_owned())
}

/// Returns the ids of the callbacks, and `!` for each error.
fn ids(pages: Pages<'_, Callback>) -> Vec<String> {
    let id = |callback: Result<Callback, Error>| {
        callback.map_or("!".to_owned(), |callback| callback.id.unwrap().to_string())
    };
    pages.map(id).collect()
}

#[test]
fn all_pages_are_fetched_in_order() {
    let pages = [
        page_with_count(&["a", "b"], 3),
        page_with_count(&["c", "d"], 3),
        page_with_count(&["e"], 3),
    ];
    let server = server(&pages, not_found());
    assert_eq!(ids(server.client().callbacks(2)), ["a", "b", "c", "d", "e"]);
    let requests: Vec<_> = (1..=3)
        .map(|page| format!("GET {PAGE}{page}&pageSize=2"))
        .collect();
    assert_eq!(server.lines(), requests);
}

#[test]
fn a_page_is_fetched_when_the_iterator_reaches_it() {
    let server = server(
        &[page_with_count(&["a", "b"], 2), page_with_count(&["c"], 2)],
        not_found(),
    );
    let client = server.client();
    let mut callbacks = client.callbacks(2);
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
fn without_a_page_count_the_next_uri_decides() {
    let pages = [
        page_with_next_uri(&["a"], Some("/next")),
        page_with_next_uri(&["b"], None),
    ];
    let server = server(&pages, not_found());
    assert_eq!(ids(server.client().callbacks(1)), ["a", "b"]);
}

#[test]
fn an_empty_page_is_skipped() {
    let pages = [
        page_with_count(&["a"], 3),
        page_with_count(&[], 3),
        page_with_count(&["b"], 3),
    ];
    let server = server(&pages, not_found());
    assert_eq!(ids(server.client().callbacks(1)), ["a", "b"]);
}

#[test]
fn an_empty_listing_has_no_entities() {
    for empty in [r#"{"entities": [], "pageCount": 0}"#, "{}"] {
        let server = server(&[empty.to_owned()], not_found());
        assert_eq!(ids(server.client().callbacks(25)).len(), 0);
        assert_eq!(server.lines().len(), 1);
    }
}

#[test]
fn a_page_that_fails_is_an_error_and_the_last_item() {
    let pages = [page_with_count(&["a"], 3)];
    let server = server(&pages, not_found());
    assert_eq!(ids(server.client().callbacks(1)), ["a", "!"]);
    assert_eq!(server.lines().len(), 2);
}

#[test]
fn an_entity_that_does_not_decode_is_an_error_and_the_next_one_follows() {
    let page = json!({"entities": [{"id": "a"}, 5, {"id": "b"}], "pageCount": 1});
    let server = server(&[page.to_string()], not_found());
    assert_eq!(ids(server.client().callbacks(3)), ["a", "!", "b"]);
}
