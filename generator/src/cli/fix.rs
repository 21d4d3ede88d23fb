//! Commands as they can be copied into a shell.

use genesys_modelgen::{
    export::TimeLibrary,
    schema::{Root, Selection},
};

use super::args::{ExportArgs, GenerateArgs, RootArgs};

/// The command that brings the output up to date, with the options that were given.
pub fn generate(args: &GenerateArgs) -> String {
    let folders = [
        ("--spec", args.spec.spec.display().to_string(), "spec"),
        ("--out", args.out.display().to_string(), "generated"),
    ];
    let options = folders.into_iter().filter(|(_, is, usual)| is != usual);
    let mut words = vec![program().to_owned(), "generate".to_owned()];
    words.extend(options.flat_map(|(name, value, _)| [name.to_owned(), value]));
    words.extend(roots(&args.roots));
    shell(&words)
}

/// The command that brings an export up to date, with the options that were given.
pub fn export(args: &ExportArgs) -> String {
    let mut words = vec![program().to_owned(), "export".to_owned()];
    let spec = args.spec.spec.display().to_string();
    if spec != genesys_modelgen::source::SPEC {
        words.extend(option("--spec", &spec));
    }
    words.extend(option("--out", &args.out.display().to_string()));
    words.extend(roots(&args.roots));
    words.extend(form(args));
    shell(&words)
}

/// The command that makes an export, in whatever folders: for what is wanted there is one way to say it.
pub fn provenance(args: &ExportArgs, wanted: &Selection) -> String {
    let mut words = vec!["genesys-modelgen".to_owned(), "export".to_owned()];
    for (name, types) in [("--root", &wanted.roots), ("--without", &wanted.without)] {
        words.extend(sorted(types).into_iter().flat_map(|ty| option(name, ty)));
    }
    words.extend(form(args));
    shell(&words)
}

fn sorted(types: &[Root]) -> Vec<&str> {
    let mut names: Vec<_> = types.iter().map(|ty| ty.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// How cargo's own program is started: whoever came here through cargo gets there through cargo too.
fn program() -> &'static str {
    if std::env::var_os("CARGO").is_some() {
        "cargo run --"
    } else {
        "genesys-modelgen"
    }
}

fn option(name: &str, value: &str) -> [String; 2] {
    [name.to_owned(), value.to_owned()]
}

fn roots(args: &RootArgs) -> Vec<String> {
    let roots = args.roots.iter().flat_map(|root| option("--root", root));
    let files = args.roots_files.iter();
    let files = files.flat_map(|file| option("--roots", &file.display().to_string()));
    let without = args.without.iter();
    let without = without.flat_map(|ty| option("--without", ty));
    roots.chain(files).chain(without).collect()
}

/// The options for what kind of export it is.
fn form(args: &ExportArgs) -> Vec<String> {
    if !args.module {
        let name = option("--name", &args.name);
        return [name, option("--version", &args.version)].concat();
    }
    let libraries = args.libraries().into_iter().map(TimeLibrary::name);
    let libraries = libraries.flat_map(|library| option("--time", library));
    [vec!["--module".to_owned()], libraries.collect()].concat()
}

/// The words of a command as a shell takes them; the first is the program, perhaps with its own arguments.
fn shell(words: &[String]) -> String {
    let mut words = words.iter();
    let program = words.next().cloned();
    let arguments = words.map(|word| quoted(word));
    program
        .into_iter()
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
