//! The documentation of generated items.

use std::collections::BTreeMap;

use super::{
    escape::escape,
    types::{Types, field_ident},
};
use crate::{
    name::{TypeIdent, guess_wire_name},
    plan::modules::file_name,
    printable::code_span,
    schema::{Api, Definition, Property},
};

/// A writer of a definition's documentation, with links to the definitions that it refers to.
///
/// Other definitions are not linked, because a word like `User` is not always the name of a type.
pub struct Docs<'a> {
    links: BTreeMap<&'a str, &'a TypeIdent>,
}

impl<'a> Docs<'a> {
    pub fn new(definition: &'a Definition, types: &'a Types<'_>) -> Self {
        let types = definition.properties.iter().filter_map(|property| {
            let name = property.ty.reference()?.as_str();
            Some((name, types.definition(name)?.ident()?))
        });
        Self {
            links: types.collect(),
        }
    }

    /// Returns the documentation of the definition's type.
    pub fn definition(&self, definition: &Definition) -> Vec<String> {
        let properties = match definition.properties.len() {
            0 => "any JSON value".to_owned(),
            1 => "1 property".to_owned(),
            count => format!("{count} properties"),
        };
        match &definition.description {
            Some(description) if definition.properties.is_empty() => {
                let mut doc = self.text(description);
                doc.extend([String::new(), "Any JSON value.".to_owned()]);
                doc
            }
            Some(description) => self.text(description),
            None => {
                let name = code_span(definition.name.as_str());
                let page = code_span(&file_name(&definition.origin.source));
                vec![format!("{name}: {properties} ({page}).")]
            }
        }
    }

    /// Returns the documentation of a property's field.
    pub fn property(&self, property: &Property) -> Vec<String> {
        let name = code_span(property.name.as_str());
        let mut doc = match &property.description {
            Some(description) => self.text(description),
            None => vec![format!("{name}.")],
        };
        if property.description.is_some() && !is_guessable(property) {
            doc.extend([String::new(), format!("In JSON: {name}.")]);
        }
        let note = match (property.read_only, property.required) {
            (true, _) => Some("Read-only: only the platform sets it."),
            (false, true) => Some("Required in requests."),
            (false, false) => None,
        };
        if let Some(note) = note {
            doc.extend([String::new(), note.to_owned()]);
        }
        doc
    }

    /// Returns the lines of a description, with links to types. Line breaks are preserved.
    fn text(&self, description: &str) -> Vec<String> {
        lines(description, |word| {
            let ident = self.links.get(word).filter(|_| is_type_name(word))?;
            Some(format!("[`{ident}`](super::{ident})"))
        })
    }
}

/// Returns the documentation of the enum of the values of one or more properties.
pub fn open_enum(
    definition: &TypeIdent,
    properties: &[&Property],
    is_cut_short: bool,
) -> Vec<String> {
    let names = properties
        .iter()
        .map(|property| code_span(property.name.as_str()));
    let names = listed(names.collect());
    let mut doc = vec![
        format!("A listed value of {names} in [`{definition}`](super::{definition})."),
        "[`OpenEnum`](runtime::OpenEnum) also accepts other values.".to_owned(),
    ];
    if is_cut_short {
        doc.extend([
            String::new(),
            "The docs cut the list of values short.".to_owned(),
        ]);
    }
    doc
}

/// Returns a list of names, such as `a, b or c`.
fn listed(mut names: Vec<String>) -> String {
    let last = names.pop().unwrap_or_default();
    if names.is_empty() {
        last
    } else {
        format!("{} or {last}", names.join(", "))
    }
}

/// Returns the documentation of a listed value's variant.
pub fn variant(value: &str) -> Vec<String> {
    vec![format!("{}.", code_span(value))]
}

/// Returns the documentation of an API's module.
pub fn api(api: &Api) -> Vec<String> {
    let name = code_span(api.name.as_str());
    let mut doc = vec![format!("The endpoints of {name}.")];
    if let Some(description) = &api.description {
        doc.push(String::new());
        doc.extend(lines(description, |_| None));
    }
    doc
}

/// Escapes the lines of a text, and ends lines within a paragraph with hard line breaks.
pub(super) fn lines(text: &str, link_to: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut lines: Vec<_> = text.lines().map(|line| escape(line, &link_to)).collect();
    let breaks: Vec<_> = lines
        .windows(2)
        .map(|pair| pair.iter().all(|line| !line.is_empty()))
        .collect();
    for (line, _) in lines.iter_mut().zip(breaks).filter(|(_, breaks)| *breaks) {
        line.push('\\');
    }
    lines
}

/// Checks whether the property's name follows from the field's name.
fn is_guessable(property: &Property) -> bool {
    guess_wire_name(&field_ident(property)) == property.name.as_str()
}

/// Checks whether a word can only be the name of a type: `UserPresence`, but not `User`.
fn is_type_name(word: &str) -> bool {
    let mut rest = word.chars().skip(1);
    rest.any(|c| c.is_ascii_uppercase()) && word.chars().any(|c| c.is_ascii_lowercase())
}
