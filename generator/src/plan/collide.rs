//! Names of the docs that become one name in Rust.

use std::collections::BTreeMap;

use super::{
    model::{Module, OpenEnum},
    types::field_ident,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    schema::{Definition, Origin, Property, Schema},
};

/// An error for each definition whose type or file has the name of an earlier one's.
///
/// The modules stand in the schema's order.
pub fn colliding_definitions(schema: &Schema, modules: &[Module]) -> Vec<Diagnostic> {
    let (mut idents, mut files) = (BTreeMap::new(), BTreeMap::new());
    let mut diagnostics = Vec::new();
    for (definition, module) in schema.definitions.iter().zip(modules) {
        let names = [
            (
                &mut idents,
                module.ident().as_str().to_owned(),
                Code::IdentifierCollision,
                "the type",
            ),
            // Some file systems do not tell case.
            (
                &mut files,
                format!("{}.rs", module.name).to_lowercase(),
                Code::FileCollision,
                "the file",
            ),
        ];
        for (taken, name, code, what) in names {
            let Some(earlier) = taken.insert(name.clone(), definition) else {
                continue;
            };
            // The same definition twice is another error, reported elsewhere.
            if earlier.name != definition.name {
                let message = format!(
                    "`{}` and `{}` both become {what} `{name}`",
                    earlier.name, definition.name
                );
                diagnostics.push(collision(
                    code,
                    message,
                    &definition.origin,
                    &earlier.origin,
                ));
                break;
            }
        }
    }
    diagnostics
}

/// An error for each property whose field has the name of an earlier one's.
pub fn colliding_fields(definition: &Definition) -> Vec<Diagnostic> {
    let idents = definition
        .properties
        .iter()
        .map(|property| (property, field_ident(property).to_string()));
    colliding(idents, "the field")
}

/// An error for each enum that has the name of an earlier one.
pub fn colliding_enums(enums: &[(&Property, OpenEnum)]) -> Vec<Diagnostic> {
    colliding(
        enums
            .iter()
            .map(|(property, open)| (*property, open.ident.to_string())),
        "the enum",
    )
}

fn colliding<'a>(
    names: impl Iterator<Item = (&'a Property, String)>,
    what: &str,
) -> Vec<Diagnostic> {
    let mut taken: BTreeMap<String, &Property> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (property, name) in names {
        let Some(earlier) = taken.insert(name.clone(), property) else {
            continue;
        };
        if earlier.name != property.name {
            let message = format!(
                "`{}` and `{}` both become {what} `{name}`",
                earlier.name, property.name
            );
            diagnostics.push(collision(
                Code::IdentifierCollision,
                message,
                &property.origin,
                &earlier.origin,
            ));
        }
    }
    diagnostics
}

fn collision(code: Code, message: String, second: &Origin, first: &Origin) -> Diagnostic {
    Diagnostic::new(code, message)
        .label(&second.source, second.span.clone(), "this name")
        .label(&first.source, first.span.clone(), "and this one")
        .help("give one of them another Rust name with `rename` in the overrides")
}
