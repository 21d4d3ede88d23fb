//! Exported crates and modules compile outside this workspace.

use std::{fs, path::Path, process::Command};

use crate::project::{Project, RunOutput};

/// A crate that contains an exported module and denies all warnings of rustc and clippy.
const HOST: &str = r#"//! A crate with a module.
#![deny(warnings, missing_docs, unused, unsafe_code, clippy::all, clippy::pedantic)]
#![deny(missing_debug_implementations, rust_2018_idioms, unused_qualifications, unused_results)]
mod deep {
    pub mod er {
        mod genesys;
        pub fn ant(json: &str) -> String {
            let ant: genesys::Ant = serde_json::from_str(json).unwrap();
            serde_json::to_string(&ant).unwrap()
        }
    }
}
fn main() {
    for json in std::env::args().skip(1) {
        println!("{}", deep::er::ant(&json));
    }
}
"#;

const HOST_MANIFEST: &str = r#"[package]
name = "{name}"
version = "0.1.0"
edition = "2024"

[dependencies]
serde = { version = "1", default-features = false, features = ["std"] }
serde_json = { version = "1", features = ["float_roundtrip"] }
jiff = { version = "0.2", default-features = false, features = ["std"], optional = true }
chrono = { version = "0.4", default-features = false, optional = true }
time = { version = "0.3", default-features = false, features = ["std"], optional = true }
"#;

/// Returns the manifest of a crate with an exported module. Its last section is `[dependencies]`.
pub fn host_manifest(name: &str) -> String {
    HOST_MANIFEST.replace("{name}", name)
}

/// Payloads with values that the typed fields cannot hold.
const PAYLOADS: [&str; 3] = [
    r#"{"legs":6.0,"nest":{"name":"Hill","deep":[1]},"new":null}"#,
    r#"{"legs":"six","nest":null}"#,
    r#"{"legs":9007199254740993,"a":{},"z":1}"#,
];

/// Runs cargo in a folder.
pub fn cargo(project: &Project, folder: &str, args: &[&str]) -> RunOutput {
    RunOutput::of(&mut command(project, folder, args))
}

/// Returns a cargo command for a folder outside any workspace, offline and with this workspace's lock file.
pub fn command(project: &Project, folder: &str, args: &[&str]) -> Command {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    let own_lock = project.path(folder).join("Cargo.lock");
    if !own_lock.exists() {
        fs::copy(lock, own_lock).unwrap();
    }
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(args).current_dir(project.path(folder));
    let target = concat!(env!("CARGO_TARGET_TMPDIR"), "/stand-alone");
    cargo.env("CARGO_TARGET_DIR", target);
    cargo
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_TERM_COLOR", "never");
    cargo
}

/// Returns the source of a program that decodes and encodes its arguments.
fn round_trip_program(library: &str) -> String {
    format!(
        "fn main() {{\n    for json in std::env::args().skip(1) {{\n        \
         let ant: {library}::Ant = serde_json::from_str(&json).unwrap();\n        \
         println!(\"{{}}\", serde_json::to_string(&ant).unwrap());\n    }}\n}}\n"
    )
}

#[test]
fn an_exported_crate_compiles_without_warnings_and_round_trips() {
    let project = Project::new();
    let options = ["--name", "exported-crate", "--version", "6.6.6"];
    project
        .run(&[&["export", "--out", "crate"][..], &options].concat())
        .exits_with(0);
    project.write(
        "crate/examples/ant.rs",
        &round_trip_program("exported_crate"),
    );
    let run = [&["run", "--example", "ant", "--"][..], &PAYLOADS].concat();
    let ran = cargo(&project, "crate", &run).exits_with(0);
    let ran = ran.stderr_contains("exported-crate v6.6.6");
    assert_eq!(ran.out.lines().collect::<Vec<_>>(), PAYLOADS);
    assert!(!ran.err.contains("warning"), "{}", ran.err);
    cargo(&project, "crate", &["check", "--all-features"]).exits_with(0);
    cargo(&project, "crate", &["check", "--no-default-features"]).exits_with(0);
    let ran = cargo(&project, "crate", &["test", "--doc"]).exits_with(0);
    ran.stdout_contains("test src/../README.md - (line 8) ... ok")
        .stdout_contains("runtime::number::Number (line 24) ... ok");
}

#[test]
fn an_exported_crate_can_be_packaged() {
    let project = Project::new();
    project.write("spec/LICENSE-docs", "Do as you like.\n");
    let ran = project.run(&["export", "--out", "crate", "--name", "packaged-ants"]);
    ran.exits_with(0);
    cargo(&project, "crate", &["package"]).exits_with(0);
    let ran = cargo(&project, "crate", &["package", "--list"]).exits_with(0);
    for file in [
        "Cargo.toml",
        "LICENSE",
        "LICENSE-docs",
        "README.md",
        "provenance.toml",
        "src/lib.rs",
        "src/models/ant.rs",
        "src/runtime/mod.rs",
    ] {
        assert!(ran.out.lines().any(|line| line == file), "{file}");
    }
}

/// Creates a crate with an exported module. Each test uses its own name, because the tests share a target folder.
fn host(name: &str, time: &[&str]) -> Project {
    let project = Project::new();
    let module = ["export", "--out", "host/src/deep/er/genesys", "--module"];
    project.run(&[&module[..], time].concat()).exits_with(0);
    project.write("host/src/main.rs", HOST);
    project.write("host/Cargo.toml", &host_manifest(name));
    project
}

#[test]
fn an_exported_module_compiles_without_warnings_and_round_trips() {
    let project = host("host-without-time", &[]);
    let host = HOST.replace(
        "serde_json::from_str(json).unwrap();",
        "serde_json::from_str(json).unwrap();\n            \
         let nest = genesys::model!(genesys::Nest { name: \"Hill\" });\n            \
         let built = genesys::model!(genesys::Ant { legs: 6, nest, ..ant.clone() });\n            \
         assert_eq!(genesys::model!(genesys::Ant { legs: ant.legs, ..built.clone() }).nest, built.nest);",
    );
    project.write("host/src/main.rs", &host);
    let run = [&["run", "--"][..], &PAYLOADS].concat();
    let ran = cargo(&project, "host", &run).exits_with(0);
    assert_eq!(ran.out.lines().collect::<Vec<_>>(), PAYLOADS);
    cargo(&project, "host", &["clippy"]).exits_with(0);
}

#[test]
fn a_module_requires_exactly_the_chosen_time_libraries() {
    let project = host("host-with-time", &["--time", "jiff,chrono,time"]);
    cargo(&project, "host", &["check", "--all-features"]).exits_with(0);
    let ran = cargo(&project, "host", &["check"]);
    assert_ne!(ran.code, Some(0), "compiles without the libraries");
}

#[test]
fn rustfmt_settings_of_the_host_leave_the_module_alone() {
    let project = host("host-with-rustfmt-settings", &[]);
    let style = "max_width = 60\nhard_tabs = true\nuse_small_heuristics = \"Max\"\n";
    project.write("host/rustfmt.toml", style);
    cargo(&project, "host", &["fmt"]).exits_with(0);
    assert!(project.read("host/src/main.rs").contains("\n\tpub mod er"));
    let check = [
        "export",
        "--out",
        "host/src/deep/er/genesys",
        "--module",
        "--check",
    ];
    project.run(&check).exits_with(0).stdout_is_empty();
}
