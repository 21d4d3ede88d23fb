//! `export` writes a self-contained crate.

use crate::project::Project;

#[track_caller]
fn export(project: &Project, args: &[&str]) -> crate::project::RunOutput {
    project.run(&[&["export", "--out", "crate"], args].concat())
}

fn manifest(project: &Project) -> toml::Table {
    project.read("crate/Cargo.toml").parse().unwrap()
}

#[test]
fn the_manifest_has_no_build_script_and_no_path() {
    let project = Project::new();
    export(&project, &[]).exits_with(0).stdout_is_empty();
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
fn the_models_equal_those_of_generate() {
    let project = Project::new();
    project.generate();
    export(&project, &[]).exits_with(0);
    let texts = |folder: &str| {
        let root = project.path(folder);
        let files = project.files(folder).into_iter();
        files
            .map(|(path, (bytes, _))| (path.strip_prefix(&root).unwrap().to_owned(), bytes))
            .filter(|(path, _)| !path.ends_with("mod.rs"))
            .collect::<Vec<_>>()
    };
    assert_eq!(texts("crate/src/models"), texts("generated/src/models"));
}

#[test]
fn name_and_version_are_written_to_the_manifest() {
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
        "exported the crate `my-models` with 3 definitions and 0 endpoints to `crate`"
    );
}

#[test]
fn invalid_names_and_versions_are_errors() {
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
            .stdout_is_empty()
            .stderr_contains(args[0]);
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
            .stderr_contains("--version");
    }
    assert!(!project.has("crate"));
}

#[test]
fn roots_limit_the_exported_types() {
    let project = Project::new();
    export(&project, &["--root", "Stone"])
        .exits_with(0)
        .stderr_contains("1 definition ");
    assert!(project.has("crate/src/models/stone.rs") && !project.has("crate/src/models/ant.rs"));
}

#[test]
fn exporting_again_updates_the_crate() {
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
fn a_foreign_manifest_is_not_overwritten() {
    let project = Project::new();
    project.write("crate/Cargo.toml", "[package]\nname = \"mine\"\n");
    let before = project.everything();
    export(&project, &[])
        .exits_with(2)
        .stderr_contains("error[M0501]")
        .stderr_contains("crate/Cargo.toml");
    assert_eq!(project.everything(), before);
}

#[test]
fn the_notice_of_the_docs_is_exported() {
    let project = Project::new();
    project.write("spec/LICENSE-docs", "Do as you like.\n");
    export(&project, &[]).exits_with(0);
    assert_eq!(project.read("crate/LICENSE-docs"), "Do as you like.\n");
}

#[test]
fn a_spec_without_a_notice_is_exported_without_one() {
    let project = Project::new();
    export(&project, &[]).exits_with(0);
    assert!(!project.has("crate/LICENSE-docs"));
}

#[test]
fn a_foreign_notice_is_not_overwritten() {
    let project = Project::new();
    project.write("spec/LICENSE-docs", "Do as you like.\n");
    project.write("crate/LICENSE-docs", "Mine.\n");
    export(&project, &[])
        .exits_with(2)
        .stderr_contains("error[M0501]")
        .stderr_contains("crate/LICENSE-docs");
    assert_eq!(project.read("crate/LICENSE-docs"), "Mine.\n");
}

#[test]
fn errors_in_the_spec_write_no_crate() {
    let project = Project::new();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    export(&project, &[])
        .exits_with(2)
        .stderr_contains("error[M0201]");
    assert!(!project.has("crate"));
}

fn provenance(project: &Project) -> toml::Table {
    project.read("crate/provenance.toml").parse().unwrap()
}

#[test]
fn provenance_names_generator_command_and_spec() {
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
fn the_digest_depends_on_the_schema_only() {
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
fn license_and_readme_are_exported() {
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
fn a_foreign_readme_is_not_overwritten() {
    let project = Project::new();
    project.write("crate/README.md", "# Mine\n");
    export(&project, &[])
        .exits_with(2)
        .stderr_contains("error[M0501]")
        .stderr_contains("crate/README.md");
    assert!(!project.has("crate/src"));
}
