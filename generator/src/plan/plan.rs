//! From a schema to modules.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{
    chain::overlong_chain,
    collide::{colliding_definitions, colliding_enums, colliding_fields},
    doc::{self, Docs},
    endpoint::{ApiModule, plan_apis},
    model::{Alias, Field, Item, Model, Module, OpenEnum, Variant},
    types::{Types, field_ident, type_ident, values_ident},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    name::{ModuleName, TypeIdent, VariantIdent},
    schema::{Definition, Origin, Property, Schema},
};

/// What came of a schema.
#[derive(Debug)]
pub struct CratePlan {
    /// The modules, sorted by name.
    pub modules: Vec<Module>,
    /// The modules of endpoints.
    pub apis: Vec<ApiModule>,
    /// What is wrong, or looks wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Plans the modules of a schema, and finds names that collide.
#[must_use]
pub fn plan(schema: &Schema) -> CratePlan {
    let types = Types::new(schema);
    let planned: Vec<_> = schema
        .definitions
        .par_iter()
        .map(|definition| types.module(definition))
        .collect();
    let (mut modules, found): (Vec<_>, Vec<_>) = planned.into_iter().unzip();
    let mut diagnostics = colliding_definitions(schema, &modules);
    diagnostics.extend(
        modules
            .iter()
            .filter_map(|it| overlong(&it.name, &it.origin, RENAME_TYPE)),
    );
    diagnostics.extend(found.into_iter().flatten());
    diagnostics.extend(overlong_chain(schema));
    modules.sort_by(|a, b| a.name.cmp(&b.name));
    let (apis, found) = plan_apis(schema, &types);
    diagnostics.extend(found);
    diagnostics
        .extend({ apis.iter() }.filter_map(|it| overlong(&it.name, &it.origin, SHORTEN_API)));
    CratePlan {
        modules,
        apis,
        diagnostics,
    }
}

/// What shortens a definition's module.
const RENAME_TYPE: &str = "give it another Rust name with `rename` in the overrides";

/// What shortens an API's module: overrides say nothing of APIs.
const SHORTEN_API: &str = "shorten the API's name in its page, or take the page out of the spec";

/// An error if a module's file would have too long a name.
fn overlong(name: &ModuleName, origin: &Origin, way: &str) -> Option<Diagnostic> {
    let length = name.as_str().len();
    (length > limit::MODULE_NAME).then(|| {
        Diagnostic::new(
            Code::FileNameTooLong,
            format!("a module's name of {length} bytes is too long for a file's"),
        )
        .label(&origin.source, origin.span.clone(), "of this name")
        .help(format!(
            "{way}; it may have at most {} bytes in snake case",
            limit::MODULE_NAME
        ))
    })
}

/// Plans with the types of all definitions at hand.
impl Types<'_> {
    fn module(&self, definition: &Definition) -> (Module, Vec<Diagnostic>) {
        let ident = type_ident(definition);
        let docs = self.docs(definition);
        let enums: Vec<_> = definition
            .properties
            .iter()
            .filter_map(|property| {
                Some((
                    property,
                    open_enum(&ident, property, property.ty.listed_values()?),
                ))
            })
            .collect();
        let mut diagnostics = colliding_fields(definition);
        diagnostics.extend(colliding_enums(&enums));
        diagnostics.extend(
            enums
                .iter()
                .flat_map(|(property, open)| lost_variants(property, open)),
        );
        let module = Module {
            name: ModuleName::of_type(&ident),
            source: definition
                .origin
                .source
                .path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            origin: definition.origin.clone(),
            item: self.item(&docs, definition, ident),
            enums: enums.into_iter().map(|(_, open)| open).collect(),
        };
        (module, diagnostics)
    }

    fn item(&self, docs: &Docs<'_>, definition: &Definition, ident: TypeIdent) -> Item {
        let doc = docs.definition(definition);
        if definition.properties.is_empty() {
            return Item::Alias(Alias { ident, doc });
        }
        let fields = definition
            .properties
            .iter()
            .map(|property| self.planned(docs, &ident, property))
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

    fn planned(&self, docs: &Docs<'_>, definition: &TypeIdent, property: &Property) -> Field {
        let ty = self.field(definition, property);
        Field {
            ident: field_ident(property),
            wire_name: property.name.to_string(),
            doc: docs.property(property),
            kind: ty.kind(),
            required: property.required,
            secret: property.is_secret(),
            ty,
        }
    }

    /// Documentation that links to what the definition itself refers to: elsewhere a word may be just a word.
    fn docs<'b>(&'b self, definition: &'b Definition) -> Docs<'b> {
        let references = definition
            .properties
            .iter()
            .filter_map(|property| property.ty.reference());
        Docs::new(
            references
                .filter_map(|name| Some((name.as_str(), self.definition(name.as_str())?.ident()?))),
        )
    }
}

/// The enum of a property's values.
fn open_enum(definition: &TypeIdent, property: &Property, values: &[String]) -> OpenEnum {
    let mut variants: Vec<Variant> = Vec::new();
    let mut taken = BTreeSet::new();
    for value in values {
        let ident = VariantIdent::of_value(value);
        if taken.insert(ident.clone()) {
            variants.push(Variant {
                ident,
                value: value.clone(),
                doc: doc::variant(value),
            });
        }
    }
    OpenEnum {
        ident: values_ident(definition, property),
        doc: doc::open_enum(definition, property),
        values: values.to_vec(),
        variants,
    }
}

/// A warning for each listed value that has no variant of its own.
fn lost_variants(property: &Property, open: &OpenEnum) -> Vec<Diagnostic> {
    let variants: BTreeSet<_> = open.variants.iter().map(|it| &it.value).collect();
    let lost = open.values.iter().filter(|value| !variants.contains(value));
    lost.map(|value| {
        let ident = VariantIdent::of_value(value);
        Diagnostic::new(
            Code::VariantCollision,
            format!(
                "`{value}` and another value of `{}` become one variant, `{ident}`",
                property.name
            ),
        )
        .label(
            &property.origin.source,
            property.origin.span.clone(),
            "listed in this property's description",
        )
        .help(format!(
            "`{value}` is kept as text, in the variant `{}`",
            VariantIdent::UNLISTED
        ))
    })
    .collect()
}
