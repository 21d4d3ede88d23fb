//! Listings: page after page, each when it is needed.

use callback_sdk::{Callback, Error, Pages};
use serde_json::json;

use crate::server::{Answer, Server};

const PAGE: &str = "/api/v2/conversations/callbacks?pageNumber=";

/// A server with pages, and the answer to any other.
fn server(pages: &[String], otherwise: Answer) -> Server {
    let pages = pages.to_vec();
    Server::new(move |request| {
        let number = request.url.strip_prefix(PAGE).unwrap();
        let (number, _) = number.split_once("&pageSize=").unwrap();
        let page = pages.get(number.parse::<usize>().unwrap() - 1);
        page.map_or(otherwise.clone(), |page| (200, page.clone()))
    })
}

fn counted(ids: &[&str], page_count: u32) -> String {
    let entities: Vec<_> = ids.iter().map(|id| json!({"id": id})).collect();
    json!({"entities": entities, "pageCount": page_count, "total": 5}).to_string()
}

fn linked(ids: &[&str], next: Option<&str>) -> String {
    let entities: Vec<_> = ids.iter().map(|id| json!({"id": id})).collect();
    json!({"entities": entities, "nextUri": next}).to_string()
}

fn missing() -> Answer {
    (404, r#"{"message": "no such page"}"#.to_owned())
}

/// The ids of callbacks, or `!` for an error.
fn ids(pages: Pages<'_, Callback>) -> Vec<String> {
    let id = |callback: Result<Callback, Error>| {
        callback.map_or("!".to_owned(), |callback| callback.id.unwrap().to_string())
    };
    pages.map(id).collect()
}

#[test]
fn all_pages_are_listed_in_order_and_none_after_the_last() {
    let pages = [
        counted(&["a", "b"], 3),
        counted(&["c", "d"], 3),
        counted(&["e"], 3),
    ];
    let server = server(&pages, missing());
    assert_eq!(ids(server.client().callbacks(2)), ["a", "b", "c", "d", "e"]);
    let asked: Vec<_> = (1..=3)
        .map(|page| format!("GET {PAGE}{page}&pageSize=2"))
        .collect();
    assert_eq!(server.lines(), asked);
}

#[test]
fn pages_are_fetched_when_they_are_needed() {
    let server = server(&[counted(&["a", "b"], 2), counted(&["c"], 2)], missing());
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
fn without_a_count_the_link_to_the_next_page_decides() {
    let pages = [linked(&["a"], Some("/next")), linked(&["b"], None)];
    let server = server(&pages, missing());
    assert_eq!(ids(server.client().callbacks(1)), ["a", "b"]);
}

#[test]
fn an_empty_page_is_passed_over() {
    let pages = [counted(&["a"], 3), counted(&[], 3), counted(&["b"], 3)];
    let server = server(&pages, missing());
    assert_eq!(ids(server.client().callbacks(1)), ["a", "b"]);
}

#[test]
fn a_listing_of_nothing_has_nothing() {
    for empty in [r#"{"entities": [], "pageCount": 0}"#, "{}"] {
        let server = server(&[empty.to_owned()], missing());
        assert_eq!(ids(server.client().callbacks(25)).len(), 0);
        assert_eq!(server.lines().len(), 1);
    }
}

#[test]
fn a_page_that_fails_is_an_error_and_the_end() {
    let pages = [counted(&["a"], 3)];
    let server = server(&pages, missing());
    assert_eq!(ids(server.client().callbacks(1)), ["a", "!"]);
    assert_eq!(server.lines().len(), 2);
}

#[test]
fn an_entity_that_does_not_decode_is_an_error_and_not_the_end() {
    let page = json!({"entities": [{"id": "a"}, 5, {"id": "b"}], "pageCount": 1});
    let server = server(&[page.to_string()], missing());
    assert_eq!(ids(server.client().callbacks(3)), ["a", "!", "b"]);
}
