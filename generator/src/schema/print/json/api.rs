//! APIs as JSON.

use serde::Serialize;

use super::{TypeForm, type_form};
use crate::schema::{Api, Method, Parameter, Response};

// The fields of all structs here stand in the order of their names: the printed keys are sorted.

#[derive(Serialize)]
pub struct ApiForm<'a> {
    description: Option<&'a str>,
    methods: Vec<MethodForm<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MethodForm<'a> {
    deprecated: Option<&'a str>,
    description: Option<&'a str>,
    http_method: &'static str,
    name: &'a str,
    parameters: Vec<ParameterForm<'a>>,
    path: &'a str,
    responses: Vec<ResponseForm<'a>>,
    summary: Option<&'a str>,
}

#[derive(Serialize)]
struct ParameterForm<'a> {
    description: Option<&'a str>,
    #[serde(rename = "in")]
    place: &'static str,
    name: &'a str,
    required: bool,
    #[serde(rename = "type")]
    ty: TypeForm<'a>,
}

#[derive(Serialize)]
struct ResponseForm<'a> {
    description: Option<&'a str>,
    status: String,
    #[serde(rename = "type")]
    ty: Option<TypeForm<'a>>,
}

pub fn api_form(api: &Api) -> ApiForm<'_> {
    ApiForm {
        description: api.description.as_deref(),
        methods: api.methods.iter().map(method_form).collect(),
    }
}

fn method_form(method: &Method) -> MethodForm<'_> {
    MethodForm {
        deprecated: method.deprecated.as_deref(),
        description: method.description.as_deref(),
        http_method: method.http_method.as_str(),
        name: method.name.as_str(),
        parameters: method.parameters.iter().map(parameter_form).collect(),
        path: method.path.as_str(),
        responses: method.responses.iter().map(response_form).collect(),
        summary: method.summary.as_deref(),
    }
}

fn parameter_form(parameter: &Parameter) -> ParameterForm<'_> {
    ParameterForm {
        description: parameter.description.as_deref(),
        place: parameter.place.as_str(),
        name: &parameter.name,
        required: parameter.required,
        ty: type_form(&parameter.ty),
    }
}

fn response_form(response: &Response) -> ResponseForm<'_> {
    ResponseForm {
        description: response.description.as_deref(),
        status: response.status.to_string(),
        ty: response.ty.as_ref().map(type_form),
    }
}
