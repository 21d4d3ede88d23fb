//! Requests for next pages, and the pages of a listing.

use std::{
    convert::Infallible,
    future::Future,
    marker::PhantomData,
    pin::pin,
    task::{Context, Poll, Waker},
};

use genesys_runtime::{Cursored, Endpoint, HttpMethod, Listing, Operation, Request};
use serde_json::{Value, json};

/// A page with a number, and the URI or the cursor of the next one.
#[derive(Debug, Clone, PartialEq)]
struct Page(u32, Option<&'static str>);

impl Listing for Page {
    type Entity = u32;

    fn into_entities(self) -> Vec<u32> {
        vec![self.0]
    }

    fn next_uri(&self) -> Option<&str> {
        self.1
    }
}

impl Cursored for Page {
    type Entity = u32;

    fn into_entities(self) -> Vec<u32> {
        vec![self.0]
    }

    fn cursor(&self) -> Option<&str> {
        self.1
    }
}

const fn endpoint(parameters: &'static [&'static str]) -> Endpoint<Value, Page> {
    Endpoint {
        operation: Operation {
            name: "getAnts",
            method: HttpMethod::Post,
            template: "/api/v2/ants",
            parameters,
            responses: &["200 AntListing"],
        },
        types: PhantomData,
    }
}

fn request() -> Request<Page> {
    let endpoint = endpoint(&["query string after", "query number size", "body Ant body"]);
    let builder = endpoint.request().query("size", 2).body(json!({}));
    let mut request = builder.build().unwrap();
    request
        .headers
        .push(("Authorization".into(), "Bearer x".into()));
    request
}

#[test]
fn only_the_path_and_the_query_of_the_next_uri_are_used() {
    for (uri, expected) in [
        (
            "/api/v2/ants?page=2&name=a%20b",
            "/api/v2/ants?page=2&name=a%20b",
        ),
        (
            "https://other.example/api/v2/ants?page=2",
            "/api/v2/ants?page=2",
        ),
        ("//other.example/ants", "/ants"),
        (
            "https://other.example//evil.example/ants",
            "/evil.example/ants",
        ),
        ("https://other.example?page=2", "/?page=2"),
        ("https://other.example", "/"),
        ("?page=2#top", "/api/v2/ants?page=2"),
        ("bees?to=https://a//b", "/api/v2/bees?to=https://a//b"),
        (
            "/ants?to=https://a.example/b",
            "/ants?to=https://a.example/b",
        ),
        (
            "/ants?name=a b\r\nX: é\\",
            "/ants?name=a%20b%0D%0AX:%20%C3%A9%5C",
        ),
        (
            "/ants?share=50%&name=%C3%A9%4",
            "/ants?share=50%25&name=%C3%A9%254",
        ),
    ] {
        let next = request().next_request(&Page(1, Some(uri))).unwrap();
        assert_eq!(next.path_and_query(), expected, "{uri}");
    }
}

#[test]
fn the_next_request_keeps_method_headers_and_body() {
    let first = request();
    let next = first.next_request(&Page(1, Some("/ants"))).unwrap();
    assert_eq!(next.method, first.method);
    assert_eq!((&next.headers, &next.body), (&first.headers, &first.body));
}

#[test]
fn there_is_no_next_request_without_another_uri() {
    for uri in [
        None,
        Some(""),
        Some("#"),
        Some("/api/v2/ants?size=2"),
        Some("https://other.example/api/v2/ants?size=2"),
        Some("/api/v2/%61nts?size=%32"),
    ] {
        assert!(request().next_request(&Page(1, uri)).is_none(), "{uri:?}");
    }
}

#[test]
fn a_cursor_is_set_in_the_documented_parameter() {
    let next = |request: &Request<Page>, cursor| {
        let next = request.next_cursor_request(&Page(1, Some(cursor)));
        next.unwrap()
    };
    let second = next(&request(), "a/b=").unwrap();
    assert_eq!(second.query, "size=2&after=a%2Fb%3D");
    assert_eq!((&second.body, second.headers.len()), (&request().body, 2));
    let third = next(&second, "c").unwrap();
    assert_eq!(third.query, "size=2&after=c");
    assert!(next(&third, "c").is_none() && next(&third, "").is_none());
    let last = third.next_cursor_request(&Page(1, None));
    assert!(last.unwrap().is_none());

    let both = endpoint(&["query string after", "query string cursor"]);
    let first = both.request().build().unwrap();
    assert_eq!(next(&first, "c").unwrap().query, "cursor=c");
}

