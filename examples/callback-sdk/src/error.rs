//! The error of a request.

use callback_models::{
    ErrorBody,
    runtime::{RequestError, ResponseError},
};

/// The error of a request.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The request is incomplete, for example because the id in its path is empty.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The request or its response could not be transferred, for example because of a timeout.
    #[error("the request failed")]
    Transport(#[from] ureq::Error),
    /// The response is an error, or does not decode.
    #[error(transparent)]
    Response(#[from] ResponseError<ErrorBody>),
}
