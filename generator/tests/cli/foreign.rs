//! What the generator did not make stops it, and stays as it is.

use std::fs;

use crate::project::{Project, Ran};

/// Neither `generate` nor `check` goes on, both name the path, and not a byte changes.
#[track_caller]
fn is_in_the_way(project: &Project, path: &str) {
    let before = project.everything();
    for command in ["generate", "check"] {
        let ran = project.run(&[command]).exits_with(2).prints_nothing();
        ran.tells("error[M0501]").tells(path);
        assert_eq!(project.everything(), before, "{command}");
    }
}

fn outdated() -> Project {
    let project = Project::new();
    project.generate();
    project.define("Stone", "| colour | `string` | No | Grey. |\n");
    project.undefine("Ant");
    project
}

#[test]
fn a_file_that_nothing_is_generated_for() {
    let project = outdated();
    project.write("generated/src/mine.rs", "fn mine() {}\n");
    is_in_the_way(&project, "generated/src/mine.rs");
}

#[test]
fn a_file_where_a_generated_one_belongs() {
    let project = outdated();
    project.write("generated/src/models/stone.rs", "fn mine() {}\n");
    is_in_the_way(&project, "generated/src/models/stone.rs");
}

#[test]
fn a_file_in_a_folder_of_its_own() {
    let project = Project::new();
    project.write("generated/src/models/deep/er/notes.txt", "mine\n");
    is_in_the_way(&project, "generated/src/models/deep/er/notes.txt");
}

#[test]
fn a_file_where_the_record_belongs() {
    let project = outdated();
    project.write("generated/schema.json", "{\"definitions\": {}}\n");
    is_in_the_way(&project, "generated/schema.json");
}

#[test]
fn an_empty_file() {
    let project = Project::new();
    project.write("generated/src/lib.rs", "");
    is_in_the_way(&project, "generated/src/lib.rs");
}

#[test]
fn a_file_where_a_folder_belongs() {
    let project = Project::new();
    project.write("generated/src/models", "mine\n");
    is_in_the_way(&project, "generated/src/models");
}

#[test]
fn a_file_where_the_sources_belong() {
    let project = Project::new();
    project.write("generated/src", "mine\n");
    is_in_the_way(&project, "generated/src");
}

#[test]
fn a_folder_where_a_file_belongs() {
    let project = Project::new();
    fs::create_dir_all(project.path("generated/src/models/ant.rs")).unwrap();
    is_in_the_way(&project, "generated/src/models/ant.rs");
}

#[test]
fn all_of_them_are_named_at_once() {
    let project = Project::new();
    project.write("generated/src/one.rs", "mine\n");
    project.write("generated/src/two.rs", "mine\n");
    let ran = project.run(&["generate"]).exits_with(2);
    ran.tells("generated/src/one.rs")
        .tells("generated/src/two.rs");
}

#[test]
fn a_file_beside_the_sources_is_nobodys_business() {
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
    fn a_link_to_a_generated_file_elsewhere() {
        let project = outdated();
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
        is_in_the_way(&project, "generated/src/models/stone.rs");
    }

    #[test]
    fn a_link_to_a_folder_is_not_entered() {
        let project = outdated();
        fs::rename(project.path("generated/src/models"), project.path("models")).unwrap();
        symlink(project.path("models"), project.path("generated/src/models")).unwrap();
        is_in_the_way(&project, "generated/src/models");
    }

    #[test]
    fn a_link_in_the_place_of_all_sources_is_not_entered() {
        let project = outdated();
        fs::rename(project.path("generated/src"), project.path("elsewhere")).unwrap();
        symlink(project.path("elsewhere"), project.path("generated/src")).unwrap();
        is_in_the_way(&project, "generated/src");
    }

    #[test]
    fn a_link_that_leads_nowhere() {
        let project = Project::new();
        project.generate();
        symlink("nowhere", project.path("generated/src/lost.rs")).unwrap();
        is_in_the_way(&project, "generated/src/lost.rs");
    }

    #[test]
    fn the_crates_own_folder_may_be_a_link() {
        let project = Project::new();
        fs::create_dir(project.path("elsewhere")).unwrap();
        symlink("elsewhere", project.path("generated")).unwrap();
        project.generate();
        assert!(project.has("elsewhere/src/models/ant.rs"));
    }

    #[test]
    fn a_folder_that_may_not_be_written_is_an_error_without_a_crash() {
        let project = Project::new();
        project.write("generated", "a file where the crate's folder belongs\n");
        let ran: Ran = project.run(&["generate"]).exits_with(2);
        ran.tells("error[M050").tells("generated");
        assert!(project.read("generated").starts_with("a file"));
    }
}
