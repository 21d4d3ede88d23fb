//! `schema.json`, the record of the schema that the output was generated from.

use serde_json::Value;

use crate::project::Project;

const RECORD: &str = "generated/schema.json";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_record_equals_the_printed_schema() {
    let project = Project::new();
    for args in [&[][..], &["--root", "Ant"]] {
        project.run(&[&["generate"], args].concat()).exits_with(0);
        let printed = project.run(&[&["schema"], args].concat()).out;
        assert_eq!(json(&project.read(RECORD)), json(&printed));
    }
}

#[test]
fn the_record_contains_no_paths() {
    let project = Project::new();
    project.generate();
    std::fs::rename(project.path("spec"), project.path("docs")).unwrap();
    let spec = project.path("docs/definitions").display().to_string();
    project
        .run(&["generate", "--spec", &spec, "--out", "elsewhere"])
        .exits_with(0);
    assert_eq!(project.read(RECORD), project.read("elsewhere/schema.json"));
}

#[test]
fn a_changed_property_changes_one_line() {
    let project = Project::new();
    project.generate();
    let before = project.read(RECORD);
    project.define("Stone", "| weight | `number` | No | In tons. |\n");
    project.generate();
    let after = project.read(RECORD);
    let changed: Vec<_> = before
        .lines()
        .zip(after.lines())
        .filter(|(before, after)| before != after)
        .collect();
    assert_eq!(before.lines().count(), after.lines().count());
    assert!(matches!(changed[..], [(_, line)] if line.contains("In tons.")));
}

#[test]
fn an_edited_or_missing_record_is_reported_and_restored() {
    let project = Project::new();
    project.generate();
    let record = project.read(RECORD);
    let conflict = "{\"definitions\":{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n},\"version\":1}\n";
    for text in [&record.replace("Six.", "Eight."), conflict] {
        project.write(RECORD, text);
        let ran = project.run(&["check"]).exits_with(1);
        ran.stdout_contains("--- a/generated/schema.json\n+++ b/generated/schema.json\n");
        project.generate();
        assert_eq!(project.read(RECORD), record);
    }
    project.remove(RECORD);
    let ran = project.run(&["check"]).exits_with(1);
    ran.stdout_contains("--- /dev/null\n+++ b/generated/schema.json\n");
    project.generate();
    assert_eq!(project.read(RECORD), record);
}

#[test]
fn the_diff_of_the_record_comes_last() {
    let project = Project::new();
    project.generate();
    project.define("Stone", "| color | `string` | No | Gray. |\n");
    let ran = project.run(&["check"]).exits_with(1);
    let files: Vec<_> = ran
        .out
        .lines()
        .filter_map(|line| line.strip_prefix("+++ b/generated/"))
        .collect();
    assert_eq!(files, ["src/models/stone.rs", "schema.json"]);
}

#[test]
fn an_exported_crate_has_no_record() {
    let project = Project::new();
    project.run(&["export", "--out", "crate"]).exits_with(0);
    assert!(!project.has("crate/schema.json"));
}
