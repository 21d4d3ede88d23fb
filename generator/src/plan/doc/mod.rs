//! Documentation, escaped in this one place so that rustdoc reads it as the text that it is.

mod api;
mod text;

pub use api::{api, method};

use std::collections::BTreeMap;

use crate::{
    name::{TypeIdent, guess_wire_name},
    plan::types::field_ident,
    printable::code_span,
    schema::{Definition, Property},
};

/// Makes documentation, with links to the definitions that it names.
pub struct Docs<'a> {
    idents: BTreeMap<&'a str, &'a TypeIdent>,
}

impl<'a> Docs<'a> {
    /// Documentation that can link to these definitions.
    pub fn new(definitions: impl Iterator<Item = (&'a str, &'a TypeIdent)>) -> Self {
        Self {
            idents: definitions.collect(),
        }
    }

    /// The documentation of a definition's type.
    pub fn definition(&self, definition: &Definition) -> Vec<String> {
        let mut doc = match &definition.description {
            Some(description) => self.text(description),
            None => vec![undescribed(definition.name.as_str())],
        };
        if definition.properties.is_empty() {
            doc.extend([
                String::new(),
                "The docs list no properties: any JSON value will do.".to_owned(),
            ]);
        }
        doc
    }

    /// The documentation of a property's field.
    pub fn property(&self, property: &Property) -> Vec<String> {
        let mut doc = match &property.description {
            Some(description) => self.text(description),
            None => vec![undescribed(property.name.as_str())],
        };
        if !is_guessable(property) {
            doc.extend([
                String::new(),
                format!("On the wire: {}.", code_span(property.name.as_str())),
            ]);
        }
        if property.required {
            doc.extend([String::new(), "Required in requests.".to_owned()]);
        }
        doc
    }

    /// A description, a line each; a line break in the docs stays one.
    fn text(&self, description: &str) -> Vec<String> {
        let mut lines: Vec<_> = description.lines().map(|line| self.line(line)).collect();
        let breaks: Vec<_> = lines
            .windows(2)
            .map(|pair| pair.iter().all(|line| !line.is_empty()))
            .collect();
        for (line, _) in lines.iter_mut().zip(breaks).filter(|(_, breaks)| *breaks) {
            line.push('\\');
        }
        lines
    }

    /// A line of text, in which words that name definitions become links.
    fn line(&self, line: &str) -> String {
        text::escape(line, |word| {
            let ident = self.idents.get(word).filter(|_| is_unmistakable(word))?;
            Some(format!("[`{ident}`](super::{ident})"))
        })
    }
}

/// The documentation of the enum of a property's values.
pub fn open_enum(definition: &TypeIdent, property: &Property) -> Vec<String> {
    let name = code_span(property.name.as_str());
    vec![
        format!("A value of {name} in [`{definition}`](super::{definition})."),
        String::new(),
        "The list is open: the docs often cut it short, and the API sends values that they do not"
            .to_owned(),
        "list. `Unlisted` keeps any other text as it is.".to_owned(),
    ]
}

/// The documentation of a listed value's variant.
pub fn variant(value: &str) -> Vec<String> {
    vec![format!("{}.", code_span(value))]
}

/// Whether the property's name on the wire is what one would guess from the field's.
fn is_guessable(property: &Property) -> bool {
    guess_wire_name(&field_ident(property)) == property.name.as_str()
}

/// Whether a word in a text can only be a definition's name: `UserPresence`, but not `User`.
fn is_unmistakable(word: &str) -> bool {
    let humps = word
        .chars()
        .skip(1)
        .filter(char::is_ascii_uppercase)
        .count();
    humps > 0 && word.chars().any(|c| c.is_ascii_lowercase())
}

fn undescribed(name: &str) -> String {
    format!("{}, which the docs do not describe.", code_span(name))
}
