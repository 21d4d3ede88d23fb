//! The features of an exported crate, one for each API.

use std::{env, fs};

use crate::{
    project::{Project, RunOutput},
    stand_alone::{cargo, command},
};

/// Returns the page of an API with one method, whose response has the type `returned`.
pub fn api_page(title: &str, returned: &str) -> String {
    let file = returned.to_lowercase();
    format!(
        "# `{title}` Class\n\nAbout it.\n\n## Methods\n\n- [`get{returned}`](#get{file}) - Get it.\n\n\
         ### `get{returned}`\n\nGet it.\n\n#### Endpoint\n\n`GET /api/v2/{file}`\n\n#### Parameters\n\n\
         This method has no parameters.\n\n#### Returns\n\nA promise.\n\n\
         | HTTP Status Code | Returned type | Description |\n|---|---|---|\n\
         | `200` | [{returned}](../definitions/{file}-definition.md) | successful operation |\n"
    )
}

/// Creates a project in which `AntHillsAPI` reaches `Ant` and `Nest`, `NestsAPI` reaches `Nest`, and no API reaches `Stone`.
pub fn project() -> Project {
    let project = Project::new();
    project.write(
        "spec/classes/anthills-api.md",
        &api_page("AntHillsAPI", "Ant"),
    );
    project.write("spec/classes/nests-api.md", &api_page("NestsAPI", "Nest"));
    project
}

/// Exports a crate. Each test that compiles it uses its own name, because the tests share a target folder.
#[track_caller]
fn export(project: &Project, name: &str) -> RunOutput {
    project.run(&["export", "--out", "crate", "--name", name])
}

/// Compiles a program that uses some types, with only the given features.
fn compile(project: &Project, name: &str, types: &[&str], features: &str) -> RunOutput {
    let library = name.replace('-', "_");
    let lines = types
        .iter()
        .map(|ty| format!("    println!(\"{{:?}}\", {library}::{ty}::default());\n"));
    let uses = lines.collect::<Vec<_>>().concat();
    let program = format!("fn main() {{\n{uses}}}\n");
    project.write("crate/examples/user.rs", &program);
    let args = ["check", "--example", "user", "--no-default-features"];
    cargo(
        project,
        "crate",
        &[&args[..], &["--features", features]].concat(),
    )
}

