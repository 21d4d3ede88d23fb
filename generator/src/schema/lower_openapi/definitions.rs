//! Lowers the definitions of a file.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{
    lowering::{Lowering, SchemaIndex},
    types::is_replaced,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    openapi::{NamedSchema, SchemaObject},
    schema::{Definition, Input, Property, RustType},
    span::Source,
};

/// Lowers named schema objects to definitions, sorted by name, and resolves the references between them.
///
/// The definitions are incomplete if a diagnostic is an error.
#[must_use]
pub fn lower_schema_objects(
    source: &Source,
    schemas: &[NamedSchema<'_>],
) -> (Vec<Definition>, Vec<Diagnostic>) {
    let index = SchemaIndex::new(source, schemas);
    let (definitions, mut diagnostics) = lower_definitions(&index);
    diagnostics.extend(index.report_repeated());
    (definitions, diagnostics)
}

/// Lowers all definitions, sorted by name.
pub fn lower_definitions(index: &SchemaIndex<'_>) -> (Vec<Definition>, Vec<Diagnostic>) {
    let lowered: Vec<_> = { index.definitions.par_iter() }
        .map(|definition| {
            let mut lowering = Lowering::new(index);
            let definition = lower_definition(definition, &mut lowering);
            (definition, lowering.diagnostics)
        })
        .collect();
    let (definitions, found): (Vec<_>, Vec<_>) = lowered.into_iter().unzip();
    let mut definitions: Vec<_> = definitions.into_iter().flatten().collect();
    definitions.sort_by(|a, b| a.name.cmp(&b.name));
    (definitions, found.into_iter().flatten().collect())
}

/// Lowers a definition. Returns `None` for a definition that is inlined, whose type is only checked.
fn lower_definition<'a>(
    definition: &'a NamedSchema<'a>,
    lowering: &mut Lowering<'a>,
) -> Option<Definition> {
    let (name, schema) = (&definition.name, &definition.schema);
    if is_replaced(schema) {
        lowering.check_replaced(schema, &name.value);
        return None;
    }
    if !schema.all_of.is_empty() {
        let message = format!("`{}` combines several schemas", name.value);
        let help = "list all properties in the definition";
        let label = "the schemas of `allOf` are ignored";
        lowering.report(
            Code::IgnoredSchema,
            message,
            schema.span.clone(),
            label,
            help,
        );
    }
    Some(Definition {
        name: name.value.clone().into_owned().into(),
        description: schema.description.as_ref().map(ToString::to_string),
        properties: lower_properties(schema, &name.value, lowering),
        described_by: Input::Docs,
        rust: RustType::default(),
        origin: lowering.origin(name),
    })
}

fn lower_properties<'a>(
    schema: &'a SchemaObject<'a>,
    owner: &str,
    lowering: &mut Lowering<'a>,
) -> Vec<Property> {
    let names = { schema.properties.iter() }.map(|property| &*property.name.value);
    let names: BTreeSet<&str> = names.collect();
    let mut required = BTreeSet::new();
    for name in &schema.required {
        if names.contains(&*name.value) {
            required.insert(&*name.value);
        } else {
            lowering.report(
                Code::IgnoredSchema,
                format!(
                    "`{owner}` requires `{}`, but has no such property",
                    name.value
                ),
                name.span.clone(),
                "not a property",
                "define the property, or remove the name",
            );
        }
    }
    let properties = schema
        .properties
        .iter()
        .map(|NamedSchema { name, schema }| Property {
            ty: lowering.ty(schema, &name.value),
            name: name.value.clone().into_owned().into(),
            read_only: schema.read_only,
            required: schema.is_required || required.contains(&*name.value),
            description: schema.description.as_ref().map(ToString::to_string),
            rust_name: None,
            secret: None,
            origin: lowering.origin(name),
        });
    properties.collect()
}
