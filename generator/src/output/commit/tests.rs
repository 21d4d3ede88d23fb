//! Whatever step an update ends at, what is there is old, new, or does not compile.

use std::collections::BTreeMap;

use tempfile::TempDir;

use super::*;
use crate::output::{Owned, compare, header, update};

/// Files by their paths; what is not compiled is beside the sources.
type Files = BTreeMap<String, String>;

fn tree(owned: Owned, files: &[(&str, &str)]) -> Tree {
    let mut tree = Tree::owning(owned);
    for (path, text) in files {
        tree.insert(*path, header::for_all() + text);
    }
    tree
}

/// Two states that differ in every way: a file each that is the same, changed, new, gone, and renamed in case only.
fn states(entry_changes: bool) -> (Tree, Tree) {
    let entry = if entry_changes { "two" } else { "one" };
    let owned = Owned::Sources;
    let files = [
        ("src/lib.rs", "one"),
        ("src/same.rs", "same"),
        ("README.md", "one"),
        ("src/b/gone.rs", ""),
        ("src/a/case.rs", "one"),
    ];
    let old = tree(owned, &files);
    let files = [
        ("src/lib.rs", entry),
        ("src/same.rs", "same"),
        ("README.md", "two"),
        ("src/c/new.rs", ""),
        ("src/a/Case.rs", "two"),
    ];
    (old, tree(owned, &files))
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
        if name == super::super::staging::FOLDER {
            continue;
        }
        match fs::read_to_string(dir.join(&path)) {
            Ok(text) => drop(found.insert(path, text)),
            Err(_) => found.extend(files_in(dir, &format!("{path}/"))),
        }
    }
    found
}

/// A folder that holds a tree.
fn holding(tree: &Tree) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    update(dir.path(), tree, |_| Ok(())).unwrap();
    assert_eq!(files_in(dir.path(), ""), files(tree));
    dir
}

/// Does with the steps from one state to another what it is told to, and returns what is there then.
fn interrupted(old: &Tree, new: &Tree, act: impl FnOnce(Vec<Step>)) -> (TempDir, Files) {
    let dir = holding(old);
    let changes = compare(dir.path(), new).unwrap();
    let staging = Staging::enter(dir.path()).unwrap();
    let update = Update {
        dir: dir.path(),
        tree: new,
        changes: &changes,
        staging: &staging,
    };
    update.draft().unwrap();
    update.make_folders().unwrap();
    act(update.steps());
    staging.abandon();
    let found = files_in(dir.path(), "");
    (dir, found)
}

fn is_guarded(found: &Files) -> bool {
    found["src/lib.rs"].ends_with(GUARD)
}

#[test]
fn whatever_step_is_the_last_no_mix_compiles_and_the_next_update_goes_on() {
    for entry_changes in [true, false] {
        let (old, new) = states(entry_changes);
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
                _ => assert!(is_guarded(&found), "after {number} steps: {found:?}"),
            }
            update(
                dir.path(),
                if number % 2 == 0 { &new } else { &old },
                |_| Ok(()),
            )
            .unwrap();
            let expected = if number % 2 == 0 { &new } else { &old };
            assert_eq!(files_in(dir.path(), ""), files(expected));
            assert!(!Staging::is_in(dir.path()));
            if is_last {
                break;
            }
            number += 1;
        }
        assert!(number > 6, "there were only {number} steps");
    }
}

#[test]
fn whatever_step_fails_all_before_it_are_undone() {
    for entry_changes in [true, false] {
        let (old, new) = states(entry_changes);
        let mut number = 0;
        loop {
            let mut is_last = false;
            let (_dir, found) = interrupted(&old, &new, |steps| {
                is_last = number + 1 == steps.len();
                // Nothing can be renamed to where a folder with something in it is.
                let mut steps = steps;
                let blocked = steps[number].to.with_extension("blocked");
                fs::create_dir_all(blocked.join("inner")).unwrap();
                steps[number].to = blocked.clone();
                let errors = make(steps).unwrap_err();
                assert_eq!(errors.len(), 1, "{errors:?}");
                assert_eq!(errors[0].code, crate::diagnostic::Code::UnwritableOutput);
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
fn what_cannot_be_put_back_is_told_and_does_not_compile() {
    let (old, new) = states(true);
    let (dir, found) = interrupted(&old, &new, |mut steps| {
        let last = steps.len() - 1;
        steps[last].from = PathBuf::from("no/such/file");
        // The old file that the first removal keeps is lost.
        steps[1].undo.0 = PathBuf::from("no/such/file");
        let errors = make(steps).unwrap_err();
        assert_eq!(errors.len(), 2, "{errors:?}");
        assert!(
            errors[1]
                .message
                .ends_with("No such file or directory (os error 2)")
        );
    });
    assert!(is_guarded(&found));
    update(dir.path(), &new, |_| Ok(())).unwrap();
    assert_eq!(files_in(dir.path(), ""), files(&new));
}

#[test]
fn an_announcement_that_fails_stops_it_before_anything_is_touched() {
    let (old, new) = states(true);
    let dir = holding(&old);
    let error = Diagnostic::new(crate::diagnostic::Code::UnwritableOutput, "no");
    let errors = update(dir.path(), &new, |_| Err(error.clone())).unwrap_err();
    assert_eq!(errors, [error]);
    assert_eq!(files_in(dir.path(), ""), files(&old));
    assert!(!Staging::is_in(dir.path()));
}

#[test]
fn the_entry_is_newer_than_whatever_was_read_before_the_update() {
    for entry_changes in [true, false] {
        let (old, new) = states(entry_changes);
        let before = SystemTime::now() - std::time::Duration::from_secs(1);
        let (dir, _) = interrupted(&old, &new, |steps| {
            // Who writes many files takes a while from its drafts to the last rename.
            for step in &steps {
                let file = File::options().append(true).open(&step.from).unwrap();
                file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
            }
            make(steps).unwrap();
        });
        let entry = fs::metadata(dir.path().join("src/lib.rs")).unwrap();
        assert!(entry.modified().unwrap() > before);
    }
}
