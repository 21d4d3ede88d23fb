//! The JSON form of APIs.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Named, unique_names};
use crate::schema::{
    Api, HttpMethod, Method, Origin, Parameter, PathTemplate, Place, Response, Status, Type,
};

#[derive(Serialize, Deserialize)]
pub(super) struct ApiForm<'a> {
    #[serde(deserialize_with = "Option::deserialize")]
    description: Option<Cow<'a, str>>,
    #[serde(deserialize_with = "unique_names")]
    methods: Vec<MethodForm<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct MethodForm<'a> {
    #[serde(deserialize_with = "Option::deserialize")]
    deprecated: Option<Cow<'a, str>>,
    #[serde(deserialize_with = "Option::deserialize")]
    description: Option<Cow<'a, str>>,
    #[serde(with = "as_text")]
    http_method: HttpMethod,
    name: Cow<'a, str>,
    parameters: Vec<ParameterForm<'a>>,
    #[serde(with = "as_text")]
    path: PathTemplate,
    responses: Vec<ResponseForm<'a>>,
    #[serde(deserialize_with = "Option::deserialize")]
    summary: Option<Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
struct ParameterForm<'a> {
    #[serde(deserialize_with = "Option::deserialize")]
    description: Option<Cow<'a, str>>,
    #[serde(rename = "in", with = "as_text")]
    place: Place,
    name: Cow<'a, str>,
    required: bool,
    #[serde(rename = "type")]
    ty: Cow<'a, Type>,
}

#[derive(Serialize, Deserialize)]
struct ResponseForm<'a> {
    #[serde(deserialize_with = "Option::deserialize")]
    description: Option<Cow<'a, str>>,
    #[serde(with = "as_text")]
    status: Status,
    #[serde(rename = "type", deserialize_with = "Option::deserialize")]
    ty: Option<Cow<'a, Type>>,
}

impl Named for MethodForm<'_> {
    fn name(&self) -> &str {
        &self.name
    }
}

impl<'a> From<&'a Api> for ApiForm<'a> {
    fn from(api: &'a Api) -> Self {
        Self {
            description: api.description.as_deref().map(Cow::from),
            methods: api.methods.iter().map(Into::into).collect(),
        }
    }
}

impl<'a> From<&'a Method> for MethodForm<'a> {
    fn from(method: &'a Method) -> Self {
        Self {
            deprecated: method.deprecated.as_deref().map(Cow::from),
            description: method.description.as_deref().map(Cow::from),
            http_method: method.http_method,
            name: method.name.as_str().into(),
            parameters: method.parameters.iter().map(Into::into).collect(),
            path: method.path.clone(),
            responses: method.responses.iter().map(Into::into).collect(),
            summary: method.summary.as_deref().map(Cow::from),
        }
    }
}

impl<'a> From<&'a Parameter> for ParameterForm<'a> {
    fn from(parameter: &'a Parameter) -> Self {
        Self {
            description: parameter.description.as_deref().map(Cow::from),
            place: parameter.place,
            name: parameter.name.as_str().into(),
            required: parameter.required,
            ty: Cow::Borrowed(&parameter.ty),
        }
    }
}

impl<'a> From<&'a Response> for ResponseForm<'a> {
    fn from(response: &'a Response) -> Self {
        Self {
            description: response.description.as_deref().map(Cow::from),
            status: response.status,
            ty: response.ty.as_ref().map(Cow::Borrowed),
        }
    }
}

impl ApiForm<'_> {
    pub(super) fn into_api(self, name: String, origin: &Origin) -> Api {
        let methods = self.methods.into_iter();
        Api {
            name: name.into(),
            description: self.description.map(Cow::into_owned),
            methods: methods.map(|form| form.into_method(origin)).collect(),
            origin: origin.clone(),
        }
    }
}

impl MethodForm<'_> {
    fn into_method(self, origin: &Origin) -> Method {
        Method {
            name: self.name.into_owned().into(),
            summary: self.summary.map(Cow::into_owned),
            description: self.description.map(Cow::into_owned),
            deprecated: self.deprecated.map(Cow::into_owned),
            http_method: self.http_method,
            path: self.path,
            parameters: self.parameters.into_iter().map(Into::into).collect(),
            responses: self.responses.into_iter().map(Into::into).collect(),
            origin: origin.clone(),
        }
    }
}

impl From<ParameterForm<'_>> for Parameter {
    fn from(form: ParameterForm<'_>) -> Self {
        Self {
            name: form.name.into_owned(),
            place: form.place,
            ty: form.ty.into_owned(),
            required: form.required,
            description: form.description.map(Cow::into_owned),
        }
    }
}

impl From<ResponseForm<'_>> for Response {
    fn from(form: ResponseForm<'_>) -> Self {
        Self {
            status: form.status,
            ty: form.ty.map(Cow::into_owned),
            description: form.description.map(Cow::into_owned),
        }
    }
}

/// Values with `Display` and `FromStr` as JSON strings.
mod as_text {
    use std::{fmt::Display, str::FromStr};

    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<T: Display, S: Serializer>(
        value: &T,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
    where
        T: FromStr<Err: Display>,
        D: Deserializer<'de>,
    {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|error| D::Error::custom(format!("`{text}`: {error}")))
    }
}
