//! The command that brings the output up to date, as it can be copied into a shell.

use super::args::GenerateArgs;

/// The command, with the options that were given.
pub fn command(args: &GenerateArgs) -> String {
    // Whoever came here through cargo gets there through cargo too.
    let program = if std::env::var_os("CARGO").is_some() {
        "cargo run --"
    } else {
        "genesys-modelgen"
    };
    let spec = args.spec.spec.display().to_string();
    let out = args.out.display().to_string();
    let mut words = vec![format!("{program} generate")];
    for (option, value, default) in [("--spec", spec, "spec"), ("--out", out, "generated")] {
        if value != default {
            words.extend([option.to_owned(), quoted(&value)]);
        }
    }
    for root in &args.roots.roots {
        words.extend(["--root".to_owned(), quoted(root)]);
    }
    words.join(" ")
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
