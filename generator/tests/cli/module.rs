//! `export --module` writes a module for somebody's crate.

use std::collections::BTreeSet;

use crate::project::{Project, Ran};

#[track_caller]
fn export(project: &Project, args: &[&str]) -> Ran {
    project.run(
        &[
            &["export", "--out", "host/src/deep/genesys", "--module"],
            args,
        ]
        .concat(),
    )
}

/// The paths of a folder's files in it.
fn paths(project: &Project, folder: &str) -> BTreeSet<String> {
    let root = project.path(folder);
    let files = project.files(folder).into_keys();
    let files = files.filter(|path| path.is_file());
    files
        .map(|path| path.strip_prefix(&root).unwrap().display().to_string())
        .collect()
}

#[test]
fn all_its_files_are_in_its_folder() {
    let project = Project::new();
    project.write("spec/LICENSE-docs", "Do as you like.\n");
    let ran = export(&project, &[]).exits_with(0);
    assert_eq!(
        ran.closing_line(),
        "exported a module with 3 definitions to `host/src/deep/genesys`"
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
fn the_models_are_those_of_the_crate_to_the_byte() {
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
fn other_libraries_take_the_place_of_those_before() {
    let project = Project::new();
    let has = |library: &str| {
        let path = format!("host/src/deep/genesys/runtime/time/with_{library}.rs");
        project.has(&path)
    };
    export(&project, &["--time", "chrono"]).exits_with(0);
    assert!(has("chrono") && !has("jiff") && !has("time"));
    export(&project, &["--time", "jiff", "--time", "time"]).exits_with(0);
    assert!(!has("chrono") && has("jiff") && has("time"));
}

#[test]
fn a_file_of_somebody_else_stops_it() {
    let project = Project::new();
    project.write("host/src/deep/genesys/mine.rs", "fn mine() {}\n");
    let before = project.everything();
    let ran = export(&project, &[]).exits_with(2);
    ran.tells("error[M0501]").tells("genesys/mine.rs");
    assert_eq!(project.everything(), before);
}

#[test]
fn what_stands_around_it_is_nobodys_business() {
    let project = Project::new();
    project.write("host/src/deep/mod.rs", "mod genesys;\n");
    export(&project, &[]).exits_with(0);
    project.undefine("Stone");
    export(&project, &[]).exits_with(0);
    assert!(!project.has("host/src/deep/genesys/models/stone.rs"));
    assert_eq!(project.read("host/src/deep/mod.rs"), "mod genesys;\n");
}

#[test]
fn a_crates_options_are_not_a_modules() {
    let project = Project::new();
    for option in [["--name", "ants"], ["--version", "1.0.0"]] {
        export(&project, &option).exits_with(2).tells(option[0]);
    }
    let ran = project.run(&["export", "--out", "crate", "--time", "jiff"]);
    ran.exits_with(2).tells("--module");
}
