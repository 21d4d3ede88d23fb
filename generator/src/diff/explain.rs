//! What a change means for Rust code that uses the models.

use super::{
    change::{Change, ChangeKind},
    side::{Named, Side},
};
use crate::{
    name::VariantIdent,
    plan::{field_ident, values_ident},
    schema::{Property, Schema},
};

/// Says at each change what it means for Rust code, where it means something.
pub fn explain(changes: &mut [Change], old: &Schema, new: &Schema) {
    let (old, new) = (Side::new(old), Side::new(new));
    for change in changes {
        change.rust = explanation(change, &old, &new);
    }
}

fn explanation(change: &Change, old: &Side<'_>, new: &Side<'_>) -> Option<String> {
    match (change.kind, &change.property) {
        (ChangeKind::ModelRemoved, _) => Some(format!(
            "the type `{}` is gone",
            old.definition(change)?.ident
        )),
        (ChangeKind::TypeChanged, None) => {
            another_form(&old.definition(change)?, &new.definition(change)?)
        }
        (ChangeKind::TypeChanged, Some(_)) => another_type(change, old, new),
        (ChangeKind::PropertyRemoved, _) => lost_field(change, old, new),
        (ChangeKind::RequiredAdded, _) => Some(format!(
            "the field `{}` stays an `Option`, but `validate()` reports where it is not set",
            field(&old.definition(change)?, old.property(change)?)
        )),
        (ChangeKind::ValueRemoved, _) => lost_variant(change, old, new),
        (ChangeKind::ValueAdded, _) => new_variant(change, new),
        _ => None,
    }
}

fn another_form(old: &Named<'_>, new: &Named<'_>) -> Option<String> {
    let form = |it: &Named<'_>| {
        if it.definition.properties.is_empty() {
            "a name for `Value`"
        } else {
            "a struct"
        }
    };
    let (before, now) = (form(old), form(new));
    (before != now).then(|| format!("the type `{}` was {before} and is now {now}", old.ident))
}

fn another_type(change: &Change, old: &Side<'_>, new: &Side<'_>) -> Option<String> {
    let (before, now) = (old.field_type(change)?, new.field_type(change)?);
    let field = field(&old.definition(change)?, old.property(change)?);
    (before != now).then(|| format!("the field `{field}` was `{before}` and is now `{now}`"))
}

fn lost_field(change: &Change, old: &Side<'_>, new: &Side<'_>) -> Option<String> {
    let (definition, property) = (old.definition(change)?, old.property(change)?);
    let field = field(&definition, property);
    let after = new.definition(change)?;
    // A property of another name can become a field of the same one.
    let has_heir = after
        .definition
        .properties
        .iter()
        .any(|it| field_ident(it) == field_ident(property));
    let what = if has_heir {
        "is another property's now"
    } else {
        "is gone"
    };
    let values = property.ty.listed_values().filter(|_| !has_heir);
    let values = values.map(|_| {
        format!(
            ", and the enum `{}` with it",
            values_ident(&definition.ident, property)
        )
    });
    Some(format!(
        "the field `{field}` {what}{}",
        values.unwrap_or_default()
    ))
}

fn lost_variant(change: &Change, old: &Side<'_>, new: &Side<'_>) -> Option<String> {
    let variant = VariantIdent::of_value(change.from.as_deref()?);
    let values = values_ident(&old.definition(change)?.ident, old.property(change)?);
    let now = new.property(change)?.ty.listed_values()?;
    let has_heir = now
        .iter()
        .any(|value| VariantIdent::of_value(value) == variant);
    let what = if has_heir {
        "is another value's now"
    } else {
        "is gone"
    };
    Some(format!(
        "the variant `{values}::{variant}` {what}; the value comes as `{values}::{}`",
        VariantIdent::UNLISTED
    ))
}

fn new_variant(change: &Change, new: &Side<'_>) -> Option<String> {
    let value = change.to.as_deref()?;
    let variant = VariantIdent::of_value(value);
    let property = new.property(change)?;
    let values = values_ident(&new.definition(change)?.ident, property);
    let mut all = property.ty.listed_values()?.iter();
    let first = all.find(|other| VariantIdent::of_value(other) == variant)?;
    // Of values that become one variant, the first has it.
    (first == value).then(|| {
        format!(
            "the value comes as `{values}::{variant}`, no longer as `{values}::{}`",
            VariantIdent::UNLISTED
        )
    })
}

fn field(definition: &Named<'_>, property: &Property) -> String {
    format!("{}::{}", definition.ident, field_ident(property))
}
