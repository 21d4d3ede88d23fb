//! The documentation of endpoints.

use super::{
    doc_tables::{cell, table},
    docs::lines,
    error_codes::CommonErrorCodes,
    escape::escape_code,
    responses::{ResponseGroup, response_groups},
    types::Types,
};
use crate::{
    printable::code_span,
    schema::{Method, Parameter, Permissions, Type},
};

/// Returns the documentation of a method's constant: the method's description and permissions, and tables of its parameters,
/// responses and error codes.
pub fn method(method: &Method, types: &Types<'_>, common: &CommonErrorCodes<'_>) -> Vec<String> {
    let name = code_span(method.name.as_str());
    let text = |text: &String| lines(text, |_| None);
    let endpoint = format!("{} {}", method.http_method, method.path);
    let summary = method.summary.as_ref().map(text);
    let mut summary = summary.unwrap_or_else(|| vec![format!("{name}.")]);
    // Lists of endpoints show only this paragraph. rustdoc itself marks deprecated endpoints there.
    if let Some(first) = summary.first_mut().filter(|_| method.preview) {
        first.insert_str(0, "**Preview:** ");
    }
    let deprecated = method.deprecated.as_ref().map(|note| {
        let mut note = text(note);
        if let Some(first) = note.first_mut() {
            first.insert_str(0, "**Deprecated.** ");
        }
        note
    });
    let paragraphs = [
        Some(summary),
        deprecated,
        { method.preview }.then(|| vec!["A preview may change without notice.".to_owned()]),
        method.description.as_ref().map(text),
        Some(vec![code_span(&endpoint)]),
        { method.permissions.as_ref() }.map(|permissions| vec![required_permissions(permissions)]),
        parameter_table(&method.parameters, types),
        response_table(&response_groups(method), types),
        common.doc_of_others(method),
    ];
    let paragraphs: Vec<_> = paragraphs.into_iter().flatten().collect();
    paragraphs.join(&String::new())
}

fn required_permissions(permissions: &Permissions) -> String {
    let (quantity, names) = match permissions {
        Permissions::Any(names) => ("any", names),
        Permissions::All(names) => ("all", names),
    };
    match names.as_slice() {
        [name] => format!("Requires the permission {}.", code_span(name)),
        names => {
            let names: Vec<_> = names.iter().map(|name| code_span(name)).collect();
            format!(
                "Requires {quantity} of the permissions {}.",
                names.join(", ")
            )
        }
    }
}

/// Returns the table of the parameters, the required ones first, or `None` if the method has no parameters.
fn parameter_table(parameters: &[Parameter], types: &Types<'_>) -> Option<Vec<String>> {
    let (required, optional): (Vec<_>, Vec<_>) = { parameters.iter() }.partition(|it| it.required);
    let row = |parameter: &Parameter| {
        [
            escape_code(&parameter.name),
            parameter.place.to_string(),
            type_cell(&parameter.ty, types),
            if parameter.required { "yes" } else { "" }.to_owned(),
            parameter_description(parameter),
        ]
    };
    let rows = required.into_iter().chain(optional).map(row);
    let columns = ["Parameter", "In", "Type", "Required", "Description"];
    table("Parameters", columns, rows)
}

/// Returns the table of the responses with a row for each type, or `None` if no response is documented.
fn response_table(groups: &[ResponseGroup<'_>], types: &Types<'_>) -> Option<Vec<String>> {
    let row = |group: &ResponseGroup<'_>| {
        let statuses: Vec<_> = group.statuses.iter().map(ToString::to_string).collect();
        [
            statuses.join(", "),
            { group.ty }.map_or_else(|| "no body".to_owned(), |ty| type_cell(ty, types)),
            group.description.map_or_else(String::new, cell),
        ]
    };
    let columns = ["Status", "Type", "Description"];
    table("Responses", columns, groups.iter().map(row))
}

/// Returns the name of a type in the docs, with a link to its model if the crate has it.
fn type_cell(ty: &Type, types: &Types<'_>) -> String {
    let name = escape_code(&ty.to_string());
    let model = { ty.reference() }.and_then(|name| types.definition(name.as_str())?.ident());
    match model {
        Some(ident) => format!("[{name}](super::super::{ident})"),
        None => name,
    }
}

/// Returns the description of a parameter, followed by the default and the listed values that it does not mention.
fn parameter_description(parameter: &Parameter) -> String {
    let description = parameter.description.as_deref().unwrap_or_default();
    let listed = parameter.ty.listed_values();
    let values = listed.map_or(&[][..], |listed| &listed.values);
    let is_mentioned = |value: &String| description.contains(value.as_str());
    let mut parts = vec![cell(description)];
    if !values.iter().all(is_mentioned) {
        let values: Vec<_> = values.iter().map(|value| escape_code(value)).collect();
        parts.push(format!("Values: {}", values.join(", ")));
    }
    let default = { parameter.default.as_ref() }.filter(|default| !default.is_empty());
    let mentions_default = description.to_lowercase().contains("default");
    if let Some(default) = default.filter(|it| !mentions_default || !is_mentioned(it)) {
        parts.push(format!("Default: {}", escape_code(default)));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("<br>")
}
