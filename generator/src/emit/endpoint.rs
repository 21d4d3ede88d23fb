//! The file of an API, with a constant for each method.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    format::format,
    syntax::{doc, ident, spaced},
    types::endpoint_type,
};
use crate::{
    diagnostic::Diagnostic,
    header,
    plan::{ApiModule, EndpointConst, EndpointParameter, NamedType},
    schema::{HttpMethod, Place},
};

/// Emits the text of an API's file.
pub fn emit(api: &ApiModule) -> Result<String, Vec<Diagnostic>> {
    Ok(header::for_source(&api.source) + &format(module(api))?)
}

fn module(api: &ApiModule) -> TokenStream {
    let doc = api.doc.iter().map(|line| spaced(line));
    let endpoints: TokenStream = api.endpoints.iter().map(endpoint).collect();
    let models = uses_models(api).then(|| quote! { use super::super::models; });
    let runtime = (!api.endpoints.is_empty()).then(|| quote! { use super::super::runtime; });
    quote! {
        #(#![doc = #doc])*
        #models
        #runtime
        #endpoints
    }
}

/// Checks whether an endpoint refers to the type of a definition.
fn uses_models(api: &ApiModule) -> bool {
    let types = { api.endpoints.iter() }.flat_map(|endpoint| [&endpoint.body, &endpoint.success]);
    { types.flatten() }.any(|named| named.ty.innermost().ident().is_some())
}

fn endpoint(endpoint: &EndpointConst) -> TokenStream {
    let (const_name, doc) = (&endpoint.ident, doc(&endpoint.doc));
    let deprecated = endpoint
        .deprecated
        .as_ref()
        .map(|note| quote! { #[deprecated(note = #note)] });
    let types = [endpoint.body.as_ref(), endpoint.success.as_ref()];
    let [body_type, success_type] = types.map(type_tokens);
    let [body, success] = types.map(name_tokens);
    let EndpointConst {
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
        #doc
        #deprecated
        pub const #const_name: runtime::Endpoint<#body_type, #success_type> = runtime::Endpoint {
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
    named.map_or_else(|| quote! { () }, |named| endpoint_type(&named.ty))
}

fn name_tokens(named: Option<&NamedType>) -> TokenStream {
    let some = |named: &NamedType| {
        let name = &named.name;
        quote! { Some(#name) }
    };
    named.map_or_else(|| quote! { None }, some)
}

/// Returns the name of the runtime's variant.
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

/// Returns the name of the runtime's variant. The body is never among the parameters.
const fn place(place: Place) -> &'static str {
    match place {
        Place::Path => "Path",
        Place::Query | Place::Body => "Query",
        Place::Header => "Header",
    }
}
