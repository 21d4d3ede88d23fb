//! Requests for any HTTP client.

use ::core::{fmt, marker::PhantomData};

use ::serde::de::DeserializeOwned;
use ::serde_json::Value;

use super::{http::HttpMethod, operation::Operation, response, response_error::ResponseError};

/// A request to send with any HTTP client, and the types of its responses.
///
/// [`Endpoint::request`](super::Endpoint::request) starts to build one.
///
/// ```
/// # use genesys_runtime::{Endpoint, HttpMethod, Operation, Request, ResponseError};
/// # use serde_json::Value;
/// # const GET_USER: Endpoint<(), Value> = Endpoint {
/// #     operation: Operation {
/// #         name: "getUser",
/// #         method: HttpMethod::Get,
/// #         template: "/api/v2/users/{userId}",
/// #         parameters: &["path ! string userId"],
/// #         responses: &["200 User", "404 ErrorBody"],
/// #     },
/// #     types: core::marker::PhantomData,
/// # };
/// # type User = Value;
/// # fn http_call(_: &str, _: &str, _: &[(String, String)], _: Option<Vec<u8>>) -> (u16, Vec<u8>) {
/// #     (200, br#"{"name": "Ann"}"#.to_vec())
/// # }
/// let mut request = GET_USER.request().path("userId", "a1").build()?;
/// request.headers.push(("Authorization".into(), "Bearer ...".into()));
///
/// let url = request.url("https://api.mypurecloud.com");
/// let (status, bytes) = http_call(request.method.as_str(), &url, &request.headers, request.body.clone());
/// let user: Option<User> = request.decode(status, &bytes)?;
/// # assert_eq!(user.unwrap()["name"], "Ann");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Request<Success, Error = Value> {
    /// The HTTP method.
    pub method: HttpMethod,
    /// The path, percent-encoded.
    pub path: String,
    /// The query, percent-encoded and without the question mark. Empty if the request has no query.
    pub query: String,
    /// The names and values of headers. A request with a body has `Content-Type: application/json`.
    pub headers: Vec<(String, String)>,
    /// The body as JSON.
    pub body: Option<Vec<u8>>,
    operation: Operation,
    types: PhantomData<fn() -> (Success, Error)>,
}

impl Request<(), ()> {
    pub(super) fn new(
        operation: Operation,
        path: String,
        query: String,
        headers: Vec<(String, String)>,
        body: Option<Vec<u8>>,
    ) -> Self {
        Self {
            method: operation.method,
            path,
            query,
            headers,
            body,
            operation,
            types: PhantomData,
        }
    }

    pub(super) fn with_types<Success, Error>(self) -> Request<Success, Error> {
        Request {
            method: self.method,
            path: self.path,
            query: self.query,
            headers: self.headers,
            body: self.body,
            operation: self.operation,
            types: PhantomData,
        }
    }
}

impl<Success, Error> Request<Success, Error> {
    /// Returns the operation that the request is for.
    #[must_use]
    pub const fn operation(&self) -> &Operation {
        &self.operation
    }

    /// Returns the path, and the query after a question mark if there is one.
    #[must_use]
    pub fn path_and_query(&self) -> String {
        path_and_query(&self.path, &self.query)
    }

    /// Returns the URL on a server, such as `https://api.mypurecloud.com`.
    #[must_use]
    pub fn url(&self, base: &str) -> String {
        base.trim_end_matches('/').to_owned() + &self.path_and_query()
    }

    /// Decodes a response to the request, as [`Endpoint::decode`](super::Endpoint::decode) does.
    ///
    /// Returns `None` if the body is empty or `null`, or if it cannot be decoded and the docs name no type for the status.
    ///
    /// # Errors
    ///
    /// Fails if the status is not 2xx, or if the body is not what the docs say.
    pub fn decode(&self, status: u16, bytes: &[u8]) -> Result<Option<Success>, ResponseError<Error>>
    where
        Success: DeserializeOwned,
        Error: DeserializeOwned,
    {
        response::decode(&self.operation, status, bytes)
    }
}

fn path_and_query(path: &str, query: &str) -> String {
    let separator = if query.is_empty() { "" } else { "?" };
    [path, separator, query].concat()
}

// Not derived, because that would demand `Clone` of the types.
impl<Success, Error> Clone for Request<Success, Error> {
    fn clone(&self) -> Self {
        Request::new(
            self.operation,
            self.path.clone(),
            self.query.clone(),
            self.headers.clone(),
            self.body.clone(),
        )
        .with_types()
    }
}

/// Prints the method, the path and the query: `GET /api/v2/users?pageSize=25`.
impl<Success, Error> fmt::Display for Request<Success, Error> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path_and_query())
    }
}

/// Prints neither the body nor the values of headers, because they may be secret.
impl<Success, Error> fmt::Debug for Request<Success, Error> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("Request")
            .field("operation", &self.operation.name)
            .field("method", &self.method)
            .field("path", &self.path)
            .field("query", &self.query)
            .field("headers", &headers)
            .field("body_length", &self.body.as_ref().map(Vec::len))
            .finish()
    }
}
