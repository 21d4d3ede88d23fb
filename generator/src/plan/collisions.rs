//! Names in the docs that become the same name in Rust.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    crate_plan::Module,
    types::{enum_ident, field_ident},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    name::{ConstIdent, ModuleName, TypeIdent},
    schema::{Api, Definition, Origin, Property, Schema, Topic},
};

const RENAME: &str = "give one of them another Rust name with `rename` in the overrides";
const TOO_SIMILAR: &str =
    "names of modules and constants must differ in more than case and punctuation";

/// A name in the docs, its origin, and the Rust name that it becomes.
struct Named<'a> {
    rust: String,
    docs: &'a str,
    origin: &'a Origin,
}

/// Reports definitions whose types or files have the same name. The modules are in the schema's order.
pub fn definitions(schema: &Schema, modules: &[Module]) -> Vec<Diagnostic> {
    let pairs = || schema.definitions.iter().zip(modules);
    let types =
        pairs().map(|(definition, module)| of_definition(definition, module.ident().to_string()));
    let mut diagnostics = collisions(types, Code::IdentifierCollision, "the type", RENAME);
    let mut idents = BTreeSet::new();
    let files = pairs()
        .filter(|(_, module)| idents.insert(module.ident()))
        // Some file systems ignore case.
        .map(|(definition, module)| {
            of_definition(definition, format!("{}.rs", module.name).to_lowercase())
        });
    diagnostics.extend(collisions(files, Code::FileCollision, "the file", RENAME));
    diagnostics
}

/// Reports properties whose fields have the same name.
pub fn fields(definition: &Definition) -> Vec<Diagnostic> {
    let names = definition
        .properties
        .iter()
        .map(|property| of_property(property, field_ident(property).to_string()));
    collisions(names, Code::IdentifierCollision, "the field", RENAME)
}

/// Reports properties whose enums have the same name.
pub fn enums(ident: &TypeIdent, definition: &Definition) -> Vec<Diagnostic> {
    let names = { definition.properties.iter() }
        .filter(|property| property.ty.listed_values().is_some())
        .map(|property| of_property(property, enum_ident(ident, property).to_string()));
    collisions(names, Code::IdentifierCollision, "the enum", RENAME)
}

/// Reports APIs whose modules have the same name.
pub fn apis(apis: &[Api]) -> Vec<Diagnostic> {
    let names = apis.iter().map(|api| Named {
        rust: ModuleName::of_api(api.name.as_str())
            .to_string()
            .to_lowercase(),
        docs: api.name.as_str(),
        origin: &api.origin,
    });
    collisions(names, Code::FileCollision, "the module", TOO_SIMILAR)
}

/// Reports methods whose constants have the same name.
pub fn methods(api: &Api) -> Vec<Diagnostic> {
    let names = api.methods.iter().map(|method| Named {
        rust: ConstIdent::of_method(method.name.as_str()).to_string(),
        docs: method.name.as_str(),
        origin: &method.origin,
    });
    collisions(
        names,
        Code::IdentifierCollision,
        "the constant",
        TOO_SIMILAR,
    )
}

/// Reports topics whose constants have the same name, and with it their variants.
pub fn topics(topics: &[Topic]) -> Vec<Diagnostic> {
    let names = topics.iter().map(|topic| Named {
        rust: ConstIdent::of_topic(topic.name.as_str()).to_string(),
        docs: topic.name.as_str(),
        origin: &topic.origin,
    });
    collisions(
        names,
        Code::IdentifierCollision,
        "the constant",
        TOO_SIMILAR,
    )
}

fn of_definition(definition: &Definition, rust: String) -> Named<'_> {
    Named {
        rust,
        docs: definition.name.as_str(),
        origin: &definition.origin,
    }
}

fn of_property(property: &Property, rust: String) -> Named<'_> {
    Named {
        rust,
        docs: property.name.as_str(),
        origin: &property.origin,
    }
}

/// Reports each name that becomes the same as an earlier one.
///
/// A name that is a duplicate in the docs is reported elsewhere.
fn collisions<'a>(
    names: impl Iterator<Item = Named<'a>>,
    code: Code,
    item: &str,
    help: &str,
) -> Vec<Diagnostic> {
    let mut earlier: BTreeMap<String, Named<'a>> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for second in names {
        let rust = second.rust.clone();
        if let Some(first) = earlier.get(&rust).filter(|first| first.docs != second.docs) {
            let message = format!(
                "`{}` and `{}` both become {item} `{rust}`",
                first.docs, second.docs
            );
            let diagnostic = Diagnostic::new(code, message)
                .label(
                    &second.origin.source,
                    second.origin.span.clone(),
                    "this name",
                )
                .label(
                    &first.origin.source,
                    first.origin.span.clone(),
                    "the same name in Rust",
                )
                .help(help);
            diagnostics.push(diagnostic);
        }
        earlier.insert(rust, second);
    }
    diagnostics
}
