//! APIs from the JSON that was printed of them.

use std::{collections::BTreeSet, str::FromStr};

use serde::{Deserialize, Deserializer, de::Error as _};

use super::TypeForm;
use crate::schema::{
    Api, HttpMethod, Method, Origin, Parameter, PathTemplate, Place, Response, Status,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApiForm {
    #[serde(deserialize_with = "Option::deserialize")]
    description: Option<String>,
    #[serde(deserialize_with = "unlike_names")]
    methods: Vec<MethodForm>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct MethodForm {
    #[serde(deserialize_with = "Option::deserialize")]
    deprecated: Option<String>,
    #[serde(deserialize_with = "Option::deserialize")]
    description: Option<String>,
    #[serde(deserialize_with = "word")]
    http_method: HttpMethod,
    name: String,
    parameters: Vec<ParameterForm>,
    #[serde(deserialize_with = "word")]
    path: PathTemplate,
    responses: Vec<ResponseForm>,
    #[serde(deserialize_with = "Option::deserialize")]
    summary: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ParameterForm {
    #[serde(deserialize_with = "Option::deserialize")]
    description: Option<String>,
    #[serde(rename = "in", deserialize_with = "word")]
    place: Place,
    name: String,
    required: bool,
    #[serde(rename = "type")]
    ty: TypeForm,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ResponseForm {
    #[serde(deserialize_with = "Option::deserialize")]
    description: Option<String>,
    #[serde(deserialize_with = "word")]
    status: Status,
    #[serde(rename = "type", deserialize_with = "Option::deserialize")]
    ty: Option<TypeForm>,
}

impl ApiForm {
    pub fn api(self, name: String, origin: &Origin) -> Api {
        let methods = self.methods.into_iter();
        Api {
            name: name.into(),
            description: self.description,
            methods: methods.map(|form| form.method(origin)).collect(),
            origin: origin.clone(),
        }
    }
}

impl MethodForm {
    fn method(self, origin: &Origin) -> Method {
        Method {
            name: self.name.into(),
            summary: self.summary,
            description: self.description,
            deprecated: self.deprecated,
            http_method: self.http_method,
            path: self.path,
            parameters: self.parameters.into_iter().map(Into::into).collect(),
            responses: self.responses.into_iter().map(Into::into).collect(),
            origin: origin.clone(),
        }
    }
}

impl From<ParameterForm> for Parameter {
    fn from(form: ParameterForm) -> Self {
        Self {
            name: form.name,
            place: form.place,
            ty: form.ty.into(),
            required: form.required,
            description: form.description,
        }
    }
}

impl From<ResponseForm> for Response {
    fn from(form: ResponseForm) -> Self {
        Self {
            status: form.status,
            ty: form.ty.map(Into::into),
            description: form.description,
        }
    }
}

/// Reads a text that is one of those known.
fn word<'de, T: FromStr, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse()
        .map_err(|_| D::Error::custom(format!("`{text}` is none of the values known")))
}

fn unlike_names<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<MethodForm>, D::Error> {
    let methods = Vec::<MethodForm>::deserialize(deserializer)?;
    let mut names = BTreeSet::new();
    match methods.iter().find(|method| !names.insert(&method.name)) {
        Some(method) => Err(D::Error::custom(format!(
            "the method `{}` is there twice",
            method.name
        ))),
        None => Ok(methods),
    }
}
