//! `export` writes a crate that stands alone.

use crate::project::Project;

#[track_caller]
fn export(project: &Project, args: &[&str]) -> crate::project::Ran {
    project.run(&[&["export", "--out", "crate"], args].concat())
}

fn manifest(project: &Project) -> toml::Table {
    project.read("crate/Cargo.toml").parse().unwrap()
}

#[test]
fn the_manifest_has_no_build_script_and_no_path() {
    let project = Project::new();
    export(&project, &[]).exits_with(0).prints_nothing();
    let manifest = manifest(&project);
    assert!(
        !manifest["package"]
            .as_table()
            .unwrap()
            .contains_key("build")
    );
    let dependencies = manifest["dependencies"].as_table().unwrap();
    for (name, dependency) in dependencies {
        let is_plain = |it: &toml::Table| {
            it.contains_key("version") && !it.contains_key("path") && !it.contains_key("workspace")
        };
        assert!(dependency.as_table().is_none_or(is_plain), "{name}");
    }
    assert!(!project.has("crate/build.rs"));
}

#[test]
fn the_sources_are_those_that_generate_writes_but_for_the_first_page() {
    let project = Project::new();
    project.generate();
    export(&project, &[]).exits_with(0);
    let texts = |folder: &str| {
        let root = project.path(folder);
        let files = project.files(folder).into_iter();
        files
            .map(|(path, (bytes, _))| (path.strip_prefix(&root).unwrap().to_owned(), bytes))
            .filter(|(path, _)| !path.ends_with("lib.rs"))
            .collect::<Vec<_>>()
    };
    assert_eq!(texts("crate/src"), texts("generated/src"));
}

#[test]
fn name_and_version_are_those_asked_for() {
    let project = Project::new();
    let ran = export(
        &project,
        &["--name", "my-models", "--version", "2.3.4-beta.1"],
    )
    .exits_with(0);
    assert_eq!(
        manifest(&project)["package"]["name"].as_str(),
        Some("my-models")
    );
    assert_eq!(
        manifest(&project)["package"]["version"].as_str(),
        Some("2.3.4-beta.1")
    );
    assert_eq!(
        ran.closing_line(),
        "exported the crate `my-models` with 3 definitions to `crate`"
    );
}

#[test]
fn a_name_or_a_version_that_cargo_would_refuse_is_refused() {
    let project = Project::new();
    for args in [
        ["--name", "1st"],
        ["--name", "a b"],
        ["--name", ""],
        ["--version", "1.0"],
        ["--version", "1.0.x"],
    ] {
        export(&project, &args)
            .exits_with(2)
            .prints_nothing()
            .tells(args[0]);
    }
    for version in [
        "01.0.0",
        "1.0.0-",
        "1.0.0+",
        "1.0.0-a..b",
        "1.0.0+a+b",
        "1.0.0-01",
    ] {
        export(&project, &["--version", version])
            .exits_with(2)
            .tells("--version");
    }
    assert!(!project.has("crate"));
}

#[test]
fn roots_narrow_it() {
    let project = Project::new();
    export(&project, &["--root", "Stone"])
        .exits_with(0)
        .tells("1 definition ");
    assert!(project.has("crate/src/models/stone.rs") && !project.has("crate/src/models/ant.rs"));
}

#[test]
fn exporting_again_brings_it_up_to_date() {
    let project = Project::new();
    project.write("spec/LICENSE-docs", "Do as you like.\n");
    export(&project, &[]).exits_with(0);
    let before = project.everything();
    export(&project, &[]).exits_with(0);
    assert_eq!(project.everything(), before);
    project.undefine("Stone");
    export(&project, &["--version", "2.0.0"]).exits_with(0);
    assert!(!project.has("crate/src/models/stone.rs"));
    assert_eq!(
        manifest(&project)["package"]["version"].as_str(),
        Some("2.0.0")
    );
}

#[test]
fn another_manifest_is_not_overwritten() {
    let project = Project::new();
    project.write("crate/Cargo.toml", "[package]\nname = \"mine\"\n");
    let before = project.everything();
    export(&project, &[])
        .exits_with(2)
        .tells("error[M0501]")
        .tells("crate/Cargo.toml");
    assert_eq!(project.everything(), before);
}

