//! Checking the parts of a request and putting them together.

use ::core::fmt::{self, Display};

use super::{
    error::{RequestError, RequestErrorKind},
    http::Place,
    operation::{Operation, Parameter},
    percent::{push_encoded, push_pair},
    request::Request,
};

/// The parts of a request that is being built.
pub struct Draft {
    operation: Operation,
    values: Vec<(Place, String, String)>,
    pub body: Option<::serde_json::Result<Vec<u8>>>,
}

impl Draft {
    pub fn new(operation: Operation) -> Self {
        Self {
            operation,
            values: Vec::new(),
            body: None,
        }
    }

    pub fn push(&mut self, place: Place, name: &str, value: &dyn Display) {
        self.values
            .push((place, name.to_owned(), value.to_string()));
    }

    pub fn build(mut self) -> Result<Request<(), ()>, RequestError> {
        self.check_values()?;
        let body = self.checked_body()?;
        self.check_required(body.is_some())?;
        let mut query = String::new();
        for (_, name, value) in self.values_in(Place::Query) {
            push_pair(&mut query, name, value);
        }
        let headers = self.values_in(Place::Header);
        let mut headers: Vec<_> = headers
            .map(|(_, name, value)| (name.clone(), value.clone()))
            .collect();
        let is_content_type = |(name, _): &(String, _)| name.eq_ignore_ascii_case("content-type");
        if body.is_some() && !headers.iter().any(is_content_type) {
            headers.push(("Content-Type".into(), "application/json".into()));
        }
        let path = self.path();
        Ok(Request::new(self.operation, path, query, headers, body))
    }

    fn values_in(&self, place: Place) -> impl Iterator<Item = &(Place, String, String)> {
        { self.values.iter() }.filter(move |(other, ..)| *other == place)
    }

    fn error(&self, place: Place, name: &str, kind: RequestErrorKind) -> RequestError {
        RequestError::new(self.operation, place, name, kind)
    }

    fn check_values(&self) -> Result<(), RequestError> {
        for (at, (place, name, value)) in self.values.iter().enumerate() {
            let error = |kind| Err(self.error(*place, name, kind));
            let mut parameters = self.operation.parameters_in(*place);
            let Some(parameter) = parameters.find(|parameter| is_name(parameter, name)) else {
                return error(RequestErrorKind::Unknown);
            };
            let is_list = parameter.is_list() && *place != Place::Path;
            let mut earlier = self.values.iter().take(at);
            let is_repeated = |(other, name, _): &(Place, String, String)| {
                other == place && is_name(&parameter, name)
            };
            if !is_list && earlier.any(is_repeated) {
                return error(RequestErrorKind::Repeated);
            }
            let is_valid = match place {
                // Clients resolve `.` and `..` as relative segments, even if they are percent-encoded.
                Place::Path => !matches!(value.as_str(), "" | "." | ".."),
                Place::Header => !value.contains(char::is_control),
                Place::Query | Place::Body => true,
            };
            if !is_valid {
                return error(RequestErrorKind::InvalidValue);
            }
        }
        Ok(())
    }

    fn checked_body(&mut self) -> Result<Option<Vec<u8>>, RequestError> {
        let Some(body) = self.body.take() else {
            return Ok(None);
        };
        let error = |kind| self.error(Place::Body, "body", kind);
        if self.operation.body().is_none() {
            return Err(error(RequestErrorKind::Unknown));
        }
        body.map(Some)
            .map_err(|source| error(RequestErrorKind::InvalidValue).with_source(source))
    }

    fn check_required(&self, has_body: bool) -> Result<(), RequestError> {
        let is_given = |parameter: &Parameter| match parameter.place {
            Place::Body => has_body,
            place => { self.values_in(place) }.any(|(_, name, _)| is_name(parameter, name)),
        };
        let mut parameters = self.operation.parameters();
        match parameters.find(|parameter| parameter.required && !is_given(parameter)) {
            Some(missing) => {
                Err(self.error(missing.place, missing.name, RequestErrorKind::Missing))
            }
            None => Ok(()),
        }
    }

    /// Returns the template with each name in braces replaced by its value.
    fn path(&self) -> String {
        let mut path = String::with_capacity(self.operation.template.len() + 32);
        let mut parts = self.operation.template.split('{');
        path.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (name, literal) = part.split_once('}').unwrap_or((part, ""));
            let mut values = self.values_in(Place::Path);
            if let Some((.., value)) = values.find(|(_, other, _)| other == name) {
                push_encoded(&mut path, value);
            }
            path.push_str(literal);
        }
        path
    }
}

/// Checks whether a parameter has this name. Case does not matter in the names of headers.
fn is_name(parameter: &Parameter, name: &str) -> bool {
    match parameter.place {
        Place::Header => parameter.name.eq_ignore_ascii_case(name),
        Place::Path | Place::Query | Place::Body => parameter.name == name,
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self
            .values
            .iter()
            .map(|(place, name, _)| (place, name))
            .collect();
        f.debug_struct("RequestBuilder")
            .field("operation", &self.operation.name)
            .field("parameters", &names)
            .field("has_body", &self.body.is_some())
            .finish()
    }
}
