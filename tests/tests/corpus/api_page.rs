//! An independent parser of API pages, which relies on the exact layout of the published ones.

use std::path::Path;

use crate::page::{texts, title};

/// A method, with its parts as strings.
#[derive(Debug, PartialEq, Eq)]
pub struct Method {
    pub api: String,
    pub name: String,
    pub summary: String,
    pub is_deprecated: bool,
    pub endpoint: String,
    pub parameters: Vec<Parameter>,
    pub responses: Vec<Response>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Parameter {
    pub location: String,
    pub name: String,
    pub ty: String,
    pub required: bool,
    pub description: String,
}

/// A documented response. `ty` is empty if it has no body.
#[derive(Debug, PartialEq, Eq)]
pub struct Response {
    pub status: String,
    pub ty: String,
    pub description: String,
}

/// Parses all methods of an edition, sorted by API and then in the order of the page.
pub fn methods(edition: &Path) -> Vec<Method> {
    let mut methods: Vec<_> = pages(edition)
        .iter()
        .flat_map(|page| methods_of_page(page))
        .collect();
    methods.sort_by(|a, b| a.api.cmp(&b.api));
    methods
}

/// Returns the texts of all API pages.
pub fn pages(edition: &Path) -> Vec<String> {
    let texts = texts(&edition.join("classes"), "-api.md").into_values();
    texts.map(|text| text.replace("\r\n", "\n")).collect()
}

fn methods_of_page(text: &str) -> Vec<Method> {
    let (body, _footer) = text.rsplit_once("\n---\n").unwrap();
    let mut parts = body.split("\n### ");
    let api = title(parts.next().unwrap());
    parts.map(|part| method(api, part)).collect()
}

fn method(api: &str, text: &str) -> Method {
    let (head, rest) = text.split_once("\n#### Endpoint\n").unwrap();
    let (endpoint, rest) = rest.split_once("\n#### Parameters\n").unwrap();
    let (parameters, returns) = rest.split_once("\n#### Returns\n").unwrap();
    let (intro, _) = head
        .split_once("\n#### Description\n")
        .unwrap_or((head, ""));
    let endpoint = title(endpoint).to_owned();
    let lines = intro.lines().skip(1).filter(|line| !line.starts_with('>'));
    let summary = lines.collect::<Vec<_>>().join("\n");
    Method {
        api: api.to_owned(),
        name: title(text).to_owned(),
        summary: summary.trim().to_owned(),
        is_deprecated: intro.contains("> This method is deprecated"),
        parameters: self::parameters(parameters, &endpoint),
        responses: responses(returns),
        endpoint,
    }
}

fn parameters(text: &str, endpoint: &str) -> Vec<Parameter> {
    let text = format!("\n{text}");
    let items = text.split("\n- `").skip(1);
    items.filter_map(|item| parameter(item, endpoint)).collect()
}

fn parameter(item: &str, endpoint: &str) -> Option<Parameter> {
    let (name, rest) = item.split_once("` - **(").unwrap();
    let (ty, description) = rest.split_once(")**").unwrap();
    // A group of parameters has no flag.
    let (ty, flag) = ty.rsplit_once(", ")?;
    let (location, name) = match name.split_once('.') {
        Some(("query", name)) => ("query", name),
        Some(("headers", name)) => ("header", name),
        _ if endpoint.contains(&format!("{{{name}}}")) => ("path", name),
        _ => (name, name),
    };
    let description = description.trim();
    Some(Parameter {
        location: location.to_owned(),
        name: name.to_owned(),
        ty: link_text(ty),
        required: flag == "required",
        description: description.trim_start_matches("- ").to_owned(),
    })
}

fn responses(text: &str) -> Vec<Response> {
    let rows = text.split("\n| `").skip(1);
    rows.map(|row| {
        let mut cells = row.splitn(3, " |");
        let status = cells.next().unwrap().trim_end_matches('`').to_owned();
        let ty = link_text(cells.next().unwrap().trim());
        let description = cells.next().unwrap().trim().trim_end_matches('|').trim();
        Response {
            status,
            ty,
            description: description.to_owned(),
        }
    })
    .collect()
}

/// Returns the text of a link, like `[User[]](../definitions/user-definition.md)`, or else the whole cell.
fn link_text(text: &str) -> String {
    let link = text
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]("));
    link.map_or(text, |(text, _)| text).to_owned()
}
