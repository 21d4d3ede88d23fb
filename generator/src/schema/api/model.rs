//! APIs as plain data: methods, with what they take and return.

use std::{fmt, str::FromStr};

use crate::schema::{ApiName, DefinitionName, MethodName, Origin, Type};

/// An API: an area of the platform.
#[derive(Debug, Clone)]
pub struct Api {
    /// The name in the docs, such as `ConversationsAPI`.
    pub name: ApiName,
    /// What the docs say of it.
    pub description: Option<String>,
    /// The methods, in the docs' order.
    pub methods: Vec<Method>,
    /// The place of the name.
    pub origin: Origin,
}

impl Api {
    /// The method of a name.
    #[must_use]
    pub fn method(&self, name: &str) -> Option<&Method> {
        let mut methods = self.methods.iter();
        methods.find(|method| method.name.as_str() == name)
    }
}

/// A method of an API: one endpoint.
#[derive(Debug, Clone)]
pub struct Method {
    /// The name in the docs, such as `getConversation`.
    pub name: MethodName,
    /// What it does, in a line.
    pub summary: Option<String>,
    /// What the docs say of it beyond that.
    pub description: Option<String>,
    /// What the docs say of its deprecation, where they call it deprecated.
    pub deprecated: Option<String>,
    /// The HTTP method.
    pub http_method: HttpMethod,
    /// The path.
    pub path: PathTemplate,
    /// The parameters, in the docs' order.
    pub parameters: Vec<Parameter>,
    /// What it answers, in the docs' order.
    pub responses: Vec<Response>,
    /// The place of the name.
    pub origin: Origin,
}

impl Method {
    /// The request's body, where it has one.
    #[must_use]
    pub fn body(&self) -> Option<&Parameter> {
        let mut parameters = self.parameters.iter();
        parameters.find(|parameter| parameter.place == Place::Body)
    }

    /// The type of all successful answers that have one: any JSON value where they differ, `None` where nothing is
    /// returned.
    #[must_use]
    pub fn success(&self) -> Option<Type> {
        let answers = self.responses.iter();
        let mut types = answers
            .filter(|response| response.status.is_success())
            .filter_map(|response| response.ty.as_ref());
        let first = types.next()?;
        Some(if types.all(|ty| ty == first) {
            first.clone()
        } else {
            Type::Object
        })
    }

    /// The definitions that its parameters, body and answers name.
    pub fn references(&self) -> impl Iterator<Item = &DefinitionName> {
        let taken = self.parameters.iter().map(|parameter| &parameter.ty);
        let returned = { self.responses.iter() }.filter_map(|response| response.ty.as_ref());
        taken.chain(returned).filter_map(Type::reference)
    }
}

/// What a method takes.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// The name on the wire; the body is called `body`.
    pub name: String,
    /// Where in the request it stands.
    pub place: Place,
    /// The type.
    pub ty: Type,
    /// Whether it is required.
    pub required: bool,
    /// What the docs say of it.
    pub description: Option<String>,
}

/// What a method answers with a status.
#[derive(Debug, Clone)]
pub struct Response {
    /// The status.
    pub status: Status,
    /// The type of the body; `None` where the docs name none.
    pub ty: Option<Type>,
    /// What the docs say of it.
    pub description: Option<String>,
}

/// A text that is none of those known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unknown;

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("is none of those known")
    }
}

impl std::error::Error for Unknown {}

/// Enums of words.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$about])* $variant,)* }

        impl $name {
            /// The word as it is written.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl FromStr for $name {
            type Err = Unknown;

            fn from_str(text: &str) -> Result<Self, Unknown> {
                match text { $($text => Ok(Self::$variant),)* _ => Err(Unknown) }
            }
        }
    )*};
}

words! {
    /// An HTTP method.
    HttpMethod {
        /// `DELETE`.
        Delete "DELETE",
        /// `GET`.
        Get "GET",
        /// `HEAD`.
        Head "HEAD",
        /// `OPTIONS`.
        Options "OPTIONS",
        /// `PATCH`.
        Patch "PATCH",
        /// `POST`.
        Post "POST",
        /// `PUT`.
        Put "PUT",
    }
    /// Where in a request a parameter stands.
    Place {
        /// In the path, in place of its name in braces.
        Path "path",
        /// In the query.
        Query "query",
        /// It is a header.
        Header "header",
        /// It is the body.
        Body "body",
    }
}

/// A status that an answer can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// This one.
    Code(u16),
    /// Any that is not listed.
    Default,
}

impl Status {
    /// Whether it tells success.
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
    type Err = Unknown;

    /// Reads a number of three digits, or `default`.
    fn from_str(text: &str) -> Result<Self, Unknown> {
        match text {
            "default" => Ok(Self::Default),
            code => match code.parse() {
                Ok(code @ 100..600) => Ok(Self::Code(code)),
                _ => Err(Unknown),
            },
        }
    }
}

/// A path in which names in braces stand for parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathTemplate(String);

impl PathTemplate {
    /// The template as it stands in the docs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The names in braces, in their order.
    pub fn parameters(&self) -> impl Iterator<Item = &str> {
        let parts = self.0.split('{').skip(1);
        parts.filter_map(|part| Some(part.split_once('}')?.0))
    }
}

impl FromStr for PathTemplate {
    type Err = Unknown;

    /// Reads a path that starts with a slash, and in which every brace has its other one with a name between.
    fn from_str(text: &str) -> Result<Self, Unknown> {
        let mut parts = text.split('{');
        let literal = parts.next().unwrap_or_default();
        let is_good = literal.starts_with('/')
            && !literal.contains('}')
            && !text.contains(['?', '#'])
            && !text.contains(char::is_whitespace)
            && parts.all(|part| {
                let halves = part.split_once('}');
                halves.is_some_and(|(name, rest)| !name.is_empty() && !rest.contains('}'))
            });
        is_good.then(|| Self(text.to_owned())).ok_or(Unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_knows_its_parameters() {
        let path: PathTemplate = "/a/{b}/c/{d}:{e}".parse().unwrap();
        assert_eq!(path.parameters().collect::<Vec<_>>(), ["b", "d", "e"]);
    }

    #[test]
    fn a_broken_template_is_none() {
        for text in ["", "a/b", "/{a", "/a}", "/{}", "/{{a}}", "/a b", "/a?b={c}"] {
            assert_eq!(text.parse::<PathTemplate>(), Err(Unknown), "{text}");
        }
    }

    #[test]
    fn statuses_are_numbers_or_the_word() {
        assert_eq!("204".parse(), Ok(Status::Code(204)));
        assert_eq!("default".parse(), Ok(Status::Default));
        assert!(
            ["", "20", "600", "2xx"]
                .iter()
                .all(|text| text.parse::<Status>().is_err())
        );
    }
}
