//! Endpoints as data, for use with any HTTP client.
//!
//! A generated crate has a constant for each method of the API: an [`Endpoint`], which is an [`Operation`] with the types of
//! its bodies.

mod http;
mod operation;

use ::core::{fmt, marker::PhantomData, ops::Deref};

use ::serde_json::Value;

pub use self::{
    http::{HttpMethod, ParseNameError, Place},
    operation::{Operation, Parameter, Response},
};

/// An [`Operation`] with the types of its bodies.
///
/// `Body`, `Success` and `Error` are the types of requests, of successful responses and of other responses: models, lists of
/// models, or `serde_json::Value` if the docs have no exact type. `()` means that there is no body.
pub struct Endpoint<Body, Success, Error = Value> {
    /// The operation, to which the endpoint dereferences.
    pub operation: Operation,
    /// A marker that uses the type parameters.
    pub types: PhantomData<fn(Body) -> (Success, Error)>,
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
