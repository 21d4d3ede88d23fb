//! The builder of requests.

use ::core::{
    fmt::{self, Display},
    marker::PhantomData,
};

use ::serde::Serialize;
use ::serde_json::Value;

use super::{
    draft::Draft, http::Place, operation::Operation, request::Request, request_error::RequestError,
};

/// A builder of a [`Request`], which [`Endpoint::request`](super::Endpoint::request) returns.
///
/// Parameters are given by the names in the docs, in any order. [`build`](Self::build) checks them.
///
/// ```
/// # use genesys_runtime::{Endpoint, HttpMethod, Operation};
/// # const GET_USERS: Endpoint<(), serde_json::Value> = Endpoint {
/// #     operation: Operation {
/// #         name: "getUsers",
/// #         method: HttpMethod::Get,
/// #         template: "/api/v2/users",
/// #         parameters: &["query number pageSize", "query string[] expand", "query string sortOrder"],
/// #         responses: &["200 UserEntityListing"],
/// #     },
/// #     types: core::marker::PhantomData,
/// # };
/// let order: Option<&str> = None;
/// let request = GET_USERS
///     .request()
///     .query("pageSize", 25)
///     .query("expand", "presence")
///     .query("expand", "routing status")
///     .query_opt("sortOrder", order)
///     .build()?;
/// assert_eq!(
///     request.to_string(),
///     "GET /api/v2/users?pageSize=25&expand=presence&expand=routing%20status"
/// );
///
/// let error = GET_USERS.request().query("pagesize", 25).build().unwrap_err();
/// assert!(error.to_string().contains("did you mean `pageSize`?"));
/// # Ok::<(), genesys_runtime::RequestError>(())
/// ```
#[must_use = "`build` returns the request"]
pub struct RequestBuilder<Body, Success, Error = Value> {
    draft: Draft,
    types: PhantomData<fn(Body) -> (Success, Error)>,
}

impl<Body, Success, Error> RequestBuilder<Body, Success, Error> {
    pub(super) fn new(operation: Operation) -> Self {
        Self {
            draft: Draft::new(operation),
            types: PhantomData,
        }
    }

    /// Sets a parameter in the path.
    pub fn path(mut self, name: &str, value: impl Display) -> Self {
        self.draft.push(Place::Path, name, &value);
        self
    }

    /// Sets a parameter in the query. If the parameter is a list, every call adds an item.
    ///
    /// The type of the value is not checked.
    pub fn query(mut self, name: &str, value: impl Display) -> Self {
        self.draft.push(Place::Query, name, &value);
        self
    }

    /// Sets a parameter in the query, unless the value is `None`.
    pub fn query_opt(self, name: &str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.query(name, value),
            None => self,
        }
    }

    /// Sets a header that the docs list. Case does not matter in its name.
    ///
    /// Other headers, such as `Authorization`, are not part of the docs: add them when you send the request, or to
    /// [`Request::headers`].
    pub fn header(mut self, name: &str, value: impl Display) -> Self {
        self.draft.push(Place::Header, name, &value);
        self
    }

    /// Sets the body, a value or a reference to one.
    ///
    /// The body is serialized at once. If that fails, [`build`](Self::build) returns the error. Its properties are not checked:
    /// [`Model::validate`](super::super::Model::validate) reports the missing ones.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a body that is built in place reads better without a reference"
    )]
    pub fn body(mut self, body: impl RequestBody<Body>) -> Self
    where
        Body: Serialize,
    {
        self.draft.push_body(::serde_json::to_vec(body.as_body()));
        self
    }

    /// Returns the request.
    ///
    /// # Errors
    ///
    /// Fails if a required parameter or body is missing, if the docs do not list a parameter, if a parameter that is not a list
    /// is given more than once, if a value in the path is empty, `.` or `..`, if a header contains a control character, or if the
    /// body could not be serialized.
    pub fn build(self) -> Result<Request<Success, Error>, RequestError> {
        self.draft.build().map(Request::with_types)
    }
}

/// The body of a request for an endpoint, or a reference to it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a body of the endpoint",
    label = "expected `{Body}` or a reference to it",
    note = "the type of the body is the first type parameter of the endpoint; `()` means that it has none"
)]
pub trait RequestBody<Body> {
    /// Returns the body.
    fn as_body(&self) -> &Body;
}

impl<Body> RequestBody<Body> for Body {
    fn as_body(&self) -> &Body {
        self
    }
}

impl<Body> RequestBody<Body> for &Body {
    fn as_body(&self) -> &Body {
        self
    }
}

impl<Body, Success, Error> fmt::Debug for RequestBuilder<Body, Success, Error> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.draft.fmt(f)
    }
}
