//! Names of packages.

use genesys_runtime::sources;

use super::is_reserved;

/// The names of the crates that come with rustc.
const BUILT_IN: [&str; 5] = ["alloc", "core", "proc_macro", "std", "test"];

/// The crates that every exported crate depends on.
const DEPENDENCIES: [&str; 2] = ["serde", "serde_json"];

/// Checks whether cargo accepts the name of a package: a letter, followed by letters, digits, `-` or `_`.
#[must_use]
pub fn is_package_name(name: &str) -> bool {
    let is_valid = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_valid)
}

/// Checks whether an exported crate can have a name.
///
/// # Errors
///
/// Returns the reason against the name: cargo rejects it, Rust code cannot refer to it, or it is the name of another crate
/// that the models or their tests use.
///
/// ```
/// use genesys_modelgen::name::check_crate_name;
///
/// assert!(check_crate_name("ant-models").is_ok());
/// assert_eq!(check_crate_name("self").unwrap_err(), "`self` is a keyword of Rust");
/// ```
pub fn check_crate_name(name: &str) -> Result<(), String> {
    let ident = name.replace('-', "_");
    let is_dependency =
        DEPENDENCIES.contains(&ident.as_str()) || sources::features().any(|it| it == ident);
    if !is_package_name(name) {
        Err("expected a letter followed by letters, digits, `-` or `_`".to_owned())
    } else if name.contains(|c: char| c.is_ascii_uppercase()) {
        let lower = name.to_ascii_lowercase();
        Err(format!(
            "rustc expects a name in lower case, such as `{lower}`"
        ))
    } else if is_reserved(&ident) {
        Err(format!("`{name}` is a keyword of Rust"))
    } else if BUILT_IN.contains(&ident.as_str()) {
        Err(format!(
            "`{name}` is the name of a crate that comes with Rust"
        ))
    } else if is_dependency {
        Err(format!(
            "`{name}` is the name of a dependency of the models"
        ))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::check_crate_name;

    #[test]
    fn names_that_cargo_or_rust_code_cannot_use_are_rejected() {
        for name in [
            "",
            "1st",
            "a.b",
            "self",
            "crate",
            "async",
            "std",
            "core",
            "test",
            "proc-macro",
            "serde",
            "serde_json",
            "serde-json",
            "jiff",
            "My-Models",
            "gen",
        ] {
            assert!(check_crate_name(name).is_err(), "{name}");
        }
        for name in ["genesys-models", "my_models", "models2", "std-models"] {
            assert_eq!(check_crate_name(name), Ok(()), "{name}");
        }
    }
}
