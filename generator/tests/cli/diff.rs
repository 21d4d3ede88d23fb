//! `diff` reports the changes between two specs.

use serde_json::{Value, json};

use crate::project::{Project, RunOutput, page};

/// Creates a project in which `spec`, compared with `old`, has an added property and a changed description.
fn changed_project() -> Project {
    let project = Project::new();
    copy_spec(&project, "old");
    project.define(
        "Stone",
        "| weight | `number` | No | In grams. |\n| color | `string` | No | |\n",
    );
    project.define("Nest", "| name | `string` | No | Its name. |\n");
    project
}

/// Copies the definitions to a folder.
fn copy_spec(project: &Project, folder: &str) {
    for title in ["ant", "nest", "stone"] {
        let text = project.read(&format!("spec/definitions/{title}-definition.md"));
        project.write(&format!("{folder}/{title}-definition.md"), &text);
    }
}

fn diff(project: &Project, args: &[&str]) -> RunOutput {
    project.run(&[&["diff"], args].concat())
}

#[test]
fn equal_specs_have_no_changes() {
    let project = Project::new();
    for fail_on in ["major", "minor", "point"] {
        let ran = diff(&project, &["spec", "spec", "--fail-on", fail_on]).exits_with(0);
        ran.stderr_is_empty()
            .stdout_contains("0 major, 0 minor and 0 point changes\n");
    }
}

#[test]
fn fail_on_fails_at_its_level_and_above() {
    let project = changed_project();
    diff(&project, &["old", "spec"])
        .exits_with(0)
        .stdout_contains("0 major, 1 minor and 1 point changes\n");
    for (fail_on, code) in [("major", 0), ("minor", 1), ("point", 1)] {
        diff(&project, &["old", "spec", "--fail-on", fail_on])
            .exits_with(code)
            .stderr_is_empty();
    }
    diff(&project, &["spec", "old", "--fail-on", "major"]).exits_with(1);
}

#[test]
fn text_is_the_default_and_has_no_colors_in_a_pipe() {
    let project = changed_project();
    let ran = diff(&project, &["old", "spec"]).exits_with(0);
    assert_eq!(
        ran.out,
        diff(&project, &["old", "spec", "--format", "text"]).out
    );
    assert!(!ran.out.contains('\u{1b}'));
    ran.stdout_contains(
        "\nMinor Changes (1 change)\n\nStone (1 change)\n  Optional property color was added\n",
    );
}

#[test]
fn markdown_has_a_heading_per_level() {
    let ran = diff(&changed_project(), &["old", "spec", "--format", "markdown"]).exits_with(0);
    let table = "| Area | Major | Minor | Point |\n|---|---:|---:|---:|\n| Models | 0 | 1 | 1 |\n";
    assert!(ran.out.starts_with(table), "{}", ran.out);
    ran.stdout_contains(
        "\n# Major Changes (0 changes)\n\n# Minor Changes (1 change)\n\n**Stone** (1 change)\n",
    );
}

#[test]
fn json_is_an_object_with_a_version() {
    let ran = diff(&changed_project(), &["old", "spec", "--format", "json"]).exits_with(0);
    let expected = json!({"version": 2, "level": "minor", "changes": [
        {"level": "minor", "definition": "Stone", "property": "color", "kind": "property-added", "from": null, "to": "string"},
        {"level": "point", "definition": "Nest", "property": "name", "kind": "description-changed",
         "from": "What it is called.", "to": "Its name."},
    ]});
    assert_eq!(serde_json::from_str::<Value>(&ran.out).unwrap(), expected);
}

#[test]
fn a_printed_schema_compares_like_its_folder() {
    let project = changed_project();
    let schema = project.run(&["schema", "--spec", "old"]).exits_with(0).out;
    project.write("old.json", &schema);
    let expected = diff(&project, &["old", "spec"]).out;
    assert_eq!(
        diff(&project, &["old.json", "spec"]).exits_with(0).out,
        expected
    );
    diff(&project, &["old", "old.json", "--fail-on", "point"]).exits_with(0);
}

