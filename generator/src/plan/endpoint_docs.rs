//! The documentation of endpoints.

use super::{
    docs::lines,
    escape::{escape, escape_code},
    responses::{ResponseGroup, response_groups},
    types::Types,
};
use crate::{
    printable::code_span,
    schema::{Method, Parameter, Type},
};

/// Returns the documentation of a method's constant: the method's description, and tables of its parameters and responses.
pub fn method(method: &Method, types: &Types<'_>) -> Vec<String> {
    let name = code_span(method.name.as_str());
    let text = |text: &String| lines(text, |_| None);
    let endpoint = format!("{} {}", method.http_method, method.path);
    let summary = method.summary.as_ref().map(text);
    let deprecated = method.deprecated.as_ref().map(|note| {
        let mut note = text(note);
        if let Some(first) = note.first_mut() {
            first.insert_str(0, "**Deprecated.** ");
        }
        note
    });
    let paragraphs = [
        Some(summary.unwrap_or_else(|| vec![format!("{name}.")])),
        deprecated,
        method.description.as_ref().map(text),
        Some(vec![code_span(&endpoint)]),
        parameter_table(&method.parameters, types),
        response_table(&response_groups(method), types),
    ];
    let paragraphs: Vec<_> = paragraphs.into_iter().flatten().collect();
    paragraphs.join(&String::new())
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

/// Returns a table below a heading, or `None` if the table has no rows.
fn table<const N: usize>(
    heading: &str,
    columns: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Option<Vec<String>> {
    let rows: Vec<_> = rows.map(|cells| table_row(&cells)).collect();
    let head = [
        format!("# {heading}"),
        String::new(),
        table_row(&columns.map(str::to_owned)),
        format!("|{}", "---|".repeat(N)),
    ];
    (!rows.is_empty()).then(|| head.into_iter().chain(rows).collect())
}

fn table_row(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
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

/// Returns the description of a parameter, followed by the listed values that it does not mention.
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
    parts.retain(|part| !part.is_empty());
    parts.join("<br>")
}

/// Returns a text as one line, with its line breaks as HTML.
fn cell(text: &str) -> String {
    let lines = text.lines().map(|line| escape(line, |_| None));
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("<br>")
}
