//! Compares definitions, properties and listed values, and calls the comparison of APIs.

use super::{
    api::compare_apis,
    change::{Change, ChangeKind, ChangeLevel, Changes},
    rename::mark_renames,
    rust_view::describe_rust_effects,
    subject::Subject,
};
use crate::schema::{Definition, DefinitionName, Property, Schema, Type};
use genesys_runtime::Scalar;

/// Returns all changes from the schema `old` to the schema `new`.
///
/// The order of properties, listed values, methods, parameters and responses is not compared. Swapping the arguments gives
/// the inverse changes: added becomes removed, and `from` becomes `to`. Only the operations of a path are not listed if it
/// is removed.
///
/// ```
/// use genesys_modelgen::{diff::{ChangeLevel, compare}, schema::Schema};
///
/// let changes = compare(&Schema::default(), &Schema::default());
/// assert_eq!(changes.level(), ChangeLevel::None);
/// ```
#[must_use]
pub fn compare(old: &Schema, new: &Schema) -> Changes {
    let mut changes = Vec::new();
    for before in &old.definitions {
        let mut comparison = DefinitionComparison::new(&before.name, &mut changes);
        match new.definition(before.name.as_str()) {
            Some(after) => comparison.compare(before, after),
            None => comparison.push(None, ChangeKind::ModelRemoved, None, None),
        }
    }
    let is_added = |after: &&Definition| old.definition(after.name.as_str()).is_none();
    for after in new.definitions.iter().filter(is_added) {
        let mut comparison = DefinitionComparison::new(&after.name, &mut changes);
        comparison.push(None, ChangeKind::ModelAdded, None, None);
    }
    changes.extend(compare_apis(old, new));
    // Skip indexing both schemas if nothing changed.
    if !changes.is_empty() {
        mark_renames(&mut changes, old, new);
        describe_rust_effects(&mut changes, old, new);
    }
    changes.into()
}

/// Compares one definition and appends its changes to the list.
struct DefinitionComparison<'a> {
    definition: &'a DefinitionName,
    changes: &'a mut Vec<Change>,
}

impl<'a> DefinitionComparison<'a> {
    const fn new(definition: &'a DefinitionName, changes: &'a mut Vec<Change>) -> Self {
        Self {
            definition,
            changes,
        }
    }

    fn compare(&mut self, old: &Definition, new: &Definition) {
        if old.properties.is_empty() != new.properties.is_empty() {
            let (from, to) = (shape_name(old), shape_name(new));
            self.push(None, ChangeKind::TypeChanged, Some(from), Some(to));
        }
        self.compare_descriptions(None, old.description.as_ref(), new.description.as_ref());
        for before in &old.properties {
            if let Some(after) = new.property(before.name.as_str()) {
                self.compare_properties(before, after);
            } else {
                let from = Some(before.ty.to_string());
                self.push(Some(before), ChangeKind::PropertyRemoved, from, None);
            }
        }
        let is_added = |after: &&Property| old.property(after.name.as_str()).is_none();
        for after in new.properties.iter().filter(is_added) {
            let to = after.ty.to_string();
            self.push(Some(after), ChangeKind::PropertyAdded, None, Some(to));
        }
    }

    fn compare_properties(&mut self, old: &Property, new: &Property) {
        let (from, to) = (old.ty.to_string(), new.ty.to_string());
        if from != to {
            let kind = type_change(&old.ty, &new.ty);
            self.push(Some(old), kind, Some(from), Some(to));
        }
        if old.read_only != new.read_only {
            let kind = if new.read_only {
                ChangeKind::ReadOnlyAdded
            } else {
                ChangeKind::ReadOnlyRemoved
            };
            self.push(Some(old), kind, None, None);
        }
        if old.required != new.required {
            let kind = if new.required {
                ChangeKind::RequiredAdded
            } else {
                ChangeKind::RequiredRemoved
            };
            let (from, to) = (requirement_name(old), requirement_name(new));
            self.push(Some(old), kind, Some(from), Some(to));
        }
        self.compare_listed_values(old, new);
        let (from, to) = (old.description.as_ref(), new.description.as_ref());
        self.compare_descriptions(Some(old), from, to);
    }

