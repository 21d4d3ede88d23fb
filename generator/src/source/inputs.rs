//! The inputs that a user names.

use std::path::{Path, PathBuf};

/// The inputs of a schema: a spec, and files that add to it.
///
/// A path converts to the inputs with this spec and nothing else.
///
/// ```no_run
/// use genesys_modelgen::{pipeline::generate, schema::Selection, source::Inputs};
///
/// let inputs = Inputs {
///     openapi: Some("openapi.json".into()),
///     ..Inputs::from("spec")
/// };
/// let generated = generate(&inputs, &Selection::default());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inputs {
    /// The spec: a folder that contains `definitions/`, a folder of definition files, a folder with only `openapi.json`, or
    /// an OpenAPI file.
    pub spec: PathBuf,
    /// An OpenAPI file that makes the types exact, instead of `openapi.json` in the spec's folder.
    pub openapi: Option<PathBuf>,
    /// Files of notification topics and of the definitions of their events, instead of `events.json` and `topics.json` in the
    /// spec's folder.
    pub events: Vec<PathBuf>,
    /// Whether to add the definitions and endpoints that only the OpenAPI file describes. They are also added if
    /// `source.toml` in the spec's folder contains `include = "undocumented"`.
    pub undocumented: bool,
}

impl<P: AsRef<Path> + ?Sized> From<&P> for Inputs {
    fn from(spec: &P) -> Self {
        Self {
            spec: spec.as_ref().to_owned(),
            ..Self::default()
        }
    }
}

impl From<&Self> for Inputs {
    fn from(inputs: &Self) -> Self {
        inputs.clone()
    }
}
