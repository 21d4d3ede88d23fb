//! The traits that a model no longer implements because of an added property.

use super::{change::Change, rust_view::RustView};
use crate::{
    plan::{Paging, PagingTrait, is_float, paging},
    schema::DefinitionName,
};

/// Describes the traits that a model loses because of an added property, if any.
pub fn lost_traits(change: &Change, old: &RustView<'_>, new: &RustView<'_>) -> Option<String> {
    let ident = new.model(change)?.ident;
    let mut lost = lost_paging(change, old, new);
    if loses_eq(change, old, new) {
        lost.push("`Eq`, nor do the models that contain it".to_owned());
    }
    (!lost.is_empty()).then(|| format!("`{ident}` no longer implements {}", lost.join(" and ")))
}

/// Checks whether the added property is the model's first one that contains floats.
fn loses_eq(change: &Change, old: &RustView<'_>, new: &RustView<'_>) -> bool {
    let has_float = new.property(change).is_some_and(|property| {
        let reference = property.ty.reference();
        is_float(&property.ty) || reference.is_some_and(|name| new.floats.contains(name.as_str()))
    });
    let name = change
        .definition()
        .map(DefinitionName::as_str)
        .unwrap_or_default();
    has_float && !old.floats.contains(name)
}

fn lost_paging(change: &Change, old: &RustView<'_>, new: &RustView<'_>) -> Vec<String> {
    let traits = |view: &RustView<'_>| {
        let implements = |model: super::rust_view::RustModel<'_>| {
            paging(model.definition, &model.ident, view.schema, &view.types)
        };
        let paging = view.model(change).map(implements).unwrap_or_default();
        paging
            .iter()
            .map(|Paging { implements, .. }| *implements)
            .collect::<Vec<_>>()
    };
    let (before, now) = (traits(old), traits(new));
    let lost = before.iter().filter(|name| !now.contains(name));
    lost.map(|name| match name {
        PagingTrait::Listing => "`Listing`".to_owned(),
        PagingTrait::Cursored => "`Cursored`".to_owned(),
    })
    .collect()
}
