//! Checking the parts of a request and putting them together.

use ::core::fmt::{self, Display};

use super::{
    http::Place,
    operation::{Operation, Parameter},
    percent::{push_encoded, push_pair},
    request::Request,
    request_error::{RequestError, RequestErrorKind},
};

/// The parts of a request that is being built.
pub struct Draft {
    operation: Operation,
    values: Vec<ParameterValue>,
    bodies: Vec<::serde_json::Result<Vec<u8>>>,
}

/// A parameter of a request, or an item of a parameter that is a list.
struct ParameterValue {
    place: Place,
    name: String,
    value: String,
}

impl ParameterValue {
    /// Checks whether this is a value of the parameter. Case does not matter in the names of headers.
    fn is_of(&self, parameter: &Parameter) -> bool {
        let is_same_name = match self.place {
            Place::Header => parameter.name.eq_ignore_ascii_case(&self.name),
            Place::Path | Place::Query | Place::Body => parameter.name == self.name,
        };
        self.place == parameter.place && is_same_name
    }

    fn is_valid(&self) -> bool {
        match self.place {
            // Clients resolve `.` and `..` as relative segments, even if they are percent-encoded.
            Place::Path => !matches!(self.value.as_str(), "" | "." | ".."),
            Place::Header => !self.value.contains(char::is_control),
            Place::Query | Place::Body => true,
        }
    }
}

impl Draft {
    pub fn new(operation: Operation) -> Self {
        Self {
            operation,
            values: Vec::new(),
            bodies: Vec::new(),
        }
    }

    pub fn push(&mut self, place: Place, name: &str, value: &dyn Display) {
        self.values.push(ParameterValue {
            place,
            name: name.to_owned(),
            value: value.to_string(),
        });
    }

    pub fn push_body(&mut self, body: ::serde_json::Result<Vec<u8>>) {
        self.bodies.push(body);
    }

    pub fn build(mut self) -> Result<Request<(), ()>, RequestError> {
        self.check_values()?;
        let body = self.take_body()?;
        self.check_required(body.is_some())?;
        let mut query = String::new();
        for given in self.values_in(Place::Query) {
            push_pair(&mut query, &given.name, &given.value);
        }
        let headers = self.values_in(Place::Header);
        let mut headers: Vec<_> = headers
            .map(|given| (given.name.clone(), given.value.clone()))
            .collect();
        let is_content_type = |(name, _): &(String, _)| name.eq_ignore_ascii_case("content-type");
        if body.is_some() && !headers.iter().any(is_content_type) {
            headers.push(("Content-Type".into(), "application/json".into()));
        }
        let path = self.path();
        Ok(Request::new(self.operation, path, query, headers, body))
    }

    fn values_in(&self, place: Place) -> impl Iterator<Item = &ParameterValue> {
        { self.values.iter() }.filter(move |given| given.place == place)
    }

    fn error(&self, place: Place, name: &str, kind: RequestErrorKind) -> RequestError {
        RequestError::new(self.operation, place, name, kind)
    }

    /// Checks that every value belongs to a parameter, and that only lists have several.
    fn check_values(&self) -> Result<(), RequestError> {
        for (at, given) in self.values.iter().enumerate() {
            let error = |kind| Err(self.error(given.place, &given.name, kind));
            let mut parameters = self.operation.parameters_in(given.place);
            let Some(parameter) = parameters.find(|parameter| given.is_of(parameter)) else {
                return error(RequestErrorKind::Unknown);
            };
            let mut earlier = self.values.iter().take(at);
            let is_list = parameter.is_list() && given.place != Place::Path;
            if !is_list && earlier.any(|earlier| earlier.is_of(&parameter)) {
                return error(RequestErrorKind::Repeated);
            }
            if !given.is_valid() {
                return error(RequestErrorKind::InvalidValue);
            }
        }
        Ok(())
    }

    fn take_body(&mut self) -> Result<Option<Vec<u8>>, RequestError> {
        let Some(body) = self.bodies.pop() else {
            return Ok(None);
        };
        let error = |kind| self.error(Place::Body, "body", kind);
        if self.operation.body().is_none() {
            return Err(error(RequestErrorKind::Unknown));
        }
        if !self.bodies.is_empty() {
            return Err(error(RequestErrorKind::Repeated));
        }
        body.map(Some)
            .map_err(|source| error(RequestErrorKind::InvalidValue).with_source(source))
    }

    fn check_required(&self, has_body: bool) -> Result<(), RequestError> {
        let is_given = |parameter: &Parameter| match parameter.place {
            Place::Body => has_body,
            Place::Path | Place::Query | Place::Header => {
                { self.values.iter() }.any(|given| given.is_of(parameter))
            }
        };
        let mut parameters = self.operation.parameters();
        let missing = parameters.find(|parameter| parameter.required && !is_given(parameter));
        missing.map_or(Ok(()), |missing| {
            Err(self.error(missing.place, missing.name, RequestErrorKind::Missing))
        })
    }

    /// Returns the template with each name in braces replaced by its value.
    fn path(&self) -> String {
        let mut path = String::with_capacity(self.operation.template.len() + 32);
        let mut parts = self.operation.template.split('{');
        path.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (name, literal) = part.split_once('}').unwrap_or((part, ""));
            let given = { self.values_in(Place::Path) }.find(|given| given.name == name);
            push_encoded(&mut path, given.map_or("", |given| &given.value));
            path.push_str(literal);
        }
        path
    }
}

/// Prints no values, because they may be secret.
impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = { self.values.iter() }
            .map(|given| (given.place, &given.name))
            .collect();
        f.debug_struct("RequestBuilder")
            .field("operation", &self.operation.name)
            .field("parameters", &names)
            .field("has_body", &!self.bodies.is_empty())
            .finish()
    }
}
