//! Endpoints as data, for use with any HTTP client.
//!
//! A generated crate has a constant for each method of the API: an [`Endpoint`], which is an [`Operation`] with the types of
//! its bodies. The functions in `url` check the parameters of a request and build its path and its query.

mod error;
mod operation;
mod url;

use ::core::{fmt, marker::PhantomData, ops::Deref};

pub use self::{
    error::{EndpointError, EndpointErrorKind},
    operation::{HttpMethod, Operation, Parameter, Place},
};

/// An [`Operation`] with the types of its request body and of its successful responses.
///
/// `Body` and `Success` are models, lists of models, or `serde_json::Value` if the docs have no exact type. `()` means that
/// there is no body.
///
/// ```
/// # use core::marker::PhantomData;
/// # use genesys_runtime::{HttpMethod, Operation, Parameter, Place};
/// use genesys_runtime::Endpoint;
///
/// // A generated crate has a constant like this one for each method of the API.
/// const GET_ANT: Endpoint<(), serde_json::Value> = Endpoint {
///     operation: Operation {
///         name: "getAnt",
///         method: HttpMethod::Get,
///         template: "/ants/{antId}",
///         // ...
/// #         parameters: &[Parameter { name: "antId", place: Place::Path, ty: "string", required: true }],
/// #         body: None,
/// #         body_required: false,
/// #         success: Some("Ant"),
/// #         successes: &[200],
/// #         errors: &[404],
///     },
///     types: PhantomData,
/// };
///
/// let path = GET_ANT.path(&[("antId", "a/b")])?;
/// assert_eq!(format!("{} {path}", GET_ANT.method), "GET /ants/a%2Fb");
/// # Ok::<(), genesys_runtime::EndpointError>(())
/// ```
pub struct Endpoint<Body, Success> {
    /// The operation, to which the endpoint dereferences.
    pub operation: Operation,
    /// A marker that uses the type parameters.
    pub types: PhantomData<fn(Body) -> Success>,
}

impl<Body, Success> Deref for Endpoint<Body, Success> {
    type Target = Operation;

    fn deref(&self) -> &Operation {
        &self.operation
    }
}

// Not derived, because that would demand `Body: Clone` and `Success: Clone`.
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
