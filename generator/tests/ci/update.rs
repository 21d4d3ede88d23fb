//! The script that fetches docs, makes the models anew and opens a pull request.

use std::process::Command;

use crate::{
    project::{Ran, page},
    repository::{Repository, own},
};

const BRANCH: &str = "update-models";

/// The rows of `Stone` in newer docs: a property is gone, and another new.
const NEWER: &str = "| colour | `string` | No | Grey. |\n";

/// Runs the script, which finds these rows of `Stone` where the docs come from.
fn update(repository: &Repository, rows: &str) -> Ran {
    Ran::of(&mut script(repository, &page("Stone", rows)))
}

/// The script, about to be run where the docs have this page of `Stone`.
fn script(repository: &Repository, stone: &str) -> Command {
    let mut script = repository.command(&own("scripts/update-models"));
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
fn newer_docs_become_a_pull_request_that_says_what_changed() {
    let repository = Repository::new();
    update(&repository, NEWER).exits_with(0);
    assert_eq!(branches(&repository), "main\nupdate-models");
    let log = repository.remote(&["log", "--format=%s", "--name-only", "main..update-models"]);
    let expected = "Update the models to the newest docs\n\n\
                    generated/schema.json\n\
                    generated/src/models/stone.rs\n\
                    spec/definitions/stone-definition.md";
    assert_eq!(log, expected);
    let asked = repository.asked();
    assert_eq!(asked.len(), 2, "{asked:?}");
    let create = "pr create --base main --head update-models --title Update the models to the newest docs --body-file ";
    assert!(asked[1].starts_with(create), "{asked:?}");
    let body = repository.body();
    for line in [
        "# Major Changes (1 change)\n",
        "* Property weight was removed\n",
        "* Optional property colour was added\n",
    ] {
        assert!(body.contains(line), "not in the body: {line}{body}");
    }
}

#[test]
fn the_branch_is_good_and_the_place_it_started_from_is_as_before() {
    let repository = Repository::new();
    let start = repository.git(&["rev-parse", "HEAD"]);
    update(&repository, NEWER).exits_with(0);
    assert_eq!(repository.git(&["branch", "--show-current"]), "main");
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
    assert_eq!(repository.git(&["rev-parse", "main"]), start);
    repository.git(&["switch", "--quiet", BRANCH]);
    repository.project.run(&["check"]).exits_with(0);
}

#[test]
fn docs_that_change_nothing_open_nothing() {
    let repository = Repository::new();
    let same = "| weight | `number` | No | In grams. |\n";
    let footer = "\n---\n\nThis document was generated on Mon Jan 01 2024.\n";
    for stone in [page("Stone", same), page("Stone", same) + footer] {
        let ran = Ran::of(&mut script(&repository, &stone)).exits_with(0);
        ran.prints("the output is up to date: no pull request\n");
        repository.git(&["restore", "."]);
    }
    assert_eq!(branches(&repository), "main");
    assert_eq!(repository.asked(), [""; 0]);
}

#[test]
fn an_open_pull_request_is_brought_up_to_date() {
    let repository = Repository::new();
    update(&repository, NEWER).exits_with(0);
    repository.open_pull_request(7);
    update(&repository, "| size | `number` | No | In inches. |\n").exits_with(0);
    let commits = repository.remote(&["rev-list", "--count", "main..update-models"]);
    assert_eq!(commits, "1");
    let asked = repository.asked();
    assert!(asked[3].starts_with("pr edit 7 --title "), "{asked:?}");
    assert!(repository.body().contains("size"), "{}", repository.body());
}

#[test]
fn the_same_docs_again_are_not_pushed_again() {
    let repository = Repository::new();
    update(&repository, NEWER).exits_with(0);
    let first = repository.remote(&["rev-parse", BRANCH]);
    let mut again = script(&repository, &page("Stone", NEWER));
    again.env("GIT_COMMITTER_DATE", "2030-01-01T00:00:00Z");
    Ran::of(&mut again)
        .exits_with(0)
        .prints("the branch `update-models` is up to date\n");
    assert_eq!(repository.remote(&["rev-parse", BRANCH]), first);
}

#[test]
fn broken_docs_stop_it_before_anything_is_pushed() {
    let repository = Repository::new();
    let ran = update(&repository, "| colour | `strin` | No | Grey. |\n").exits_with(2);
    ran.tells("error[M0201]").tells("did you mean `string`?");
    assert_eq!(branches(&repository), "main");
    assert_eq!(repository.asked(), [""; 0]);
}

#[test]
fn docs_that_cannot_be_fetched_stop_it() {
    let repository = Repository::new();
    let mut script = script(&repository, "");
    script.env("FETCH_DOCS", "echo gone >&2; exit 3");
    Ran::of(&mut script).exits_with(3).tells("gone");
    assert_eq!(branches(&repository), "main");
}

#[test]
fn changes_that_are_not_committed_stop_it() {
    let repository = Repository::new();
    repository.project.write("notes.txt", "mine\n");
    let ran = update(&repository, NEWER).exits_with(1);
    ran.tells("error: there are changes that are not committed");
    assert_eq!(repository.git(&["status", "--porcelain"]), "?? notes.txt");
}

#[test]
fn a_change_log_is_part_of_it() {
    let repository = Repository::new();
    let mut script = script(&repository, &page("Stone", NEWER));
    Ran::of(script.env("CHANGELOG", "CHANGELOG.md")).exits_with(0);
    let log = repository.remote(&["show", "update-models:CHANGELOG.md"]);
    assert!(log.contains("* Property weight was removed"), "{log}");
}

#[test]
fn folders_and_branch_are_chosen() {
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
    Ran::of(&mut script).exits_with(0);
    assert_eq!(branches(&repository), "docs/newest\nmain");
    assert!(
        repository.body().contains("* Model Stone was removed"),
        "{}",
        repository.body()
    );
}

#[test]
fn a_body_that_is_too_long_for_a_page_is_cut_between_lines() {
    let repository = Repository::new();
    let rows = (0..2_000).map(|n| format!("| a{n} | `string` | No | |\n"));
    update(&repository, &rows.collect::<String>()).exits_with(0);
    let body = repository.body();
    assert!((50_000..62_000).contains(&body.len()), "{}", body.len());
    let last = body.lines().last().unwrap();
    assert!(last.ends_with(" more lines do not fit here."), "{last}");
}

#[test]
fn output_without_a_record_becomes_a_pull_request_too() {
    let repository = Repository::new();
    repository.git(&["rm", "--quiet", "generated/schema.json"]);
    repository.commit_all("Second");
    repository.git(&["push", "--quiet", "origin", "main"]);
    update(&repository, NEWER).exits_with(0);
    assert!(repository.body().starts_with("These are the first models"));
}
