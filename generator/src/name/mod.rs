//! Rust names. All identifiers, module names and feature names are created here from names in the docs.
//!
//! Each kind of name has its own type, so that they cannot be confused. `words` converts text to Rust's cases and lists
//! reserved words; a reserved name becomes a raw identifier or gets a trailing underscore. Different names can become the
//! same identifier, which `plan` reports; only the values of an enum always get different ones (`variants`).

mod package;
mod variants;
mod words;

use std::fmt;

pub use package::{check_crate_name, is_package_name};
pub use variants::variant_idents;
pub(crate) use words::is_reserved;
use words::{
    is_file_reserved, is_keyword, is_never_raw, kebab_case, lower_camel_case, shouty_snake_case,
    snake_case, upper_camel_case,
};

/// Defines a type for one kind of name.
macro_rules! rust_name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Returns the name as written in Rust code.
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
    /// The name of a module, and of its file without `.rs`.
    ModuleName
}

rust_name! {
    /// The name of a Cargo feature.
    FeatureName
}

impl FeatureName {
    /// The name of the feature that enables all others.
    pub const FULL: &'static str = "full";

    /// The name of the feature that enables the notification topics. It is not `events`, which is the feature of an API.
    pub const TOPICS: &'static str = "topics";

    /// Returns the name of an API's feature: `speech-text-analytics` for `SpeechTextAnalyticsAPI`.
    #[must_use]
    pub fn of_api(name: &str) -> Self {
        Self(kebab_case(api_stem(name)))
    }

    /// Returns the feature that enables all others.
    #[must_use]
    pub fn full() -> Self {
        Self(Self::FULL.to_owned())
    }
}

rust_name! {
    /// The name of a constant.
    ConstIdent
}

impl ConstIdent {
    /// Returns the name of a method's constant.
    #[must_use]
    pub fn of_method(name: &str) -> Self {
        Self(match shouty_snake_case(name) {
            name if is_never_raw(&name) => name + "_",
            name => name,
        })
    }

    /// Returns the name of a topic's constant: `V2_USERS_ID_PRESENCE` for `v2.users.{id}.presence`.
    #[must_use]
    pub fn of_topic(name: &str) -> Self {
        Self::of_method(name)
    }
}

impl VariantIdent {
    /// The name of the variant for events of unknown topics.
    pub const OTHER: &'static str = "Other";

    /// Returns the name of the variant for a topic's events: `V2UsersIdPresence` for `v2.users.{id}.presence`.
    #[must_use]
    pub fn of_topic(name: &str) -> Self {
        Self(match type_name(name) {
            name if name == Self::OTHER => name + "_",
            name => name,
        })
    }
}

impl TypeIdent {
    /// Returns the name of a definition's type: unchanged if it is a valid type name.
    #[must_use]
    pub fn of_definition(name: &str) -> Self {
        Self(if is_upper_camel(name) {
            name.to_owned()
        } else {
            type_name(name)
        })
    }

    /// Returns the name of a property's enum, which differs from that of the definition's type in the same module.
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

impl FieldIdent {
    /// The name of the field for properties that the typed fields cannot hold.
    pub const EXTRA: &'static str = "extra";

    /// Returns the name of a property's field.
    #[must_use]
    pub fn of_property(name: &str) -> Self {
        let name = snake_case(name);
        Self(match name.as_str() {
            Self::EXTRA => name + "_",
            _ if is_never_raw(&name) => name + "_",
            _ if is_keyword(&name) => format!("r#{name}"),
            _ => name,
        })
    }
}

impl ModuleName {
    /// Returns the name of an API's module: `users` for `UsersAPI`.
    #[must_use]
    pub fn of_api(name: &str) -> Self {
        let name = snake_case(api_stem(name));
        let reserved = is_reserved(&name) || is_file_reserved(&name);
        Self(if reserved { name + "_" } else { name })
    }

    /// Returns the name of the module of a definition's type.
    #[must_use]
    pub fn of_type(ident: &TypeIdent) -> Self {
        let name = snake_case(ident.as_str());
        // Modules and types share a namespace, and snake case does not change a name without letters.
        let reserved = is_reserved(&name) || is_file_reserved(&name) || name == ident.0;
        Self(if reserved { name + "_" } else { name })
    }
}

/// Returns the likely wire name of a field: `start_time` becomes `startTime`.
pub(crate) fn guess_wire_name(field: &FieldIdent) -> String {
    lower_camel_case(field.0.trim_start_matches("r#"))
}

/// Returns an API's name without its suffix `API`.
pub(crate) fn api_stem(name: &str) -> &str {
    let stem = name.strip_suffix("API").filter(|stem| !stem.is_empty());
    stem.unwrap_or(name)
}

/// Converts a name to upper camel case, avoiding keywords.
fn type_name(name: &str) -> String {
    let name = upper_camel_case(name);
    if is_never_raw(&name) {
        name + "_"
    } else {
        name
    }
}

/// Checks whether a name is a valid type name, such as `ABTest`, which does not become `AbTest`.
fn is_upper_camel(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
        && !is_never_raw(name)
}

#[cfg(test)]
mod tests;
