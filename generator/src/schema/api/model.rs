//! The APIs as plain data. The fields are in the order of their JSON keys; see `wire`.

use std::{collections::BTreeMap, fmt, ops::Not, str::FromStr};

use genesys_runtime::{HttpMethod, Place, Scalar};
use serde::{Deserialize, Serialize};

use super::path_template::PathTemplate;
use crate::schema::{
    ApiName, DefinitionName, Input, MethodName, Origin, Type,
    wire::{as_text, unique_names},
};

/// An area of the platform, described on one page of the docs.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Api {
    /// The name in the docs, such as `ConversationsAPI`.
    #[serde(skip)]
    pub name: ApiName,
    /// The description in the docs.
    #[serde(deserialize_with = "Option::deserialize")]
    pub description: Option<String>,
    /// The methods, in the docs' order.
    #[serde(deserialize_with = "unique_names")]
    pub methods: Vec<Method>,
    /// The location of the name.
    #[serde(skip)]
    pub origin: Origin,
}

/// A method of an API: one endpoint.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Method {
    /// The deprecation notice; `None` if the method is not deprecated.
    #[serde(deserialize_with = "Option::deserialize")]
    pub deprecated: Option<String>,
    /// The description that follows the summary.
    #[serde(deserialize_with = "Option::deserialize")]
    pub description: Option<String>,
    /// The HTTP method.
    #[serde(with = "as_text")]
    pub http_method: HttpMethod,
    /// The name in the docs, such as `getConversation`.
    pub name: MethodName,
    /// The input that describes the method.
    #[serde(default, rename = "origin", skip_serializing_if = "Input::is_docs")]
    pub described_by: Input,
    /// The parameters, in the docs' order.
    pub parameters: Vec<Parameter>,
    /// The path.
    #[serde(with = "as_text")]
    pub path: PathTemplate,
    /// The permissions that a client needs, if they are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permissions: Option<Permissions>,
    /// Whether the method is a preview, which may change without notice.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub preview: bool,
    /// The responses, in the docs' order.
    pub responses: Vec<Response>,
    /// The summary in one line.
    #[serde(deserialize_with = "Option::deserialize")]
    pub summary: Option<String>,
    /// The location of the name.
    #[serde(skip)]
    pub origin: Origin,
}

impl Method {
    /// Returns the parameter for the request body.
    #[must_use]
    pub fn body(&self) -> Option<&Parameter> {
        let mut parameters = self.parameters.iter();
        parameters.find(|parameter| parameter.place == Place::Body)
    }

    /// Returns the type of the successful responses: any JSON value if they differ, `None` if none has a body.
    #[must_use]
    pub fn success(&self) -> Option<Type> {
        let mut types = { self.responses.iter() }
            .filter(|response| response.status.is_success())
            .filter_map(|response| response.ty.as_ref());
        let first = types.next()?;
        Some(if types.all(|ty| ty == first) {
            first.clone()
        } else {
            Type::Scalar(Scalar::Any)
        })
    }

    /// Returns the definitions to which the body and the successful responses refer.
    pub fn payload_references(&self) -> impl Iterator<Item = &DefinitionName> {
        let responses = { self.responses.iter() }.filter(|response| response.status.is_success());
        let returned = responses.filter_map(|response| response.ty.as_ref());
        let body = self.body().map(|body| &body.ty);
        body.into_iter().chain(returned).filter_map(Type::reference)
    }

    /// Returns the definitions to which parameters and responses refer, error responses included.
    pub fn references(&self) -> impl Iterator<Item = &DefinitionName> {
        let taken = self.parameters.iter().map(|parameter| &parameter.ty);
        let returned = { self.responses.iter() }.filter_map(|response| response.ty.as_ref());
        taken.chain(returned).filter_map(Type::reference)
    }
}

/// The permissions that a client needs to call a method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Permissions {
    /// One of these, such as `routing:queue:view`.
    Any(Vec<String>),
    /// All of these.
    All(Vec<String>),
}

/// A parameter of a method.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Parameter {
    /// The value that applies if a request does not contain the parameter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// The description in the docs.
    #[serde(deserialize_with = "Option::deserialize")]
    pub description: Option<String>,
    /// The part of the request that contains the parameter.
    #[serde(rename = "in", with = "as_text")]
    pub place: Place,
    /// The name on the wire; the body is called `body`.
    pub name: String,
    /// Whether the docs mark it as required.
    pub required: bool,
    /// The type.
    #[serde(rename = "type")]
    pub ty: Type,
}

impl Parameter {
    /// Creates the parameter for a name in a path that is not described.
    pub(in crate::schema) fn undescribed_in_path(name: &str) -> Self {
        Self {
            default: None,
            description: None,
            place: Place::Path,
            name: name.to_owned(),
            required: true,
            ty: Type::Scalar(Scalar::Text),
        }
    }
}

/// A documented response of a method.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Response {
    /// The description in the docs.
    #[serde(deserialize_with = "Option::deserialize")]
    pub description: Option<String>,
    /// The error codes, with their meanings.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub error_codes: BTreeMap<String, String>,
    /// The status.
    #[serde(with = "as_text")]
    pub status: Status,
    /// The type of the body; `None` if the docs name no type.
    #[serde(rename = "type", deserialize_with = "Option::deserialize")]
    pub ty: Option<Type>,
}

/// The error of parsing a [`Status`] or a [`PathTemplate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseError(pub(super) &'static str);

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not {}", self.0)
    }
}

impl std::error::Error for ParseError {}

/// The HTTP status of a documented response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// A status code.
    Code(u16),
    /// Every status code that is not listed.
    Default,
}

impl Status {
    /// Checks whether the status is a 2xx code.
    #[must_use]
    pub const fn is_success(self) -> bool {
        matches!(self, Self::Code(200..300))
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => code.fmt(f),
            Self::Default => f.write_str("default"),
        }
    }
}

impl FromStr for Status {
    type Err = ParseError;

    /// Parses a status code from 100 to 599, or `default`.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        match text {
            "default" => Ok(Self::Default),
            code => match code.parse() {
                Ok(code @ 100..600) => Ok(Self::Code(code)),
                _ => Err(ParseError("an HTTP status")),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_a_code_or_default() {
        assert_eq!("204".parse(), Ok(Status::Code(204)));
        assert_eq!("default".parse(), Ok(Status::Default));
        assert!(
            ["", "20", "600", "2xx"]
                .iter()
                .all(|text| text.parse::<Status>().is_err())
        );
    }
}
