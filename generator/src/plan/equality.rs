//! Which models implement `Eq` and `Hash`.
//!
//! All models implement `PartialEq`. A model without floats, also in the models that it refers to, implements `Eq` too.
//! `Hash` costs the compiler a function, so a model implements it only if an override derives it.

use std::collections::BTreeSet;

use genesys_runtime::Scalar;

use crate::{
    diagnostic::{Code, Diagnostic},
    schema::{Definition, Schema, Type, standard_trait},
};

/// The traits of equality that a model implements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Equality {
    /// Only `PartialEq`, because of floats.
    Partial,
    /// `PartialEq` and `Eq`.
    Full,
    /// `PartialEq`, `Eq` and `Hash`.
    Hashed,
}

impl Equality {
    /// Returns the traits that a definition's type implements. `floats` are the names of definitions with floats.
    #[must_use]
    pub fn of(definition: &Definition, floats: &BTreeSet<&str>) -> Self {
        if floats.contains(definition.name.as_str()) {
            Self::Partial
        } else if definition
            .rust
            .derives
            .iter()
            .any(|path| is_trait(path, "Hash"))
        {
            Self::Hashed
        } else {
            Self::Full
        }
    }
}

/// Returns the names of definitions with floats, directly or in the definitions that they refer to.
pub fn definitions_with_floats(schema: &Schema) -> BTreeSet<&str> {
    let definitions = || schema.definitions.iter();
    let has_float = |definition: &&Definition| {
        { definition.properties.iter() }.any(|property| is_float(&property.ty))
    };
    let names = definitions()
        .filter(has_float)
        .map(|definition| definition.name.as_str());
    let mut floats: BTreeSet<_> = names.collect();
    loop {
        let refers_to_float = |definition: &&Definition| {
            !floats.contains(definition.name.as_str())
                && definition
                    .references()
                    .any(|name| floats.contains(name.as_str()))
        };
        let found: Vec<_> = definitions().filter(refers_to_float).collect();
        if found.is_empty() {
            return floats;
        }
        floats.extend(found.into_iter().map(|definition| definition.name.as_str()));
    }
}

/// Checks whether a value of this type is or contains a float, apart from the definitions that it refers to.
pub fn is_float(ty: &Type) -> bool {
    match ty {
        Type::Number(format) => format.scalar() == Scalar::Float,
        Type::Array(inner) | Type::Map(inner) => is_float(inner),
        Type::Scalar(_) | Type::Enum(_) | Type::Ref(_) => false,
    }
}

/// Returns the derives that the generated code does not implement itself.
pub fn remaining_derives(definition: &Definition) -> Vec<String> {
    let derives = definition.rust.derives.iter();
    derives.filter(|path| !is_equality(path)).cloned().collect()
}

/// Returns an error if an override derives `Eq` or `Hash` for a model with floats.
pub fn inapplicable_derive(definition: &Definition, floats: &BTreeSet<&str>) -> Option<Diagnostic> {
    let path = definition
        .rust
        .derives
        .iter()
        .find(|path| is_equality(path))?;
    let name = &definition.name;
    floats.contains(name.as_str()).then(|| {
        let message = format!("`{path}` cannot be derived for `{name}`, which contains floats");
        let origin = &definition.origin;
        Diagnostic::new(Code::InapplicableOverride, message)
            .label(
                &origin.source,
                origin.span.clone(),
                "contains an `f64`, or a definition with one",
            )
            .help("remove it from `derives` in the overrides")
    })
}

fn is_equality(path: &str) -> bool {
    is_trait(path, "Eq") || is_trait(path, "Hash")
}

fn is_trait(path: &str, name: &str) -> bool {
    standard_trait(path) == Some(name)
}
