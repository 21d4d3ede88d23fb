//! Files that the generator did not write are errors, and are never changed.

use std::fs;

use crate::project::{Project, RunOutput};

/// Checks that `generate` and `check` report `path` as an error and change no file.
#[track_caller]
fn assert_foreign(project: &Project, path: &str) {
    let before = project.everything();
    for command in ["generate", "check"] {
        let ran = project.run(&[command]).exits_with(2).stdout_is_empty();
        ran.stderr_contains("error[M0501]").stderr_contains(path);
        assert_eq!(project.everything(), before, "{command}");
    }
}

fn stale_project() -> Project {
    let project = Project::new();
    project.generate();
    project.define("Stone", "| color | `string` | No | Gray. |\n");
    project.undefine("Ant");
    project
}

#[test]
fn an_unknown_file_in_the_sources_is_an_error() {
    let project = stale_project();
    project.write("generated/src/mine.rs", "fn mine() {}\n");
    assert_foreign(&project, "generated/src/mine.rs");
}

#[test]
fn a_foreign_file_at_a_generated_path_is_an_error() {
    let project = stale_project();
    project.write("generated/src/models/stone.rs", "fn mine() {}\n");
    assert_foreign(&project, "generated/src/models/stone.rs");
}

#[test]
fn a_foreign_file_in_a_nested_folder_is_an_error() {
    let project = Project::new();
    project.write("generated/src/models/deep/er/notes.txt", "mine\n");
    assert_foreign(&project, "generated/src/models/deep/er/notes.txt");
}

#[test]
fn a_foreign_file_at_the_record_path_is_an_error() {
    let project = stale_project();
    project.write("generated/schema.json", "{\"definitions\": {}}\n");
    assert_foreign(&project, "generated/schema.json");
}

#[test]
fn an_empty_file_at_a_generated_path_is_an_error() {
    let project = Project::new();
    project.write("generated/src/lib.rs", "");
    assert_foreign(&project, "generated/src/lib.rs");
}

#[test]
fn a_file_at_a_folder_path_is_an_error() {
    let project = Project::new();
    project.write("generated/src/models", "mine\n");
    assert_foreign(&project, "generated/src/models");
}

#[test]
fn a_file_at_the_sources_path_is_an_error() {
    let project = Project::new();
    project.write("generated/src", "mine\n");
    assert_foreign(&project, "generated/src");
}

#[test]
fn a_folder_at_a_generated_path_is_an_error() {
    let project = Project::new();
    fs::create_dir_all(project.path("generated/src/models/ant.rs")).unwrap();
    assert_foreign(&project, "generated/src/models/ant.rs");
}

#[test]
fn all_foreign_files_are_reported_at_once() {
    let project = Project::new();
    project.write("generated/src/one.rs", "mine\n");
    project.write("generated/src/two.rs", "mine\n");
    let ran = project.run(&["generate"]).exits_with(2);
    ran.stderr_contains("generated/src/one.rs")
        .stderr_contains("generated/src/two.rs");
}

#[test]
fn files_beside_the_sources_are_ignored() {
    let project = Project::new();
    project.write("generated/Cargo.toml", "mine\n");
    project.write("generated/tests/mine.rs", "mine\n");
    project.generate();
    project.run(&["check"]).exits_with(0);
    assert_eq!(project.read("generated/Cargo.toml"), "mine\n");
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_symlink_to_a_generated_file_is_an_error() {
        let project = stale_project();
        fs::rename(
            project.path("generated/src/models/stone.rs"),
            project.path("stone.rs"),
        )
        .unwrap();
        symlink(
            project.path("stone.rs"),
            project.path("generated/src/models/stone.rs"),
        )
        .unwrap();
        assert_foreign(&project, "generated/src/models/stone.rs");
    }

    #[test]
    fn a_symlinked_folder_is_not_entered() {
        let project = stale_project();
        fs::rename(project.path("generated/src/models"), project.path("models")).unwrap();
        symlink(project.path("models"), project.path("generated/src/models")).unwrap();
        assert_foreign(&project, "generated/src/models");
    }

    #[test]
    fn a_symlink_at_the_sources_path_is_not_entered() {
        let project = stale_project();
        fs::rename(project.path("generated/src"), project.path("elsewhere")).unwrap();
        symlink(project.path("elsewhere"), project.path("generated/src")).unwrap();
        assert_foreign(&project, "generated/src");
    }

    #[test]
    fn a_broken_symlink_is_an_error() {
        let project = Project::new();
        project.generate();
        symlink("nowhere", project.path("generated/src/lost.rs")).unwrap();
        assert_foreign(&project, "generated/src/lost.rs");
    }

    #[test]
    fn the_output_folder_may_be_a_symlink() {
        let project = Project::new();
        fs::create_dir(project.path("elsewhere")).unwrap();
        symlink("elsewhere", project.path("generated")).unwrap();
        project.generate();
        assert!(project.has("elsewhere/src/models/ant.rs"));
    }

    #[test]
    fn a_file_at_the_output_path_is_an_error() {
        let project = Project::new();
        project.write("generated", "a file where the crate's folder belongs\n");
        let ran: RunOutput = project.run(&["generate"]).exits_with(2);
        ran.stderr_contains("error[M050")
            .stderr_contains("generated");
        assert!(project.read("generated").starts_with("a file"));
    }
}
