//! The plan of endpoints: a module for each API, with a constant for each method.

use std::collections::BTreeMap;

use super::{doc, field_type::FieldType, types::Types};
use crate::{
    diagnostic::{Code, Diagnostic},
    name::{ConstIdent, ModuleName},
    schema::{Api, HttpMethod, Method, Origin, Place, Schema, Status, Type},
};

/// The module of an API.
#[derive(Debug, Clone)]
pub struct ApiModule {
    /// Its name.
    pub name: ModuleName,
    /// The name of the page's file.
    pub source: String,
    /// Its documentation.
    pub doc: Vec<String>,
    /// The constants, in the docs' order.
    pub endpoints: Vec<Endpoint>,
    /// The place of the API's name.
    pub origin: Origin,
}

/// A method's constant.
#[derive(Debug, Clone)]
pub struct Endpoint {
    /// Its name.
    pub ident: ConstIdent,
    /// Its documentation.
    pub doc: Vec<String>,
    /// What is said where it is used, if it is deprecated.
    pub deprecated: Option<String>,
    /// The method's name in the docs.
    pub name: String,
    /// The HTTP method.
    pub method: HttpMethod,
    /// The path's template.
    pub template: String,
    /// The parameters beside the body.
    pub parameters: Vec<EndpointParameter>,
    /// The body's type.
    pub body: Option<NamedType>,
    /// Whether there has to be a body.
    pub body_required: bool,
    /// The type of successful answers.
    pub success: Option<NamedType>,
    /// The statuses that tell success.
    pub successes: Vec<u16>,
    /// All other statuses.
    pub errors: Vec<u16>,
}

/// A type, and its name in the docs.
#[derive(Debug, Clone)]
pub struct NamedType {
    /// The name.
    pub name: String,
    /// The type.
    pub ty: FieldType,
}

/// A parameter beside the body.
#[derive(Debug, Clone)]
pub struct EndpointParameter {
    /// The name on the wire.
    pub name: String,
    /// The place, which is never the body.
    pub place: Place,
    /// The name of the type.
    pub ty: String,
    /// Whether it is required.
    pub required: bool,
}

/// Plans the modules of all APIs, and finds names that collide.
pub fn plan_apis(schema: &Schema, types: &Types<'_>) -> (Vec<ApiModule>, Vec<Diagnostic>) {
    let names = { schema.apis.iter() }.map(|api| {
        (
            ModuleName::of_api(api.name.as_str())
                .to_string()
                .to_lowercase(),
            api.name.as_str(),
            &api.origin,
        )
    });
    let mut diagnostics = colliding(names, Code::FileCollision, "the module");
    let modules = schema.apis.iter().map(|api| {
        let names = { api.methods.iter() }.map(|method| {
            (
                ident(method).to_string(),
                method.name.as_str(),
                &method.origin,
            )
        });
        diagnostics.extend(colliding(names, Code::IdentifierCollision, "the constant"));
        module(api, types)
    });
    (modules.collect(), diagnostics)
}

fn ident(method: &Method) -> ConstIdent {
    ConstIdent::of_method(method.name.as_str())
}

/// An error for each name that becomes what an earlier one has become.
fn colliding<'a>(
    names: impl Iterator<Item = (String, &'a str, &'a Origin)>,
    code: Code,
    what: &str,
) -> Vec<Diagnostic> {
    let mut taken = BTreeMap::new();
    let mut found = Vec::new();
    for (ident, name, origin) in names {
        // The same name twice is another error, reported elsewhere.
        match taken.insert(ident.clone(), (name, origin)) {
            Some((earlier, first)) if earlier != name => {
                let message = format!("`{earlier}` and `{name}` both become {what} `{ident}`");
                let finding = Diagnostic::new(code, message)
                    .label(&origin.source, origin.span.clone(), "this name")
                    .label(&first.source, first.span.clone(), "and this one")
                    .help("names that differ in case or signs alone cannot both be constants or modules");
                found.push(finding);
            }
            _ => {}
        }
    }
    found
}

fn module(api: &Api, types: &Types<'_>) -> ApiModule {
    let file = api.origin.source.path.file_name().unwrap_or_default();
    ApiModule {
        name: ModuleName::of_api(api.name.as_str()),
        source: file.to_string_lossy().into_owned(),
        doc: doc::api(api),
        endpoints: api
            .methods
            .iter()
            .map(|method| endpoint(method, types))
            .collect(),
        origin: api.origin.clone(),
    }
}

fn endpoint(method: &Method, types: &Types<'_>) -> Endpoint {
    let named = |ty: &Type| NamedType {
        name: ty.to_string(),
        ty: types.stand_alone(ty),
    };
    let beside_body =
        { method.parameters.iter() }.filter(|parameter| parameter.place != Place::Body);
    let statuses = |is_success: bool| {
        let statuses = { method.responses.iter() }.map(|response| response.status);
        statuses.filter_map(move |status| match status {
            Status::Code(code) if status.is_success() == is_success => Some(code),
            _ => None,
        })
    };
    Endpoint {
        ident: ident(method),
        doc: doc::method(method),
        deprecated: method.deprecated.clone(),
        name: method.name.to_string(),
        method: method.http_method,
        template: method.path.as_str().to_owned(),
        parameters: beside_body
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
