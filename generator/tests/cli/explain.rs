//! `explain` and `completions`: what the program knows about itself.

use genesys_modelgen::diagnostic::Code;

use crate::project::Project;

#[test]
fn every_code_is_explained() {
    let project = Project::empty();
    for code in Code::ALL {
        let ran = project
            .run(&["explain", code.as_str()])
            .exits_with(0)
            .tells_nothing();
        assert!(ran.out.contains("```"), "{code}");
    }
}

#[test]
fn a_code_may_be_in_lower_case() {
    let project = Project::empty();
    assert_eq!(
        project.run(&["explain", "m0151"]).out,
        project.run(&["explain", "M0151"]).out
    );
}

#[test]
fn a_code_that_is_none_is_an_error_that_lists_them_all() {
    let ran = Project::empty()
        .run(&["explain", "M9999"])
        .exits_with(2)
        .prints_nothing()
        .tells("`M9999`");
    assert!(
        Code::ALL.iter().all(|code| ran.err.contains(code.as_str())),
        "{}",
        ran.err
    );
}

#[test]
fn every_shell_gets_completions_that_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = Project::empty()
            .run(&["completions", shell])
            .exits_with(0)
            .tells_nothing();
        for word in [
            "generate",
            "check",
            "lint",
            "schema",
            "export",
            "explain",
            "completions",
            "format",
        ] {
            assert!(ran.out.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn a_shell_that_is_none_is_an_error() {
    Project::empty()
        .run(&["completions", "tcsh"])
        .exits_with(2)
        .prints_nothing()
        .tells("tcsh");
}
