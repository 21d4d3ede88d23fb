//! The plan of endpoints: a module for each API, with a constant for each method.

use super::{
    collisions,
    crate_plan::{ApiModule, EndpointConst, EndpointParameter, NamedType},
    docs,
    modules::file_name,
    types::Types,
};
use crate::{
    diagnostic::Diagnostic,
    name::{ConstIdent, ModuleName},
    schema::{Api, Method, Place, Schema, Status, Type},
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
    let named = |ty: &Type| NamedType {
        name: ty.to_string(),
        ty: types.without_enums(ty),
    };
    let parameters =
        { method.parameters.iter() }.filter(|parameter| parameter.place != Place::Body);
    let statuses = |is_success: bool| {
        let statuses = { method.responses.iter() }.map(|response| response.status);
        statuses.filter_map(move |status| match status {
            Status::Code(code) if status.is_success() == is_success => Some(code),
            Status::Code(_) | Status::Default => None,
        })
    };
    EndpointConst {
        ident: ConstIdent::of_method(method.name.as_str()),
        doc: docs::method(method),
        deprecated: method.deprecated.clone(),
        name: method.name.to_string(),
        method: method.http_method,
        template: method.path.as_str().to_owned(),
        parameters: parameters
            .map(|parameter| EndpointParameter {
                name: parameter.name.clone(),
                place: parameter.place,
                ty: parameter.ty.to_string(),
                required: parameter.required,
            })
            .collect(),
        body: method.body().map(|body| named(&body.ty)),
        body_required: method.body().is_some_and(|body| body.required),
        success: method.success().as_ref().map(named),
        successes: statuses(true).collect(),
        errors: statuses(false).collect(),
    }
}
