//! Lowers an operation to a method.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    apis::SharedObjects, lowering::Lowering, parameters::lower_parameters,
    references::decode_segment,
};
use crate::{
    diagnostic::Code,
    limit,
    openapi::{OperationObject, PathItem, PermissionsObject, ResponseObject, Text},
    schema::{Input, Method, PathTemplate, Permissions, Response, Type},
};

/// The deprecation notice of methods. The file only marks them as deprecated.
const DEPRECATED: &str = "This method is deprecated.";

/// Lowers an operation. Returns `None` and reports an error if its path or its name is invalid.
pub fn lower_operation<'a>(
    item: &'a PathItem<'a>,
    operation: &'a OperationObject<'a>,
    shared: &SharedObjects<'a>,
    lowering: &mut Lowering<'a>,
) -> Option<Method> {
    let path = parse_path(&item.path, lowering);
    let name = operation_name(operation, lowering)?;
    let path = path?;
    let parameters = lower_parameters(item, operation, &path, shared, lowering);
    let mut responses: Vec<_> = { operation.responses.iter() }
        .filter_map(|(status, response)| lower_response(status, response, shared, lowering))
        .collect();
    responses.sort_by_key(|response| response.status);
    Some(Method {
        name: name.value.clone().into_owned().into(),
        summary: operation.summary.as_ref().map(ToString::to_string),
        description: operation.description.as_ref().map(ToString::to_string),
        deprecated: operation.deprecated.then(|| DEPRECATED.to_owned()),
        http_method: operation.http_method,
        path,
        described_by: Input::Docs,
        parameters,
        permissions: operation.permissions.as_ref().map(lower_permissions),
        preview: operation.preview,
        responses,
        origin: lowering.origin(name),
    })
}

fn parse_path(path: &Text<'_>, lowering: &mut Lowering<'_>) -> Option<PathTemplate> {
    let parsed = path.value.parse().ok();
    if parsed.is_none() {
        lowering.report(
            Code::InvalidOperation,
            format!("invalid path `{}`", path.value),
            path.span.clone(),
            "in this path",
            "a path looks like `/path/{parameter}`",
        );
    }
    parsed
}

fn operation_name<'a>(
    operation: &'a OperationObject<'a>,
    lowering: &mut Lowering<'_>,
) -> Option<&'a Text<'a>> {
    let name = operation.name.as_ref();
    let message = match name.map(|name| name.value.len()) {
        Some(1..=limit::NAME) => return name,
        None | Some(0) => "the operation has no name".to_owned(),
        Some(length) => format!(
            "the name has {length} bytes, more than the limit of {}",
            limit::NAME
        ),
    };
    let code = if name.is_some_and(|name| !name.value.is_empty()) {
        Code::TooLarge
    } else {
        Code::InvalidOperation
    };
    let span = name.map_or(&operation.key, |name| &name.span);
    let help = "name it by `x-purecloud-method-name` or `operationId`";
    lowering.report(code, message, span.clone(), "this operation", help);
    None
}

/// Returns the permissions, sorted and without duplicates.
fn lower_permissions(permissions: &PermissionsObject<'_>) -> Permissions {
    let names = { permissions.permissions.iter() }.map(|name| name.value.clone().into_owned());
    let names: BTreeSet<_> = names.collect();
    let names = names.into_iter().collect();
    if permissions.needs_all {
        Permissions::All(names)
    } else {
        Permissions::Any(names)
    }
}

fn lower_response<'a>(
    status: &Text<'a>,
    response: &'a ResponseObject<'a>,
    shared: &SharedObjects<'a>,
    lowering: &mut Lowering<'a>,
) -> Option<Response> {
    let Ok(parsed) = status.value.parse() else {
        lowering.report(
            Code::InvalidOperation,
            format!("`{}` is not an HTTP status", status.value),
            status.span.clone(),
            "in this operation",
            "a status is a number from 100 to 599, or `default`",
        );
        return None;
    };
    let response = shared_response(response, shared, lowering).unwrap_or(response);
    let codes = response.error_codes.iter();
    let codes = codes.map(|(code, meaning)| (code.to_string(), meaning.to_string()));
    Some(Response {
        status: parsed,
        ty: response_type(response, &status.value, lowering),
        description: response.description.as_ref().map(ToString::to_string),
        error_codes: codes.collect::<BTreeMap<_, _>>(),
    })
}

/// Returns the response to which another one refers, or `None` after reporting a reference that cannot be resolved.
fn shared_response<'a>(
    response: &'a ResponseObject<'a>,
    shared: &SharedObjects<'a>,
    lowering: &mut Lowering<'a>,
) -> Option<&'a ResponseObject<'a>> {
    let reference = response.reference.as_ref()?;
    let name = reference
        .value
        .strip_prefix("#/responses/")
        .map(decode_segment);
    let found = name.and_then(|name| shared.responses.get(name.as_str()).copied());
    if found.is_none() {
        lowering.report(
            Code::UnresolvedReference,
            format!("the reference to `{}` leads nowhere", reference.value),
            reference.span.clone(),
            "treated as a response without a body",
            "a reference is `#/responses/` and the name of a response",
        );
    }
    found.filter(|found| lowering.index.may_repeat(&found.span))
}

/// Returns the type of a response's body, or `None` if the response has no body or its body is a file.
fn response_type<'a>(
    response: &'a ResponseObject<'a>,
    status: &str,
    lowering: &mut Lowering<'a>,
) -> Option<Type> {
    let schema = response.schema.as_ref()?;
    let is_file = schema.ty.as_ref().is_some_and(|ty| ty.value == "file");
    (!is_file).then(|| lowering.ty(schema, status))
}
