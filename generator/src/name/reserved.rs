//! Names that are taken.

/// Rust's keywords, of all editions, strict and reserved.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Words that cannot even be raw identifiers.
const NEVER_RAW: &[&str] = &["crate", "self", "super", "Self", "_"];

/// File names that mean something to cargo, to Windows or to the generated crate.
const FILES: &[&str] = &[
    "aux",
    "con",
    "endpoints",
    "lib",
    "main",
    "mod",
    "models",
    "nul",
    "prn",
    "runtime",
];

/// Whether a name is a keyword that can be a raw identifier.
pub fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// Whether a name is a keyword that can be no raw identifier.
pub fn is_never_raw(name: &str) -> bool {
    NEVER_RAW.contains(&name)
}

/// Whether a name is a keyword.
pub fn is_reserved(name: &str) -> bool {
    is_keyword(name) || is_never_raw(name)
}

/// Whether a module's file cannot have this name.
pub fn is_file_reserved(name: &str) -> bool {
    let numbered = |device| {
        name.strip_prefix(device)
            .is_some_and(|rest| rest.len() == 1 && rest != "0")
    };
    FILES.contains(&name) || numbered("com") || numbered("lpt")
}
