//! Which of the definitions count.

use std::path::PathBuf;

use genesys_modelgen::{
    diagnostic::{Code, Diagnostic},
    schema::{Origin, Root, Selection},
    source,
};

/// Which of the definitions count.
#[derive(Debug, Clone, clap::Args)]
pub struct RootArgs {
    /// Only this type and all that it reaches; can be given more than once.
    #[arg(long = "root", value_name = "TYPE")]
    pub roots: Vec<String>,
    /// Only the types named in this file, one a line with comments after `#`, and all that they reach.
    #[arg(long = "roots", value_name = "FILE")]
    pub roots_files: Vec<PathBuf>,
    /// Make any JSON value of references to this type; can be given more than once.
    #[arg(long, value_name = "TYPE")]
    pub without: Vec<String>,
}

impl RootArgs {
    /// What is wanted.
    ///
    /// # Errors
    ///
    /// A diagnostic for each file that cannot be read, or that names no type.
    pub fn selection(&self) -> Result<Selection, Vec<Diagnostic>> {
        let named = |names: &[String]| -> Vec<_> {
            names.iter().map(|name| Root::from(name.as_str())).collect()
        };
        let mut roots = named(&self.roots);
        let mut errors = Vec::new();
        for file in &self.roots_files {
            match source::load_roots(file) {
                Ok(file) if file.names.is_empty() => errors.push(empty(&file)),
                Ok(file) => roots.extend(placed(file)),
                Err(error) => errors.push(error),
            }
        }
        let without = named(&self.without);
        if errors.is_empty() {
            Ok(Selection { roots, without })
        } else {
            Err(errors)
        }
    }
}

fn placed(file: source::RootsFile) -> impl Iterator<Item = Root> {
    let source = file.source;
    file.names.into_iter().map(move |name| Root {
        name: name.value,
        origin: Some(Origin {
            source: source.clone(),
            span: name.span,
        }),
    })
}

/// Without a root all types count, which nobody means who names a file.
fn empty(file: &source::RootsFile) -> Diagnostic {
    let path = file.source.path.display();
    Diagnostic::new(Code::UnknownRoot, format!("`{path}` names no type"))
        .label(&file.source, 0..0, "")
        .help("name the types that are wanted, one a line")
}
