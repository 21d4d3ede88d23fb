//! `scripts/update-models` fetches docs, regenerates the models and opens a pull request.

use std::process::Command;

use crate::{
    project::{RunOutput, page},
    repository::{Repository, workspace_file},
};

const BRANCH: &str = "update-models";

/// The rows of `Stone` in the newer docs, in which `color` replaces `weight`.
const NEWER_ROWS: &str = "| color | `string` | No | Gray. |\n";

/// Runs the script, which fetches docs in which `Stone` has these rows.
fn update(repository: &Repository, rows: &str) -> RunOutput {
    RunOutput::of(&mut script(repository, &page("Stone", rows)))
}

/// Returns the command of the script, which fetches docs with this page of `Stone`.
fn script(repository: &Repository, stone: &str) -> Command {
    let mut script = repository.command(&workspace_file("scripts/update-models"));
    script
        .env(
            "FETCH_DOCS",
            "printf '%s' \"$NEWEST\" >spec/definitions/stone-definition.md",
        )
        .env("NEWEST", stone);
    for name in ["SPEC", "OUT", "CHANGELOG", "BRANCH", "MODELGEN"] {
        script.env_remove(name);
    }
    script
}

fn branches(repository: &Repository) -> String {
    repository.remote(&["branch", "--format", "%(refname:short)"])
}

#[test]
fn newer_docs_open_a_pull_request_with_the_changes() {
    let repository = Repository::new();
    update(&repository, NEWER_ROWS).exits_with(0);
    assert_eq!(branches(&repository), "main\nupdate-models");
    let log = repository.remote(&["log", "--format=%s", "--name-only", "main..update-models"]);
    let expected = "Update the models to the newest docs\n\n\
                    generated/schema.json\n\
                    generated/src/models/stone.rs\n\
                    spec/definitions/stone-definition.md";
    assert_eq!(log, expected);
    let calls = repository.gh_calls();
    assert_eq!(calls.len(), 2, "{calls:?}");
    let create = "pr create --base main --head update-models --title Update the models to the newest docs --body-file ";
    assert!(calls[1].starts_with(create), "{calls:?}");
    let body = repository.body();
    for line in [
        "# Major Changes (1 change)\n",
        "* Property weight was removed\n",
        "* Optional property color was added\n",
    ] {
        assert!(body.contains(line), "not in the body: {line}{body}");
    }
}

#[test]
fn the_new_branch_passes_check_and_main_is_unchanged() {
    let repository = Repository::new();
    let start = repository.git(&["rev-parse", "HEAD"]);
    update(&repository, NEWER_ROWS).exits_with(0);
    assert_eq!(repository.git(&["branch", "--show-current"]), "main");
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
    assert_eq!(repository.git(&["rev-parse", "main"]), start);
    repository.git(&["switch", "--quiet", BRANCH]);
    repository.project.run(&["check"]).exits_with(0);
}

#[test]
fn docs_without_schema_changes_open_no_pull_request() {
    let repository = Repository::new();
    let same = "| weight | `number` | No | In grams. |\n";
    let footer = "\n---\n\nThis document was generated on Mon Jan 01 2024.\n";
    for stone in [page("Stone", same), page("Stone", same) + footer] {
        let ran = RunOutput::of(&mut script(&repository, &stone)).exits_with(0);
        ran.stdout_contains("the output is up to date: no pull request\n");
        repository.git(&["restore", "."]);
    }
    assert_eq!(branches(&repository), "main");
    assert_eq!(repository.gh_calls(), [""; 0]);
}

#[test]
fn an_open_pull_request_is_updated() {
    let repository = Repository::new();
    update(&repository, NEWER_ROWS).exits_with(0);
    repository.open_pull_request(7);
    update(&repository, "| size | `number` | No | In inches. |\n").exits_with(0);
    let commits = repository.remote(&["rev-list", "--count", "main..update-models"]);
    assert_eq!(commits, "1");
    let calls = repository.gh_calls();
    assert!(calls[3].starts_with("pr edit 7 --title "), "{calls:?}");
    assert!(repository.body().contains("size"), "{}", repository.body());
}

