//! The plan of endpoints: a module for each API, with a constant for each method.

use std::fmt;

use super::{
    collisions,
    crate_plan::{ApiModule, EndpointConst},
    docs, endpoint_docs,
    error_codes::CommonErrorCodes,
    modules::file_name,
    operation_lines::{request_lines, response_lines},
    responses::error_type,
    types::{FieldType, Types},
};
use crate::{
    diagnostic::Diagnostic,
    name::{ConstIdent, ModuleName},
    schema::{Api, Method, Schema, Type},
};

/// Plans the modules of all APIs.
pub fn plan_apis(
    schema: &Schema,
    types: &Types<'_>,
    common: &CommonErrorCodes<'_>,
) -> (Vec<ApiModule>, Vec<Diagnostic>) {
    let mut diagnostics = collisions::apis(&schema.apis);
    diagnostics.extend(schema.apis.iter().flat_map(collisions::methods));
    let modules = schema.apis.iter().map(|api| api_module(api, types, common));
    (modules.collect(), diagnostics)
}

fn api_module(api: &Api, types: &Types<'_>, common: &CommonErrorCodes<'_>) -> ApiModule {
    let endpoints = { api.methods.iter() }.map(|method| endpoint(method, types, common));
    ApiModule {
        name: ModuleName::of_api(api.name.as_str()),
        source: file_name(&api.origin.source),
        doc: docs::api(api),
        endpoints: endpoints.collect(),
        origin: api.origin.clone(),
    }
}

fn endpoint(method: &Method, types: &Types<'_>, common: &CommonErrorCodes<'_>) -> EndpointConst {
    let BodyTypes {
        body,
        success,
        error,
    } = BodyTypes::new(method, types);
    EndpointConst {
        ident: ConstIdent::of_method(method.name.as_str()),
        doc: endpoint_docs::method(method, types, common),
        deprecated: method.deprecated.clone(),
        name: method.name.to_string(),
        method: method.http_method,
        template: method.path.as_str().to_owned(),
        parameters: request_lines(method),
        responses: response_lines(method),
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

#[cfg(test)]
mod tests;
