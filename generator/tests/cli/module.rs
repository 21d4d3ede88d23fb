//! `export --module` writes a module for another crate.

use std::collections::BTreeSet;

use crate::project::{Project, RunOutput};

#[track_caller]
fn export(project: &Project, args: &[&str]) -> RunOutput {
    project.run(
        &[
            &["export", "--out", "host/src/deep/genesys", "--module"],
            args,
        ]
        .concat(),
    )
}

/// Returns the relative paths of all files in a folder.
fn paths(project: &Project, folder: &str) -> BTreeSet<String> {
    let root = project.path(folder);
    let files = project.files(folder).into_keys();
    let files = files.filter(|path| path.is_file());
    files
        .map(|path| path.strip_prefix(&root).unwrap().display().to_string())
        .collect()
}

#[test]
fn a_module_is_contained_in_its_folder() {
    let project = Project::new();
    project.write("spec/LICENSE-docs", "Do as you like.\n");
    let ran = export(&project, &[]).exits_with(0);
    assert_eq!(
        ran.closing_line(),
        "exported a module with 3 definitions and 0 endpoints to `host/src/deep/genesys`"
    );
    let paths = paths(&project, "host/src/deep/genesys");
    for path in ["mod.rs", "LICENSE", "LICENSE-docs", "provenance.toml"] {
        assert!(paths.contains(path), "{path}");
    }
    for path in ["Cargo.toml", "lib.rs", "schema.json", "README.md"] {
        assert!(!paths.contains(path), "{path}");
    }
}

#[test]
fn a_module_and_a_crate_have_identical_models() {
    let project = Project::new();
    export(&project, &[]).exits_with(0);
    project.run(&["export", "--out", "crate"]).exits_with(0);
    let models = paths(&project, "crate/src/models");
    assert_eq!(models, paths(&project, "host/src/deep/genesys/models"));
    for model in models {
        let module = project.read(&format!("host/src/deep/genesys/models/{model}"));
        assert_eq!(module, project.read(&format!("crate/src/models/{model}")));
    }
}

#[test]
fn changing_the_time_libraries_replaces_their_files() {
    let project = Project::new();
    let has = |library: &str| {
        let path = format!("host/src/deep/genesys/runtime/time/conversions/with_{library}.rs");
        project.has(&path)
    };
    export(&project, &["--time", "chrono"]).exits_with(0);
    assert!(has("chrono") && !has("jiff") && !has("time"));
    export(&project, &["--time", "jiff", "--time", "time"]).exits_with(0);
    assert!(!has("chrono") && has("jiff") && has("time"));
}

#[test]
fn a_foreign_file_in_the_module_is_an_error() {
    let project = Project::new();
    project.write("host/src/deep/genesys/mine.rs", "fn mine() {}\n");
    let before = project.everything();
    let ran = export(&project, &[]).exits_with(2);
    ran.stderr_contains("error[M0501]")
        .stderr_contains("genesys/mine.rs");
    assert_eq!(project.everything(), before);
}

#[test]
fn files_around_the_module_are_ignored() {
    let project = Project::new();
    project.write("host/src/deep/mod.rs", "mod genesys;\n");
    export(&project, &[]).exits_with(0);
    project.undefine("Stone");
    export(&project, &[]).exits_with(0);
    assert!(!project.has("host/src/deep/genesys/models/stone.rs"));
    assert_eq!(project.read("host/src/deep/mod.rs"), "mod genesys;\n");
}

#[test]
fn crate_options_conflict_with_module_options() {
    let project = Project::new();
    for option in [["--name", "ants"], ["--version", "1.0.0"]] {
        export(&project, &option)
            .exits_with(2)
            .stderr_contains(option[0]);
    }
    let ran = project.run(&["export", "--out", "crate", "--time", "jiff"]);
    ran.exits_with(2).stderr_contains("--module");
}