#[test]
fn the_docs_notice_goes_along() {
    let project = Project::new();
    project.write("spec/LICENSE-docs", "Do as you like.\n");
    export(&project, &[]).exits_with(0);
    assert_eq!(project.read("crate/LICENSE-docs"), "Do as you like.\n");
}

#[test]
fn without_a_notice_there_is_none() {
    let project = Project::new();
    export(&project, &[]).exits_with(0);
    assert!(!project.has("crate/LICENSE-docs"));
}

#[test]
fn another_notice_is_not_overwritten() {
    let project = Project::new();
    project.write("spec/LICENSE-docs", "Do as you like.\n");
    project.write("crate/LICENSE-docs", "Mine.\n");
    export(&project, &[])
        .exits_with(2)
        .tells("error[M0501]")
        .tells("crate/LICENSE-docs");
    assert_eq!(project.read("crate/LICENSE-docs"), "Mine.\n");
}

#[test]
fn errors_in_the_spec_leave_no_crate() {
    let project = Project::new();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    export(&project, &[]).exits_with(2).tells("error[M0201]");
    assert!(!project.has("crate"));
}

/// What the file says that tells where a crate comes from.
fn provenance(project: &Project) -> toml::Table {
    project.read("crate/provenance.toml").parse().unwrap()
}

#[test]
fn it_tells_where_it_comes_from() {
    let project = Project::new();
    let roots = ["--root", "Stone", "--root", "Ant", "--root", "Ant"];
    export(&project, &roots).exits_with(0);
    let provenance = provenance(&project);
    let generator = concat!("genesys-modelgen ", env!("CARGO_PKG_VERSION"));
    assert_eq!(provenance["generator"].as_str(), Some(generator));
    assert_eq!(
        provenance["command"].as_str(),
        Some(
            "genesys-modelgen export --root Ant --root Stone --name genesys-models --version 0.1.0"
        )
    );
    assert_eq!(provenance["spec"]["definitions"].as_integer(), Some(3));
}

#[test]
fn the_digest_is_that_of_the_schema_and_of_no_time_or_place() {
    let project = Project::new();
    let digest = |args: &[&str]| {
        export(&project, args).exits_with(0);
        provenance(&project)["spec"]["sha256"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let first = digest(&[]);
    let page = project.read("spec/definitions/stone-definition.md");
    project.write(
        "elsewhere/definitions/stone-definition.md",
        &(page + "\n_Last updated: today_\n"),
    );
    for name in ["ant", "nest"] {
        let path = format!("definitions/{name}-definition.md");
        let page = project.read(&format!("spec/{path}"));
        project.write(&format!("elsewhere/{path}"), &page);
    }
    assert_eq!(first.len(), 64);
    assert_eq!(digest(&["--spec", "elsewhere"]), first);
    assert_ne!(digest(&["--root", "Stone"]), first);
}

#[test]
fn it_has_a_licence_and_a_readme_with_an_example_of_a_root() {
    let project = Project::new();
    export(&project, &["--name", "my-ants", "--root", "Nest"]).exits_with(0);
    assert!(project.read("crate/LICENSE").starts_with("MIT License"));
    assert_eq!(
        manifest(&project)["package"]["license"].as_str(),
        Some("MIT")
    );
    let readme = project.read("crate/README.md");
    for text in [
        "\n# my-ants\n",
        "let value: my_ants::Nest = ",
        r#"{"name": "some text", "#,
        "assert_eq!(value.name.as_deref(), Some(\"some text\"));",
    ] {
        assert!(readme.contains(text), "{text} in {readme}");
    }
}

#[test]
fn another_readme_is_not_overwritten() {
    let project = Project::new();
    project.write("crate/README.md", "# Mine\n");
    export(&project, &[])
        .exits_with(2)
        .tells("error[M0501]")
        .tells("crate/README.md");
    assert!(!project.has("crate/src"));
}
