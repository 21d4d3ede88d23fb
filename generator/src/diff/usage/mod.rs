//! Finds the lines of a Rust project that use changed items.
//!
//! [`FileNames`](scan::FileNames) has the names in one file, and [`NameIndex`] those in all files. For each change,
//! [`mark_uses`] looks up the Rust names of the changed item. Names are compared without name resolution, so `x.name`
//! counts as a use of every field called `name`: there are false positives, but few false negatives.

mod index;
mod scan;

use std::collections::BTreeSet;

use genesys_runtime::HttpMethod;
use index::NameIndex;

use super::{
    change::{Change, ChangeKind, Changes, UseSite},
    rust_view::{RustView, variants_renamed_by},
    subject::OperationPart,
};
use crate::{
    diagnostic::Diagnostic,
    name::ConstIdent,
    plan::{enum_ident, field_ident, variants_by_value},
    schema::Schema,
    span::Source,
};

/// Sets `used_by` of each change to the lines of a Rust project that name the changed item.
///
/// `old` and `new` are the schemas that were compared, and `files` are the project's Rust files. Returns a warning for
/// each file that cannot be tokenized.
#[must_use]
pub fn mark_uses(
    changes: &mut Changes,
    old: &Schema,
    new: &Schema,
    files: &[Source],
) -> Vec<Diagnostic> {
    let mut index = NameIndex::default();
    let add_file = |file| index.add_file(file).err();
    let warnings = files.iter().filter_map(add_file).collect();
    let views = [RustView::new(old), RustView::new(new)];
    changes.set_used_by(|change| use_sites(change, &views, &index));
    warnings
}

/// Returns the use sites of the most specific item that the project names: the variant of a removed value, or else the
/// property's field or enum, or else the type.
///
/// Both schemas are searched, because an override can rename items in one of them.
fn use_sites(change: &Change, views: &[RustView<'_>; 2], index: &NameIndex) -> Vec<UseSite> {
    if let Some(part) = change.subject.operation() {
        return operation_sites(part, views, index);
    }
    let (mut variants, mut fields, mut types) = (Vec::new(), Vec::new(), Vec::new());
    for view in views {
        let Some(model) = view.model(change) else {
            continue;
        };
        types.extend(index.name_sites(model.ident.as_str()));
        // Existing code uses the type, but not the field.
        if change.kind == ChangeKind::PropertyAdded {
            continue;
        }
        let Some(property) = view.property(change) else {
            continue;
        };
        fields.extend(index.field_sites(field_ident(property).as_str()));
        fields.extend(index.property_sites(property.name.as_str()));
        let Some(listed) = property.ty.listed_values() else {
            continue;
        };
        fields.extend(index.name_sites(enum_ident(&model.ident, property).as_str()));
        if change.kind == ChangeKind::ValueRemoved {
            let by_value = variants_by_value(listed);
            let variant = change.from.as_deref().and_then(|value| by_value.get(value));
            variants.extend(variant.iter().flat_map(|it| index.name_sites(it.as_str())));
        }
    }
    if change.kind == ChangeKind::ValueAdded {
        let [old, new] = views;
        let renamed = variants_renamed_by(change, old, new);
        variants.extend(renamed.iter().flat_map(|it| index.name_sites(it.as_str())));
    }
    first_found([variants, fields, types])
}

/// Returns the uses of a parameter in files that name the operation's constant, or else those of the constant.
fn operation_sites(
    part: &OperationPart,
    views: &[RustView<'_>; 2],
    index: &NameIndex,
) -> Vec<UseSite> {
    let operations = { views.iter() }.filter_map(|view| view.operations.path(&part.path));
    let operations = operations.flat_map(|path| {
        let is_changed = |method: &HttpMethod| part.method.is_none_or(|changed| changed == *method);
        path.iter().filter(move |(method, _)| is_changed(method))
    });
    let methods = operations.flat_map(|(_, operation)| operation.methods.values());
    let constants: BTreeSet<_> =
        { methods.map(|it| ConstIdent::of_method(it.name.as_str())) }.collect();
    let constants = constants
        .iter()
        .flat_map(|it| index.name_sites(it.as_str()));
    let constants: Vec<_> = constants.collect();
    let files: BTreeSet<_> = constants.iter().map(|site| &site.path).collect();
    let name = part.parameter.as_deref();
    let mut parameters = name
        .map(|name| index.parameter_sites(name))
        .unwrap_or_default();
    parameters.retain(|site| files.contains(&site.path));
    first_found([parameters, constants])
}

/// Returns the first use sites that are not empty, sorted.
fn first_found<const N: usize>(by_precedence: [Vec<UseSite>; N]) -> Vec<UseSite> {
    let mut by_precedence = by_precedence.into_iter();
    let mut sites = by_precedence
        .find(|sites| !sites.is_empty())
        .unwrap_or_default();
    sites.sort_unstable();
    sites.dedup();
    sites
}
