//! The documentation of endpoints.

use super::{Docs, undescribed};
use crate::{
    printable::code_span,
    schema::{Api, Method},
};

/// The documentation of an API's module.
pub fn api(api: &Api) -> Vec<String> {
    let mut doc = vec![format!(
        "{}: an endpoint each.",
        code_span(api.name.as_str())
    )];
    if let Some(description) = &api.description {
        doc.push(String::new());
        doc.extend(plain().text(description));
    }
    doc
}

/// The documentation of a method's constant.
pub fn method(method: &Method) -> Vec<String> {
    let mut doc = match &method.summary {
        Some(summary) => plain().text(summary),
        None => vec![undescribed(method.name.as_str())],
    };
    if let Some(description) = &method.description {
        doc.push(String::new());
        doc.extend(plain().text(description));
    }
    let endpoint = format!("{} {}", method.http_method.as_str(), method.path.as_str());
    doc.extend([String::new(), format!("{}.", code_span(&endpoint))]);
    doc
}

/// Text without links: a page's words are rarely the names of definitions.
const fn plain<'a>() -> Docs<'a> {
    Docs {
        idents: std::collections::BTreeMap::new(),
    }
}
