//! The dependencies of the models: those of the committed crate, and those of an exported one.
//!
//! `UPDATE_FIXTURES=1 cargo test -p genesys-tests --test dependencies` updates the list. Review the difference before
//! committing it: all users of the models compile, trust and license each dependency.

use std::{collections::BTreeSet, env, fs, path::PathBuf, process::Command};

use serde_json::{Value, json};

/// A crate written by `export`.
const EXPORTED: &str = "callback-models";

/// The committed crate, and the exported one.
const CRATES: [&str; 2] = ["genesys-models", EXPORTED];

const LIST: &str = "tests/snapshots/dependencies.txt";

/// The sections of the list and the features that each is for.
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

/// Runs cargo in this workspace, without changing the lock file, and returns its standard output.
fn cargo(args: &[&str]) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(args).args(["--locked", "--offline"]);
    let output = cargo.current_dir(workspace("")).output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?}\n{stderr}");
    String::from_utf8(output.stdout).unwrap()
}

/// Returns all dependencies of a package on this platform, sorted and in the given format of `cargo tree`.
fn tree(package: &str, features: &str, format: &str) -> Vec<String> {
    let selection = ["tree", "--package", package, features, "--edges", "normal"];
    let layout = ["--prefix", "none", "--no-dedupe", "--format", format];
    let text = cargo(&[selection.as_slice(), &layout].concat());
    // The first line is the package itself.
    let others = text.lines().skip(1);
    let others = others.filter(|line| !line.starts_with("genesys-runtime "));
    let mut lines: Vec<_> = others.map(str::to_owned).collect();
    lines.sort();
    lines.dedup();
    lines
}

/// Removes the version from a line like `serde v1.0.0 | MIT`.
fn without_version(line: &str) -> String {
    let (name, rest) = line.split_once(' ').unwrap();
    let (_, license) = rest.split_once(" | ").unwrap();
    format!("{name}: {license}")
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
fn the_dependencies_match_the_list() {
    if env::var_os("UPDATE_FIXTURES").is_some() {
        fs::write(workspace(LIST), list(CRATES[0])).unwrap();
    }
    for package in CRATES {
        let (found, expected) = (list(package), read(LIST));
        assert!(
            found == expected,
            "dependencies of {package}:\n\n{found}\nexpected in {LIST}:\n\n{expected}"
        );
    }
}

#[test]
fn an_exported_crate_depends_on_serde_and_optional_libraries() {
    let metadata: Value =
        serde_json::from_str(&cargo(&["metadata", "--no-deps", "--format-version=1"])).unwrap();
    let mut packages = metadata["packages"].as_array().unwrap().iter();
    let package = packages.find(|it| it["name"] == EXPORTED).unwrap();
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
        json!(["schemars", true, true, []]),
        json!(["serde", false, false, ["std"]]),
        json!(["serde_json", false, true, ["float_roundtrip"]]),
        json!(["time", true, false, ["std"]]),
        json!(["utoipa", true, true, []]),
    ];
    assert_eq!(normal, expected);
    let features = json!({
        "default": ["full", "jiff"],
        "full": ["conversations"],
        "conversations": [],
        "jiff": ["dep:jiff"],
        "chrono": ["dep:chrono"],
        "time": ["dep:time"],
        "schemars": ["dep:schemars"],
        "utoipa": ["dep:utoipa"],
    });
    assert_eq!(package["features"], features);
}

/// Checks whether an alternative of each required license is allowed. Alternatives are in parentheses, if there are
/// several required licenses.
fn is_allowed(expression: &str, allowed: &[&str]) -> bool {
    expression.split(" AND ").all(|required| {
        let required = required.trim_start_matches('(').trim_end_matches(')');
        { required.split(" OR ") }.any(|license| allowed.contains(&license))
    })
}

#[test]
fn every_license_is_allowed() {
    let deny = toml("deny.toml");
    let allowed = deny["licenses"]["allow"].as_array().unwrap();
    let allowed: Vec<_> = allowed.iter().map(|it| it.as_str().unwrap()).collect();
    let list = read(LIST);
    let licenses: Vec<_> = list
        .lines()
        .filter_map(|line| Some(line.split_once(": ")?.1))
        .collect();
    assert!(licenses.len() > 20);
    for license in licenses {
        assert!(is_allowed(license, &allowed), "{license}");
    }
    assert!(is_allowed("(GPL-3.0 OR MIT) AND MIT", &allowed));
    assert!(!is_allowed("GPL-3.0", &allowed) && !is_allowed("MIT AND GPL-3.0", &allowed));
}

/// Returns the packages of a lock file.
fn locked(path: &str) -> Vec<toml::Value> {
    let lock = toml(path);
    lock["package"].as_array().unwrap().clone()
}

#[test]
fn every_locked_package_has_a_checksum_of_the_registry() {
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

/// To fix a failure, copy `Cargo.lock` into `fuzz/` and run `cargo update --workspace` there.
#[test]
fn the_fuzz_targets_use_the_same_versions() {
    let identity = |it: &toml::Value| [it["name"].to_string(), it["version"].to_string()];
    let workspace = locked("Cargo.lock");
    let names: BTreeSet<_> = workspace.iter().map(|it| it["name"].to_string()).collect();
    let packages: BTreeSet<_> = workspace.iter().map(identity).collect();
    for package in locked("fuzz/Cargo.lock") {
        let is_shared = names.contains(&package["name"].to_string());
        let identity = identity(&package);
        assert!(
            !is_shared || packages.contains(&identity),
            "{identity:?} has another version in the workspace"
        );
    }
}

/// Cargo rejects dependencies that require a newer version of Rust, so no other test of the oldest version is needed.
#[test]
fn continuous_integration_uses_the_oldest_supported_rust() {
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
    assert!(read("README.md").contains(oldest));
}
