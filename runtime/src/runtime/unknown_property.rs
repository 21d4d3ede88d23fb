//! The error of a name that is not a property.

use ::std::{error::Error, fmt};

use super::{Properties, nearest::nearest};

/// The error of a name that is not a documented property of the model.
///
/// The message suggests the most similar name. An undocumented property can be set with `extra.insert(name, value)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownProperty {
    name: Box<str>,
    properties: Properties,
}

impl UnknownProperty {
    pub(super) fn new(name: &str, properties: Properties) -> Self {
        Self {
            name: name.into(),
            properties,
        }
    }

    /// Returns the unknown name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the most similar name of a property, if there is one.
    #[must_use]
    pub fn suggestion(&self) -> Option<&'static str> {
        let known = self.properties.iter().map(|property| property.name);
        nearest(&self.name, known)
    }
}

impl fmt::Display for UnknownProperty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (definition, name) = (self.properties.definition(), &self.name);
        write!(f, "`{definition}` has no property `{name}`")?;
        match self.suggestion() {
            Some(suggestion) => write!(f, "; did you mean `{suggestion}`?"),
            None => f.write_str("; undocumented properties can be inserted into `extra`"),
        }
    }
}

impl Error for UnknownProperty {}
