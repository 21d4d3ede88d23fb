//! Operations as the docs describe them.

use ::core::{iter, num::ParseIntError, str::FromStr};

use super::{
    http::{HttpMethod, Place},
    permissions::Permissions,
};

/// The line of an operation that is a preview.
const PREVIEW: &str = "preview";

type Lines = &'static [&'static str];

/// A documented method of the API.
///
/// ```
/// # use genesys_runtime::{HttpMethod, Operation, Place};
/// # const GET_ANTS: Operation = Operation {
/// #     name: "getAnts",
/// #     method: HttpMethod::Get,
/// #     template: "/api/v2/ants",
/// #     parameters: &["query enum sortOrder", "# The order of the ants.", ": ascending", "= ascending", "= descending"],
/// #     responses: &["200 AntListing", "400 404 default ErrorBody"],
/// # };
/// // A generated crate has a constant like `GET_ANTS` for each method of the API.
/// let order = GET_ANTS.parameters_in(Place::Query).next().expect("a parameter");
/// assert_eq!((order.name, order.required), ("sortOrder", false));
/// assert_eq!(order.description(), Some("The order of the ants."));
/// assert!(order.values().eq(["ascending", "descending"]));
/// assert_eq!(order.default(), Some("ascending"));
///
/// let mut responses = GET_ANTS.responses();
/// assert!(responses.any(|response| response.status == Some(404) && response.ty == Some("ErrorBody")));
/// ```
// Text is compiled several times as fast as structs, and parsing a line is cheap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operation {
    /// The name of the method in the docs.
    pub name: &'static str,
    /// The HTTP method.
    pub method: HttpMethod,
    /// The path, with parameter names in braces: `/api/v2/users/{userId}`.
    pub template: &'static str,
    /// The lines about requests. `preview` if the operation is one, and `| ` or `& ` and each permission, of which one or all
    /// are needed. Then `query ! string[] expand` for each parameter, followed by `# ` and its description, `: ` and its
    /// default, and `= ` and each value. A tab follows the type if there is a space in it.
    #[doc(hidden)]
    pub parameters: &'static [&'static str],
    /// A line for each type: the statuses, and then the type's name unless there is no body. A tab precedes the name if it
    /// could be taken for a status.
    #[doc(hidden)]
    pub responses: &'static [&'static str],
}

impl Operation {
    /// Returns the permissions that a client needs to call the operation. Without documented permissions, the list is empty.
    #[must_use]
    pub fn permissions(&self) -> Permissions {
        Permissions::new(self.permissions_and_parameters().0)
    }

    /// Checks whether the operation is a preview, which may change without notice.
    #[must_use]
    pub fn is_preview(&self) -> bool {
        self.parameters.first() == Some(&PREVIEW)
    }

    /// Returns the parameters, including the body, in the docs' order.
    pub fn parameters(&self) -> impl Iterator<Item = Parameter> + use<> {
        let mut lines = self.permissions_and_parameters().1;
        iter::from_fn(move || {
            let (line, rest) = lines.split_first()?;
            let is_detail = |line: &&&str| line.starts_with(['#', ':', '=']);
            let details = rest.iter().take_while(is_detail);
            let (details, rest) = rest.split_at(details.count());
            lines = rest;
            Parameter::parse(line, details)
        })
    }

    /// Returns the parameters in one part of the request.
    pub fn parameters_in(&self, place: Place) -> impl Iterator<Item = Parameter> + use<> {
        let parameters = self.parameters();
        parameters.filter(move |parameter| parameter.place == place)
    }

    /// Returns the request's body, or `None` if requests have no body.
    #[must_use]
    pub fn body(&self) -> Option<Parameter> {
        self.parameters_in(Place::Body).next()
    }

    /// Returns the documented responses, one for each status.
    pub fn responses(&self) -> impl Iterator<Item = Response> + use<> {
        self.responses.iter().flat_map(|line| {
            let (statuses, ty) = { line.split_once('\t') }.map_or_else(
                || (*line, response_type(line)),
                |(statuses, ty)| (statuses, Some(ty)),
            );
            let statuses = statuses
                .split(' ')
                .map_while(|word| parse_status(word).ok());
            statuses.map(move |status| Response { status, ty })
        })
    }

    /// Splits the lines about requests.
    fn permissions_and_parameters(&self) -> (Lines, Lines) {
        let lines = self
            .parameters
            .strip_prefix(&[PREVIEW])
            .unwrap_or(self.parameters);
        let permissions = lines.iter().take_while(|line| line.starts_with(['|', '&']));
        lines.split_at(permissions.count())
    }
}

/// A parameter of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parameter {
    /// The name in requests. The body is called `body`.
    pub name: &'static str,
    /// The part of the request that contains the parameter.
    pub place: Place,
    /// The name of the type, such as `string`, `string[]`, `dateTime`, or a definition's name.
    pub ty: &'static str,
    /// Whether requests must contain the parameter.
    pub required: bool,
    details: &'static [&'static str],
}

impl Parameter {
    fn parse(line: &'static str, details: &'static [&'static str]) -> Option<Self> {
        let (place, rest) = line.split_once(' ')?;
        let (required, rest) = match rest.strip_prefix("! ") {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let (ty, name) = { rest.split_once('\t') }.or_else(|| rest.split_once(' '))?;
        Some(Self {
            name,
            place: Place::from_str(place).ok()?,
            ty,
            required,
            details,
        })
    }

    /// Returns the description in the docs.
    #[must_use]
    pub fn description(&self) -> Option<&'static str> {
        self.details.iter().find_map(|line| line.strip_prefix("# "))
    }

    /// Returns the value that applies if a request does not contain the parameter, if it is documented.
    #[must_use]
    pub fn default(&self) -> Option<&'static str> {
        self.details.iter().find_map(|line| line.strip_prefix(": "))
    }

    /// Returns the values that the docs list, in the docs' order.
    pub fn values(&self) -> impl Iterator<Item = &'static str> + use<> {
        let details = self.details.iter();
        details.filter_map(|line| line.strip_prefix("= "))
    }

    /// Checks whether the parameter takes several values.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.ty.ends_with("[]")
    }
}

/// A documented response of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Response {
    /// The status, or `None` for every status that the docs do not list.
    pub status: Option<u16>,
    /// The name of the body's type, such as `User` or `string[]`. `None` if the docs name no type.
    pub ty: Option<&'static str>,
}

impl Response {
    /// Checks whether the status is a 2xx status.
    #[must_use]
    pub const fn is_success(self) -> bool {
        matches!(self.status, Some(200..300))
    }
}

/// Parses a status code, or `default` as `None`.
fn parse_status(word: &str) -> Result<Option<u16>, ParseIntError> {
    match word {
        "default" => Ok(None),
        code => code.parse().map(Some),
    }
}

/// Returns what follows the statuses of a line.
fn response_type(line: &'static str) -> Option<&'static str> {
    let mut rest = line;
    loop {
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        if parse_status(word).is_err() {
            return Some(rest).filter(|ty| !ty.is_empty());
        }
        rest = after;
    }
}