#[test]
fn unchanged_docs_are_not_pushed_again() {
    let repository = Repository::new();
    update(&repository, NEWER_ROWS).exits_with(0);
    let first = repository.remote(&["rev-parse", BRANCH]);
    let mut again = script(&repository, &page("Stone", NEWER_ROWS));
    again.env("GIT_COMMITTER_DATE", "2030-01-01T00:00:00Z");
    RunOutput::of(&mut again)
        .exits_with(0)
        .stdout_contains("the branch `update-models` is up to date\n");
    assert_eq!(repository.remote(&["rev-parse", BRANCH]), first);
}

#[test]
fn errors_in_the_docs_push_nothing() {
    let repository = Repository::new();
    let ran = update(&repository, "| color | `strin` | No | Gray. |\n").exits_with(2);
    ran.stderr_contains("error[M0201]")
        .stderr_contains("did you mean `string`?");
    assert_eq!(branches(&repository), "main");
    assert_eq!(repository.gh_calls(), [""; 0]);
}

#[test]
fn a_failed_fetch_pushes_nothing() {
    let repository = Repository::new();
    let mut script = script(&repository, "");
    script.env("FETCH_DOCS", "echo gone >&2; exit 3");
    RunOutput::of(&mut script)
        .exits_with(3)
        .stderr_contains("gone");
    assert_eq!(branches(&repository), "main");
}

#[test]
fn uncommitted_changes_are_an_error() {
    let repository = Repository::new();
    repository.project.write("notes.txt", "mine\n");
    let ran = update(&repository, NEWER_ROWS).exits_with(1);
    ran.stderr_contains("error: the working tree has uncommitted changes");
    assert_eq!(repository.git(&["status", "--porcelain"]), "?? notes.txt");
}

#[test]
fn the_changelog_is_part_of_the_pull_request() {
    let repository = Repository::new();
    let mut script = script(&repository, &page("Stone", NEWER_ROWS));
    RunOutput::of(script.env("CHANGELOG", "CHANGELOG.md")).exits_with(0);
    let log = repository.remote(&["show", "update-models:CHANGELOG.md"]);
    assert!(log.contains("* Property weight was removed"), "{log}");
}

#[test]
fn folders_and_branch_can_be_chosen() {
    let repository = Repository::new();
    repository.git(&["mv", "spec", "docs"]);
    repository.git(&["mv", "generated", "models"]);
    repository.commit_all("Second");
    repository.git(&["push", "--quiet", "origin", "main"]);
    let mut script = script(&repository, "");
    script
        .env("FETCH_DOCS", "rm docs/definitions/stone-definition.md")
        .env("SPEC", "docs")
        .env("OUT", "models")
        .env("BRANCH", "docs/newest");
    RunOutput::of(&mut script).exits_with(0);
    assert_eq!(branches(&repository), "docs/newest\nmain");
    assert!(
        repository.body().contains("* Model Stone was removed"),
        "{}",
        repository.body()
    );
}

#[test]
fn a_long_body_lists_what_fits_and_counts_the_rest() {
    let repository = Repository::new();
    let rows = (0..2_000).map(|n| format!("| a{n} | `string` | No | |\n"));
    update(&repository, &rows.collect::<String>()).exits_with(0);
    let body = repository.body();
    assert!((50_000..65_536).contains(&body.len()), "{}", body.len());
    let listed = body.matches("* Optional property a").count();
    let omitted = body
        .lines()
        .find(|line| line.starts_with("Left out to fit"));
    let count = format!(" {} minor", 2_000 - listed);
    assert!(
        omitted.is_some_and(|line| line.contains(&count)),
        "{listed}: {omitted:?}"
    );
}

#[test]
fn output_without_a_record_opens_a_pull_request() {
    let repository = Repository::new();
    repository.git(&["rm", "--quiet", "generated/schema.json"]);
    repository.commit_all("Second");
    repository.git(&["push", "--quiet", "origin", "main"]);
    update(&repository, NEWER_ROWS).exits_with(0);
    assert!(
        repository
            .body()
            .starts_with("The first models with a record")
    );
}
