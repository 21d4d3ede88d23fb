//! The files of endpoints.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    field_type::stand_alone,
    format::{format, not_rust},
    tokens::{doc, ident, spaced},
};
use crate::{
    diagnostic::Diagnostic,
    header,
    plan::{ApiModule, Endpoint, EndpointParameter, NamedType},
    schema::{HttpMethod, Place},
    tree::Tree,
};

/// The folder of endpoints in the output.
const FOLDER: &str = "src/endpoints";

/// The path of the file of an API's endpoints.
#[must_use]
pub fn path(api: &ApiModule) -> String {
    format!("{FOLDER}/{}.rs", api.name)
}

/// The files of all APIs; none where there are no APIs.
pub fn files(apis: &[ApiModule]) -> Result<Tree, Vec<Diagnostic>> {
    let mut tree = Tree::default();
    if apis.is_empty() {
        return Ok(tree);
    }
    for api in apis {
        let text = header::for_source(&api.source) + &formatted(module(api))?;
        tree.insert(path(api), text);
    }
    tree.insert(
        format!("{FOLDER}/mod.rs"),
        header::for_all() + &formatted(index(apis))?,
    );
    Ok(tree)
}

fn formatted(tokens: TokenStream) -> Result<String, Vec<Diagnostic>> {
    format(tokens).map_err(|error| not_rust(&error))
}

fn index(apis: &[ApiModule]) -> TokenStream {
    let names = apis.iter().map(|api| &api.name);
    quote! {
        #![doc = " Endpoints as data, a module for each API: a constant for each method has all that a request needs, whichever"]
        #![doc = " HTTP client sends it."]
        #(pub mod #names;)*
    }
}

fn module(api: &ApiModule) -> TokenStream {
    let about = api.doc.iter().map(|line| spaced(line));
    let endpoints: TokenStream = api.endpoints.iter().map(endpoint).collect();
    let models = uses_models(api).then(|| quote! { use super::super::models; });
    let runtime = (!api.endpoints.is_empty()).then(|| quote! { use super::super::runtime; });
    quote! {
        #(#![doc = #about])*
        #models
        #runtime
        #endpoints
    }
}

/// Whether a type is a definition's.
fn uses_models(api: &ApiModule) -> bool {
    let types = { api.endpoints.iter() }.flat_map(|endpoint| [&endpoint.body, &endpoint.success]);
    { types.flatten() }.any(|named| named.ty.innermost().ident().is_some())
}

fn endpoint(endpoint: &Endpoint) -> TokenStream {
    let (name_of_const, about) = (&endpoint.ident, doc(&endpoint.doc));
    let deprecated = endpoint
        .deprecated
        .as_ref()
        .map(|note| quote! { #[deprecated(note = #note)] });
    let types = [endpoint.body.as_ref(), endpoint.success.as_ref()];
    let [body_type, success_type] = types.map(type_tokens);
    let [body, success] = types.map(name_tokens);
    let Endpoint {
        name,
        template,
        body_required,
        ..
    } = endpoint;
    let method = ident(http_method(endpoint.method));
    let parameters = endpoint.parameters.iter().map(parameter);
    let [successes, errors] = [&endpoint.successes, &endpoint.errors].map(|statuses| {
        let statuses = statuses
            .iter()
            .map(|status| proc_macro2::Literal::u16_unsuffixed(*status));
        quote! { &[#(#statuses),*] }
    });
    quote! {
        #about
        #deprecated
        pub const #name_of_const: runtime::Endpoint<#body_type, #success_type> = runtime::Endpoint {
            operation: runtime::Operation {
                name: #name,
                method: runtime::HttpMethod::#method,
                template: #template,
                parameters: &[#(#parameters),*],
                body: #body,
                body_required: #body_required,
                success: #success,
                successes: #successes,
                errors: #errors,
            },
            types: ::core::marker::PhantomData,
        };
    }
}

fn parameter(parameter: &EndpointParameter) -> TokenStream {
    let EndpointParameter {
        name, ty, required, ..
    } = parameter;
    let place = ident(place(parameter.place));
    quote! {
        runtime::Parameter { name: #name, place: runtime::Place::#place, ty: #ty, required: #required }
    }
}

fn type_tokens(named: Option<&NamedType>) -> TokenStream {
    named.map_or_else(|| quote! { () }, |named| stand_alone(&named.ty))
}

fn name_tokens(named: Option<&NamedType>) -> TokenStream {
    let some = |named: &NamedType| {
        let name = &named.name;
        quote! { Some(#name) }
    };
    named.map_or_else(|| quote! { None }, some)
}

/// The runtime's variant of a method.
const fn http_method(method: HttpMethod) -> &'static str {
    match method {
        HttpMethod::Delete => "Delete",
        HttpMethod::Get => "Get",
        HttpMethod::Head => "Head",
        HttpMethod::Options => "Options",
        HttpMethod::Patch => "Patch",
        HttpMethod::Post => "Post",
        HttpMethod::Put => "Put",
    }
}

/// The runtime's variant of a place; a body is none of the parameters there.
const fn place(place: Place) -> &'static str {
    match place {
        Place::Path => "Path",
        Place::Query | Place::Body => "Query",
        Place::Header => "Header",
    }
}
