//! `explain` and `completions`.

use genesys_modelgen::diagnostic::Code;

use crate::project::Project;

#[test]
fn every_code_is_explained() {
    let project = Project::empty();
    for code in Code::ALL {
        let ran = project
            .run(&["explain", code.as_str()])
            .exits_with(0)
            .stderr_is_empty();
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
fn an_unknown_code_is_an_error_that_lists_all_codes() {
    let ran = Project::empty()
        .run(&["explain", "M9999"])
        .exits_with(2)
        .stdout_is_empty()
        .stderr_contains("`M9999`");
    assert!(
        Code::ALL.iter().all(|code| ran.err.contains(code.as_str())),
        "{}",
        ran.err
    );
}

#[test]
fn completions_of_every_shell_contain_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = Project::empty()
            .run(&["completions", shell])
            .exits_with(0)
            .stderr_is_empty();
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
fn an_unknown_shell_is_an_error() {
    Project::empty()
        .run(&["completions", "tcsh"])
        .exits_with(2)
        .stdout_is_empty()
        .stderr_contains("tcsh");
}
