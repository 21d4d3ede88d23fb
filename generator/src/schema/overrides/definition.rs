//! Applying the entry of a definition.

use super::{
    Known,
    file::DefinitionOverride,
    property,
    report::Report,
    spelling::{is_attribute, is_implemented, is_path, type_name},
};
use crate::{name::TypeIdent, schema::Definition, span::Spanned};

/// Applies an entry to its definition.
pub fn apply(
    definition: &mut Definition,
    entry: &DefinitionOverride,
    known: &Known,
    report: &mut Report,
) {
    if let Some(name) = &entry.rename {
        rename(definition, name, report);
    }
    if is_struct(definition, entry, report) {
        definition.rust.derives = derives(&entry.derives, report);
        definition.rust.attributes = attributes(&entry.attributes, report);
    }
    for entry in &entry.properties {
        let name = entry.name.value.as_str();
        let mut properties = definition.properties.iter_mut();
        match properties.find(|property| property.name.as_str() == name) {
            Some(property) => property::apply(property, entry, known, report),
            None => no_property(definition, &entry.name, report),
        }
    }
}

fn rename(definition: &mut Definition, name: &Spanned<String>, report: &mut Report) {
    match type_name(&name.value) {
        Err(near) => {
            let message = format!("`{}` cannot be the name of a type", name.value);
            report.invalid(&name.span, message, format!("`{near}` can"));
        }
        Ok(ident) if ident == TypeIdent::of_definition(definition.name.as_str()) => {
            report.idle(&name.span, format!("the type is called `{ident}` anyway"));
        }
        Ok(ident) => definition.rust.name = Some(ident.to_string()),
    }
}

/// Whether there is a struct to put derives and attributes on; complains if there is none and they are there.
fn is_struct(definition: &Definition, entry: &DefinitionOverride, report: &mut Report) -> bool {
    let is_struct = !definition.properties.is_empty();
    if let (false, Some(text)) = (
        is_struct,
        entry.derives.iter().chain(&entry.attributes).next(),
    ) {
        let name = &definition.name;
        let message =
            format!("`{name}` has no properties: its type is only a name for any JSON value");
        report.inapplicable(&text.span, message, "remove its `derives` and `attributes`");
    }
    is_struct
}

fn derives(paths: &[Spanned<String>], report: &mut Report) -> Vec<String> {
    for Spanned { value: path, span } in paths {
        if !is_path(path) {
            let message = format!("`{path}` is no path of a derive");
            report.invalid(span, message, "a path looks like `::schemars::JsonSchema`");
        } else if is_implemented(path) {
            let message = format!("every model implements `{path}`, in a way of its own");
            report.inapplicable(span, message, "remove it");
        }
    }
    values(paths)
}

fn attributes(texts: &[Spanned<String>], report: &mut Report) -> Vec<String> {
    for text in texts.iter().filter(|text| !is_attribute(&text.value)) {
        let message = format!("`{}` is no attribute", text.value);
        let help = "an attribute stands here without its `#[` and `]`, as in `non_exhaustive`";
        report.invalid(&text.span, message, help);
    }
    values(texts)
}

fn values(texts: &[Spanned<String>]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

fn no_property(definition: &Definition, name: &Spanned<String>, report: &mut Report) {
    let names = definition
        .properties
        .iter()
        .map(|property| property.name.as_str());
    let message = format!("`{}` has no property `{}`", definition.name, name.value);
    report.unmatched(&name.span, message, &name.value, names);
}
