//! The record: the schema that the output was made from, kept beside the sources.

use serde_json::Value;

use crate::project::Project;

const RECORD: &str = "generated/schema.json";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn it_is_what_schema_prints() {
    let project = Project::new();
    for args in [&[][..], &["--root", "Ant"]] {
        project.run(&[&["generate"], args].concat()).exits_with(0);
        let printed = project.run(&[&["schema"], args].concat()).out;
        assert_eq!(json(&project.read(RECORD)), json(&printed));
    }
}

#[test]
fn it_tells_nothing_of_the_place_it_was_made_at() {
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
fn a_changed_property_is_a_changed_line() {
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
fn an_edited_and_a_missing_one_are_noticed_and_put_back() {
    let project = Project::new();
    project.generate();
    let record = project.read(RECORD);
    let conflict = "{\"definitions\":{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n},\"version\":1}\n";
    for text in [&record.replace("Six.", "Eight."), conflict] {
        project.write(RECORD, text);
        let ran = project.run(&["check"]).exits_with(1);
        ran.prints("--- a/generated/schema.json\n+++ b/generated/schema.json\n");
        project.generate();
        assert_eq!(project.read(RECORD), record);
    }
    project.remove(RECORD);
    let ran = project.run(&["check"]).exits_with(1);
    ran.prints("--- /dev/null\n+++ b/generated/schema.json\n");
    project.generate();
    assert_eq!(project.read(RECORD), record);
}

#[test]
fn its_diff_comes_after_those_of_the_sources() {
    let project = Project::new();
    project.generate();
    project.define("Stone", "| colour | `string` | No | Grey. |\n");
    let ran = project.run(&["check"]).exits_with(1);
    let files: Vec<_> = ran
        .out
        .lines()
        .filter_map(|line| line.strip_prefix("+++ b/generated/"))
        .collect();
    assert_eq!(files, ["src/models/stone.rs", "schema.json"]);
}

#[test]
fn an_exported_crate_has_none() {
    let project = Project::new();
    project.run(&["export", "--out", "crate"]).exits_with(0);
    assert!(!project.has("crate/schema.json"));
}
