//! `generate` tells what has changed in the schema since the output was made.

use crate::project::{Project, Ran};

const SINCE: &str = " since the last output\n";

/// A property of `Stone` is gone and another new; `Nest` is said to be something else.
fn change(project: &Project) {
    project.define("Stone", "| colour | `string` | No | Grey. |\n");
    project.define("Nest", "| name | `string` | No | How it is called. |\n");
}

fn changed() -> Project {
    let project = Project::new();
    project.generate();
    change(&project);
    project
}

fn with_log(project: &Project) -> Ran {
    project
        .run(&["generate", "--changelog", "CHANGES.md"])
        .exits_with(0)
        .prints_nothing()
}

const ENTRY: &str = "\
## 1 major, 1 minor and 1 point changes

### Major Changes (1 change)

**Stone** (1 change)

* Property weight was removed
";

#[test]
fn the_first_output_has_nothing_to_compare_with() {
    let project = Project::new();
    let ran = with_log(&project).tells("no earlier schema: the next run reports what has changed");
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    assert!(!project.has("CHANGES.md"));
}

#[test]
fn changes_are_told_once_in_a_line_by_level() {
    let project = changed();
    let ran = project.generate();
    let line = format!("1 major, 1 minor and 1 point changes{SINCE}");
    assert!(ran.err.starts_with(&line), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    assert_eq!(project.generate().err.lines().count(), 1);
}

#[test]
fn what_changes_no_schema_is_not_told() {
    let project = Project::new();
    project.generate();
    project.remove("generated/src/models/ant.rs");
    let rows = "| nest | [`Nest`](nest-definition.md) | Yes | Its home. |\n| legs | `number` | No | Six. |\n";
    project.define("Ant", rows);
    let ran = project.generate();
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
}

#[test]
fn a_record_that_cannot_be_read_is_no_reason_to_stop() {
    let project = changed();
    let conflict = "{\"definitions\":{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n},\"version\":1}\n";
    project.write("generated/schema.json", conflict);
    with_log(&project).tells("schema changes are unknown");
    assert!(!project.has("CHANGES.md"));
    project.run(&["check"]).exits_with(0);
}

#[test]
fn a_change_log_that_is_not_there_is_made() {
    let project = changed();
    with_log(&project);
    let log = project.read("CHANGES.md");
    let expected = format!("# Changelog\n\n{ENTRY}");
    assert!(log.starts_with(&expected), "{log}");
    assert!(log.contains("\n\n### Minor Changes (1 change)\n"), "{log}");
    assert!(
        log.ends_with("* Description of property name was changed\n"),
        "{log}"
    );
}

#[test]
fn an_entry_goes_on_top_of_a_change_log_below_its_title() {
    let project = changed();
    let (title, rest) = (
        "# Changes\n\nOf the models.\n\n",
        "## 1.0.0\n\nAll of it.\n",
    );
    project.write("CHANGES.md", &format!("{title}{rest}"));
    with_log(&project);
    let log = project.read("CHANGES.md");
    assert!(log.starts_with(&format!("{title}{ENTRY}")), "{log}");
    assert!(log.ends_with(&format!("\n\n{rest}")), "{log}");
}

#[test]
fn a_run_without_changes_leaves_the_change_log_alone() {
    let project = changed();
    with_log(&project);
    let before = project.everything();
    with_log(&project);
    assert_eq!(project.everything(), before);
}

#[test]
fn an_entry_is_not_written_twice_where_the_output_could_not_be() {
    let project = changed();
    with_log(&project);
    let log = project.read("CHANGES.md");
    // As if the run had been stopped between the two.
    project.undefine("Stone");
    project.define("Stone", "| weight | `number` | No | In grams. |\n");
    project.define("Nest", "| name | `string` | No | What it is called. |\n");
    project.generate();
    change(&project);
    with_log(&project);
    assert_eq!(project.read("CHANGES.md"), log);
}

#[test]
fn a_change_log_that_cannot_be_written_stops_it_before_anything_is() {
    let project = changed();
    project.write("CHANGES.md/inside", "a folder is in its place\n");
    // Drafts were in the folder itself for a while, which its time tells.
    let everything = || {
        let mut files = project.everything();
        files.remove(&project.path("generated"));
        files
    };
    let before = everything();
    let ran = project
        .run(&["generate", "--changelog", "CHANGES.md"])
        .exits_with(2);
    ran.tells("error[M0502]").tells("`CHANGES.md`");
    assert_eq!(everything(), before);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_change_log_stays_one() {
    let project = changed();
    project.write("docs/changes.md", "# Changes\n");
    std::os::unix::fs::symlink("docs/changes.md", project.path("CHANGES.md")).unwrap();
    with_log(&project);
    assert!(project.path("CHANGES.md").is_symlink());
    assert!(project.read("docs/changes.md").contains(ENTRY));
}

#[test]
fn errors_leave_the_change_log_alone() {
    let project = changed();
    project.write("generated/src/mine.rs", "fn mine() {}\n");
    project
        .run(&["generate", "--changelog", "CHANGES.md"])
        .exits_with(2);
    assert!(!project.has("CHANGES.md"));
}
