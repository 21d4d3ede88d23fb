//! Whether a type that an override gives fits the one that the docs give.

use crate::schema::{NumberFormat, Type};

/// Why a type cannot take another's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It is that type.
    Same,
    /// JSON writes the two differently.
    OtherJson,
    /// A list or a map of floats would not keep how its integers were written.
    FloatInside,
}

/// The documented type with the wanted one in its place, or at the bottom of its lists.
pub fn refine(documented: &Type, wanted: &Type) -> Result<Type, Unfit> {
    let innermost = documented.innermost();
    if Json::of(innermost) != Json::of(wanted) {
        Err(Unfit::OtherJson)
    } else if innermost == wanted {
        Err(Unfit::Same)
    } else if is_float_inside(documented, wanted) {
        Err(Unfit::FloatInside)
    } else {
        Ok(with_innermost(documented, wanted))
    }
}

/// How JSON writes a type.
#[derive(PartialEq, Eq)]
enum Json<'a> {
    Text,
    Number,
    Boolean,
    Object,
    Array,
    Model(&'a str),
}

impl<'a> Json<'a> {
    fn of(ty: &'a Type) -> Self {
        match ty {
            Type::String
            | Type::DateTime
            | Type::LocalDateTime
            | Type::Date
            | Type::Interval
            | Type::Duration
            | Type::Enum(_) => Self::Text,
            Type::Number(_) => Self::Number,
            Type::Boolean => Self::Boolean,
            Type::Object | Type::Map(_) => Self::Object,
            Type::Array(_) => Self::Array,
            Type::Ref(name) => Self::Model(name.as_str()),
        }
    }
}

fn is_float_inside(documented: &Type, wanted: &Type) -> bool {
    const FLOAT: Type = Type::Number(NumberFormat::Float);
    match wanted {
        Type::Map(values) => **values == FLOAT,
        other => *other == FLOAT && matches!(documented, Type::Array(_)),
    }
}

fn with_innermost(documented: &Type, wanted: &Type) -> Type {
    match documented {
        Type::Array(items) => Type::Array(Box::new(with_innermost(items, wanted))),
        _ => wanted.clone(),
    }
}
