//! `generate` updates the output, and touches only files that change.

use std::fs;

use crate::project::Project;

#[test]
fn each_definition_becomes_a_file_and_the_summary_counts_them() {
    let project = Project::new();
    let ran = project.generate().stdout_is_empty();
    for name in ["ant", "nest", "stone"] {
        assert!(
            project
                .read(&format!("generated/src/models/{name}.rs"))
                .contains("pub struct"),
            "{name}"
        );
    }
    let written = project
        .files("generated")
        .values()
        .filter(|(bytes, _)| !bytes.is_empty())
        .count();
    let expected = format!(
        "3 definitions, 4 properties, 0 endpoints, 0 warnings; {written} files written, 0 unchanged, 0 removed"
    );
    assert_eq!(ran.summary(), expected);
    // The first line is about the missing record.
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
}

#[test]
fn a_second_run_touches_no_file() {
    let project = Project::new();
    project.generate();
    let before = project.everything();
    let ran = project.generate();
    assert_eq!(project.everything(), before);
    assert!(ran.summary().contains("; 0 files written, "), "{}", ran.err);
    assert!(
        ran.summary().ends_with(" unchanged, 0 removed"),
        "{}",
        ran.err
    );
}

#[test]
fn a_changed_definition_rewrites_only_its_file() {
    let project = Project::new();
    project.generate();
    let before = project.files("generated/src");
    project.define("Stone", "| color | `string` | No | Gray. |\n");
    let ran = project.generate();
    let after = project.files("generated/src");
    let changed: Vec<_> = after
        .iter()
        .filter(|(path, file)| file.0 != before[*path].0)
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed, [&project.path("generated/src/models/stone.rs")]);
    // The second file is the record of the schema.
    assert!(ran.summary().contains("; 2 files written, "), "{}", ran.err);
}

#[test]
fn the_file_of_a_removed_definition_is_removed() {
    let project = Project::new();
    project.generate();
    project.undefine("Stone");
    let ran = project.generate();
    assert!(!project.has("generated/src/models/stone.rs"));
    assert!(
        !project
            .read("generated/src/models/mod.rs")
            .contains("Stone")
    );
    assert!(ran.summary().ends_with(", 1 removed"), "{}", ran.err);
}

#[test]
fn only_the_record_is_written_beside_the_sources() {
    let project = Project::new();
    project.generate();
    let mut inside: Vec<_> = fs::read_dir(project.path("generated"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    inside.sort();
    assert_eq!(inside, ["schema.json", "src"]);
}

#[test]
fn warnings_are_reported_with_location_and_counted() {
    let project = Project::new();
    project.define("Stone", "| weight | `number` | No | In\ngrams. |\n");
    let ran = project
        .generate()
        .stdout_is_empty()
        .stderr_contains("warning[M0151]")
        .stderr_contains("stone-definition.md:6:");
    assert!(
        ran.summary()
            .starts_with("3 definitions, 4 properties, 0 endpoints, 1 warning; "),
        "{}",
        ran.err
    );
}

#[test]
fn all_errors_are_reported_at_once_and_nothing_is_written() {
    let project = Project::new();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    project.define(
        "Nest",
        "| ant | [`Bee`](bee-definition.md) | No | Whose. |\n",
    );
    project.write("spec/definitions/stone-definition.md", "No title at all.\n");
    let ran = project.run(&["generate"]).exits_with(2).stdout_is_empty();
    let ran = ran
        .stderr_contains("ant-definition.md:5:")
        .stderr_contains("nest-definition.md:5:")
        .stderr_contains("stone-definition.md:1:");
    ran.stderr_lacks("written");
    assert!(!project.has("generated"));
}

#[test]
fn an_error_leaves_the_old_output_unchanged() {
    let project = Project::new();
    project.generate();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    let before = project.everything();
    project.run(&["generate"]).exits_with(2);
    assert_eq!(project.everything(), before);
}

#[test]
fn a_missing_spec_is_an_error_that_names_it() {
    let project = Project::empty();
    project
        .run(&["generate"])
        .exits_with(2)
        .stdout_is_empty()
        .stderr_contains("error[M0001]")
        .stderr_contains("`spec`")
        .stderr_contains("`--spec` takes a folder");
    assert!(!project.has("generated"));
}

#[test]
fn a_folder_without_definitions_is_an_error() {
    let project = Project::empty();
    project.write("docs/README.md", "Nothing here.\n");
    project
        .run(&["generate", "--spec", "docs"])
        .exits_with(2)
        .stderr_contains("error[M0002]")
        .stderr_contains("docs");
}

#[test]
fn spec_and_out_choose_the_folders() {
    let project = Project::new();
    let ran = project
        .run(&["generate", "--spec", "spec/definitions", "--out", "deep/er"])
        .exits_with(0);
    assert!(
        project.has("deep/er/src/models/ant.rs") && !project.has("generated"),
        "{}",
        ran.err
    );
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let project = Project::new();
    project.define("Stone", "| weight | `number` | No | In\ngrams. |\n");
    for args in [
        &["generate"][..],
        &["lint"],
        &["schema"],
        &["completions", "bash"],
        &["explain", "M0101"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = project.command(args);
        let status = command
            .stdout(writer.try_clone().unwrap())
            .stderr(writer)
            .status()
            .unwrap();
        assert_eq!(status.code(), Some(0), "{args:?}");
    }
}
