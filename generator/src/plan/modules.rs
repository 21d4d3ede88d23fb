//! The plan of models: a module for each definition.

use std::collections::BTreeSet;

use genesys_runtime::sources::SchemaLibrary;
use rayon::prelude::*;

use super::{
    collisions,
    crate_plan::{Alias, Field, Item, Model, Module},
    docs::Docs,
    equality::{Equality, definitions_with_floats, inapplicable_derive, remaining_derives},
    open_enums::open_enums,
    paging::paging,
    types::{Types, field_ident, type_ident},
};
use crate::{
    diagnostic::Diagnostic,
    name::ModuleName,
    schema::{Definition, DefinitionName, Schema, reaches},
    span::Source,
};

/// Plans the modules of all definitions, in the schema's order.
pub fn plan_modules(schema: &Schema, types: &Types<'_>) -> (Vec<Module>, Vec<Diagnostic>) {
    let floats = definitions_with_floats(schema);
    let planned: Vec<_> = schema
        .definitions
        .par_iter()
        .map(|definition| module(definition, schema, &floats, types))
        .collect();
    let (modules, diagnostics): (Vec<_>, Vec<_>) = planned.into_iter().unzip();
    (modules, diagnostics.into_iter().flatten().collect())
}

fn module(
    definition: &Definition,
    schema: &Schema,
    floats: &BTreeSet<&str>,
    types: &Types<'_>,
) -> (Module, Vec<Diagnostic>) {
    let ident = type_ident(definition);
    let mut diagnostics = collisions::fields(definition);
    diagnostics.extend(collisions::enums(&ident, definition));
    diagnostics.extend(inapplicable_derive(definition, floats));
    let enums = open_enums(&ident, definition);
    let module = Module {
        name: ModuleName::of_type(&ident),
        source: file_name(&definition.origin.source),
        origin: definition.origin.clone(),
        item: item(definition, schema, floats, types),
        enums,
    };
    (module, diagnostics)
}

/// Returns the file name of a page.
pub fn file_name(source: &Source) -> String {
    let name = source.path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn item(
    definition: &Definition,
    schema: &Schema,
    floats: &BTreeSet<&str>,
    types: &Types<'_>,
) -> Item {
    let ident = type_ident(definition);
    let docs = Docs::new(definition, types);
    let doc = docs.definition(definition);
    if definition.properties.is_empty() {
        return Item::Alias(Alias { ident, doc });
    }
    let mut derives = definition.rust.derives.iter();
    let derives_schema = derives.any(|path| SchemaLibrary::of_derive(path).is_some());
    let fields = definition
        .properties
        .iter()
        .map(|property| Field {
            ident: field_ident(property),
            wire_name: property.name.to_string(),
            doc: docs.property(property),
            ty: types.field(&ident, property),
            is_recursive: derives_schema && { property.ty.reference() }
                .is_some_and(|name| reaches(schema, name, &definition.name)),
            required: property.required && !property.read_only,
            read_only: property.read_only,
            secret: property.is_secret(|name| is_model(schema, name)),
            cut_short: { property.ty.listed_values() }.is_some_and(|listed| listed.is_cut_short),
        })
        .collect();
    let paging = paging(definition, &ident, schema, types);
    Item::Model(Model {
        ident,
        wire_name: definition.name.to_string(),
        doc,
        equality: Equality::of(definition, floats),
        derives: remaining_derives(definition),
        attributes: definition.rust.attributes.clone(),
        fields,
        paging,
    })
}

/// Checks whether a definition has a struct.
fn is_model(schema: &Schema, name: &DefinitionName) -> bool {
    let definition = schema.definition(name.as_str());
    definition.is_some_and(|definition| !definition.properties.is_empty())
}

#[cfg(test)]
mod tests;
