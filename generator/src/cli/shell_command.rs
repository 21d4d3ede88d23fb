//! Shell commands for messages and provenance files.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use genesys_modelgen::{
    export::TimeLibrary,
    name::FeatureName,
    schema::{Root, Schema, Selection, find_area},
    source::DEFAULT_SPEC,
};

use super::{
    args::{InputArgs, SpecArgs},
    export::ExportArgs,
    generate::TargetArgs,
};

/// Returns the command that updates the output, with the user's options.
pub fn generate(args: &TargetArgs) -> String {
    ShellCommand::new(program(), "generate")
        .inputs(&args.input.spec)
        .path("--out", &args.out, "generated")
        .selection(&args.input)
        .0
}

/// Returns the command that updates an export, with the user's options.
pub fn export(args: &ExportArgs) -> String {
    ShellCommand::new(program(), "export")
        .inputs(&args.input.spec)
        .path("--out", &args.out, "")
        .selection(&args.input)
        .crate_or_module(args)
        .0
}

/// Returns the command that creates an export, without folders and with sorted types and areas, so that it does not depend
/// on the machine.
pub fn provenance(args: &ExportArgs, selection: &Selection, schema: &Schema) -> String {
    let spec = &args.input.spec;
    let openapi_alone = Some(&spec.spec).filter(|path| !path.is_dir());
    ShellCommand::new("genesys-modelgen", "export")
        .options("--spec", file_name(openapi_alone))
        .options("--openapi", file_name(spec.openapi.as_ref()))
        .flags(spec.undocumented.then_some("--undocumented"))
        .options("--root", sorted(&selection.roots))
        .options("--area", features(schema, &selection.areas))
        .options("--topic", selection.topics.iter().collect::<BTreeSet<_>>())
        .options("--without", sorted(&selection.without))
        .crate_or_module(args)
        .0
}

/// Returns the command that starts this program: `cargo run` if cargo started it.
fn program() -> &'static str {
    if std::env::var_os("CARGO").is_some() {
        "cargo run --"
    } else {
        "genesys-modelgen"
    }
}

/// Returns the name of a file without its folder.
fn file_name(path: Option<&PathBuf>) -> Option<String> {
    let name = path?.file_name()?;
    Some(name.to_string_lossy().into_owned())
}

fn sorted(types: &[Root]) -> BTreeSet<&str> {
    types.iter().map(|ty| ty.name.as_str()).collect()
}

/// Returns the features of areas, whatever name the user gave them.
fn features(schema: &Schema, areas: &[String]) -> Vec<String> {
    let areas = areas.iter().filter_map(|name| find_area(schema, name));
    let features = areas.map(|api| FeatureName::of_api(api.name.as_str()).to_string());
    let features: BTreeSet<_> = features.collect();
    features.into_iter().collect()
}

/// A builder of command lines.
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

    fn flags<'a>(self, names: impl IntoIterator<Item = &'a str>) -> Self {
        names.into_iter().fold(self, Self::flag)
    }

    /// Adds an option once for each value.
    fn options(self, name: &str, values: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        values.into_iter().fold(self, |command, value| {
            command.flag(name).flag(&quote(value.as_ref()))
        })
    }

    fn inputs(self, args: &SpecArgs) -> Self {
        let openapi = { args.openapi.iter() }.map(|file| file.display().to_string());
        let events = { args.events.iter() }.map(|file| file.display().to_string());
        self.path("--spec", &args.spec, DEFAULT_SPEC)
            .options("--openapi", openapi)
            .options("--events", events)
            .flags(args.undocumented.then_some("--undocumented"))
    }

    /// Adds the option for a path unless it is the default.
    fn path(self, name: &str, path: &Path, default: &str) -> Self {
        let path = path.display().to_string();
        self.options(name, Some(path).filter(|path| path != default))
    }

    fn selection(self, args: &InputArgs) -> Self {
        let files = { args.roots_files.iter() }.map(|file| file.display().to_string());
        self.options("--root", &args.roots)
            .options("--roots", files)
            .options("--area", &args.areas)
            .options("--topic", &args.topics)
            .options("--without", &args.without)
    }

    /// Adds the options that choose between a crate and a module.
    fn crate_or_module(self, args: &ExportArgs) -> Self {
        if args.module {
            let libraries = args.time_libraries().into_iter().map(TimeLibrary::name);
            self.flag("--module").options("--time", libraries)
        } else {
            self.options("--name", [&args.name])
                .options("--version", [&args.version])
        }
    }
}

/// Quotes a word for the shell if necessary.
fn quote(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
