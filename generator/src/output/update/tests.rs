//! After any step of an update, the output is the old one, the new one, or sources that do not compile.

use std::{collections::BTreeMap, fs::File, time::SystemTime};

use tempfile::TempDir;

use super::*;
use crate::{diagnostic::Code, header, output::staging, tree::Owned};

type Files = BTreeMap<String, String>;

fn tree(owned: Owned, files: &[(&str, &str)]) -> Tree {
    let mut tree = Tree::owning(owned);
    for (path, text) in files {
        tree.insert(*path, header::for_all() + text);
    }
    tree
}

/// Returns pairs of an old and a new tree. The old one is empty, or the trees have an unchanged, a changed, an added and a
/// removed file, and a file renamed only in case.
fn transitions() -> Vec<(Tree, Tree)> {
    let mut transitions = Vec::new();
    for owned in [Owned::Sources, Owned::Whole] {
        for entry in ["two", "one"] {
            transitions.push(states(owned, entry));
        }
        transitions.push((Tree::owning(owned), states(owned, "two").1));
    }
    transitions
}

fn states(owned: Owned, new_entry: &str) -> (Tree, Tree) {
    let entry = owned.entry();
    let old = [
        (entry, "one"),
        ("src/same.rs", "same"),
        ("README.md", "one"),
        ("src/b/gone.rs", ""),
        ("src/a/case.rs", "one"),
    ];
    let new = [
        (entry, new_entry),
        ("src/same.rs", "same"),
        ("README.md", "two"),
        ("src/c/new.rs", ""),
        ("src/a/Case.rs", "two"),
    ];
    (tree(owned, &old), tree(owned, &new))
}

fn files(tree: &Tree) -> Files {
    { tree.iter() }
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

fn files_in(dir: &Path, folder: &str) -> Files {
    let mut found = Files::new();
    for entry in fs::read_dir(dir.join(folder)).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let path = format!("{folder}{name}");
        if name == staging::FOLDER {
            continue;
        }
        match fs::read_to_string(dir.join(&path)) {
            Ok(text) => drop(found.insert(path, text)),
            Err(_) => found.extend(files_in(dir, &format!("{path}/"))),
        }
    }
    found
}

/// Creates a folder with the files of a tree.
fn folder_with(tree: &Tree) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    update(dir.path(), tree);
    assert_eq!(files_in(dir.path(), ""), files(tree));
    dir
}

#[track_caller]
fn update(dir: &Path, tree: &Tree) {
    prepare(dir, tree).unwrap().commit().unwrap();
}

/// Passes the steps of an update to `act`, and returns the files afterwards, as if the process had then been killed.
fn interrupted(old: &Tree, new: &Tree, act: impl FnOnce(Vec<Step>)) -> (TempDir, Files) {
    let dir = folder_with(old);
    let mut update = prepare(dir.path(), new).unwrap();
    act(mem::take(&mut update.steps));
    update.staging.take().unwrap().abandon();
    mem::forget(update);
    let found = files_in(dir.path(), "");
    (dir, found)
}

/// Checks that the sources do not compile.
fn is_guarded(found: &Files, tree: &Tree) -> bool {
    let entry = found.get(tree.owned().entry());
    entry.is_none_or(|text| text.ends_with(GUARD))
}

#[test]
fn an_update_killed_after_any_step_does_not_compile_and_the_next_completes_it() {
    for (old, new) in transitions() {
        let mut number = 0;
        loop {
            let mut is_last = false;
            let (dir, found) = interrupted(&old, &new, |steps| {
                is_last = number == steps.len();
                for step in steps.into_iter().take(number) {
                    fs::rename(step.from, step.to).unwrap();
                }
            });
            match number {
                0 => assert_eq!(found, files(&old)),
                _ if is_last => assert_eq!(found, files(&new)),
                _ => assert!(is_guarded(&found, &new), "after {number} steps: {found:?}"),
            }
            // No update restores an empty tree, because files outside the sources are not removed.
            let is_forward = number % 2 == 0 || old.is_empty();
            let expected = if is_forward { &new } else { &old };
            update(dir.path(), expected);
            assert_eq!(files_in(dir.path(), ""), files(expected));
            assert!(!Staging::exists(dir.path()));
            if is_last {
                break;
            }
            number += 1;
        }
        assert!(number > 3, "there were only {number} steps");
    }
}

