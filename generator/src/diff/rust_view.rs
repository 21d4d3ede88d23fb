//! The Rust names and types of a schema, and the effect of a change on Rust code.

use super::change::{Change, ChangeKind};
use crate::{
    name::{TypeIdent, VariantIdent},
    plan::{Types, enum_ident, field_ident, type_ident},
    schema::{Definition, Property, Schema},
};

/// Sets `rust_effect` of each change that affects Rust code.
pub fn describe_rust_effects(changes: &mut [Change], old: &Schema, new: &Schema) {
    let (old, new) = (RustView::new(old), RustView::new(new));
    for change in changes {
        change.rust_effect = effect(change, &old, &new);
    }
}

/// A schema with the Rust names and types that are generated from it.
pub struct RustView<'a> {
    schema: &'a Schema,
    types: Types<'a>,
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
        }
    }

    /// Returns the changed definition, if this schema has it.
    pub fn model(&self, change: &Change) -> Option<RustModel<'a>> {
        let definition = self.schema.definition(change.definition.as_str())?;
        Some(RustModel {
            definition,
            ident: type_ident(definition),
        })
    }

    /// Returns the changed property, if this schema has it.
    pub fn property(&self, change: &Change) -> Option<&'a Property> {
        let definition = self.schema.definition(change.definition.as_str())?;
        definition.property(change.property.as_ref()?.as_str())
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

fn effect(change: &Change, old: &RustView<'_>, new: &RustView<'_>) -> Option<String> {
    match change.kind {
        ChangeKind::ModelRemoved => {
            Some(format!("the type `{}` is gone", old.model(change)?.ident))
        }
        ChangeKind::TypeChanged if change.property.is_none() => {
            let [before, now] = if new.model(change)?.definition.properties.is_empty() {
                ["a struct", "a name for `Value`"]
            } else {
                ["a name for `Value`", "a struct"]
            };
            let ident = old.model(change)?.ident;
            Some(format!("the type `{ident}` was {before} and is now {now}"))
        }
        ChangeKind::TypeChanged => changed_type(change, old, new),
        ChangeKind::PropertyRemoved => removed_field(change, old, new),
        ChangeKind::RequiredAdded => Some(format!(
            "the field `{}` stays an `Option`, but `validate()` reports where it is not set",
            old.field_path(change)?
        )),
        ChangeKind::ValueRemoved => removed_variant(change, old, new),
        ChangeKind::ValueAdded => added_variant(change, new),
        ChangeKind::ModelAdded
        | ChangeKind::PropertyAdded
        | ChangeKind::RequiredRemoved
        | ChangeKind::DescriptionChanged => None,
    }
}

fn changed_type(change: &Change, old: &RustView<'_>, new: &RustView<'_>) -> Option<String> {
    let (before, now) = (old.field_type(change)?, new.field_type(change)?);
    let field = old.field_path(change)?;
    (before != now).then(|| format!("the field `{field}` was `{before}` and is now `{now}`"))
}

fn removed_field(change: &Change, old: &RustView<'_>, new: &RustView<'_>) -> Option<String> {
    let (model, property) = (old.model(change)?, old.property(change)?);
    let path = old.field_path(change)?;
    let field = field_ident(property);
    // `fooBar` and `foo_bar` become the same field.
    let mut remaining = new.model(change)?.definition.properties.iter();
    if remaining.any(|other| field_ident(other) == field) {
        return Some(format!("the field `{path}` is another property's now"));
    }
    Some(if property.ty.listed_values().is_some() {
        let values = enum_ident(&model.ident, property);
        format!("the field `{path}` is gone, and the enum `{values}` with it")
    } else {
        format!("the field `{path}` is gone")
    })
}

fn removed_variant(change: &Change, old: &RustView<'_>, new: &RustView<'_>) -> Option<String> {
    let variant = VariantIdent::of_value(change.from.as_deref()?);
    let values = enum_ident(&old.model(change)?.ident, old.property(change)?);
    let mut remaining = new.property(change)?.ty.listed_values()?.values.iter();
    let what = if remaining.any(|value| VariantIdent::of_value(value) == variant) {
        "is another value's now"
    } else {
        "is gone"
    };
    Some(format!(
        "the variant `{values}::{variant}` {what}; the value comes as `{values}::{}`",
        VariantIdent::UNLISTED
    ))
}

fn added_variant(change: &Change, new: &RustView<'_>) -> Option<String> {
    let value = change.to.as_deref()?;
    let variant = VariantIdent::of_value(value);
    let property = new.property(change)?;
    let values = enum_ident(&new.model(change)?.ident, property);
    let mut listed = property.ty.listed_values()?.values.iter();
    // If several values map to one variant, the first has it.
    let first = listed.find(|other| VariantIdent::of_value(other) == variant)?;
    (first == value).then(|| {
        format!(
            "the value comes as `{values}::{variant}`, no longer as `{values}::{}`",
            VariantIdent::UNLISTED
        )
    })
}
