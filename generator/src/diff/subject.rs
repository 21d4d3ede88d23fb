//! The items that can change, and the headings of a report.

use std::fmt::Display;

use genesys_runtime::HttpMethod;
use serde::{Serialize, Serializer};

use super::{ChangeKind, api::ApiChangeKind};
use crate::schema::{ApiName, DefinitionName, PropertyName, Status};

/// The item that changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Subject {
    /// An API: a page of methods.
    Api {
        /// The name of the API.
        api: ApiName,
    },
    /// A path, an operation or a part of an operation.
    Operation(OperationPart),
    /// A definition or a property.
    Definition {
        /// The definition.
        definition: DefinitionName,
        /// The property, or `None` if the change is to the definition itself.
        property: Option<PropertyName>,
    },
}

/// A path, an operation, or a parameter or a response of an operation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct OperationPart {
    /// The path, with parameter names in braces.
    pub path: String,
    /// The HTTP method, or `None` if the change is to the path itself.
    #[serde(serialize_with = "optional_text")]
    pub method: Option<HttpMethod>,
    /// The name of the parameter, if the change is to one.
    pub parameter: Option<String>,
    /// The status of the response, if the change is to one.
    #[serde(serialize_with = "optional_text")]
    pub response: Option<Status>,
}

/// Serializes a value as its text, or as null.
#[expect(clippy::ref_option, reason = "serde passes a reference")]
fn optional_text<T: Display, S: Serializer>(
    value: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serializer.collect_str(value),
        None => serializer.serialize_none(),
    }
}

/// A heading of a report. Reports list headings in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading<'a> {
    /// An API.
    Api(&'a str),
    /// A path, or one of its operations.
    Path(&'a str, Option<HttpMethod>),
    /// A definition.
    Definition(&'a str),
}

impl Heading<'_> {
    /// Returns the text, such as `GET /api/v2/users`.
    pub fn text(self) -> String {
        match self {
            Self::Api(name) | Self::Path(name, None) | Self::Definition(name) => name.to_owned(),
            Self::Path(path, Some(method)) => format!("{method} {path}"),
        }
    }
}

impl Subject {
    /// Returns the definition that changed, or whose property changed.
    #[must_use]
    pub const fn definition(&self) -> Option<&DefinitionName> {
        match self {
            Self::Definition { definition, .. } => Some(definition),
            Self::Api { .. } | Self::Operation(_) => None,
        }
    }

    /// Returns the property that changed, if it is one.
    #[must_use]
    pub const fn property(&self) -> Option<&PropertyName> {
        match self {
            Self::Definition { property, .. } => property.as_ref(),
            Self::Api { .. } | Self::Operation(_) => None,
        }
    }

    /// Returns the path or the part of an operation that changed, if it is one.
    #[must_use]
    pub const fn operation(&self) -> Option<&OperationPart> {
        match self {
            Self::Operation(part) => Some(part),
            Self::Api { .. } | Self::Definition { .. } => None,
        }
    }

    /// Returns the heading of a change. Added and removed operations are listed below their path.
    pub(super) fn heading(&self, kind: ChangeKind) -> Heading<'_> {
        match self {
            Self::Api { api } => Heading::Api(api.as_str()),
            Self::Operation(part) => match kind {
                ChangeKind::Api(
                    ApiChangeKind::OperationAdded | ApiChangeKind::OperationRemoved,
                ) => Heading::Path(&part.path, None),
                _ => Heading::Path(&part.path, part.method),
            },
            Self::Definition { definition, .. } => Heading::Definition(definition.as_str()),
        }
    }
}
