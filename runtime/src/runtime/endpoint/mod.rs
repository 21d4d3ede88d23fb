//! Endpoints as data, for use with any HTTP client.
//!
//! A generated crate has a constant for each method of the API: an [`Endpoint`], which is an [`Operation`] with the types of
//! its bodies. A [`RequestBuilder`] collects the parts of a request; `draft` checks them against the operation and
//! assembles a [`Request`]. `response` decodes responses.

mod builder;
mod draft;
mod http;
mod operation;
mod percent;
mod permissions;
mod request;
mod request_error;
mod response;
mod response_error;
mod status;

use ::core::{fmt, marker::PhantomData, ops::Deref};

use ::serde::de::DeserializeOwned;
use ::serde_json::Value;

pub(super) use self::percent::{canonical, push_encoded, push_pair, repaired};
pub use self::{
    builder::{RequestBody, RequestBuilder},
    http::{HttpMethod, ParseNameError, Place},
    operation::{Operation, Parameter, Response},
    permissions::Permissions,
    request::Request,
    request_error::{RequestError, RequestErrorKind},
    response_error::{ResponseError, ResponseErrorKind},
};

/// An [`Operation`] with the types of its bodies.
///
/// `Body`, `Success` and `Error` are the types of request bodies, of successful responses and of error responses: models, lists of
/// models, or `serde_json::Value` if the docs have no exact type. `()` means that there is no body.
///
/// ```
/// # use core::marker::PhantomData;
/// # use genesys_runtime::{HttpMethod, Operation};
/// # use serde_json::{Value, json};
/// # type User = Value;
/// # type CreateUser = Value;
/// use genesys_runtime::Endpoint;
///
/// // A generated crate has a constant like this one for each method of the API.
/// const POST_USERS: Endpoint<CreateUser, User> = Endpoint {
///     operation: Operation {
///         name: "postUsers",
///         method: HttpMethod::Post,
///         template: "/api/v2/users",
///         // ...
/// #         parameters: &["body ! CreateUser body"],
/// #         responses: &["200 User", "400 ErrorBody"],
///     },
///     types: PhantomData,
/// };
///
/// # let create = json!({"name": "Ann"});
/// let request = POST_USERS.request().body(&create).build()?;
/// assert_eq!(request.to_string(), "POST /api/v2/users");
///
/// // The status and the body of the response come from your HTTP client.
/// let user: Option<User> = POST_USERS.decode(200, br#"{"id": "a1"}"#)?;
/// assert_eq!(user.expect("a body")["id"], "a1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Endpoint<Body, Success, Error = Value> {
    /// The operation, to which the endpoint dereferences.
    pub operation: Operation,
    /// A marker that uses the type parameters.
    pub types: PhantomData<fn(Body) -> (Success, Error)>,
}

impl<Body, Success, Error> Endpoint<Body, Success, Error> {
    /// Returns a builder of a request.
    pub fn request(self) -> RequestBuilder<Body, Success, Error> {
        RequestBuilder::new(self.operation)
    }

    /// Decodes a response with this status and body.
    ///
    /// Returns `None` if the body is empty or `null`, or if it cannot be decoded and the docs name no type for the status. Text
    /// that is not JSON, such as CSV, is decoded as a string if that is the documented type.
    ///
    /// # Errors
    ///
    /// Fails if the status is not 2xx, with the documented error if the body is one. Fails if a 2xx response has a body that is
    /// not JSON of the documented type.
    ///
    /// # Several types
    ///
    /// If successful responses have several types, `Success` is `serde_json::Value`, and [`Operation::responses`] says which type
    /// belongs to which status:
    ///
    /// ```
    /// # use core::marker::PhantomData;
    /// # use genesys_runtime::{Endpoint, HttpMethod, Operation};
    /// # use serde_json::{Value, from_value};
    /// # type Ship = Value;
    /// # type Sailor = Value;
    /// # const GET_SHIP: Endpoint<(), Value> = Endpoint {
    /// #     operation: Operation {
    /// #         name: "getShip",
    /// #         method: HttpMethod::Get,
    /// #         template: "/ships/{shipId}",
    /// #         parameters: &["path ! string shipId"],
    /// #         responses: &["200 Ship", "202 Sailor", "204"],
    /// #     },
    /// #     types: PhantomData,
    /// # };
    /// let status = 202;
    /// if let Some(value) = GET_SHIP.decode(status, br#"{"rank": "mate"}"#)? {
    ///     let mut responses = GET_SHIP.responses();
    ///     match responses.find(|it| it.status == Some(status)).and_then(|it| it.ty) {
    ///         Some("Ship") => println!("{:?}", from_value::<Ship>(value)?),
    ///         Some("Sailor") => println!("{:?}", from_value::<Sailor>(value)?),
    ///         _ => println!("{value}"),
    ///     }
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn decode(&self, status: u16, bytes: &[u8]) -> Result<Option<Success>, ResponseError<Error>>
    where
        Success: DeserializeOwned,
        Error: DeserializeOwned,
    {
        response::decode(&self.operation, status, bytes)
    }
}

impl<Body, Success, Error> Deref for Endpoint<Body, Success, Error> {
    type Target = Operation;

    fn deref(&self) -> &Operation {
        &self.operation
    }
}

// Not derived, because that would demand `Clone` of the types.
impl<Body, Success, Error> Clone for Endpoint<Body, Success, Error> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Body, Success, Error> Copy for Endpoint<Body, Success, Error> {}

impl<Body, Success, Error> fmt::Debug for Endpoint<Body, Success, Error> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.operation.fmt(f)
    }
}
