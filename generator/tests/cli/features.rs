//! Areas of the platform are features of an exported crate.

use crate::{
    project::{Project, Ran},
    stand_alone::{cargo, command},
};

/// An API's page with a method that returns a type.
fn api(title: &str, returned: &str) -> String {
    let file = returned.to_lowercase();
    format!(
        "# `{title}` Class\n\nAbout it.\n\n## Methods\n\n- [`get{returned}`](#get{file}) - Get it.\n\n\
         ### `get{returned}`\n\nGet it.\n\n#### Endpoint\n\n`GET /api/v2/{file}`\n\n#### Parameters\n\n\
         This method has no parameters.\n\n#### Returns\n\nA promise.\n\n\
         | HTTP Status Code | Returned type | Description |\n|---|---|---|\n\
         | `200` | [{returned}](../definitions/{file}-definition.md) | successful operation |\n"
    )
}

/// `AntHillsAPI` reaches `Ant` and `Nest`, `NestsAPI` reaches `Nest`, nothing reaches `Stone`.
fn project() -> Project {
    let project = Project::new();
    project.write("spec/classes/anthills-api.md", &api("AntHillsAPI", "Ant"));
    project.write("spec/classes/nests-api.md", &api("NestsAPI", "Nest"));
    project
}

/// Every test that compiles has a crate of its own name: cargo takes two of one name and one target folder for one.
#[track_caller]
fn export(project: &Project, name: &str) -> Ran {
    project.run(&["export", "--out", "crate", "--name", name])
}

/// Compiles a program that uses a type, with these features and no others.
fn compile(project: &Project, name: &str, ty: &str, features: &str) -> Ran {
    let library = name.replace('-', "_");
    let program =
        format!("fn main() {{\n    println!(\"{{:?}}\", {library}::{ty}::default());\n}}\n");
    project.write("crate/examples/user.rs", &program);
    let args = ["check", "--example", "user", "--no-default-features"];
    cargo(
        project,
        "crate",
        &[&args[..], &["--features", features]].concat(),
    )
}

#[test]
fn each_area_is_a_feature_and_full_is_all() {
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
fn without_areas_there_is_no_such_feature() {
    let project = Project::new();
    export(&project, "no-areas").exits_with(0);
    assert!(!project.read("crate/Cargo.toml").contains("full"));
}

#[test]
fn a_feature_brings_what_its_methods_reach_and_nothing_else() {
    let project = project();
    export(&project, "brought-ants").exits_with(0);
    for (ty, features) in [
        ("Nest", "nests"),
        ("Nest", "ant-hills"),
        ("Ant", "ant-hills"),
        ("Ant", "full"),
        ("Stone", "full"),
    ] {
        let ran = compile(&project, "brought-ants", ty, features).exits_with(0);
        assert!(!ran.err.contains("warning"), "{features}: {}", ran.err);
    }
}

#[test]
fn an_area_has_its_endpoints_and_no_others() {
    let project = project();
    export(&project, "asked-ants").exits_with(0);
    let user = "fn main() {\n    println!(\"{}\", asked_ants::endpoints::nests::GET_NEST.operation.template);\n}\n";
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
        .tells("feature = \"nests\"");
}

#[test]
fn a_type_without_its_feature_is_an_error_that_names_it() {
    let project = project();
    export(&project, "lacking-ants").exits_with(0);
    let gate = "#[cfg(feature = \"ant-hills\")]";
    let ran = compile(&project, "lacking-ants", "Ant", "nests").exits_with(101);
    ran.tells("found an item that was configured out")
        .tells(gate.trim_matches(['#', '[', ']']));
    let ran = compile(&project, "lacking-ants", "Nest", "jiff").exits_with(101);
    ran.tells("any(feature = \"ant-hills\", feature = \"nests\")");
    compile(&project, "lacking-ants", "Stone", "nests,ant-hills")
        .exits_with(101)
        .tells("feature = \"full\"");
}

#[test]
fn an_area_without_the_rest_has_no_warnings_and_no_broken_documentation() {
    let project = project();
    export(&project, "warned-ants").exits_with(0);
    for features in ["", "nests", "ant-hills", "full,chrono,time"] {
        let args = [
            "test",
            "--doc",
            "--no-default-features",
            "--features",
            features,
        ];
        let ran = cargo(&project, "crate", &args).exits_with(0);
        assert!(!ran.err.contains("warning"), "{features}: {}", ran.err);
    }
}

#[test]
fn the_feature_of_an_area_is_none_of_the_crates_own() {
    let project = project();
    project.write("spec/classes/time-api.md", &api("TimeAPI", "Ant"));
    let ran = export(&project, "colliding").exits_with(2);
    ran.tells("error[M0303]: `TimeAPI` becomes the feature `time`, which is the crate's own");
    assert!(!project.has("crate"));
    let module = ["export", "--out", "module", "--module"];
    project.run(&module).exits_with(0);
}

#[test]
fn a_root_takes_the_areas_along_whose_types_are_there() {
    let project = project();
    let args = ["export", "--out", "crate", "--root", "Nest"];
    project.run(&args).exits_with(0);
    let manifest = project.read("crate/Cargo.toml");
    assert!(manifest.contains("nests = []") && !manifest.contains("ant-hills"));
    assert!(!project.read("crate/src/lib.rs").contains("Ant"));
}

#[test]
fn a_cut_type_is_any_value_to_methods_too() {
    let project = project();
    let args = [
        "export",
        "--out",
        "crate",
        "--without",
        "Nest",
        "--name",
        "cut-ants",
    ];
    project.run(&args).exits_with(0);
    compile(&project, "cut-ants", "Ant", "ant-hills").exits_with(0);
    assert!(
        project
            .read("crate/README.md")
            .contains("| `nests` | `NestsAPI` | 1 | 0 |")
    );
}

#[test]
fn the_documentation_tells_which_features_bring_a_type() {
    let project = project();
    export(&project, "told-ants").exits_with(0);
    let mut doc = command(&project, "crate", &["doc", "--no-deps"]);
    // As docs.rs does it.
    doc.env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTDOCFLAGS", "--cfg docsrs -D warnings")
        .env("CARGO_TARGET_DIR", project.path("target"));
    Ran::of(&mut doc).exits_with(0);
    for (ty, features) in [
        ("Nest", "crate features ant-hills or nests only"),
        ("Ant", "crate feature ant-hills only"),
        ("Stone", "crate feature full only"),
    ] {
        let page = project.read(&format!("target/doc/told_ants/struct.{ty}.html"));
        let text = page.replace("<strong>", "").replace("</strong>", "");
        let text = text.replace("<code>", "").replace("</code>", "");
        assert!(
            text.contains(&format!("Available on {features}.")),
            "{text}"
        );
    }
    let front = project.read("target/doc/told_ants/index.html");
    assert!(front.contains("AntHillsAPI") && front.contains("told_ants::"));
}
