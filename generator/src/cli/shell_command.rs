//! Commands that people can paste into a shell.

use std::path::Path;

use genesys_modelgen::{
    export::TimeLibrary,
    schema::{Root, Selection},
    source::SPEC,
};

use super::{args::InputArgs, export::ExportArgs, generate::TargetArgs};

/// Returns the command that updates the output, with the options that were given.
pub fn generate(args: &TargetArgs) -> String {
    ShellCommand::new(program(), "generate")
        .folder("--spec", &args.input.spec.dir, SPEC)
        .folder("--out", &args.out, "generated")
        .selection(&args.input)
        .0
}

/// Returns the command that updates an export, with the options that were given.
pub fn export(args: &ExportArgs) -> String {
    ShellCommand::new(program(), "export")
        .folder("--spec", &args.input.spec.dir, SPEC)
        .folder("--out", &args.out, "")
        .selection(&args.input)
        .kind(args)
        .0
}

/// Returns the command that makes an export, without folders and with sorted types: it is the same on every machine.
pub fn provenance(args: &ExportArgs, selection: &Selection) -> String {
    ShellCommand::new("genesys-modelgen", "export")
        .options("--root", sorted(&selection.roots))
        .options("--without", sorted(&selection.without))
        .kind(args)
        .0
}

/// Returns how to start this program: through cargo if cargo started it.
fn program() -> &'static str {
    if std::env::var_os("CARGO").is_some() {
        "cargo run --"
    } else {
        "genesys-modelgen"
    }
}

fn sorted(types: &[Root]) -> Vec<&str> {
    let mut names: Vec<_> = types.iter().map(|ty| ty.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// A command line under construction.
struct ShellCommand(String);

impl ShellCommand {
    fn new(program: &str, subcommand: &str) -> Self {
        Self(format!("{program} {subcommand}"))
    }

    fn flag(mut self, name: &str) -> Self {
        self.0 += " ";
        self.0 += name;
        self
    }

    /// Adds an option once for each value.
    fn options(self, name: &str, values: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        values.into_iter().fold(self, |command, value| {
            command.flag(name).flag(&quoted(value.as_ref()))
        })
    }

    /// Adds the option for a folder unless it is the default.
    fn folder(self, name: &str, path: &Path, default: &str) -> Self {
        let path = path.display().to_string();
        self.options(name, Some(path).filter(|path| path != default))
    }

    fn selection(self, args: &InputArgs) -> Self {
        let files = { args.roots_files.iter() }.map(|file| file.display().to_string());
        self.options("--root", &args.roots)
            .options("--roots", files)
            .options("--without", &args.without)
    }

    /// Adds the options that choose between a crate and a module.
    fn kind(self, args: &ExportArgs) -> Self {
        if args.module {
            let libraries = args.libraries().into_iter().map(TimeLibrary::name);
            self.flag("--module").options("--time", libraries)
        } else {
            self.options("--name", [&args.name])
                .options("--version", [&args.version])
        }
    }
}

/// Quotes a word for a shell if necessary.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
