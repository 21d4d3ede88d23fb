//! Restricting a schema to the wanted definitions.

use super::{
    events::{check_topics, restrict_to_topics},
    model::{Definition, DefinitionName, Origin, Schema},
    nearest::did_you_mean,
    reach::restrict_to_reachable,
    select_areas::{check_areas, take_areas},
    select_methods::restrict_methods,
    types::Type,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
};
use genesys_runtime::Scalar;

/// The name of a definition that the user asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// The name in the docs.
    pub name: String,
    /// The location of the name, if it was read from a file.
    pub origin: Option<Origin>,
}

impl From<&str> for Root {
    fn from(name: &str) -> Self {
        let name = name.to_owned();
        Self { name, origin: None }
    }
}

/// The wanted part of a schema; by default all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// The wanted definitions, which include all definitions that they reach.
    pub roots: Vec<Root>,
    /// The names of the wanted areas, which include all methods of an API and all definitions that these reach. Without
    /// roots, areas and topics, everything is wanted.
    pub areas: Vec<String>,
    /// The wanted notification topics, which include all definitions that their events reach: names of topics or of their
    /// constants, or the start of names followed by `*`.
    pub topics: Vec<String>,
    /// The definitions to which references are replaced with `serde_json::Value`.
    pub without: Vec<Root>,
}

impl Selection {
    /// Returns the wanted part of a schema.
    ///
    /// # Errors
    ///
    /// Returns a diagnostic for each name without a definition, an area or a topic.
    pub fn apply(&self, schema: Schema) -> Result<Schema, Vec<Diagnostic>> {
        let mut schema = self.replace_references(schema)?;
        if self.selects_everything() {
            { &mut schema.definitions }.retain(|it| !self.excludes(&it.name));
            return Ok(schema);
        }
        let areas = take_areas(&mut schema, &self.areas);
        if self.roots.is_empty() {
            schema.apis.clear();
        }
        let roots = self.roots.iter().map(|root| root.name.as_str());
        restrict_to_reachable(&mut schema, roots);
        let apis = areas.restore_definitions(&mut schema);
        restrict_methods(&mut schema);
        schema.apis.extend(apis);
        schema.apis.sort_by(|a, b| a.name.cmp(&b.name));
        restrict_to_topics(&mut schema, &self.topics);
        Ok(schema)
    }

    fn selects_everything(&self) -> bool {
        self.roots.is_empty() && self.areas.is_empty() && self.topics.is_empty()
    }

    /// Replaces references to the definitions in `without`; all definitions are kept.
    pub(super) fn replace_references(&self, mut schema: Schema) -> Result<Schema, Vec<Diagnostic>> {
        let mut errors = self.check_names(&schema);
        errors.extend(check_areas(&schema, &self.areas));
        errors.extend(check_topics(&schema, &self.topics));
        if !errors.is_empty() {
            return Err(errors);
        }
        if !self.without.is_empty() {
            let properties = { schema.definitions.iter_mut() }.flat_map(|it| &mut it.properties);
            properties.for_each(|property| self.replace_reference(&mut property.ty));
            for method in schema.apis.iter_mut().flat_map(|api| &mut api.methods) {
                let parameters = method.parameters.iter_mut().map(|it| &mut it.ty);
                let responses = { method.responses.iter_mut() }.filter_map(|it| it.ty.as_mut());
                parameters
                    .chain(responses)
                    .for_each(|ty| self.replace_reference(ty));
            }
        }
        Ok(schema)
    }

    /// Returns an error for each name without a definition.
    fn check_names(&self, schema: &Schema) -> Vec<Diagnostic> {
        let names = self.roots.iter().chain(&self.without);
        let unknown: Vec<_> = names
            .filter(|root| schema.definition(&root.name).is_none())
            .collect();
        // Comparing very many names with all definitions takes too long.
        let known = match unknown.len() {
            ..=limit::SUGGESTIONS => schema.definitions.as_slice(),
            _ => &[],
        };
        { unknown.into_iter() }
            .map(|root| unknown_definition(root, known))
            .collect()
    }

    fn replace_reference(&self, ty: &mut Type) {
        if let Type::Array(inner) | Type::Map(inner) = ty {
            self.replace_reference(inner);
        } else if ty.reference().is_some_and(|name| self.excludes(name)) {
            *ty = Type::Scalar(Scalar::Any);
        }
    }

    fn excludes(&self, name: &DefinitionName) -> bool {
        self.without.iter().any(|root| root.name == name.as_str())
    }
}

/// Returns the error for a name without a definition, with the most similar of the known ones.
pub(super) fn unknown_definition(root: &Root, known: &[Definition]) -> Diagnostic {
    let names = known.iter().map(|it| it.name.as_str());
    let message = format!("unknown definition `{}`", root.name);
    let mut diagnostic = Diagnostic::new(Code::UnknownRoot, message);
    if let Some(Origin { source, span }) = &root.origin {
        diagnostic = diagnostic.label(source, span.clone(), "");
    }
    let help = did_you_mean(&root.name, names);
    diagnostic.help(
        help.unwrap_or_else(|| {
            "add the definition's file to the spec, or correct the name".to_owned()
        }),
    )
}