#[test]
fn errors_of_both_specs_are_reported() {
    let project = Project::new();
    project.write("bad.json", "{\"version\": 1,\n\"definitions\": 1}\n");
    let ran = diff(&project, &["nowhere", "bad.json"])
        .exits_with(2)
        .stdout_is_empty();
    ran.stderr_contains("error[M0001]")
        .stderr_contains("error[M0601]")
        .stderr_contains("bad.json:2:");
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    diff(&project, &["spec", "spec", "--fail-on", "point"])
        .exits_with(2)
        .stderr_contains("error[M0201]");
}

#[test]
fn warnings_are_left_to_lint() {
    let project = Project::new();
    project.define("Stone", "| weight | `number` | No | In\ngrams. |\n");
    diff(&project, &["spec", "spec"])
        .exits_with(0)
        .stderr_is_empty();
}

#[test]
fn the_next_version_follows_the_crate_version() {
    let project = changed_project();
    let ran = diff(&project, &["old", "spec"]);
    assert!(!ran.out.contains("Next version"), "{}", ran.out);
    project.write(
        "generated/Cargo.toml",
        "[package]\nname = \"models\"\nversion = \"1.2.3\"\n",
    );
    diff(&project, &["old", "spec"])
        .stdout_contains("\nNext version of the crate: 1.2.3 -> 1.3.0 (minor changes)\n");
    project.write("other/Cargo.toml", "[package]\nversion = \"2.0.0\"\n");
    diff(&project, &["old", "spec", "--out", "other"]).stdout_contains("2.0.0 -> 2.1.0");
    diff(&project, &["old", "spec", "--strict"])
        .stdout_contains("1.2.3 -> 2.0.0 (major changes); changes below major break Rust code\n");
}

#[test]
fn used_by_marks_changes_that_a_project_uses() {
    let project = changed_project();
    project.write("app/src/main.rs", "use models::Stone;\n\nfn main() {}\n");
    project.write("app/src/bad.rs", "fn main( {}\n");
    for ignored in ["app/target/a.rs", "app/.git/a.rs", "app/a.txt"] {
        project.write(ignored, "use models::Nest;\n");
    }
    let ran = diff(&project, &["old", "spec", "--used-by", "app"]).exits_with(0);
    let ran = ran.stdout_contains("1 change affects names used in app\n");
    let ran =
        ran.stdout_contains("  Optional property color was added\n    Used in app/src/main.rs:1\n");
    ran.stderr_contains("warning[M0651]")
        .stderr_contains("app/src/bad.rs");
    diff(
        &project,
        &["old", "spec", "--used-by", "app", "--format", "github"],
    )
    .stdout_contains(
        "\n::notice file=app/src/main.rs,line=1,title=Stone::Optional property color was added\n",
    );
    let ran = diff(
        &project,
        &["old", "spec", "--used-by", "app", "--format", "json"],
    );
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        json["changes"][0]["usedBy"],
        json!([{"path": "app/src/main.rs", "line": 1}])
    );
    assert_eq!(json["changes"][1].get("usedBy"), None);
}

#[test]
fn used_by_a_folder_without_sources_is_an_error() {
    let project = changed_project();
    for folder in ["old", "nowhere"] {
        let ran = diff(&project, &["old", "spec", "--used-by", folder]).exits_with(2);
        ran.stdout_is_empty()
            .stderr_contains("error[M0603]")
            .stderr_contains(folder);
    }
}

#[test]
fn escape_sequences_in_the_docs_are_not_printed() {
    let project = Project::new();
    copy_spec(&project, "old");
    project.write(
        "spec/definitions/ant-definition.md",
        &page("Ant", "| a\u{1b}[2Jb | `string` | No | |\n"),
    );
    let ran = diff(&project, &["old", "spec"]).exits_with(0);
    assert!(!ran.out.contains('\u{1b}'), "{}", ran.out);
}
