//! The types of fields, by their full paths: a definition may have any name.

use syn::Type;

use super::syntax::{global_type, local_type};
use crate::rust::{FieldType, Kind};

/// A field's type, in its `Option`.
pub fn field_type(ty: &FieldType) -> Type {
    let ty = match ty {
        FieldType::Model(_) => global_type(&["std", "boxed", "Box"], vec![item_type(ty)]),
        other => item_type(other),
    };
    global_type(&["core", "option", "Option"], vec![ty])
}

/// The type of a list's items or a map's values.
fn item_type(ty: &FieldType) -> Type {
    match ty {
        FieldType::Fixed(kind) => fixed_type(*kind),
        FieldType::Enum(ident) => local_type(&[ident.as_str()]),
        FieldType::Model(ident) | FieldType::Alias(ident) => local_type(&["super", ident.as_str()]),
        FieldType::List(items) => global_type(&["std", "vec", "Vec"], vec![item_type(items)]),
        FieldType::Map(values) => global_type(
            &["std", "collections", "BTreeMap"],
            vec![fixed_type(Kind::Text), item_type(values)],
        ),
    }
}

fn fixed_type(kind: Kind) -> Type {
    let path = match kind {
        Kind::Text => ["std", "string", "String"].as_slice(),
        Kind::Integer => &["core", "primitive", "i64"],
        Kind::Float => &["core", "primitive", "f64"],
        Kind::Boolean => &["core", "primitive", "bool"],
        Kind::Any => &["serde_json", "Value"],
        other => return local_type(&["runtime", other.as_str()]),
    };
    global_type(path, Vec::new())
}
