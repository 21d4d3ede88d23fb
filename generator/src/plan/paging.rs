//! The models that are pages of a listing.

use super::types::{FieldType, Types, field_ident};
use crate::{
    name::{FieldIdent, TypeIdent},
    schema::{Definition, Property, Schema, Type},
};
use genesys_runtime::Scalar;

/// The impl of a trait for pages of a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paging {
    /// The trait.
    pub implements: PagingTrait,
    /// The field of the listed items.
    pub entities: FieldIdent,
    /// The type of the listed items.
    pub entity: FieldType,
    /// The path of fields to the next page's URI or cursor, outermost first.
    pub next: Vec<FieldIdent>,
}

/// A trait for pages of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PagingTrait {
    /// The page contains the URI of the next page.
    Listing,
    /// The page contains a cursor for the next page.
    Cursored,
}

/// Returns the impls of a definition's model.
///
/// A model with a list `entities` and a text `nextUri` is a `Listing`. A model with a text `cursor`, `cursors.after` or
/// `after` is `Cursored`, if it has a list `entities`, or else a single list, whose items are of a definition.
pub fn paging(
    definition: &Definition,
    ident: &TypeIdent,
    schema: &Schema,
    types: &Types<'_>,
) -> Vec<Paging> {
    let plan = |implements, entities: &Property, next: Vec<&Property>| {
        let FieldType::List(entity) = types.field(ident, entities) else {
            return None;
        };
        Some(Paging {
            implements,
            entities: field_ident(entities),
            entity: *entity,
            next: next.into_iter().map(field_ident).collect(),
        })
    };
    let entities = definition.property("entities").filter(|it| is_list(it));
    let listing = entities.zip(text(definition, "nextUri"));
    let listing = listing.and_then(|(list, next)| plan(PagingTrait::Listing, list, vec![next]));
    let listed = entities.or_else(|| only_list(definition));
    let cursored = listed.zip(cursor(definition, schema));
    let cursored = cursored.and_then(|(list, next)| plan(PagingTrait::Cursored, list, next));
    listing.into_iter().chain(cursored).collect()
}

/// Returns the property of the cursor, after the property that contains it.
fn cursor<'a>(definition: &'a Definition, schema: &'a Schema) -> Option<Vec<&'a Property>> {
    let nested = || {
        let cursors = definition.property("cursors")?;
        let Type::Ref(name) = &cursors.ty else {
            return None;
        };
        let after = text(schema.definition(name.as_str())?, "after")?;
        Some(vec![cursors, after])
    };
    let own = |name| text(definition, name).map(|property| vec![property]);
    own("cursor").or_else(nested).or_else(|| own("after"))
}

/// Returns a property, if it is a string.
fn text<'a>(definition: &'a Definition, name: &str) -> Option<&'a Property> {
    let property = definition.property(name)?;
    (property.ty == Type::Scalar(Scalar::Text)).then_some(property)
}

fn is_list(property: &Property) -> bool {
    matches!(property.ty, Type::Array(_))
}

/// Returns the only list of a definition, if its items are models. Lists of text or numbers do not count.
fn only_list(definition: &Definition) -> Option<&Property> {
    let mut lists = { definition.properties.iter() }.filter(|it| is_list(it));
    let first = lists.next()?;
    (lists.next().is_none() && first.ty.reference().is_some()).then_some(first)
}

#[cfg(test)]
mod tests;
