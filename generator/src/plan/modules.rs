//! The plan of models: a module for each definition.

use std::collections::BTreeSet;

use genesys_runtime::sources::SchemaLibrary;
use rayon::prelude::*;

use super::{
    collisions,
    crate_plan::{Alias, Field, Item, Model, Module, OpenEnum, Variant},
    docs::{self, Docs},
    types::{Types, enum_ident, field_ident, type_ident},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    name::{ModuleName, TypeIdent, VariantIdent},
    schema::{Definition, ListedValues, Property, Schema, reaches},
    span::Source,
};

/// Plans the modules of all definitions, in the schema's order.
pub fn plan_modules(schema: &Schema, types: &Types<'_>) -> (Vec<Module>, Vec<Diagnostic>) {
    let planned: Vec<_> = schema
        .definitions
        .par_iter()
        .map(|definition| module(definition, schema, types))
        .collect();
    let (modules, diagnostics): (Vec<_>, Vec<_>) = planned.into_iter().unzip();
    (modules, diagnostics.into_iter().flatten().collect())
}

fn module(
    definition: &Definition,
    schema: &Schema,
    types: &Types<'_>,
) -> (Module, Vec<Diagnostic>) {
    let ident = type_ident(definition);
    let enums: Vec<_> = definition
        .properties
        .iter()
        .filter_map(|property| {
            let listed = property.ty.listed_values()?;
            Some((property, open_enum(&ident, property, listed)))
        })
        .collect();
    let mut diagnostics = collisions::fields(definition);
    diagnostics.extend(collisions::enums(&enums));
    let lost = { enums.iter() }.flat_map(|(property, open)| variant_collisions(property, open));
    diagnostics.extend(lost);
    let module = Module {
        name: ModuleName::of_type(&ident),
        source: file_name(&definition.origin.source),
        origin: definition.origin.clone(),
        item: item(definition, ident, schema, types),
        enums: enums.into_iter().map(|(_, open)| open).collect(),
    };
    (module, diagnostics)
}

/// Returns the file name of a page.
pub fn file_name(source: &Source) -> String {
    let name = source.path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn item(definition: &Definition, ident: TypeIdent, schema: &Schema, types: &Types<'_>) -> Item {
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
            required: property.required,
            secret: property.is_secret(),
        })
        .collect();
    Item::Model(Model {
        ident,
        wire_name: definition.name.to_string(),
        doc,
        derives: definition.rust.derives.clone(),
        attributes: definition.rust.attributes.clone(),
        fields,
    })
}

fn open_enum(definition: &TypeIdent, property: &Property, listed: &ListedValues) -> OpenEnum {
    let mut variants: Vec<Variant> = Vec::new();
    let mut idents = BTreeSet::new();
    for value in &listed.values {
        let ident = VariantIdent::of_value(value);
        if idents.insert(ident.clone()) {
            variants.push(Variant {
                ident,
                value: value.clone(),
                doc: docs::variant(value),
            });
        }
    }
    OpenEnum {
        ident: enum_ident(definition, property),
        doc: docs::open_enum(definition, property, listed),
        values: listed.values.clone(),
        variants,
    }
}

/// Returns a warning for each listed value without a variant.
fn variant_collisions(property: &Property, open: &OpenEnum) -> Vec<Diagnostic> {
    let variants: BTreeSet<_> = open.variants.iter().map(|it| &it.value).collect();
    let lost = open.values.iter().filter(|value| !variants.contains(value));
    lost.map(|value| {
        let ident = VariantIdent::of_value(value);
        let message = format!(
            "`{value}` and another value of `{}` both become the variant `{ident}`",
            property.name
        );
        let unlisted = VariantIdent::UNLISTED;
        Diagnostic::new(Code::VariantCollision, message)
            .label(
                &property.origin.source,
                property.origin.span.clone(),
                "listed in the description of this property",
            )
            .help(format!("`{value}` decodes to the variant `{unlisted}`"))
    })
    .collect()
}
