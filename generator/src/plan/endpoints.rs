//! The plan of endpoints: a module for each API, with a constant for each method.

use std::fmt;

use super::{
    collisions,
    crate_plan::{ApiModule, EndpointConst},
    docs, endpoint_docs,
    modules::file_name,
    responses::{ResponseGroup, error_type, response_groups},
    types::{FieldType, Types},
};
use crate::{
    diagnostic::Diagnostic,
    name::{ConstIdent, ModuleName},
    schema::{Api, Method, Parameter, Schema, Type},
};

/// Plans the modules of all APIs.
pub fn plan_apis(schema: &Schema, types: &Types<'_>) -> (Vec<ApiModule>, Vec<Diagnostic>) {
    let mut diagnostics = collisions::apis(&schema.apis);
    diagnostics.extend(schema.apis.iter().flat_map(collisions::methods));
    let modules = schema.apis.iter().map(|api| api_module(api, types));
    (modules.collect(), diagnostics)
}

fn api_module(api: &Api, types: &Types<'_>) -> ApiModule {
    let endpoints = api.methods.iter().map(|method| endpoint(method, types));
    ApiModule {
        name: ModuleName::of_api(api.name.as_str()),
        source: file_name(&api.origin.source),
        doc: docs::api(api),
        endpoints: endpoints.collect(),
        origin: api.origin.clone(),
    }
}

fn endpoint(method: &Method, types: &Types<'_>) -> EndpointConst {
    let BodyTypes {
        body,
        success,
        error,
    } = BodyTypes::new(method, types);
    EndpointConst {
        ident: ConstIdent::of_method(method.name.as_str()),
        doc: endpoint_docs::method(method, types),
        deprecated: method.deprecated.clone(),
        name: method.name.to_string(),
        method: method.http_method,
        template: method.path.as_str().to_owned(),
        parameters: method.parameters.iter().flat_map(parameter).collect(),
        responses: response_groups(method).iter().map(response).collect(),
        body,
        success,
        error,
    }
}

/// The types of the bodies of requests and responses.
#[derive(Debug, PartialEq, Eq)]
pub struct BodyTypes {
    /// The type of the request's body, if there is one.
    pub body: Option<FieldType>,
    /// The type of successful responses, if they have a body.
    pub success: Option<FieldType>,
    /// The type of error responses, if they have the same type and the crate has it.
    pub error: Option<FieldType>,
}

impl BodyTypes {
    pub fn new(method: &Method, types: &Types<'_>) -> Self {
        let is_known = |ty: &&Type| {
            let name = ty.reference();
            name.is_some_and(|name| types.definition(name.as_str()).is_some())
        };
        let error = error_type(method).filter(is_known);
        let body = method.body().map(|body| &body.ty);
        let success = method.success();
        Self {
            body: body.map(|ty| types.without_enums(ty)),
            success: success.as_ref().map(|ty| types.without_enums(ty)),
            error: error.map(|ty| types.without_enums(ty)),
        }
    }
}

/// Writes the type of the constant without paths, such as `Endpoint<(), User, ErrorBody>`.
impl fmt::Display for BodyTypes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let or_unit = |ty: &Option<FieldType>| {
            ty.as_ref()
                .map_or_else(|| "()".to_owned(), ToString::to_string)
        };
        write!(
            f,
            "Endpoint<{}, {}",
            or_unit(&self.body),
            or_unit(&self.success)
        )?;
        match &self.error {
            Some(error) => write!(f, ", {error}>"),
            None => f.write_str(">"),
        }
    }
}

/// Returns the lines of a parameter: one for its name and type, and one each for its description and its listed values.
fn parameter(parameter: &Parameter) -> Vec<String> {
    let Parameter {
        place, ty, name, ..
    } = parameter;
    let required = if parameter.required { "! " } else { "" };
    let description = parameter.description.as_ref();
    let listed = ty.listed_values();
    let values = listed.into_iter().flat_map(|listed| &listed.values);
    [format!("{place} {required}{ty} {name}")]
        .into_iter()
        .chain(description.map(|text| format!("# {text}")))
        .chain(values.map(|value| format!("= {value}")))
        .collect()
}

/// Returns the line of the responses with the same type.
fn response(group: &ResponseGroup<'_>) -> String {
    let statuses = group.statuses.iter().map(ToString::to_string);
    let ty = group.ty.map(ToString::to_string);
    let words: Vec<_> = statuses.chain(ty).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests;
