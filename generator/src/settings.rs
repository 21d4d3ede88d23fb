//! The settings of a spec, in `source.toml` beside `definitions/`.

use toml::de::DeTable;

use crate::{
    diagnostic::{Code, Diagnostic},
    span::{Source, Span},
    toml_error::{TomlError, parse},
};

/// The keys that say where the docs come from and what of them is used.
const ORIGIN: [&str; 7] = [
    "repository",
    "branch",
    "definitions",
    "classes",
    "revision",
    "roots",
    "all",
];

const INCLUDE: &str = "include";

/// The only value of `include`.
const UNDOCUMENTED: &str = "undocumented";

/// The settings that apply to the schema.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The span of the value in `include = "undocumented"`, which adds the definitions and endpoints that only the OpenAPI
    /// file describes.
    pub undocumented: Option<Span>,
}

impl Settings {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Returns a diagnostic for each syntax error, or for each unknown key and invalid value.
    ///
    /// ```
    /// use genesys_modelgen::{settings::Settings, span::SourceFile};
    ///
    /// let text = "include = \"undocumented\"\n".to_owned();
    /// let file = SourceFile { path: "spec/source.toml".into(), text }.into();
    /// assert!(Settings::read(&file)?.undocumented.is_some());
    /// # Ok::<(), Vec<genesys_modelgen::diagnostic::Diagnostic>>(())
    /// ```
    pub fn read(file: &Source) -> Result<Self, Vec<Diagnostic>> {
        let parsed = parse(&file.text).and_then(|root| from_table(&root));
        parsed.map_err(|errors| {
            let errors = errors.into_iter();
            let to_diagnostic = |error: TomlError| error.diagnostic(Code::InvalidSettings, file);
            errors.map(to_diagnostic).collect()
        })
    }
}

fn from_table(root: &DeTable<'_>) -> Result<Settings, Vec<TomlError>> {
    let mut settings = Settings::default();
    let mut errors = Vec::new();
    for (key, value) in root {
        match key.get_ref().as_ref() {
            INCLUDE if value.get_ref().as_str() == Some(UNDOCUMENTED) => {
                settings.undocumented = Some(value.span());
            }
            INCLUDE => errors.push(TomlError {
                span: value.span(),
                message: format!("unknown value of `{INCLUDE}`"),
                help: format!("write {INCLUDE} = \"{UNDOCUMENTED}\", or remove it"),
            }),
            name if ORIGIN.contains(&name) => {}
            _ => errors.push(TomlError::unknown_key(
                key,
                &[&ORIGIN[..], &[INCLUDE]].concat(),
            )),
        }
    }
    if errors.is_empty() {
        Ok(settings)
    } else {
        Err(errors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::SourceFile;

    fn read(text: &str) -> Result<Settings, Vec<String>> {
        let file = SourceFile {
            path: "source.toml".into(),
            text: text.to_owned(),
        };
        Settings::read(&file.into()).map_err(|errors| {
            let errors = errors.into_iter();
            let rendered = errors.map(|error| {
                let place = error
                    .labels
                    .first()
                    .map_or(0..0, |label| label.span.clone());
                format!(
                    "{} at `{}`; {}",
                    error.message,
                    &text[place],
                    error.help.join(" ")
                )
            });
            rendered.collect()
        })
    }

    #[test]
    fn the_keys_about_the_origin_of_the_docs_are_accepted() {
        let text = "repository = 'https://example.com/docs'\nbranch = 'main'\ndefinitions = 'docs/definitions'\n\
            classes = 'docs/classes'\nrevision = 'c0ffee'\nroots = ['Ant']\nall = true\n";
        assert_eq!(read(text), Ok(Settings::default()));
    }

    #[test]
    fn undocumented_definitions_can_be_included() {
        let settings = read("branch = 'main'\ninclude = 'undocumented'\n").unwrap();
        assert_eq!(settings.undocumented, Some(26..40));
    }

    #[test]
    fn an_unknown_key_is_an_error_with_the_most_similar_key() {
        let errors = read("inclde = 'undocumented'\n[colour]\nred = 1\n").unwrap_err();
        let keys = "the known keys are `repository`, `branch`, `definitions`, `classes`, `revision`, `roots`, `all`, `include`";
        assert_eq!(
            errors,
            [
                format!("unknown key `colour` at `colour`; {keys}"),
                "unknown key `inclde` at `inclde`; did you mean `include`?".to_owned(),
            ]
        );
    }

    #[test]
    fn an_unknown_value_of_include_is_an_error() {
        for value in ["'all'", "true", "['undocumented']"] {
            let errors = read(&format!("include = {value}\n")).unwrap_err();
            let help = "write include = \"undocumented\", or remove it";
            assert_eq!(
                errors,
                [format!("unknown value of `include` at `{value}`; {help}")]
            );
        }
    }

    #[test]
    fn broken_toml_is_an_error_at_its_place() {
        let errors = read("branch = main\n").unwrap_err();
        assert_eq!(errors.len(), 1);
        assert!(errors[0].starts_with("invalid TOML: "), "{errors:?}");
        assert!(errors[0].contains("at `main`"), "{errors:?}");
    }
}