#[test]
fn an_operation_without_a_cursor_parameter_is_an_error() {
    let request = endpoint(&["query number size"]).request().build().unwrap();
    let message = "getAnts has no query parameter `cursor` (query parameters: `size`)";
    let error = request
        .next_cursor_request(&Page(1, Some("a")))
        .unwrap_err();
    assert_eq!(error.to_string(), message);
    let error = request.cursor_pages(|request| page(&request)).unwrap_err();
    assert_eq!(error.to_string(), message);
}

/// Returns the pages 1, 2 and 3.
fn page(request: &Request<Page>) -> Page {
    assert_eq!(request.headers.len(), 2);
    match request.query.split_once("after=") {
        None => Page(1, Some("?after=2")),
        Some((_, "2" | "%3Fafter%3D2")) => Page(2, Some("?after=3")),
        Some(_) => Page(3, None),
    }
}

#[test]
fn all_pages_are_requested_one_after_the_other() {
    let number = |page: Result<Page, Infallible>| page.unwrap().0;
    let pages = request().pages(|request| Ok(page(&request)));
    assert!(pages.map(number).eq([1, 2, 3]));
    let pages = request().pages(|request| Ok(Some(page(&request))));
    assert!(pages.map(number).eq([1, 2, 3]));
    let pages = request().cursor_pages(|request| Ok(page(&request)));
    assert!(pages.unwrap().map(number).eq([1, 2, 3]));
}

#[test]
fn a_page_is_not_requested_twice() {
    let pages = request().pages(|request| {
        Ok::<_, Infallible>(match request.query.as_str() {
            "page=a%3A2" => Page(2, Some("?page=3")),
            "page=3" => Page(3, Some("?page=a:2")),
            _ => Page(1, Some("?page=a%3A2")),
        })
    });
    assert!(pages.take(9).map(|page| page.unwrap().0).eq([1, 2, 3]));
    let mut calls = 0;
    let pages = request().cursor_pages(|_| {
        calls += 1;
        Ok::<_, Infallible>(Page(calls, Some(["a", "b"][calls as usize % 2])))
    });
    assert!(
        pages
            .unwrap()
            .take(9)
            .map(|page| page.unwrap().0)
            .eq([1, 2, 3])
    );
}

#[test]
fn encoded_delimiters_make_another_page() {
    let first = request()
        .next_request(&Page(1, Some("?name=a%26b")))
        .unwrap();
    assert!(first.next_request(&Page(2, Some("?name=a&b"))).is_some());
    assert!(
        first
            .next_request(&Page(2, Some("?n%61me=a%26b")))
            .is_none()
    );
}

#[test]
fn nothing_follows_an_error_or_a_response_without_a_body() {
    let mut calls = 0;
    let mut pages = request().pages(|_| {
        calls += 1;
        if calls == 2 {
            Err(calls)
        } else {
            Ok(Page(calls, Some("/2")))
        }
    });
    assert_eq!(pages.next(), Some(Ok(Page(1, Some("/2")))));
    assert_eq!(pages.next(), Some(Err(2)));
    assert_eq!((pages.next(), pages.next()), (None, None));
    assert_eq!(calls, 2);
    let mut pages = request().pages(|_| Ok::<_, Infallible>(None));
    assert_eq!((pages.next(), pages.next()), (None, None));
}

/// Polls a future until it is ready.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        {
            return value;
        }
    }
}

/// Returns a future that is pending once.
async fn yield_once() {
    let mut is_ready = false;
    std::future::poll_fn(|_| {
        let poll = if is_ready {
            Poll::Ready(())
        } else {
            Poll::Pending
        };
        is_ready = true;
        poll
    })
    .await;
}

#[test]
fn async_functions_send_requests_too() {
    let mut pages = request().pages(async |request| {
        yield_once().await;
        Ok::<_, Infallible>(page(&request))
    });
    let numbers = block_on(async {
        let mut numbers = Vec::new();
        while let Some(page) = pages.next_page().await {
            numbers.extend(Listing::into_entities(page.unwrap()));
        }
        numbers
    });
    assert_eq!(numbers, [1, 2, 3]);
}

#[test]
fn a_page_is_requested_again_if_its_future_was_dropped() {
    let mut pages = request().pages(async |request| {
        yield_once().await;
        Ok::<_, Infallible>(page(&request))
    });
    {
        let mut first = pin!(pages.next_page());
        let mut context = Context::from_waker(Waker::noop());
        assert!(first.as_mut().poll(&mut context).is_pending());
    }
    assert_eq!(
        block_on(pages.next_page()),
        Some(Ok(Page(1, Some("?after=2"))))
    );
}

#[test]
fn the_future_of_a_page_can_be_sent_to_another_thread() {
    fn assert_send(_: impl Send) {}
    let mut pages =
        request().pages(|request| std::future::ready(Ok::<_, Infallible>(page(&request))));
    assert_send(pages.next_page());
}
