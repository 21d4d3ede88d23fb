//! The JSON form of APIs and methods; parameters and responses, which have no origin, are their own form.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Named, as_text, unique_names};
use crate::schema::{Api, HttpMethod, Method, Origin, Parameter, PathTemplate, Response};

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
    parameters: Cow<'a, [Parameter]>,
    #[serde(with = "as_text")]
    path: PathTemplate,
    responses: Cow<'a, [Response]>,
    #[serde(deserialize_with = "Option::deserialize")]
    summary: Option<Cow<'a, str>>,
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
            parameters: (&method.parameters).into(),
            path: method.path.clone(),
            responses: (&method.responses).into(),
            summary: method.summary.as_deref().map(Cow::from),
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
            parameters: self.parameters.into_owned(),
            responses: self.responses.into_owned(),
            origin: origin.clone(),
        }
    }
}
