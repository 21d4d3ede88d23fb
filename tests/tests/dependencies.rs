//! What the models bring with them: the committed crate's, and that of an exported one.
//!
//! `UPDATE_FIXTURES=1 cargo test -p genesys-tests --test dependencies` writes the list anew. The difference is then for
//! people to read: whoever uses the models compiles, trusts and licenses each of them.

use std::{collections::BTreeSet, env, fs, path::PathBuf, process::Command};

use serde_json::{Value, json};

/// The committed crate, and one that `export` wrote.
const CRATES: [&str; 2] = ["genesys-models", "callback-models"];

const LIST: &str = "tests/snapshots/dependencies.txt";

/// The sets of features that the list is about.
const FEATURES: [(&str, &str); 3] = [
    ("without features", "--no-default-features"),
    ("by default", "--features=default"),
    ("with all features", "--all-features"),
];

fn workspace(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(workspace(path)).unwrap()
}

fn toml(path: &str) -> toml::Table {
    read(path).parse().unwrap()
}

/// What cargo prints about this workspace as its lock file has it.
fn cargo(args: &[&str]) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(args).args(["--locked", "--offline"]);
    let output = cargo.current_dir(workspace("")).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?}\n{told}");
    String::from_utf8(output.stdout).unwrap()
}

/// All that a crate is compiled with on this machine, sorted: the format is cargo's.
fn tree(package: &str, features: &str, format: &str) -> Vec<String> {
    let what = ["tree", "--package", package, features, "--edges", "normal"];
    let how = ["--prefix", "none", "--no-dedupe", "--format", format];
    let text = cargo(&[what.as_slice(), &how].concat());
    // The first is the crate itself.
    let mut lines: Vec<_> = text.lines().skip(1).map(str::to_owned).collect();
    lines.sort();
    lines.dedup();
    lines
}

/// A package as cargo shows it, without its version.
fn without_version(line: &str) -> String {
    let (name, rest) = line.split_once(' ').unwrap();
    let (_, licence) = rest.split_once(" | ").unwrap();
    format!("{name}: {licence}")
}

fn list(package: &str) -> String {
    let sections = FEATURES.map(|(title, features)| {
        let lines = tree(package, features, "{p} | {l}");
        let lines: Vec<_> = lines.iter().map(|line| without_version(line)).collect();
        format!("{title}\n\n{}\n", lines.join("\n"))
    });
    sections.join("\n")
}

#[test]
fn the_models_bring_just_what_the_list_has() {
    if env::var_os("UPDATE_FIXTURES").is_some() {
        fs::write(workspace(LIST), list(CRATES[0])).unwrap();
    }
    for package in CRATES {
        let (found, expected) = (list(package), read(LIST));
        assert!(
            found == expected,
            "{package} brings\n\n{found}\nbut in {LIST} there is\n\n{expected}"
        );
    }
}

#[test]
fn the_models_depend_on_serde_and_on_the_libraries_of_time_that_are_chosen() {
    let metadata: Value =
        serde_json::from_str(&cargo(&["metadata", "--no-deps", "--format-version=1"])).unwrap();
    for package in CRATES {
        let mut packages = metadata["packages"].as_array().unwrap().iter();
        let package = packages.find(|it| it["name"] == package).unwrap();
        let dependencies = package["dependencies"].as_array().unwrap().iter();
        let normal: Vec<_> = dependencies
            .filter(|it| it["kind"] == Value::Null)
            .map(|it| {
                json!([
                    it["name"],
                    it["optional"],
                    it["uses_default_features"],
                    it["features"]
                ])
            })
            .collect();
        let expected = [
            json!(["chrono", true, false, []]),
            json!(["jiff", true, false, ["std"]]),
            json!(["serde", false, false, ["std"]]),
            json!(["serde_json", false, true, ["float_roundtrip"]]),
            json!(["time", true, false, ["std"]]),
        ];
        assert_eq!(normal, expected);
        let features = json!({"default": ["jiff"], "jiff": ["dep:jiff"], "chrono": ["dep:chrono"], "time": ["dep:time"]});
        assert_eq!(package["features"], features);
    }
}

/// Whether one of the licences that a package can be had under is allowed; no package of the list needs several at once.
fn is_allowed(licences: &str, allowed: &[&str]) -> bool {
    licences
        .split(" OR ")
        .any(|licence| allowed.contains(&licence))
}

#[test]
fn every_licence_is_one_of_those_that_are_allowed() {
    let deny = toml("deny.toml");
    let allowed = deny["licenses"]["allow"].as_array().unwrap();
    let allowed: Vec<_> = allowed.iter().map(|it| it.as_str().unwrap()).collect();
    let list = read(LIST);
    let licences: Vec<_> = list
        .lines()
        .filter_map(|line| Some(line.split_once(": ")?.1))
        .collect();
    assert!(licences.len() > 20);
    for licence in licences {
        assert!(is_allowed(licence, &allowed), "{licence}");
    }
    assert!(!is_allowed("GPL-3.0", &allowed) && !is_allowed("MIT AND GPL-3.0", &allowed));
}

/// The packages that a lock file names.
fn locked(path: &str) -> Vec<toml::Value> {
    let lock = toml(path);
    lock["package"].as_array().unwrap().clone()
}

#[test]
fn every_package_comes_from_the_registry_with_a_checksum() {
    for package in [locked("Cargo.lock"), locked("fuzz/Cargo.lock")].concat() {
        let Some(source) = package.get("source") else {
            continue;
        };
        assert_eq!(
            source.as_str(),
            Some("registry+https://github.com/rust-lang/crates.io-index")
        );
        assert_eq!(package["checksum"].as_str().map(str::len), Some(64));
    }
}

/// Where they are not, copy `Cargo.lock` into `fuzz/`, and run there `cargo update --workspace`.
#[test]
fn the_fuzz_targets_are_made_of_the_same_packages() {
    let identity = |it: &toml::Value| [it["name"].to_string(), it["version"].to_string()];
    let workspace = locked("Cargo.lock");
    let names: BTreeSet<_> = workspace.iter().map(|it| it["name"].to_string()).collect();
    let packages: BTreeSet<_> = workspace.iter().map(identity).collect();
    for package in locked("fuzz/Cargo.lock") {
        let is_shared = names.contains(&package["name"].to_string());
        let identity = identity(&package);
        assert!(
            !is_shared || packages.contains(&identity),
            "{identity:?} is another one in the workspace"
        );
    }
}

/// What is promised is what continuous integration compiles with, and cargo compiles no package that asks for more.
#[test]
fn the_oldest_rust_is_the_one_that_is_tried() {
    let manifest = toml("Cargo.toml");
    let oldest = manifest["workspace"]["package"]["rust-version"]
        .as_str()
        .unwrap();
    let workflows = [
        ".github/workflows/ci.yml",
        ".github/workflows/dependencies.yml",
        ".github/workflows/update-models.yml",
    ];
    for path in workflows {
        let text = read(path);
        let mut versions = text.split("rustup toolchain install ").skip(1);
        assert!(
            versions.all(|it| it.starts_with(&format!("{oldest}.0 "))),
            "{path}"
        );
    }
    for path in ["generator/src/export/Cargo.toml.in", "README.md"] {
        assert!(read(path).contains(oldest), "{path}");
    }
}
