//! Operations, their parameters and HTTP methods.

use ::core::fmt;

use super::{error::EndpointError, url};

/// A documented method of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operation {
    /// The name of the method in the docs.
    pub name: &'static str,
    /// The HTTP method.
    pub method: HttpMethod,
    /// The path, with parameter names in braces: `/api/v2/users/{userId}`.
    pub template: &'static str,
    /// The parameters in the path, the query and the headers, in the docs' order.
    pub parameters: &'static [Parameter],
    /// The name of the body's type in the docs, such as `User` or `string[]`. `None` if requests have no body.
    pub body: Option<&'static str>,
    /// Whether the body is required.
    pub body_required: bool,
    /// The name of the success type in the docs. `None` if successful responses have no body or different types.
    pub success: Option<&'static str>,
    /// The documented 2xx statuses.
    pub successes: &'static [u16],
    /// The other documented statuses.
    pub errors: &'static [u16],
}

impl Operation {
    /// Returns the path with these parameter values, percent-encoded.
    ///
    /// # Errors
    ///
    /// Fails if a parameter is missing, unknown or given more than once, or if a value is empty, `.` or `..`.
    pub fn path(&self, values: &[(&str, &str)]) -> Result<String, EndpointError> {
        url::path(self, values)
    }

    /// Returns the query with these parameter values, percent-encoded and without the question mark.
    ///
    /// To pass a list, repeat the name with each value.
    ///
    /// # Errors
    ///
    /// Fails if a required parameter is missing, a parameter is unknown, or one that is not a list is given more than once.
    pub fn query(&self, values: &[(&str, &str)]) -> Result<String, EndpointError> {
        url::query(self, values)
    }

    /// Returns the parameters in one part of the request.
    pub fn parameters_in(&self, place: Place) -> impl Iterator<Item = &'static Parameter> {
        let parameters = self.parameters.iter();
        parameters.filter(move |parameter| parameter.place == place)
    }
}

/// A parameter of an endpoint, other than the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// The name in requests.
    pub name: &'static str,
    /// The part of the request that contains the parameter.
    pub place: Place,
    /// The name of the type, such as `string`, `string[]` or `dateTime`.
    pub ty: &'static str,
    /// Whether requests must contain the parameter.
    pub required: bool,
}

impl Parameter {
    /// Checks whether the parameter takes several values.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.ty.ends_with("[]")
    }
}

/// The part of a request that contains a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The path.
    Path,
    /// The query.
    Query,
    /// The headers.
    Header,
}

impl Place {
    /// Returns `path`, `query` or `header`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
        }
    }
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HttpMethod {
    /// `DELETE`.
    Delete,
    /// `GET`.
    Get,
    /// `HEAD`.
    Head,
    /// `OPTIONS`.
    Options,
    /// `PATCH`.
    Patch,
    /// `POST`.
    Post,
    /// `PUT`.
    Put,
}

impl HttpMethod {
    /// Returns the method in upper case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Delete => "DELETE",
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
            Self::Patch => "PATCH",
            Self::Post => "POST",
            Self::Put => "PUT",
        }
    }
}

impl fmt::Display for HttpMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
