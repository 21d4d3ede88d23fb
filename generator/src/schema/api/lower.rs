//! Lowering parsed pages to APIs.

use std::collections::BTreeMap;

use genesys_runtime::HttpMethod;
use rayon::prelude::*;

use super::{
    model::{Api, Method, Response},
    parameter::lower_parameters,
    path_template::PathTemplate,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    markdown::{ApiPage, MethodPart, ResponseRow},
    schema::{
        Input,
        index::DefinitionIndex,
        resolve::{FileLowering, duplicates},
    },
};

/// Lowers all pages to APIs, sorted by name.
pub fn lower_apis(pages: &[ApiPage], index: &DefinitionIndex<'_>) -> (Vec<Api>, Vec<Diagnostic>) {
    let lowered: Vec<_> = { pages.par_iter() }
        .map(|page| lower_api(page, index))
        .collect();
    let (mut apis, found): (Vec<_>, Vec<_>) = lowered.into_iter().unzip();
    let titles = pages.iter().map(|page| (&page.source, &page.title));
    let mut diagnostics = duplicates(Code::DuplicateInApis, titles, |name| {
        format!("the API `{name}` is described more than once")
    });
    diagnostics.extend(found.into_iter().flatten());
    apis.sort_by(|a, b| a.name.cmp(&b.name));
    (apis, diagnostics)
}

fn lower_api(page: &ApiPage, index: &DefinitionIndex<'_>) -> (Api, Vec<Diagnostic>) {
    let mut lowering = FileLowering::new(&page.source, index);
    let owner = (page.title.value.as_str(), "method");
    let names = page.methods.iter().map(|method| &method.name);
    lowering.report_duplicates(Code::DuplicateInApis, owner, names);
    let methods = { page.methods.iter() }
        .filter_map(|part| lower_method(part, &mut lowering))
        .collect();
    let api = Api {
        name: page.title.value.clone().into(),
        description: page.description.clone(),
        methods,
        origin: lowering.origin(&page.title),
    };
    (api, lowering.diagnostics)
}

fn lower_method(part: &MethodPart, lowering: &mut FileLowering<'_>) -> Option<Method> {
    let endpoint = parse_endpoint(part, lowering);
    let path = endpoint.as_ref().map(|(_, path)| path);
    let parameters = path.map(|path| lower_parameters(part, path, lowering));
    let owner = (part.name.value.as_str(), "status");
    let statuses = part.responses.iter().map(|row| &row.status);
    lowering.report_duplicates(Code::DuplicateInApis, owner, statuses);
    // Before the endpoint is needed, so that errors in the responses are reported without one too.
    let responses = { part.responses.iter() }
        .filter_map(|row| lower_response(row, lowering))
        .collect();
    let (http_method, path) = endpoint?;
    Some(Method {
        name: part.name.value.clone().into(),
        summary: part.summary.clone(),
        description: part.description.clone(),
        deprecated: part.deprecated.clone(),
        http_method,
        path,
        described_by: Input::Docs,
        parameters: parameters?,
        permissions: None,
        preview: false,
        responses,
        origin: lowering.origin(&part.name),
    })
}

fn parse_endpoint(
    part: &MethodPart,
    lowering: &mut FileLowering<'_>,
) -> Option<(HttpMethod, PathTemplate)> {
    let endpoint = part.endpoint.as_ref()?;
    let text = &endpoint.value;
    let message = match (text.verb.parse(), text.path.parse()) {
        (Ok(verb), Ok(path)) => return Some((verb, path)),
        (Ok(_), Err(_)) => format!("invalid path `{}`", text.path),
        (Err(_), _) => format!("unknown HTTP method `{}`", text.verb),
    };
    lowering.report(
        Code::InvalidEndpoint,
        message,
        endpoint.span.clone(),
        "in this endpoint",
        "an endpoint looks like \"`GET /path/{parameter}`\"",
    );
    None
}

fn lower_response(row: &ResponseRow, lowering: &mut FileLowering<'_>) -> Option<Response> {
    let ty = match &row.ty {
        Some(cell) => Some(lowering.resolve_or_report(cell, &row.status.value, "")?),
        None => None,
    };
    Some(Response {
        status: row.status.value.parse().ok()?,
        ty,
        description: row.description.clone(),
        error_codes: BTreeMap::new(),
    })
}
