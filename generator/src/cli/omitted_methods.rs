//! The note about endpoints that a selection leaves out.

use genesys_modelgen::schema::{DefinitionName, OmittedMethod};

/// Returns a line with the number of omitted endpoints and an example, or nothing if there are none.
///
/// The example needs as few more types as possible.
pub fn omission_note(methods: &[OmittedMethod]) -> String {
    let Some(example) = methods.iter().min_by_key(|method| method.missing.len()) else {
        return String::new();
    };
    let (omitted, such_as) = match methods.len() {
        1 => ("1 more endpoint needs", ": "),
        count => (&*format!("{count} more endpoints need"), ", such as "),
    };
    format!(
        "{omitted} types that are not selected{such_as}`{}`, which needs {}\n",
        example.name,
        enumerate(&example.missing)
    )
}

/// Returns the names as code, separated by commas and a final `and`.
fn enumerate(names: &[DefinitionName]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        names => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn omitted(name: &str, missing: &[&str]) -> OmittedMethod {
        let missing = { missing.iter() }.map(|name| DefinitionName::from((*name).to_owned()));
        OmittedMethod {
            name: name.to_owned().into(),
            missing: missing.collect(),
        }
    }

    #[test]
    fn a_complete_selection_has_no_note() {
        assert_eq!(omission_note(&[]), "");
    }

    #[test]
    fn the_example_is_the_endpoint_that_needs_the_fewest_types() {
        let methods = [
            omitted("patchUsers", &["Job", "Patch"]),
            omitted("postUsers", &["CreateUser"]),
        ];
        assert_eq!(
            omission_note(&methods),
            "2 more endpoints need types that are not selected, such as `postUsers`, which needs `CreateUser`\n"
        );
    }

    #[test]
    fn all_types_that_the_example_needs_are_listed() {
        assert_eq!(
            omission_note(&[omitted("patchUsers", &["A", "B", "C"])]),
            "1 more endpoint needs types that are not selected: `patchUsers`, which needs `A`, `B` and `C`\n"
        );
    }
}
