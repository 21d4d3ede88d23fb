//! Types in the docs that cannot be read, until an OpenAPI file or an override replaces them.

use std::collections::BTreeMap;

use super::model::{DefinitionName, Origin, PropertyName, Schema};
use crate::diagnostic::{Code, Diagnostic};

/// The properties whose types in the docs cannot be read; until then, the schema has `object`
/// there, inside the lists that can be read.
#[derive(Debug, Clone, Default)]
pub struct UnreadableTypes(BTreeMap<DefinitionName, BTreeMap<PropertyName, UnreadableType>>);

/// The error of a type that cannot be read, and what replaces the type.
#[derive(Debug, Clone)]
struct UnreadableType {
    error: Diagnostic,
    replacement: Option<Replacement>,
}

/// A type that replaces an unreadable one.
#[derive(Debug, Clone)]
pub struct Replacement {
    /// The place of the type.
    pub origin: Origin,
    /// The type as its source writes it.
    pub ty: String,
}

/// Takes the types that cannot be read out of a schema, and returns an error for each, or a warning if something replaces it.
#[must_use]
pub fn check_types(schema: &mut Schema) -> Vec<Diagnostic> {
    std::mem::take(&mut schema.unreadable).into_diagnostics()
}

impl UnreadableTypes {
    /// Adds the error of a property's type.
    pub(super) fn insert(
        &mut self,
        definition: &DefinitionName,
        property: &PropertyName,
        error: Diagnostic,
    ) {
        let properties = self.0.entry(definition.clone()).or_default();
        let ty = UnreadableType {
            error,
            replacement: None,
        };
        properties.insert(property.clone(), ty);
    }

    /// Checks whether the type of a property cannot be read.
    pub(super) fn contains(&self, definition: &DefinitionName, property: &PropertyName) -> bool {
        let properties = self.0.get(definition);
        properties.is_some_and(|properties| properties.contains_key(property))
    }

    /// Checks whether nothing has replaced the type of a property yet.
    pub(super) fn is_unreplaced(
        &self,
        definition: &DefinitionName,
        property: &PropertyName,
    ) -> bool {
        let ty = self.0.get(definition).and_then(|it| it.get(property));
        ty.is_some_and(|ty| ty.replacement.is_none())
    }

    /// Records what replaces the type of a property, instead of an earlier replacement.
    pub(super) fn replace(
        &mut self,
        definition: &DefinitionName,
        property: &PropertyName,
        replacement: Replacement,
    ) {
        let properties = self.0.get_mut(definition);
        if let Some(ty) = properties.and_then(|it| it.get_mut(property)) {
            ty.replacement = Some(replacement);
        }
    }

    fn into_diagnostics(self) -> Vec<Diagnostic> {
        let definitions = self.0.into_iter();
        let types = definitions.flat_map(|(definition, properties)| {
            let properties = properties.into_iter();
            properties.map(move |(property, ty)| ty.into_diagnostic(&definition, &property))
        });
        types.collect()
    }
}

impl UnreadableType {
    fn into_diagnostic(self, definition: &DefinitionName, property: &PropertyName) -> Diagnostic {
        let Some(Replacement { origin, ty }) = self.replacement else {
            let (definition, property) =
                (toml_key(definition.as_str()), toml_key(property.as_str()));
            return self.error.help(format!(
                "or set its type in `overrides.toml`: `definitions.{definition}.properties.{property}.type = \"string\"`"
            ));
        };
        let message = format!("{}; `{property}` becomes `{ty}`", self.error.message);
        let diagnostic = Diagnostic {
            code: Code::ReplacedType,
            message,
            help: Vec::new(),
            labels: self.error.labels,
        };
        diagnostic.label(&origin.source, origin.span, "replaced by this type")
    }
}

/// Formats a name as a key in TOML.
fn toml_key(name: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || [b'-', b'_'].contains(&byte);
    if !name.is_empty() && name.bytes().all(is_bare) {
        name.to_owned()
    } else {
        toml::Value::from(name).to_string()
    }
}
