//! The file of an API, with a constant for each method.

use genesys_runtime::HttpMethod;
use proc_macro2::TokenStream;
use quote::quote;

use super::{
    format::format,
    syntax::{doc, spaced},
    types::endpoint_type,
};
use crate::{
    diagnostic::Diagnostic,
    header,
    plan::{ApiModule, EndpointConst, FieldType},
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
    let types = { api.endpoints.iter() }
        .flat_map(|endpoint| [&endpoint.body, &endpoint.success, &endpoint.error]);
    { types.flatten() }.any(|ty| ty.innermost().ident().is_some())
}

fn endpoint(endpoint: &EndpointConst) -> TokenStream {
    let EndpointConst {
        ident,
        doc: lines,
        deprecated,
        name,
        method,
        template,
        parameters,
        responses,
        body,
        success,
        error,
    } = endpoint;
    let doc = doc(lines);
    let deprecated = { deprecated.iter() }.map(|note| quote! { #[deprecated(note = #note)] });
    let [body, success] = [body, success].map(|ty| body_type(ty.as_ref()));
    let error = error.as_ref().map(endpoint_type);
    let types = [Some(body), Some(success), error].into_iter().flatten();
    let method = http_method(*method);
    quote! {
        #doc
        #(#deprecated)*
        pub const #ident: runtime::Endpoint<#(#types),*> = runtime::Endpoint {
            operation: runtime::Operation {
                name: #name,
                method: runtime::HttpMethod::#method,
                template: #template,
                parameters: &[#(#parameters),*],
                responses: &[#(#responses),*],
            },
            types: ::core::marker::PhantomData,
        };
    }
}

fn body_type(ty: Option<&FieldType>) -> TokenStream {
    ty.map_or_else(|| quote! { () }, endpoint_type)
}

/// Returns the name of the variant.
fn http_method(method: HttpMethod) -> TokenStream {
    match method {
        HttpMethod::Delete => quote! { Delete },
        HttpMethod::Get => quote! { Get },
        HttpMethod::Head => quote! { Head },
        HttpMethod::Options => quote! { Options },
        HttpMethod::Patch => quote! { Patch },
        HttpMethod::Post => quote! { Post },
        HttpMethod::Put => quote! { Put },
    }
}