    /// Compares the listed values of a property. If only one schema lists values, the change is one of its type.
    fn compare_listed_values(&mut self, old: &Property, new: &Property) {
        let (Some(before), Some(after)) = (old.ty.listed_values(), new.ty.listed_values()) else {
            return;
        };
        let (before, after) = (&before.values, &after.values);
        for value in before.iter().filter(|value| !after.contains(value)) {
            let from = value.clone();
            self.push(Some(old), ChangeKind::ValueRemoved, Some(from), None);
        }
        for value in after.iter().filter(|value| !before.contains(value)) {
            let to = value.clone();
            self.push(Some(old), ChangeKind::ValueAdded, None, Some(to));
        }
    }

    fn compare_descriptions(
        &mut self,
        property: Option<&Property>,
        old: Option<&String>,
        new: Option<&String>,
    ) {
        if old != new {
            let kind = ChangeKind::DescriptionChanged;
            self.push(property, kind, old.cloned(), new.cloned());
        }
    }

    fn push(
        &mut self,
        property: Option<&Property>,
        kind: ChangeKind,
        from: Option<String>,
        to: Option<String>,
    ) {
        let subject = Subject::Definition {
            definition: self.definition.clone(),
            property: property.map(|property| property.name.clone()),
        };
        let level = change_level(kind, property);
        self.changes
            .push(Change::new(level, subject, kind, [from, to]));
    }
}

/// Returns the kind of a change from one type to another.
fn type_change(old: &Type, new: &Type) -> ChangeKind {
    if adds_listed_values(old, new) {
        ChangeKind::ValuesConstrained
    } else if adds_listed_values(new, old) {
        ChangeKind::ValuesUnconstrained
    } else {
        ChangeKind::TypeChanged
    }
}

/// Checks whether a type is the other one with listed values instead of any string, also inside lists and maps.
fn adds_listed_values(old: &Type, new: &Type) -> bool {
    if let (Type::Array(old), Type::Array(new)) | (Type::Map(old), Type::Map(new)) = (old, new) {
        return adds_listed_values(old, new);
    }
    *old == Type::Scalar(Scalar::Text) && matches!(new, Type::Enum(_))
}

/// Returns the level of a change. It is that of the official release notes, but major if the type of a field changes.
fn change_level(kind: ChangeKind, property: Option<&Property>) -> ChangeLevel {
    match kind {
        ChangeKind::PropertyAdded if property.is_some_and(|property| property.required) => {
            ChangeLevel::Major
        }
        ChangeKind::ModelRemoved
        | ChangeKind::PropertyRemoved
        | ChangeKind::TypeChanged
        | ChangeKind::ValuesConstrained
        | ChangeKind::ValuesUnconstrained
        | ChangeKind::ReadOnlyAdded
        | ChangeKind::RequiredAdded
        | ChangeKind::ValueRemoved => ChangeLevel::Major,
        ChangeKind::ModelAdded
        | ChangeKind::PropertyAdded
        | ChangeKind::RequiredRemoved
        | ChangeKind::ReadOnlyRemoved
        | ChangeKind::ValueAdded => ChangeLevel::Minor,
        ChangeKind::DescriptionChanged => ChangeLevel::Point,
        ChangeKind::Api(kind) => kind.level(),
    }
}

/// Returns `object` for a definition without properties, which holds any JSON value, and `model` for all others.
fn shape_name(definition: &Definition) -> String {
    let name = if definition.properties.is_empty() {
        "object"
    } else {
        "model"
    };
    name.to_owned()
}

fn requirement_name(property: &Property) -> String {
    let name = if property.required {
        "required"
    } else {
        "optional"
    };
    name.to_owned()
}
