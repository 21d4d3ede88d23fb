//! Lowers the parameters of an operation.

use std::collections::BTreeMap;

use genesys_runtime::Place;

use super::{apis::SharedObjects, lowering::Lowering, references::decode_segment};
use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    openapi::{OperationObject, ParameterObject, PathItem, Text},
    schema::{Parameter, PathTemplate},
    span::Span,
};

/// The name that replaces the file's name of a body parameter.
const BODY: &str = "body";

/// Lowers the parameters of an operation: its own, then the path's, then those that are only in its template.
pub fn lower_parameters<'a>(
    item: &'a PathItem<'a>,
    operation: &'a OperationObject<'a>,
    path: &PathTemplate,
    shared: &SharedObjects<'a>,
    lowering: &mut Lowering<'a>,
) -> Vec<Parameter> {
    let own = resolve_all(&operation.parameters, shared, lowering);
    let mut spans: BTreeMap<_, Span> = BTreeMap::new();
    let mut parameters = Vec::with_capacity(own.len());
    for object in own {
        let Some(parameter) = lower_parameter(object, path, lowering) else {
            continue;
        };
        let key = (parameter.place.as_str(), parameter.name.clone());
        if let Some(earlier) = spans.get(&key) {
            report_duplicate(&parameter.name, object, earlier, lowering);
        } else {
            spans.insert(key, object.span.clone());
            parameters.push(parameter);
        }
    }
    // A parameter of the operation replaces one of the path.
    for object in resolve_all(&item.parameters, shared, lowering) {
        let parameter = lower_parameter(object, path, lowering);
        parameters.extend(parameter.filter(|parameter| {
            let key = (parameter.place.as_str(), parameter.name.clone());
            spans.insert(key, object.span.clone()).is_none()
        }));
    }
    add_undescribed(path, item, &mut parameters, lowering);
    parameters
}

fn report_duplicate(
    name: &str,
    object: &ParameterObject<'_>,
    earlier: &Span,
    lowering: &mut Lowering<'_>,
) {
    let source = lowering.index.source;
    let message = format!("the parameter `{name}` is given more than once");
    let diagnostic = Diagnostic::new(Code::DuplicateInOpenApi, message)
        .label(source, object.span.clone(), "given again here")
        .label(source, earlier.clone(), "first given here")
        .help("remove or rename one of the two");
    lowering.diagnostics.push(diagnostic);
}

/// Adds a parameter of type string for each parameter in the path that the file does not describe.
fn add_undescribed(
    path: &PathTemplate,
    item: &PathItem<'_>,
    parameters: &mut Vec<Parameter>,
    lowering: &mut Lowering<'_>,
) {
    for name in path.parameters() {
        let is_it = |other: &Parameter| other.place == Place::Path && other.name == name;
        if parameters.iter().any(is_it) {
            continue;
        }
        lowering.report(
            Code::IgnoredParameter,
            format!("the path parameter `{name}` is not described"),
            item.path.span.clone(),
            "treated as a string",
            "describe it in the list of parameters",
        );
        parameters.push(Parameter::undescribed_in_path(name));
    }
}

/// Replaces references to shared parameters by these parameters, and omits references that cannot be resolved.
fn resolve_all<'a>(
    objects: &'a [ParameterObject<'a>],
    shared: &SharedObjects<'a>,
    lowering: &mut Lowering<'a>,
) -> Vec<&'a ParameterObject<'a>> {
    let mut resolved = Vec::with_capacity(objects.len());
    for object in objects {
        let Some(reference) = &object.reference else {
            resolved.push(object);
            continue;
        };
        let name = reference
            .value
            .strip_prefix("#/parameters/")
            .map(decode_segment);
        match name.and_then(|name| shared.parameters.get(name.as_str()).copied()) {
            Some(found) if lowering.index.may_repeat(&found.span) => resolved.push(found),
            Some(_) => {}
            None => lowering.report(
                Code::UnresolvedReference,
                format!("the reference to `{}` leads nowhere", reference.value),
                reference.span.clone(),
                "ignored",
                "a reference is `#/parameters/` and the name of a parameter",
            ),
        }
    }
    resolved
}

fn lower_parameter<'a>(
    object: &'a ParameterObject<'a>,
    path: &PathTemplate,
    lowering: &mut Lowering<'a>,
) -> Option<Parameter> {
    let place = parameter_place(object, lowering)?;
    let name = if place == Place::Body {
        BODY
    } else {
        &*parameter_name(object, lowering)?.value
    };
    if place == Place::Path && path.parameters().all(|other| other != name) {
        let message = format!("the path has no parameter `{name}`");
        let help = "name it in the path, as in `/path/{parameter}`";
        report_ignored(object, message, "ignored", help, lowering);
        return None;
    }
    check_collection_format(object, name, lowering);
    Some(Parameter {
        name: name.to_owned(),
        default: object.default.as_ref().map(ToString::to_string),
        place,
        ty: lowering.ty(&object.schema, name),
        required: object.required || place == Place::Path,
        description: object.description.as_ref().map(ToString::to_string),
    })
}

fn parameter_place(object: &ParameterObject<'_>, lowering: &mut Lowering<'_>) -> Option<Place> {
    let place = object.place.as_ref();
    match place.map(|place| &*place.value) {
        Some("path") => Some(Place::Path),
        Some("query") => Some(Place::Query),
        Some("header") => Some(Place::Header),
        Some("body") => Some(Place::Body),
        Some("formData") => {
            let message = "the parameter is a field of a form".to_owned();
            let help = "endpoints have JSON bodies";
            report_ignored(object, message, "ignored", help, lowering);
            None
        }
        Some(_) | None => {
            let span = place.map_or(&object.span, |place| &place.span);
            lowering.report(
                Code::InvalidOperation,
                "the parameter is in no part of the request".to_owned(),
                span.clone(),
                "in this parameter",
                "write `\"in\": \"path\"`, `query`, `header` or `body`",
            );
            None
        }
    }
}

fn parameter_name<'a>(
    object: &'a ParameterObject<'a>,
    lowering: &mut Lowering<'_>,
) -> Option<&'a Text<'a>> {
    let name = object.name.as_ref();
    let (code, message) = match name.map(|name| name.value.len()) {
        Some(1..=limit::NAME) => return name,
        Some(0) | None => (
            Code::InvalidOperation,
            "the parameter has no name".to_owned(),
        ),
        Some(length) => {
            let message = format!(
                "the name has {length} bytes, more than the limit of {}",
                limit::NAME
            );
            (Code::TooLarge, message)
        }
    };
    let span = object.span.clone();
    lowering.report(code, message, span, "this parameter", "name it");
    None
}

/// Reports a list whose items are not sent as separate parameters.
fn check_collection_format(object: &ParameterObject<'_>, name: &str, lowering: &mut Lowering<'_>) {
    let Some(format) = object.collection_format.as_ref() else {
        return;
    };
    if format.value != "multi" {
        lowering.report(
            Code::IgnoredParameter,
            format!("the items of `{name}` are sent as one value"),
            format.span.clone(),
            "treated as `multi`",
            "join the items in the program",
        );
    }
}

fn report_ignored(
    object: &ParameterObject<'_>,
    message: String,
    label: &str,
    help: &str,
    lowering: &mut Lowering<'_>,
) {
    let span = object.span.clone();
    lowering.report(Code::IgnoredParameter, message, span, label, help);
}
