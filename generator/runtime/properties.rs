//! The properties of a model, as they stand in generated code.

use ::core::{
    fmt::{self, Debug, Formatter},
    iter::Map,
    slice::Iter,
};

use super::{Kind, Property};

/// The properties of a model as the docs describe them, in their order.
///
/// ```ignore
/// for property in User::PROPERTIES {
///     println!("{}: {:?}", property.name, property.kind);
/// }
/// ```
// Each is a line of text, and put together when it is asked for: the compiler passes tens of thousands of texts much
// faster than as many structs. A line is the kind in eight columns, `!` where required, `*` where secret, and the name:
//
//     "text      id"
//     "datetime! dateModified"
//     "text     *password"
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Properties(
    /// The definition's name in the docs.
    pub(in super::super) &'static str,
    pub(in super::super) &'static [&'static str],
);

/// The columns of a line behind that of the kind.
const REQUIRED: usize = 8;
const SECRET: usize = 9;
const NAME: usize = 10;

impl Properties {
    /// The name of the model's definition in the docs.
    #[must_use]
    pub const fn definition(self) -> &'static str {
        self.0
    }

    /// How many there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.1.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.1.is_empty()
    }

    /// The property with a name on the wire.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Property> {
        let line = self.1.get(self.position(name)?)?;
        Some(property(line))
    }

    /// The properties, in the docs' order.
    #[must_use]
    pub fn iter(self) -> <Self as IntoIterator>::IntoIter {
        self.into_iter()
    }

    /// The name of the property with a number.
    pub(super) fn name(self, index: usize) -> Option<&'static str> {
        self.1.get(index).map(|line| name(line))
    }

    /// The number of the property with a name.
    pub(super) fn position(self, name: &str) -> Option<usize> {
        position(self.1, name)
    }

    /// The same, and quickest where the number is this one, or soon after.
    pub(super) fn position_from(self, expected: usize, name: &str) -> Option<usize> {
        let (before, after) = self.1.split_at_checked(expected)?;
        position(after, name)
            .map(|index| index + expected)
            .or_else(|| position(before, name))
    }
}

impl IntoIterator for Properties {
    type Item = Property;
    type IntoIter = Map<Iter<'static, &'static str>, fn(&&'static str) -> Property>;

    fn into_iter(self) -> Self::IntoIter {
        self.1.iter().map(|line| property(line))
    }
}

impl IntoIterator for &Properties {
    type Item = Property;
    type IntoIter = <Properties as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (*self).into_iter()
    }
}

impl Debug for Properties {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(*self).finish()
    }
}

fn position(lines: &[&str], wanted: &str) -> Option<usize> {
    let length = NAME + wanted.len();
    lines
        .iter()
        .position(|line| line.len() == length && line.ends_with(wanted))
}

#[inline]
fn name(line: &str) -> &str {
    line.get(NAME..).unwrap_or_default()
}

fn property(line: &'static str) -> Property {
    let has = |mark, column| line.as_bytes().get(column) == Some(&mark);
    Property {
        name: name(line),
        kind: kind(line.get(..REQUIRED).unwrap_or_default().trim_end()),
        required: has(b'!', REQUIRED),
        secret: has(b'*', SECRET),
    }
}

fn kind(word: &str) -> Kind {
    match word {
        "text" => Kind::Text,
        "enum" => Kind::Enum,
        "datetime" => Kind::DateTime,
        "local" => Kind::LocalDateTime,
        "date" => Kind::Date,
        "interval" => Kind::Interval,
        "duration" => Kind::Duration,
        "number" => Kind::Number,
        "integer" => Kind::Integer,
        "float" => Kind::Float,
        "boolean" => Kind::Boolean,
        "model" => Kind::Model,
        "list" => Kind::List,
        "map" => Kind::Map,
        _ => Kind::Any,
    }
}
