//! Merges a documented type with the type in the OpenAPI file.

use std::collections::BTreeSet;

use genesys_runtime::Scalar;

use super::Undocumented;
use crate::schema::{Definition, ListedValues, Schema, Type};

/// The definitions that are needed to refine documented types.
pub struct TypeRefiner {
    /// The names of the definitions in the refined schema.
    known: BTreeSet<String>,
    /// The names of the definitions that are any JSON value in the docs.
    any: BTreeSet<String>,
}

/// A refined type, and the conflict between the merged types, if any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefinedType {
    pub ty: Type,
    pub conflict: Option<Conflict>,
}

/// A contradiction between a documented type and the one in the OpenAPI file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// The types differ; the documented one is kept.
    Type,
    /// Only the docs list these values; they remain listed.
    AdditionalValues(Vec<String>),
    /// The docs and the file list entirely different values; those in the file are used.
    OtherValues,
}

impl TypeRefiner {
    /// Creates the refiner of a schema.
    pub fn new(docs: &Schema, exact: &Schema, undocumented: Undocumented) -> Self {
        let added: &[Definition] = match undocumented {
            Undocumented::Omit => &[],
            Undocumented::Include => &exact.definitions,
        };
        let name = |definition: &Definition| definition.name.to_string();
        let is_any = |definition: &&Definition| definition.properties.is_empty();
        Self {
            known: docs.definitions.iter().chain(added).map(name).collect(),
            any: docs.definitions.iter().filter(is_any).map(name).collect(),
        }
    }

    /// Refines a documented type, including the items of lists and the values of maps.
    pub fn refine(&self, documented: &Type, exact: &Type) -> RefinedType {
        if documented == exact || generalizes(exact, documented) {
            return documented.clone().into();
        }
        if let (Type::Array(documented), Type::Array(exact)) = (documented, exact) {
            return self.refine(documented, exact).inside(Type::Array);
        }
        if let (Type::Map(documented), Type::Map(exact)) = (documented, exact) {
            return self.refine(documented, exact).inside(Type::Map);
        }
        if let (Type::Enum(documented), Type::Enum(exact)) = (documented, exact) {
            return merge_values(documented, exact);
        }
        if (generalizes(documented, exact) || self.is_any(documented)) && self.is_known(exact) {
            return exact.clone().into();
        }
        RefinedType {
            ty: documented.clone(),
            conflict: Some(Conflict::Type),
        }
    }

    /// Checks whether a documented type and the one in the file do not contradict each other.
    pub fn agree(&self, documented: &Type, exact: &Type) -> bool {
        self.refine(documented, exact).conflict != Some(Conflict::Type)
    }

    /// Checks whether a type is a reference to a definition without properties, which is any JSON value.
    fn is_any(&self, ty: &Type) -> bool {
        matches!(ty, Type::Ref(name) if self.any.contains(name.as_str()))
    }

    /// Checks whether the refined schema has the definition to which a type refers.
    pub fn is_known(&self, ty: &Type) -> bool {
        let reference = ty.reference();
        reference.is_none_or(|name| self.known.contains(name.as_str()))
    }
}

impl From<Type> for RefinedType {
    fn from(ty: Type) -> Self {
        Self { ty, conflict: None }
    }
}

impl RefinedType {
    /// Returns the refined type wrapped in a list or a map.
    fn inside(self, container: fn(Box<Type>) -> Type) -> Self {
        Self {
            ty: container(Box::new(self.ty)),
            conflict: self.conflict,
        }
    }
}

/// Checks whether a type is a less exact form of another one, with the same JSON encoding.
const fn generalizes(general: &Type, special: &Type) -> bool {
    match general {
        Type::Scalar(Scalar::Text) => matches!(
            special,
            Type::Enum(_)
                | Type::Scalar(
                    Scalar::DateTime
                        | Scalar::LocalDateTime
                        | Scalar::Date
                        | Scalar::Interval
                        | Scalar::Duration
                )
        ),
        Type::Scalar(Scalar::Number) => matches!(special, Type::Number(_)),
        Type::Scalar(Scalar::Any) => matches!(special, Type::Map(_) | Type::Ref(_)),
        Type::Scalar(
            Scalar::DateTime
            | Scalar::LocalDateTime
            | Scalar::Date
            | Scalar::Interval
            | Scalar::Duration
            | Scalar::Integer
            | Scalar::Float
            | Scalar::Boolean,
        )
        | Type::Number(_)
        | Type::Map(_)
        | Type::Enum(_)
        | Type::Array(_)
        | Type::Ref(_) => false,
    }
}

/// Merges the values that the docs list with those in the file, whose list is complete.
///
/// Values that are only in the docs follow those in the file. If no value is in both, the docs' values are dropped, because
/// the description most likely lists something else. Values are compared ignoring case, because descriptions often misspell it.
fn merge_values(documented: &ListedValues, exact: &ListedValues) -> RefinedType {
    let is_additional =
        |value: &&String| !{ exact.values.iter() }.any(|other| other.eq_ignore_ascii_case(value));
    let additional: Vec<_> = { documented.values.iter() }
        .filter(is_additional)
        .cloned()
        .collect();
    let mut merged = ListedValues {
        is_cut_short: exact.is_cut_short && documented.is_cut_short,
        ..exact.clone()
    };
    let conflict = if additional.is_empty() {
        None
    } else if additional.len() == documented.values.len() {
        Some(Conflict::OtherValues)
    } else {
        merged.values.extend(additional.clone());
        Some(Conflict::AdditionalValues(additional))
    };
    RefinedType {
        ty: Type::Enum(merged),
        conflict,
    }
}
