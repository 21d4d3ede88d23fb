//! Schema changes that `generate` reports and adds to a changelog.

use crate::project::{Project, RunOutput};

/// Replaces a property of `Stone` and changes a description in `Nest`.
fn change_spec(project: &Project) {
    project.define("Stone", "| color | `string` | No | Gray. |\n");
    project.define("Nest", "| name | `string` | No | How it is called. |\n");
}

fn changed_project() -> Project {
    let project = Project::new();
    project.generate();
    change_spec(&project);
    project
}

fn generate_with_changelog(project: &Project) -> RunOutput {
    project
        .run(&["generate", "--changelog", "CHANGES.md"])
        .exits_with(0)
        .stdout_is_empty()
}

const ENTRY: &str = "\
## 1 major, 1 minor and 1 point changes

### Major Changes (1 change)

**Stone** (1 change)

* Property weight was removed
";

#[test]
fn the_first_run_reports_that_there_is_no_earlier_schema() {
    let project = Project::new();
    let ran = generate_with_changelog(&project)
        .stderr_contains("no earlier schema: the next run reports what has changed");
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    assert!(!project.has("CHANGES.md"));
}

#[test]
fn changes_are_counted_by_level_in_one_line() {
    let project = changed_project();
    let ran = project.generate();
    let line = "1 major, 1 minor and 1 point changes since the last output\n";
    assert!(ran.err.starts_with(line), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    assert_eq!(project.generate().err.lines().count(), 1);
}

#[test]
fn changes_outside_the_schema_are_not_reported() {
    let project = Project::new();
    project.generate();
    project.remove("generated/src/models/ant.rs");
    let rows = "| nest | [`Nest`](nest-definition.md) | Yes | Its home. |\n| legs | `number` | No | Six. |\n";
    project.define("Ant", rows);
    let ran = project.generate();
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
}

#[test]
fn an_unreadable_record_does_not_stop_generate() {
    let project = changed_project();
    let conflict = "{\"definitions\":{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n},\"version\":1}\n";
    project.write("generated/schema.json", conflict);
    generate_with_changelog(&project).stderr_contains("schema changes are unknown");
    assert!(!project.has("CHANGES.md"));
    project.run(&["check"]).exits_with(0);
}

#[test]
fn a_missing_changelog_is_created() {
    let project = changed_project();
    generate_with_changelog(&project);
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
fn an_entry_is_inserted_below_the_changelog_title() {
    let project = changed_project();
    let (title, rest) = (
        "# Changes\n\nOf the models.\n\n",
        "## 1.0.0\n\nAll of it.\n",
    );
    project.write("CHANGES.md", &format!("{title}{rest}"));
    generate_with_changelog(&project);
    let log = project.read("CHANGES.md");
    assert!(log.starts_with(&format!("{title}{ENTRY}")), "{log}");
    assert!(log.ends_with(&format!("\n\n{rest}")), "{log}");
}

#[test]
fn a_run_without_changes_leaves_the_changelog_alone() {
    let project = changed_project();
    generate_with_changelog(&project);
    let before = project.everything();
    generate_with_changelog(&project);
    assert_eq!(project.everything(), before);
}

#[test]
fn an_interrupted_run_does_not_duplicate_its_entry() {
    let project = changed_project();
    generate_with_changelog(&project);
    let log = project.read("CHANGES.md");
    // As if the run had been interrupted after it wrote the changelog.
    project.undefine("Stone");
    project.define("Stone", "| weight | `number` | No | In grams. |\n");
    project.define("Nest", "| name | `string` | No | What it is called. |\n");
    project.generate();
    change_spec(&project);
    generate_with_changelog(&project);
    assert_eq!(project.read("CHANGES.md"), log);
}

#[test]
fn an_unwritable_changelog_leaves_the_output_unchanged() {
    let project = changed_project();
    project.write(
        "CHANGES.md/inside",
        "a folder at the path of the changelog\n",
    );
    // The modification time of this folder changes, because drafts are created in it.
    let everything = || {
        let mut files = project.everything();
        files.remove(&project.path("generated"));
        files
    };
    let before = everything();
    let ran = project
        .run(&["generate", "--changelog", "CHANGES.md"])
        .exits_with(2);
    ran.stderr_contains("error[M0502]")
        .stderr_contains("`CHANGES.md`");
    assert_eq!(everything(), before);
}

#[cfg(unix)]
#[test]
fn a_symlinked_changelog_stays_a_symlink() {
    let project = changed_project();
    project.write("docs/changes.md", "# Changes\n");
    std::os::unix::fs::symlink("docs/changes.md", project.path("CHANGES.md")).unwrap();
    generate_with_changelog(&project);
    assert!(project.path("CHANGES.md").is_symlink());
    assert!(project.read("docs/changes.md").contains(ENTRY));
}

#[test]
fn errors_leave_the_changelog_alone() {
    let project = changed_project();
    project.write("generated/src/mine.rs", "fn mine() {}\n");
    project
        .run(&["generate", "--changelog", "CHANGES.md"])
        .exits_with(2);
    assert!(!project.has("CHANGES.md"));
}