#[test]
fn each_area_is_a_feature_and_full_enables_all() {
    let project = project();
    export(&project, "areas").exits_with(0);
    let manifest: toml::Table = project.read("crate/Cargo.toml").parse().unwrap();
    let features = manifest["features"].as_table().unwrap();
    let list = |name: &str| -> Vec<_> {
        let names = features[name].as_array().unwrap().iter();
        names
            .map(|name| name.as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(list("default"), ["full", "jiff"]);
    assert_eq!(list("full"), ["ant-hills", "nests"]);
    assert_eq!(list("nests"), [""; 0]);
    let readme = project.read("crate/README.md");
    assert!(
        readme.contains("| `ant-hills` | `AntHillsAPI` | 1 | 2 |\n"),
        "{readme}"
    );
}

#[test]
fn without_areas_there_is_no_full_feature() {
    let project = Project::new();
    export(&project, "no-areas").exits_with(0);
    assert!(!project.read("crate/Cargo.toml").contains("full"));
}

#[test]
fn a_feature_enables_exactly_the_types_its_methods_reach() {
    let project = project();
    export(&project, "types-by-feature").exits_with(0);
    for (types, features) in [
        (&["Nest"][..], "nests"),
        (&["Nest", "Ant"], "ant-hills"),
        (&["Nest", "Ant", "Stone"], "full"),
    ] {
        let ran = compile(&project, "types-by-feature", types, features).exits_with(0);
        assert!(!ran.err.contains("warning"), "{features}: {}", ran.err);
    }
}

#[test]
fn a_feature_enables_only_the_endpoints_of_its_area() {
    let project = project();
    export(&project, "endpoints-by-feature").exits_with(0);
    let user = "fn main() {\n    println!(\"{}\", endpoints_by_feature::endpoints::nests::GET_NEST.operation.template);\n}\n";
    project.write("crate/examples/user.rs", user);
    let args = [
        "run",
        "--example",
        "user",
        "--no-default-features",
        "--features",
    ];
    let run = |feature| cargo(&project, "crate", &[&args[..], &[feature]].concat());
    assert_eq!(run("nests").exits_with(0).out, "/api/v2/nest\n");
    run("ant-hills")
        .exits_with(101)
        .stderr_contains("feature = \"nests\"");
}

#[test]
fn rustc_names_the_missing_feature_of_a_type() {
    let project = project();
    export(&project, "missing-features").exits_with(0);
    let gate = "#[cfg(feature = \"ant-hills\")]";
    let ran = compile(&project, "missing-features", &["Ant"], "nests").exits_with(101);
    ran.stderr_contains("found an item that was configured out")
        .stderr_contains(gate.trim_matches(['#', '[', ']']));
    let ran = compile(&project, "missing-features", &["Nest"], "jiff").exits_with(101);
    ran.stderr_contains("any(feature = \"ant-hills\", feature = \"nests\")");
    compile(&project, "missing-features", &["Stone"], "nests,ant-hills")
        .exits_with(101)
        .stderr_contains("feature = \"full\"");
}

#[test]
fn without_full_the_front_page_lists_the_areas_and_which_are_enabled() {
    let project = project();
    export(&project, "partial-docs").exits_with(0);
    let doc = |features: &str| {
        let target = project.path("doc").display().to_string();
        let features = ["--no-default-features", "--features", features];
        let args = [&["doc", "--no-deps"][..], &features].concat();
        let mut doc = command(&project, "crate", &args);
        doc.env("RUSTDOCFLAGS", "-D warnings")
            .env("CARGO_TARGET_DIR", target);
        RunOutput::of(&mut doc).exits_with(0);
        let page = project.read("doc/doc/partial_docs/index.html");
        let tags = page
            .split('<')
            .map(|part| part.split_once('>').unwrap_or(("", part)).1);
        tags.filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let page = doc("nests");
    for text in [
        "only those of the enabled areas",
        "default-features = false, features = [&quot;jiff&quot;, &quot;ant-hills&quot;]",
        "ant-hills AntHillsAPI 1 2 no",
        "nests NestsAPI 1 1 yes",
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert!(doc("ant-hills,nests").contains("ant-hills AntHillsAPI 1 2 yes"));
    assert!(!doc("full").contains("only those of the enabled areas"));
}

#[test]
fn each_feature_alone_compiles_without_warnings() {
    let project = project();
    export(&project, "single-features").exits_with(0);
    // Documentation tests also compile the crate, but take longer.
    let command = if env::var_os("CI").is_some() {
        &["test", "--doc"][..]
    } else {
        &["check"]
    };
    for features in ["", "nests", "ant-hills", "full,chrono,time"] {
        let args = ["--no-default-features", "--features", features];
        let ran = cargo(&project, "crate", &[command, &args].concat()).exits_with(0);
        assert!(!ran.err.contains("warning"), "{features}: {}", ran.err);
    }
}

#[test]
fn an_area_cannot_take_the_name_of_another_feature() {
    let project = project();
    project.write("spec/classes/time-api.md", &api_page("TimeAPI", "Ant"));
    let ran = export(&project, "colliding-features").exits_with(2);
    ran.stderr_contains(
        "error[M0303]: `TimeAPI` becomes the feature `time`, which every crate has",
    );
    assert!(!project.has("crate"));
    let module = ["export", "--out", "module", "--module"];
    project.run(&module).exits_with(0);
}

#[test]
fn an_area_cannot_take_the_name_of_a_dependency_in_the_overrides() {
    let project = project();
    project.write("spec/overrides.toml", "[dependencies]\nnests = '1'\n");
    let ran = export(&project, "colliding-dependency").exits_with(2);
    ran.stderr_contains(
        "error[M0303]: `NestsAPI` becomes the feature `nests`, which is the name of a dependency in the overrides",
    );
}

#[test]
fn roots_limit_the_areas() {
    let project = project();
    let args = ["export", "--out", "crate", "--root", "Nest"];
    project.run(&args).exits_with(0);
    let manifest = project.read("crate/Cargo.toml");
    assert!(manifest.contains("nests = []") && !manifest.contains("ant-hills"));
    assert!(!project.read("crate/src/lib.rs").contains("Ant"));
}

#[test]
fn an_excluded_type_is_a_json_value_in_methods() {
    let project = project();
    let args = [
        "export",
        "--out",
        "crate",
        "--without",
        "Nest",
        "--name",
        "excluded-types",
    ];
    project.run(&args).exits_with(0);
    compile(&project, "excluded-types", &["Ant"], "ant-hills").exits_with(0);
    assert!(
        project
            .read("crate/README.md")
            .contains("| `nests` | `NestsAPI` | 1 | 0 |")
    );
}

#[test]
fn documentation_names_the_features_of_a_type() {
    // A folder of its own, because other flags compile the dependencies again. Later runs reuse it.
    const TARGET: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/documentation");

    let project = project();
    let read = |page: &str| {
        let path = format!("{TARGET}/doc/documented_features/{page}.html");
        fs::read_to_string(path).unwrap()
    };
    export(&project, "documented-features").exits_with(0);
    let mut doc = command(&project, "crate", &["doc", "--no-deps"]);
    // The flags that docs.rs uses.
    doc.env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTDOCFLAGS", "--cfg docsrs -D warnings")
        .env("CARGO_TARGET_DIR", TARGET);
    RunOutput::of(&mut doc).exits_with(0);
    for (ty, features) in [
        ("Nest", "crate features ant-hills or nests only"),
        ("Ant", "crate feature ant-hills only"),
        ("Stone", "crate feature full only"),
    ] {
        let page = read(&format!("struct.{ty}"));
        let text = page.replace("<strong>", "").replace("</strong>", "");
        let text = text.replace("<code>", "").replace("</code>", "");
        assert!(
            text.contains(&format!("Available on {features}.")),
            "{text}"
        );
    }
    let index = read("index");
    assert!(index.contains("AntHillsAPI") && index.contains("documented_features::"));
}
