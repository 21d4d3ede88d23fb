//! Endpoints as data, for whichever HTTP client.

mod encode;
mod error;
mod operation;
mod path;
mod query;

use core::{fmt, marker::PhantomData, ops::Deref};

pub use self::{
    error::{EndpointError, EndpointErrorKind},
    operation::{HttpMethod, Operation, Parameter, Place},
};

/// An endpoint: its [`Operation`], and the types of its body and of its successful answers.
///
/// `Body` is what the request carries, and `Success` what is answered: a model, a list, any JSON value where the docs
/// say no more than that (or where successful answers differ), and `()` where there is none.
///
/// ```ignore
/// let endpoint = endpoints::conversations::GET_CONVERSATIONS_CALLBACK;
/// let path = endpoint.path(&[("conversationId", id)])?;
/// let answer = client.request(endpoint.method.as_str(), &format!("{host}{path}"))?;
/// ```
pub struct Endpoint<Body, Success> {
    /// What there is to know about it.
    pub operation: Operation,
    /// The types, which are no data.
    pub types: PhantomData<fn(Body) -> Success>,
}

impl<Body, Success> Deref for Endpoint<Body, Success> {
    type Target = Operation;

    fn deref(&self) -> &Operation {
        &self.operation
    }
}

// Not derived: an endpoint is plain data, whatever its types are.
impl<Body, Success> Clone for Endpoint<Body, Success> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Body, Success> Copy for Endpoint<Body, Success> {}

impl<Body, Success> fmt::Debug for Endpoint<Body, Success> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.operation.fmt(f)
    }
}
