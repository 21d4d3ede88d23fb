//! `generate` brings the output up to date, and touches nothing that is.

use std::fs;

use crate::project::{Project, Ran};

#[test]
fn it_writes_a_file_for_each_definition_and_says_what_it_did_in_one_line() {
    let project = Project::new();
    let ran = project.generate().prints_nothing();
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
        "3 definitions, 4 properties, 0 warnings; {written} files written, 0 unchanged, 0 removed"
    );
    assert_eq!(ran.summary(), expected);
    // The other line says that there was no output before.
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
fn a_changed_definition_rewrites_its_file_alone() {
    let project = Project::new();
    project.generate();
    let before = project.files("generated/src");
    project.define("Stone", "| colour | `string` | No | Grey. |\n");
    let ran = project.generate();
    let after = project.files("generated/src");
    let changed: Vec<_> = after
        .iter()
        .filter(|(path, file)| file.0 != before[*path].0)
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed, [&project.path("generated/src/models/stone.rs")]);
    // The other file is the record of the schema.
    assert!(ran.summary().contains("; 2 files written, "), "{}", ran.err);
}

#[test]
fn a_definition_that_is_gone_takes_its_file_with_it() {
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
fn nothing_but_the_record_is_left_beside_the_sources() {
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
fn a_warning_is_told_with_its_place_and_counted() {
    let project = Project::new();
    project.define("Stone", "| weight | `number` | No | In\ngrams. |\n");
    let ran = project
        .generate()
        .prints_nothing()
        .tells("warning[M0151]")
        .tells("stone-definition.md:6:");
    assert!(
        ran.summary()
            .starts_with("3 definitions, 4 properties, 1 warning; "),
        "{}",
        ran.err
    );
}

#[test]
fn all_errors_are_told_in_one_run_and_nothing_is_written() {
    let project = Project::new();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    project.define(
        "Nest",
        "| ant | [`Bee`](bee-definition.md) | No | Whose. |\n",
    );
    project.write("spec/definitions/stone-definition.md", "No title at all.\n");
    let ran = project.run(&["generate"]).exits_with(2).prints_nothing();
    let ran = ran
        .tells("ant-definition.md:5:")
        .tells("nest-definition.md:5:")
        .tells("stone-definition.md:1:");
    ran.does_not_tell("written");
    assert!(!project.has("generated"));
}

#[test]
fn an_error_leaves_the_old_output_as_it_is() {
    let project = Project::new();
    project.generate();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    let before = project.everything();
    project.run(&["generate"]).exits_with(2);
    assert_eq!(project.everything(), before);
}

#[test]
fn a_spec_that_is_not_there_is_an_error_that_names_it() {
    let project = Project::empty();
    project
        .run(&["generate"])
        .exits_with(2)
        .prints_nothing()
        .tells("error[M0001]")
        .tells("`spec`")
        .tells("--spec DIR");
    assert!(!project.has("generated"));
}

#[test]
fn a_folder_without_definitions_is_an_error() {
    let project = Project::empty();
    project.write("docs/README.md", "Nothing here.\n");
    project
        .run(&["generate", "--spec", "docs"])
        .exits_with(2)
        .tells("error[M0002]")
        .tells("docs");
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
fn the_number_of_threads_does_not_show_in_the_output() {
    let project = Project::new();
    for n in 0..40 {
        project.define(
            &format!("Beetle{n}"),
            "| ant | [`Ant`](ant-definition.md) | No | A\nfriend. |\n",
        );
    }
    let [one, four] = ["1", "4"].map(|threads| {
        let mut command = project.command(&["generate", "--out", threads]);
        let ran = Ran::of(command.env("RAYON_NUM_THREADS", threads)).exits_with(0);
        let told = ran.err.rsplit_once("; ").unwrap().0.to_owned();
        let root = project.path(threads);
        let files = project.files(threads).into_iter();
        let files =
            files.map(|(path, (bytes, _))| (path.strip_prefix(&root).unwrap().to_owned(), bytes));
        (told, files.collect::<Vec<_>>())
    });
    assert!(one.1.len() > 40);
    assert_eq!(one, four);
}

#[test]
fn a_reader_that_is_gone_is_no_crash() {
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
