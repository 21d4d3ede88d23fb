//! The table of a model's properties.

use ::core::{
    fmt::{self, Debug, Formatter},
    iter::Map,
    slice::Iter,
};

use super::Kind;

/// A property as the docs describe it.
#[expect(
    clippy::struct_excessive_bools,
    reason = "the flags are independent of each other"
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Property {
    /// The name in JSON.
    pub name: &'static str,
    /// The kind of the value.
    pub kind: Kind,
    /// Whether requests must contain the property, which is never read-only. Responses may omit it.
    pub required: bool,
    /// Whether only the platform sets the value. It ignores the value in requests.
    pub read_only: bool,
    /// Whether `Debug` redacts the value.
    pub secret: bool,
    /// Whether the docs list only the first of more values.
    pub cut_short: bool,
}

/// The properties of a model, in the docs' order.
///
/// A generated model has an associated constant `PROPERTIES`:
///
/// ```
/// use genesys_runtime::{Kind, Properties};
///
/// const PROPERTIES: Properties = Properties {
///     definition: "Ant",
///     lines: &["string       ! name", "dateTime       dateCreated"],
///     secrets: &[],
/// };
///
/// let name = PROPERTIES.get("name").expect("a property");
/// assert!(name.required);
/// let kinds: Vec<_> = PROPERTIES.iter().map(|property| property.kind).collect();
/// assert_eq!(kinds, [Kind::Text, Kind::DateTime]);
/// ```
// Text is compiled several times as fast as structs, and parsing a line is cheap. The constants below are its columns.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Properties {
    #[doc(hidden)]
    pub definition: &'static str,
    #[doc(hidden)]
    pub lines: &'static [&'static str],
    #[doc(hidden)]
    pub secrets: &'static [&'static str],
}

/// The columns of a line: the kind's name at 0, then `!` if required or `-` if read-only, `*` if secret, and the property's
/// name. The last column of the kind is `+` if the list of values is cut short, because a kind with values has a short
/// name.
const CUT_SHORT: usize = PRESENCE - 1;
const PRESENCE: usize = 13;
const SECRET: usize = PRESENCE + 1;
const NAME: usize = SECRET + 1;

impl Properties {
    /// Returns the name of the model's definition in the docs.
    #[must_use]
    pub const fn definition(self) -> &'static str {
        self.definition
    }

    /// Returns the number of properties.
    #[must_use]
    pub const fn len(self) -> usize {
        self.lines.len()
    }

    /// Checks whether the model has no properties.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.lines.is_empty()
    }

    /// Returns the property with this name in JSON.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Property> {
        let line = self.lines.get(self.position(name)?)?;
        Some(property(line))
    }

    /// Returns the properties, in the docs' order.
    #[must_use]
    pub fn iter(self) -> <Self as IntoIterator>::IntoIter {
        self.into_iter()
    }

    /// Returns the property at `index`.
    pub(super) fn at(self, index: usize) -> Option<Property> {
        self.lines.get(index).map(|line| property(line))
    }

    /// Returns the name of the property at `index`.
    pub(super) fn name(self, index: usize) -> Option<&'static str> {
        self.lines.get(index).map(|line| name(line))
    }

    /// Returns the index of the property with this name.
    pub(super) fn position(self, name: &str) -> Option<usize> {
        position(self.lines, name)
    }

    /// Returns the index of the property with this name, trying `expected` first.
    pub(super) fn position_from(self, expected: usize, name: &str) -> Option<usize> {
        let (before, after) = self.lines.split_at_checked(expected)?;
        position(after, name)
            .map(|index| index + expected)
            .or_else(|| position(before, name))
    }
}

impl IntoIterator for Properties {
    type Item = Property;
    type IntoIter = Map<Iter<'static, &'static str>, fn(&&'static str) -> Property>;

    fn into_iter(self) -> Self::IntoIter {
        self.lines.iter().map(|line| property(line))
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

/// The line of a property in the table of a model, which its `Display` implementation writes.
#[expect(
    clippy::struct_excessive_bools,
    reason = "the flags are independent of each other"
)]
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct PropertyLine<'a> {
    pub kind: Kind,
    pub required: bool,
    pub read_only: bool,
    pub secret: bool,
    pub cut_short: bool,
    pub name: &'a str,
}

impl fmt::Display for PropertyLine<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let presence = match (self.read_only, self.required) {
            (true, _) => '-',
            (false, true) => '!',
            (false, false) => ' ',
        };
        let secret = if self.secret { '*' } else { ' ' };
        let (kind, name) = (self.kind.as_str(), self.name);
        if self.cut_short {
            write!(f, "{kind:CUT_SHORT$}+{presence}{secret}{name}")
        } else {
            write!(f, "{kind:PRESENCE$}{presence}{secret}{name}")
        }
    }
}

fn position(lines: &[&str], name: &str) -> Option<usize> {
    let length = NAME + name.len();
    lines
        .iter()
        .position(|line| line.len() == length && line.ends_with(name))
}

#[inline]
fn name(line: &str) -> &str {
    line.get(NAME..).unwrap_or_default()
}

fn property(line: &'static str) -> Property {
    let has_flag = |flag, column| line.as_bytes().get(column) == Some(&flag);
    let kind = line.get(..PRESENCE).unwrap_or_default();
    let kind = kind.trim_end_matches(['+', ' ']);
    Property {
        name: name(line),
        kind: Kind::from_name(kind).unwrap_or(Kind::Any),
        required: has_flag(b'!', PRESENCE),
        read_only: has_flag(b'-', PRESENCE),
        secret: has_flag(b'*', SECRET),
        cut_short: has_flag(b'+', CUT_SHORT),
    }
}
