//! Maps a schema to Rust names and types, and describes the effects of changes on Rust code.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    api::{ApiChangeKind, Operations, api_effect},
    change::{Change, ChangeKind, ChangeLevel},
    subject::Subject,
    traits::lost_traits,
};
use crate::{
    name::{TypeIdent, VariantIdent},
    plan::{
        Types, definitions_with_floats, enum_ident, field_ident, type_ident, variants_by_value,
    },
    schema::{ApiName, Definition, Property, Schema},
};

/// Sets the `rust_effect` of each change. A change that renames variants of other values is major.
pub fn describe_rust_effects(changes: &mut [Change], old: &Schema, new: &Schema) {
    let (old, new) = (RustView::new(old), RustView::new(new));
    for change in changes {
        change.rust_effect = rust_effect(change, &old, &new);
        change.area = area(change, &old, &new);
        // The only changes below major with effects that break code: an added response can change the types of a constant,
        // and an added property the traits of a model.
        let can_break = [
            ChangeKind::Api(ApiChangeKind::ResponseAdded),
            ChangeKind::PropertyAdded,
        ];
        change.breaks_code = change.rust_effect.is_some()
            && change.level < ChangeLevel::Major
            && can_break.contains(&change.kind);
        if renames_variants(change, &old, &new) {
            change.level = ChangeLevel::Major;
        }
    }
}

/// Returns the API that describes a changed operation; of several, the first one in the new schema.
fn area(change: &Change, old: &RustView<'_>, new: &RustView<'_>) -> Option<ApiName> {
    let part = match &change.subject {
        Subject::Api { api } => return Some(api.clone()),
        Subject::Operation(part) => part,
        Subject::Definition { .. } => return None,
    };
    let operations = { [new, old].into_iter() }.filter_map(|view| view.operations.path(&part.path));
    let operations = operations.filter_map(|path| match part.method {
        Some(method) => path.get(&method),
        None => path.values().next(),
    });
    let mut apis = operations.filter_map(|operation| operation.methods.keys().next());
    apis.next().map(|api| (*api).clone())
}

/// Returns the variants of the changed property's enum that an added value renames, under their old names.
#[cfg(feature = "cli")]
pub fn variants_renamed_by(
    change: &Change,
    old: &RustView<'_>,
    new: &RustView<'_>,
) -> Vec<VariantIdent> {
    let [Some(before), Some(now)] = [old, new].map(|view| view.variants(change)) else {
        return Vec::new();
    };
    let renamed = renamed_variants(&before, &now);
    renamed.map(|(before, _)| before.clone()).collect()
}

/// A schema with the Rust names and types that are generated from it.
pub struct RustView<'a> {
    pub(super) schema: &'a Schema,
    pub(super) types: Types<'a>,
    pub(super) operations: Operations<'a>,
    /// The names of definitions with floats.
    pub(super) floats: BTreeSet<&'a str>,
}

/// A definition and the name of its Rust type.
pub struct RustModel<'a> {
    pub definition: &'a Definition,
    pub ident: TypeIdent,
}

impl<'a> RustView<'a> {
    pub fn new(schema: &'a Schema) -> Self {
        Self {
            schema,
            types: Types::new(schema),
            operations: Operations::new(schema),
            floats: definitions_with_floats(schema),
        }
    }

    /// Returns the changed definition, if this schema has it.
    pub fn model(&self, change: &Change) -> Option<RustModel<'a>> {
        let definition = self.schema.definition(change.definition()?.as_str())?;
        Some(RustModel {
            definition,
            ident: type_ident(definition),
        })
    }

    /// Returns the changed property, if this schema has it.
    pub fn property(&self, change: &Change) -> Option<&'a Property> {
        let definition = self.schema.definition(change.definition()?.as_str())?;
        definition.property(change.property()?.as_str())
    }

    /// Returns the variants of the changed property's enum.
    fn variants(&self, change: &Change) -> Option<BTreeMap<&'a str, VariantIdent>> {
        Some(variants_by_value(
            self.property(change)?.ty.listed_values()?,
        ))
    }

    /// Returns the type of the changed property's field, such as `Option<String>`.
    fn field_type(&self, change: &Change) -> Option<String> {
        let model = self.model(change)?;
        let ty = self.types.field(&model.ident, self.property(change)?);
        Some(ty.in_field())
    }

    /// Returns the path of the changed property's field, such as `User::division_id`.
    fn field_path(&self, change: &Change) -> Option<String> {
        let field = field_ident(self.property(change)?);
        Some(format!("{}::{field}", self.model(change)?.ident))
    }
}

