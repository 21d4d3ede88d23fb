//! What there is to know about an endpoint.

use core::fmt;
use std::string::String;

use super::{error::EndpointError, path, query};

/// What there is to know about an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operation {
    /// The method's name in the docs.
    pub name: &'static str,
    /// The HTTP method.
    pub method: HttpMethod,
    /// The path, with the names of parameters in braces.
    pub template: &'static str,
    /// The parameters in the path, in the query and in headers, in the docs' order.
    pub parameters: &'static [Parameter],
    /// The name of the body's type in the docs, such as `User` or `string[]`.
    pub body: Option<&'static str>,
    /// Whether there has to be a body.
    pub body_required: bool,
    /// The name of the type of successful answers in the docs.
    pub success: Option<&'static str>,
    /// The statuses that tell success, as the docs list them.
    pub successes: &'static [u16],
    /// All other statuses that the docs list.
    pub errors: &'static [u16],
}

impl Operation {
    /// The path, with the values of its parameters percent-encoded.
    ///
    /// # Errors
    ///
    /// A parameter is missing, unknown or there twice, or its value cannot stand in a path: it is empty, `.` or `..`.
    pub fn path(&self, values: &[(&str, &str)]) -> Result<String, EndpointError> {
        path::path(self, values)
    }

    /// The query, percent-encoded and without the question mark; empty where there are no values. A list's name can
    /// stand with several values.
    ///
    /// # Errors
    ///
    /// A required parameter is missing, or a parameter is unknown, or there twice and no list.
    pub fn query(&self, values: &[(&str, &str)]) -> Result<String, EndpointError> {
        query::query(self, values)
    }

    /// The parameters that stand in a place.
    pub fn parameters_in(&self, place: Place) -> impl Iterator<Item = &'static Parameter> {
        let parameters = self.parameters.iter();
        parameters.filter(move |parameter| parameter.place == place)
    }
}

/// What an endpoint takes beside the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// The name on the wire.
    pub name: &'static str,
    /// Where it stands.
    pub place: Place,
    /// The name of its type: as in the docs, such as `string` or `string[]`, or what they tell of it beyond that, such
    /// as `dateTime`.
    pub ty: &'static str,
    /// Whether it is required.
    pub required: bool,
}

impl Parameter {
    /// Whether it takes several values.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.ty.ends_with("[]")
    }
}

/// Where in a request a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// It is a header.
    Header,
}

impl Place {
    /// The place as a word.
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
    /// The method as it is sent.
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