#[test]
fn an_error_in_any_step_undoes_all_before_it() {
    for (old, new) in transitions() {
        let mut number = 0;
        loop {
            let mut is_last = false;
            let (_dir, found) = interrupted(&old, &new, |mut steps| {
                is_last = number + 1 == steps.len();
                // A file cannot be renamed to the path of a folder that is not empty.
                let blocked = steps[number].to.with_extension("blocked");
                fs::create_dir_all(blocked.join("inner")).unwrap();
                steps[number].to = blocked.clone();
                let errors = commit_steps(steps).unwrap_err();
                assert_eq!(errors.len(), 1, "{errors:?}");
                assert_eq!(errors[0].code, Code::UnwritableOutput);
                fs::remove_dir_all(blocked).unwrap();
            });
            assert_eq!(found, files(&old), "step {number} failed");
            if is_last {
                break;
            }
            number += 1;
        }
    }
}

#[test]
fn a_file_that_cannot_be_restored_is_reported_and_the_output_does_not_compile() {
    let (old, new) = states(Owned::Sources, "two");
    let (dir, found) = interrupted(&old, &new, |mut steps| {
        let last = steps.len() - 1;
        steps[last].from = PathBuf::from("no/such/file");
        // The old file that the first removal moved away is lost.
        steps[1].undo.0 = PathBuf::from("no/such/file");
        let errors = commit_steps(steps).unwrap_err();
        assert_eq!(errors.len(), 2, "{errors:?}");
        assert!(
            errors[1]
                .message
                .ends_with("No such file or directory (os error 2)")
        );
    });
    assert!(is_guarded(&found, &new));
    update(dir.path(), &new);
    assert_eq!(files_in(dir.path(), ""), files(&new));
}

#[test]
fn an_update_that_is_not_committed_changes_nothing() {
    let (old, new) = states(Owned::Sources, "two");
    let dir = folder_with(&old);
    let update = prepare(dir.path(), &new).unwrap();
    assert!(!update.changes().is_empty());
    drop(update);
    assert_eq!(files_in(dir.path(), ""), files(&old));
    assert!(!Staging::exists(dir.path()));
}

#[cfg(unix)]
#[test]
fn an_error_while_creating_folders_leaves_no_folders() {
    let dir = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink("nowhere", dir.path().join("b")).unwrap();
    let new = tree(
        Owned::Sources,
        &[("src/lib.rs", ""), ("a/file", ""), ("b/file", "")],
    );
    let errors = prepare(dir.path(), &new).unwrap_err();
    assert_eq!(errors.len(), 1, "{errors:?}");
    let left = fs::read_dir(dir.path()).unwrap();
    assert_eq!(left.count(), 1, "only the link is left");
}

/// Sets the modification time of a file to the epoch.
fn make_old(path: &Path) {
    let file = File::options().append(true).open(path).unwrap();
    file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
}

/// This makes cargo rebuild a crate that was compiled during an update.
#[test]
fn the_entry_is_newer_than_all_files_before_the_update() {
    let (old, new) = states(Owned::Sources, "one");
    for fails in [false, true] {
        let before = SystemTime::now() - std::time::Duration::from_secs(1);
        let (dir, _) = interrupted(&old, &new, |mut steps| {
            // In a long update, drafts are written long before the last rename.
            for step in &steps {
                make_old(&step.from);
            }
            if fails {
                let last = steps.len() - 2;
                steps[last].from = PathBuf::from("no/such/file");
            }
            assert_eq!(commit_steps(steps).is_err(), fails);
        });
        let entry = fs::metadata(dir.path().join("src/lib.rs")).unwrap();
        assert!(entry.modified().unwrap() > before, "fails: {fails}");
    }
}
