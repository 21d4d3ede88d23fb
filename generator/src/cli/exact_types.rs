//! The note about the types that an OpenAPI file makes exact.

use std::path::Path;

use genesys_modelgen::schema::{Schema, Type};

use super::terminal::pluralize;

/// Returns a line with the numbers of exact types in a schema, or nothing without an OpenAPI file.
pub fn exact_types_note(openapi: Option<&Path>, schema: &Schema) -> String {
    let Some(name) = openapi.and_then(Path::file_name) else {
        return String::new();
    };
    let counts = ExactTypes::of(schema);
    let parts = [
        (counts.enums, "enum"),
        (counts.formats, "number format"),
        (counts.maps, "map"),
        (counts.read_only, "read-only property"),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let mut parts: Vec<_> = parts.map(|(count, noun)| pluralize(count, noun)).collect();
    if counts.permissions > 0 {
        parts.push(format!(
            "permissions of {}",
            pluralize(counts.permissions, "endpoint")
        ));
    }
    let parts = if parts.is_empty() {
        "no exact types".to_owned()
    } else {
        parts.join(", ")
    };
    format!("with `{}`: {parts}\n", name.to_string_lossy())
}

/// The numbers of properties with types that the docs rarely describe.
#[derive(Debug, Default, PartialEq, Eq)]
struct ExactTypes {
    enums: usize,
    formats: usize,
    maps: usize,
    read_only: usize,
    /// The number of methods with permissions.
    permissions: usize,
}

impl ExactTypes {
    fn of(schema: &Schema) -> Self {
        let mut counts = Self::default();
        for property in { schema.definitions.iter() }.flat_map(|it| &it.properties) {
            counts.read_only += usize::from(property.read_only);
            counts.add(&property.ty);
        }
        let methods = schema.apis.iter().flat_map(|api| &api.methods);
        counts.permissions = methods.filter(|it| it.permissions.is_some()).count();
        counts
    }

    fn add(&mut self, ty: &Type) {
        match ty {
            Type::Enum(_) => self.enums += 1,
            Type::Number(_) => self.formats += 1,
            Type::Map(values) => {
                self.maps += 1;
                self.add(values);
            }
            Type::Array(items) => self.add(items),
            Type::Scalar(_) | Type::Ref(_) => {}
        }
    }
}
