//! A second reader of the APIs' pages, which shares nothing with the first: it knows how published pages look, and
//! nothing else.

use std::{fs, path::Path};

/// A method, each of its parts as text.
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

/// A parameter.
#[derive(Debug, PartialEq, Eq)]
pub struct Parameter {
    pub place: String,
    pub name: String,
    pub ty: String,
    pub required: bool,
    pub description: String,
}

/// An answer; the type is empty where there is none.
#[derive(Debug, PartialEq, Eq)]
pub struct Response {
    pub status: String,
    pub ty: String,
    pub description: String,
}

/// All methods of an edition, sorted by API and in their pages' order; none where it has no pages of APIs.
pub fn methods(edition: &Path) -> Vec<Method> {
    let mut methods: Vec<_> = pages(edition)
        .iter()
        .flat_map(|page| of_page(page))
        .collect();
    methods.sort_by(|a, b| a.api.cmp(&b.api));
    methods
}

/// The texts of the pages.
pub fn pages(edition: &Path) -> Vec<String> {
    let entries = fs::read_dir(edition.join("classes")).into_iter().flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.to_str().unwrap().ends_with("-api.md"))
        .map(|path| fs::read_to_string(path).unwrap().replace("\r\n", "\n"))
        .collect()
}

fn of_page(text: &str) -> Vec<Method> {
    let (body, _footer) = text.rsplit_once("\n---\n").unwrap();
    let mut parts = body.split("\n### ");
    let api = code(parts.next().unwrap());
    parts.map(|part| method(&api, part)).collect()
}

/// The first text between backticks.
fn code(text: &str) -> String {
    text.split('`').nth(1).unwrap().to_owned()
}

fn method(api: &str, text: &str) -> Method {
    let (head, rest) = text.split_once("\n#### Endpoint\n").unwrap();
    let (endpoint, rest) = rest.split_once("\n#### Parameters\n").unwrap();
    let (parameters, returns) = rest.split_once("\n#### Returns\n").unwrap();
    let (intro, _) = head
        .split_once("\n#### Description\n")
        .unwrap_or((head, ""));
    let endpoint = code(endpoint);
    let lines = intro.lines().skip(1).filter(|line| !line.starts_with('>'));
    let summary = lines.collect::<Vec<_>>().join("\n");
    Method {
        api: api.to_owned(),
        name: code(text),
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
    let (what, description) = rest.split_once(")**").unwrap();
    // Nothing but the groups has no flag.
    let (ty, flag) = what.rsplit_once(", ")?;
    let (place, name) = match name.split_once('.') {
        Some(("query", name)) => ("query", name),
        Some(("headers", name)) => ("header", name),
        _ if endpoint.contains(&format!("{{{name}}}")) => ("path", name),
        _ => (name, name),
    };
    let description = description.trim();
    Some(Parameter {
        place: place.to_owned(),
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

/// The text of a link such as `[User[]](../definitions/user-definition.md)`; any other text as it is.
fn link_text(text: &str) -> String {
    let link = text
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]("));
    link.map_or(text, |(text, _)| text).to_owned()
}
