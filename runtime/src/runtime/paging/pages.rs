//! The pages of a listing, one after the other.

use ::core::{fmt, future::Future, iter::FusedIterator};
use ::std::collections::BTreeSet;

use super::{
    super::endpoint::{Request, RequestError},
    Cursored, Listing,
    next::{cursor_name, page_key},
};

impl<Success: Listing, Error> Request<Success, Error> {
    /// Returns the pages of a listing, from this request's page to the last one.
    ///
    /// `send` sends a request and returns a `Result` with the page, or with the `Option` that [`Request::decode`] returns. If it
    /// is asynchronous, call [`Pages::next_page`].
    ///
    /// ```
    /// # use genesys_runtime::{Endpoint, HttpMethod, Operation, Request};
    /// # struct UserEntityListing { entities: Vec<String>, next_uri: Option<String> }
    /// # impl<'de> serde::Deserialize<'de> for UserEntityListing {
    /// #     fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
    /// #         let (entities, next_uri) = serde::Deserialize::deserialize(deserializer)?;
    /// #         Ok(Self { entities, next_uri })
    /// #     }
    /// # }
    /// # impl genesys_runtime::Listing for UserEntityListing {
    /// #     type Entity = String;
    /// #     fn into_entities(self) -> Vec<String> { self.entities }
    /// #     fn next_uri(&self) -> Option<&str> { self.next_uri.as_deref() }
    /// # }
    /// # const GET_USERS: Endpoint<(), UserEntityListing> = Endpoint {
    /// #     operation: Operation {
    /// #         name: "getUsers",
    /// #         method: HttpMethod::Get,
    /// #         template: "/api/v2/users",
    /// #         parameters: &["query number pageSize", "query number pageNumber"],
    /// #         responses: &["200 UserEntityListing"],
    /// #     },
    /// #     types: core::marker::PhantomData,
    /// # };
    /// # fn http_call(_: &str, url: &str) -> Result<(u16, Vec<u8>), std::io::Error> {
    /// #     Ok((200, match url {
    /// #         "https://api.mypurecloud.com/api/v2/users?pageSize=2" => {
    /// #             br#"[["Ann", "Bob"], "/api/v2/users?pageSize=2&pageNumber=2"]"#.to_vec()
    /// #         }
    /// #         _ => br#"[["Cid"], null]"#.to_vec(),
    /// #     }))
    /// # }
    /// use genesys_runtime::Listing;
    ///
    /// let request = GET_USERS.request().query("pageSize", 2).build()?;
    /// let pages = request.pages(|request| -> Result<_, Box<dyn std::error::Error>> {
    ///     let (status, bytes) = http_call(request.method.as_str(), &request.url("https://api.mypurecloud.com"))?;
    ///     Ok(request.decode(status, &bytes)?)
    /// });
    ///
    /// let mut users = Vec::new();
    /// for page in pages {
    ///     users.extend(page?.into_entities());
    /// }
    /// assert_eq!(users, ["Ann", "Bob", "Cid"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn pages<F, Sent>(self, send: F) -> Pages<Success, Error, F>
    where
        F: FnMut(Self) -> Sent,
    {
        Pages::new(self, Self::next_request, send)
    }
}

impl<Success: Cursored, Error> Request<Success, Error> {
    /// Returns the pages of a listing, from this request's page to the last one, by their cursors.
    ///
    /// `send` is called as by [`pages`](Request::pages).
    ///
    /// # Errors
    ///
    /// Fails if the docs list no query parameter `cursor` or `after`.
    pub fn cursor_pages<F, Sent>(self, send: F) -> Result<Pages<Success, Error, F>, RequestError>
    where
        F: FnMut(Self) -> Sent,
    {
        cursor_name(self.operation())?;
        // The operation has a parameter for the cursor, and stays the same.
        let follow = |request: &Self, page: &Success| request.next_cursor_request(page).ok()?;
        Ok(Pages::new(self, follow, send))
    }
}

/// The pages of a listing, which [`Request::pages`] and [`Request::cursor_pages`] return.
///
/// If the function that sends requests returns a `Result`, this is an iterator. If it returns a future, call
/// [`next_page`](Self::next_page). There are no more pages after the last one, after an error, after a response without a
/// body, and before a page that was already requested.
#[must_use = "pages are requested one by one as they are needed"]
pub struct Pages<Success, Error, F> {
    next: Option<Request<Success, Error>>,
    /// The pages that were requested.
    seen: BTreeSet<Vec<u8>>,
    follow: Follow<Success, Error>,
    send: F,
}

/// Returns the request for the page after this one.
type Follow<Success, Error> =
    fn(&Request<Success, Error>, &Success) -> Option<Request<Success, Error>>;

impl<Success, Error, F> Pages<Success, Error, F> {
    fn new(first: Request<Success, Error>, follow: Follow<Success, Error>, send: F) -> Self {
        Self {
            seen: BTreeSet::from([page_key(&first)]),
            next: Some(first),
            follow,
            send,
        }
    }

    /// Requests the next page, or returns `None` after the last one.
    ///
    /// If the future is dropped before it completes, the next call requests the same page again.
    ///
    /// ```
    /// # use genesys_runtime::{Listing, Request};
    /// # async fn collect<L: Listing>(
    /// #     request: Request<L>,
    /// #     send: impl AsyncFn(Request<L>) -> std::io::Result<Option<L>>,
    /// # ) -> std::io::Result<Vec<L::Entity>> {
    /// let mut pages = request.pages(async |request| send(request).await);
    /// let mut entities = Vec::new();
    /// while let Some(page) = pages.next_page().await {
    ///     entities.extend(page?.into_entities());
    /// }
    /// # Ok(entities)
    /// # }
    /// ```
    pub async fn next_page<Sent, Page, E>(&mut self) -> Option<Result<Success, E>>
    where
        F: FnMut(Request<Success, Error>) -> Sent,
        Sent: Future<Output = Result<Page, E>>,
        Page: Into<Option<Success>>,
    {
        let request = self.next.clone()?;
        let sent = (self.send)(request).await;
        self.advance(sent.map(Into::into))
    }

    /// Determines the request after the one that was sent, and returns the page.
    fn advance<E>(&mut self, sent: Result<Option<Success>, E>) -> Option<Result<Success, E>> {
        let request = self.next.take()?;
        let page = sent.transpose()?;
        if let Ok(page) = &page {
            let next = (self.follow)(&request, page);
            self.next = next.filter(|next| self.seen.insert(page_key(next)));
        }
        Some(page)
    }
}

impl<Success, Error, F, Page, E> Iterator for Pages<Success, Error, F>
where
    F: FnMut(Request<Success, Error>) -> Result<Page, E>,
    Page: Into<Option<Success>>,
{
    type Item = Result<Success, E>;

    fn next(&mut self) -> Option<Self::Item> {
        let request = self.next.clone()?;
        let sent = (self.send)(request);
        self.advance(sent.map(Into::into))
    }
}

impl<Success, Error, F> FusedIterator for Pages<Success, Error, F> where Self: Iterator {}

impl<Success, Error, F> fmt::Debug for Pages<Success, Error, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("next", &self.next)
            .finish_non_exhaustive()
    }
}
