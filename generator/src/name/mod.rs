//! Rust names: the one place where identifiers and file names are made.

mod case;
mod reserved;

use std::fmt;

use case::{kebab, lower_camel, shouty_snake, snake, upper_camel};
pub(crate) use reserved::is_reserved;
use reserved::{is_file_reserved, is_keyword, is_never_raw};

/// Names that must not be mixed up.
macro_rules! rust_name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The name as it stands in Rust code.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

rust_name! {
    /// The name of a struct, an enum or an alias.
    TypeIdent
}

rust_name! {
    /// The name of an enum's variant.
    VariantIdent
}

rust_name! {
    /// The name of a field.
    FieldIdent
}

rust_name! {
    /// The name of a module, which is also its file's name, without `.rs`.
    ModuleName
}

rust_name! {
    /// The name of a cargo feature.
    FeatureName
}

impl FeatureName {
    /// The feature of an API: `speech-text-analytics` of `SpeechTextAnalyticsAPI`.
    #[must_use]
    pub fn of_api(name: &str) -> Self {
        let area = name.strip_suffix("API").filter(|area| !area.is_empty());
        Self(kebab(area.unwrap_or(name)))
    }

    /// The feature that turns all others on.
    #[must_use]
    pub fn full() -> Self {
        Self(Self::FULL.to_owned())
    }

    /// The name of that feature.
    pub const FULL: &'static str = "full";
}

rust_name! {
    /// The name of a constant.
    ConstIdent
}

impl ConstIdent {
    /// The constant of a method.
    #[must_use]
    pub fn of_method(name: &str) -> Self {
        Self(match shouty_snake(name) {
            name if is_never_raw(&name) => name + "_",
            name => name,
        })
    }
}

impl TypeIdent {
    /// The type of a definition: its own name, where that is one.
    #[must_use]
    pub fn of_definition(name: &str) -> Self {
        Self(if is_upper_camel(name) {
            name.to_owned()
        } else {
            type_name(name)
        })
    }

    /// The enum of a property's values; never the name of the definition, in whose module it stands.
    #[must_use]
    pub fn of_values(definition: &Self, property: &str) -> Self {
        let name = type_name(property);
        Self(if name == definition.0 {
            definition.0.clone() + &name
        } else {
            name
        })
    }
}

impl VariantIdent {
    /// The variant of a listed value, unless that has the name of the variant for all other values.
    #[must_use]
    pub fn of_value(value: &str) -> Self {
        let name = type_name(value);
        Self(if name == Self::UNLISTED {
            name + "_"
        } else {
            name
        })
    }

    /// The name of the variant for all values that are not listed.
    pub const UNLISTED: &'static str = "Unlisted";
}

impl FieldIdent {
    /// The field of a property.
    #[must_use]
    pub fn of_property(name: &str) -> Self {
        let name = snake(name);
        Self(match name.as_str() {
            Self::EXTRA => name + "_",
            _ if is_never_raw(&name) => name + "_",
            _ if is_keyword(&name) => format!("r#{name}"),
            _ => name,
        })
    }

    /// The name of the field for what the typed fields cannot hold.
    pub const EXTRA: &'static str = "extra";
}

impl ModuleName {
    /// The module of an API, whose name in the docs ends in `API`.
    #[must_use]
    pub fn of_api(name: &str) -> Self {
        let stem = name.strip_suffix("API").filter(|stem| !stem.is_empty());
        let name = snake(stem.unwrap_or(name));
        let reserved = is_reserved(&name) || is_file_reserved(&name);
        Self(if reserved { name + "_" } else { name })
    }

    /// The module of a definition.
    #[must_use]
    pub fn of_type(ident: &TypeIdent) -> Self {
        let name = snake(ident.as_str());
        // Modules and types share their names; without letters, they come out the same.
        let reserved = is_reserved(&name) || is_file_reserved(&name) || name == ident.0;
        Self(if reserved { name + "_" } else { name })
    }
}

/// The name on the wire that one would guess from a field's.
#[must_use]
pub fn wire_guess(field: &FieldIdent) -> String {
    lower_camel(field.0.trim_start_matches("r#"))
}

/// A name in upper camel case that is no keyword.
fn type_name(name: &str) -> String {
    let name = upper_camel(name);
    if is_never_raw(&name) {
        name + "_"
    } else {
        name
    }
}

/// Whether a name can stand as it is: `ABTest` need not become `AbTest`.
fn is_upper_camel(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
        && !is_never_raw(name)
}

#[cfg(test)]
mod tests;
