//! The types that an override can give a property, and which documented types they can replace.

use super::{
    OverrideErrors,
    read::{string, strings, table, unexpected, unknown_key},
};
use crate::{
    schema::{ListedValues, Type},
    span::Spanned,
    toml_error::TomlValue,
};
use genesys_runtime::Scalar;

/// Returns the names of all types that are written as a name.
pub fn type_names() -> Vec<String> {
    let names = Scalar::ALL.iter().map(|scalar| scalar.kind().as_str());
    names.map(str::to_owned).collect()
}

/// Formats a type as it is written in overrides, with `[]` for each list around it.
pub fn format_type(ty: &Type) -> String {
    if let Type::Array(items) = ty {
        format_type(items) + "[]"
    } else if let Type::Map(values) = ty {
        format!("{{ map = \"{}\" }}", format_type(values))
    } else if let Type::Enum(listed) = ty {
        format!("{{ enum = {:?} }}", listed.values)
    } else if let Type::Number(format) = ty {
        format.scalar().kind().as_str().to_owned()
    } else {
        ty.to_string()
    }
}

/// Reads a type: a name, with `[]` for each list around it, `{ map = "string" }` or `{ enum = ["a", "b"] }`. A name that is not
/// one of a type is a reference to a definition.
pub fn property_type(
    value: &TomlValue<'_>,
    errors: &mut OverrideErrors<'_>,
) -> Option<Spanned<Type>> {
    let ty = if value.get_ref().is_table() {
        map_or_enum(value, errors)
    } else if value.get_ref().is_str() {
        Some(named_type(&string(value, errors)?.value))
    } else {
        unexpected(value, "a type", errors)
    };
    Some(Spanned::new(ty?, value.span()))
}

fn named_type(name: &str) -> Type {
    if let Some(items) = name.strip_suffix("[]") {
        return Type::Array(Box::new(named_type(items)));
    }
    let scalar = Scalar::from_name(name).map(Type::from);
    scalar.unwrap_or_else(|| Type::Ref(name.to_owned().into()))
}

fn map_or_enum(value: &TomlValue<'_>, errors: &mut OverrideErrors<'_>) -> Option<Type> {
    let mut entries = table(value, errors)?.iter();
    let (Some((key, inner)), None) = (entries.next(), entries.next()) else {
        let message = "a type has more than one key".to_owned();
        errors.invalid(&value.span(), message, "keep either `map` or `enum`");
        return None;
    };
    match key.get_ref().as_ref() {
        "map" => {
            let values = named_type(&string(inner, errors)?.value);
            Some(Type::Map(Box::new(values)))
        }
        "enum" => {
            let values: Vec<_> = { strings(inner, errors).into_iter() }
                .map(|value| value.value)
                .collect();
            let is_cut_short = false;
            (!values.is_empty()).then_some(Type::Enum(ListedValues {
                values,
                is_cut_short,
            }))
        }
        _ => {
            unknown_key(key, &["map", "enum"], errors);
            None
        }
    }
}

/// The reason why a type cannot replace the documented one, with the help for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefineError {
    /// It is the documented type.
    Unchanged,
    /// It has another JSON encoding.
    OtherEncoding(&'static str),
}

/// Returns the documented type with the wanted one in its place, or in the place of the innermost items of its lists.
pub fn refine(documented: &Type, wanted: &Type) -> Result<Type, RefineError> {
    if let (Type::Array(documented), Type::Array(wanted)) = (documented, wanted) {
        return Ok(Type::Array(Box::new(refine(documented, wanted)?)));
    }
    let innermost = documented.innermost();
    let encoding = Encoding::of(innermost);
    if !encoding.includes(Encoding::of(wanted)) {
        Err(RefineError::OtherEncoding(encoding.refinements()))
    } else if is_same(innermost, wanted) {
        Err(RefineError::Unchanged)
    } else {
        Ok(with_innermost(documented, wanted))
    }
}

/// Checks whether two types are the same in overrides, which do not distinguish the sizes of numbers.
fn is_same(one: &Type, other: &Type) -> bool {
    if let (Type::Number(one), Type::Number(other)) = (one, other) {
        one.scalar() == other.scalar()
    } else {
        one == other
    }
}

/// Returns the type for a property whose documented type cannot be read except for the lists around it: a list as it is, and
/// everything else inside those lists.
pub fn replacement(documented: &Type, wanted: &Type) -> Type {
    if matches!(wanted, Type::Array(_)) {
        wanted.clone()
    } else {
        with_innermost(documented, wanted)
    }
}

/// The JSON encoding of a type; a refinement keeps it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    String,
    Number,
    Boolean,
    Object,
    Array,
    Model,
}

impl Encoding {
    const fn of(ty: &Type) -> Self {
        match ty {
            Type::Scalar(
                Scalar::Text
                | Scalar::DateTime
                | Scalar::LocalDateTime
                | Scalar::Date
                | Scalar::Interval
                | Scalar::Duration,
            )
            | Type::Enum(_) => Self::String,
            Type::Scalar(Scalar::Number | Scalar::Integer | Scalar::Float) | Type::Number(_) => {
                Self::Number
            }
            Type::Scalar(Scalar::Boolean) => Self::Boolean,
            Type::Scalar(Scalar::Any) | Type::Map(_) => Self::Object,
            Type::Array(_) => Self::Array,
            Type::Ref(_) => Self::Model,
        }
    }

    /// Checks whether a refinement can have another encoding: an object can become a model.
    fn includes(self, refined: Self) -> bool {
        self == refined || (self == Self::Object && refined == Self::Model)
    }

    /// Returns a help line with the refinements of a type.
    const fn refinements(self) -> &'static str {
        match self {
            Self::String => "a string can become an enum, `string` or a date or time type",
            Self::Number => "a number can become `i64` or `f64`",
            Self::Object => "an object can become a map or a definition",
            Self::Boolean | Self::Array | Self::Model => "remove it: the documented type is exact",
        }
    }
}

fn with_innermost(documented: &Type, wanted: &Type) -> Type {
    if let Type::Array(items) = documented {
        Type::Array(Box::new(with_innermost(items, wanted)))
    } else {
        wanted.clone()
    }
}