fn rust_effect(change: &Change, old: &RustView<'_>, new: &RustView<'_>) -> Option<String> {
    match change.kind {
        ChangeKind::ModelRemoved => Some(format!(
            "the type `{}` was removed",
            old.model(change)?.ident
        )),
        ChangeKind::TypeChanged if change.property().is_none() => {
            let [before, now] = if new.model(change)?.definition.properties.is_empty() {
                ["a struct", "an alias of `Value`"]
            } else {
                ["an alias of `Value`", "a struct"]
            };
            let ident = old.model(change)?.ident;
            Some(format!("the type `{ident}` was {before} and is now {now}"))
        }
        ChangeKind::TypeChanged
        | ChangeKind::ValuesConstrained
        | ChangeKind::ValuesUnconstrained => describe_changed_type(change, old, new),
        ChangeKind::PropertyRemoved => describe_removed_field(change, old, new),
        ChangeKind::RequiredAdded => Some(format!(
            "the field `{}` is still an `Option`, but `validate()` reports it if it is not set",
            old.field_path(change)?
        )),
        ChangeKind::ReadOnlyAdded => Some(format!(
            "the field `{}` can still be set, but `validate()` reports it",
            old.field_path(change)?
        )),
        ChangeKind::ValueRemoved => describe_removed_variant(change, old, new),
        ChangeKind::ValueAdded => describe_added_variant(change, old, new),
        ChangeKind::PropertyAdded => lost_traits(change, old, new),
        ChangeKind::ModelAdded
        | ChangeKind::RequiredRemoved
        | ChangeKind::ReadOnlyRemoved
        | ChangeKind::DescriptionChanged => None,
        ChangeKind::Api(kind) => api_effect(change, kind, old, new),
    }
}

fn describe_changed_type(
    change: &Change,
    old: &RustView<'_>,
    new: &RustView<'_>,
) -> Option<String> {
    let (before, now) = (old.field_type(change)?, new.field_type(change)?);
    let field = old.field_path(change)?;
    (before != now).then(|| format!("the field `{field}` was `{before}` and is now `{now}`"))
}

fn describe_removed_field(
    change: &Change,
    old: &RustView<'_>,
    new: &RustView<'_>,
) -> Option<String> {
    let (model, property) = (old.model(change)?, old.property(change)?);
    let path = old.field_path(change)?;
    let field = field_ident(property);
    // `fooBar` and `foo_bar` map to the same field.
    let mut remaining = new.model(change)?.definition.properties.iter();
    if remaining.any(|other| field_ident(other) == field) {
        return Some(format!(
            "the field `{path}` now belongs to another property"
        ));
    }
    Some(if property.ty.listed_values().is_some() {
        let values = enum_ident(&model.ident, property);
        format!("the field `{path}` and the enum `{values}` were removed")
    } else {
        format!("the field `{path}` was removed")
    })
}

fn describe_removed_variant(
    change: &Change,
    old: &RustView<'_>,
    new: &RustView<'_>,
) -> Option<String> {
    let [before, now] = [old, new].map(|view| view.variants(change));
    let (before, now) = (before?, now?);
    let values = enum_ident(&old.model(change)?.ident, old.property(change)?);
    let variant = before.get(change.from.as_deref()?)?;
    let outcome = if now.values().any(|other| other == variant) {
        "now belongs to another value"
    } else {
        "was removed"
    };
    let mut effects = vec![format!(
        "the variant `{values}::{variant}` {outcome}; `known()` returns `None` for the removed value"
    )];
    effects.extend(describe_renamed_variants(&values, &before, &now));
    Some(effects.join("; "))
}

fn describe_added_variant(
    change: &Change,
    old: &RustView<'_>,
    new: &RustView<'_>,
) -> Option<String> {
    let [before, now] = [old, new].map(|view| view.variants(change));
    let (before, now) = (before?, now?);
    let values = enum_ident(&new.model(change)?.ident, new.property(change)?);
    let variant = now.get(change.to.as_deref()?)?;
    let mut effects = vec![format!(
        "`known()` returns `{values}::{variant}` for the value, no longer `None`"
    )];
    effects.extend(describe_renamed_variants(&values, &before, &now));
    Some(effects.join("; "))
}

/// Checks whether an added value renames the variants of other values.
fn renames_variants(change: &Change, old: &RustView<'_>, new: &RustView<'_>) -> bool {
    let variants = || Some((old.variants(change)?, new.variants(change)?));
    change.kind == ChangeKind::ValueAdded
        && variants().is_some_and(|(before, now)| renamed_variants(&before, &now).next().is_some())
}

/// Returns the old and the new names of variants whose names changed, because another value has the same plain name.
fn renamed_variants<'a>(
    before: &'a BTreeMap<&str, VariantIdent>,
    now: &'a BTreeMap<&str, VariantIdent>,
) -> impl Iterator<Item = (&'a VariantIdent, &'a VariantIdent)> {
    let pairs = before
        .iter()
        .filter_map(|(value, before)| Some((before, now.get(value)?)));
    pairs.filter(|(before, now)| before != now)
}

fn describe_renamed_variants(
    values: &TypeIdent,
    before: &BTreeMap<&str, VariantIdent>,
    now: &BTreeMap<&str, VariantIdent>,
) -> Vec<String> {
    renamed_variants(before, now)
        .map(|(before, now)| format!("the variant `{values}::{before}` is now `{values}::{now}`"))
        .collect()
}
