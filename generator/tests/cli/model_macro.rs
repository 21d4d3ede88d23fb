//! The errors that rustc reports for mistakes in `model!`.

use crate::{
    project::{Project, RunOutput},
    stand_alone::cargo,
};

const MANIFEST: &str = r#"[package]
name = "builder"
version = "0.1.0"
edition = "2024"

[dependencies]
ants = { path = "../ants" }
"#;

/// Programs, and lines of the errors that rustc reports for them.
const MISTAKES: &[(&str, &str, &[&str])] = &[
    (
        "misspelled-field",
        r#"ants::model!(ants::Nest { nmae: "Hill" });"#,
        &[
            "error[E0609]: no field `nmae` on type `Nest`",
            "help: a field with a similar name exists",
            r#"+     let _ = ants::model!(ants::Nest { name: "Hill" });"#,
        ],
    ),
    (
        "repeated-field",
        r#"ants::model!(ants::Nest { name: "Hill", name: "Bark" });"#,
        &["error[E0416]: identifier `name` is bound more than once in the same pattern"],
    ),
    (
        "number-for-text",
        "ants::model!(ants::Nest { name: 5 });",
        &[
            "error[E0277]: `{integer}` does not convert to `String`",
            "expected a value that converts to `String`",
            "= note: `model!` converts text, numbers, models, lists and maps to the type of the field",
        ],
    ),
    (
        "text-for-number",
        r#"ants::model!(ants::Ant { legs: "six" });"#,
        &[
            "error[E0277]: `&str` does not convert to `ants::runtime::Number`",
            "expected a value that converts to `ants::runtime::Number`",
        ],
    ),
    (
        "another-model",
        "ants::model!(ants::Ant { nest: ants::Stone::default() });",
        &["error[E0277]: `Stone` does not convert to `Box<Nest>`"],
    ),
    (
        "number-for-time",
        "ants::model!(ants::Queue { opened: 5 });",
        &[
            "error[E0277]: the trait bound `ants::runtime::DateTime: From<{integer}>` is not satisfied",
            "`ants::runtime::DateTime` implements `From<&str>`",
            "`ants::runtime::DateTime` implements `From<SystemTime>`",
        ],
    ),
    (
        "text-for-list",
        r#"ants::model!(ants::Queue { tags: "a" });"#,
        &["error[E0277]: `&str` does not convert to `Vec<String>`"],
    ),
    (
        "number-in-list",
        "ants::model!(ants::Queue { tags: [5] });",
        &["error[E0277]: `{integer}` does not convert to `String`"],
    ),
    (
        "unknown-type",
        r#"ants::model!(ants::Nest { name: "Hill".into() });"#,
        &[
            "error[E0283]: type annotations needed",
            "help: consider removing this method call",
        ],
    ),
];

/// Creates a crate with models, and one that uses them.
fn project() -> Project {
    let project = Project::new();
    project.define(
        "Queue",
        "| opened | `string` | No | Date time is represented as an ISO-8601 string. |\n\
         | tags | `string[]` | No | Words. |\n",
    );
    project.run(&["export", "--out", "ants"]).exits_with(0);
    let manifest = project.read("ants/Cargo.toml");
    let manifest = manifest.replace(r#"name = "genesys-models""#, r#"name = "ants""#);
    project.write("ants/Cargo.toml", &manifest);
    project.write("builder/Cargo.toml", MANIFEST);
    project.write("builder/src/lib.rs", "");
    project
}

fn check(project: &Project, name: &str, expression: &str) -> RunOutput {
    let program = format!("fn main() {{\n    let _ = {expression}\n}}\n");
    project.write(&format!("builder/examples/{name}.rs"), &program);
    cargo(project, "builder", &["check", "--example", name])
}

#[test]
fn a_mistake_in_the_macro_is_reported_at_its_place() {
    let project = project();
    let ran = check(
        &project,
        "right",
        r#"ants::model!(ants::Ant { legs: 6, nest: ants::model!(ants::Nest { name: "Hill" }) });"#,
    );
    ran.exits_with(0);
    for (name, expression, expected) in MISTAKES {
        let ran = check(&project, name, expression);
        assert_ne!(ran.code, Some(0), "{name} compiles");
        let lines: Vec<String> = ran.err.lines().map(squeeze).collect();
        for expected in *expected {
            let expected = squeeze(expected);
            assert!(
                lines.iter().any(|line| line.contains(&expected)),
                "{name}: {expected:?} is not in\n{}",
                ran.err
            );
        }
        let place = format!("examples/{name}.rs:2:");
        assert!(ran.err.contains(&place), "{name}: {}", ran.err);
    }
}

/// Replaces each run of spaces with one space.
fn squeeze(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
