//! Whatever step an update ends at, what is there is old, new, or does not compile.

use std::{collections::BTreeMap, time::SystemTime};

use tempfile::TempDir;

use super::*;
use crate::{
    diagnostic::Code,
    header,
    output::{compare, update},
    tree::Owned,
};

/// Files by their paths; what is not compiled is beside the sources.
type Files = BTreeMap<String, String>;

fn tree(owned: Owned, files: &[(&str, &str)]) -> Tree {
    let mut tree = Tree::owning(owned);
    for (path, text) in files {
        tree.insert(*path, header::for_all() + text);
    }
    tree
}

/// Pairs of states: none and one, and two that differ in every way, with a file each that is the same, changed, new, gone,
/// and renamed in case only.
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
    let plan = Plan {
        dir: dir.path(),
        tree: new,
        changes: &changes,
        staging: &staging,
    };
    plan.draft().unwrap();
    plan.make_folders().unwrap();
    act(plan.steps());
    staging.abandon();
    let found = files_in(dir.path(), "");
    (dir, found)
}

/// Whether what is there does not compile.
fn is_guarded(found: &Files, tree: &Tree) -> bool {
    let entry = found.get(tree.owned().entry());
    entry.is_none_or(|text| text.ends_with(GUARD))
}

#[test]
fn whatever_step_is_the_last_no_mix_compiles_and_the_next_update_goes_on() {
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
            // Back to nothing leads no update: files beside the sources stay.
            let is_onwards = number % 2 == 0 || old.is_empty();
            let expected = if is_onwards { &new } else { &old };
            update(dir.path(), expected, |_| Ok(())).unwrap();
            assert_eq!(files_in(dir.path(), ""), files(expected));
            assert!(!Staging::is_in(dir.path()));
            if is_last {
                break;
            }
            number += 1;
        }
        assert!(number > 3, "there were only {number} steps");
    }
}

#[test]
fn whatever_step_fails_all_before_it_are_undone() {
    for (old, new) in transitions() {
        let mut number = 0;
        loop {
            let mut is_last = false;
            let (_dir, found) = interrupted(&old, &new, |mut steps| {
                is_last = number + 1 == steps.len();
                // Nothing can be renamed to where a folder with something in it is.
                let blocked = steps[number].to.with_extension("blocked");
                fs::create_dir_all(blocked.join("inner")).unwrap();
                steps[number].to = blocked.clone();
                let errors = make(steps).unwrap_err();
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
fn what_cannot_be_put_back_is_told_and_does_not_compile() {
    let (old, new) = states(Owned::Sources, "two");
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
    assert!(is_guarded(&found, &new));
    update(dir.path(), &new, |_| Ok(())).unwrap();
    assert_eq!(files_in(dir.path(), ""), files(&new));
}

#[test]
fn an_announcement_that_fails_stops_it_before_anything_is_touched() {
    let (old, new) = states(Owned::Sources, "two");
    let dir = holding(&old);
    let error = Diagnostic::new(Code::UnwritableOutput, "no");
    let errors = update(dir.path(), &new, |_| Err(error.clone())).unwrap_err();
    assert_eq!(errors, [error]);
    assert_eq!(files_in(dir.path(), ""), files(&old));
    assert!(!Staging::is_in(dir.path()));
}

#[cfg(unix)]
#[test]
fn folders_that_cannot_be_made_stop_it_before_it_is_announced_and_leave_none() {
    let dir = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink("nowhere", dir.path().join("b")).unwrap();
    let new = tree(
        Owned::Sources,
        &[("src/lib.rs", ""), ("a/file", ""), ("b/file", "")],
    );
    let errors = update(dir.path(), &new, |_| panic!("it was announced")).unwrap_err();
    assert_eq!(errors.len(), 1, "{errors:?}");
    let left = fs::read_dir(dir.path()).unwrap();
    assert_eq!(left.count(), 1, "more is left than the link");
}

/// Makes a file as old as can be.
fn age(path: &Path) {
    let file = File::options().append(true).open(path).unwrap();
    file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
}

/// A compiler that has read anything during an update, or during one that failed, has read other sources.
#[test]
fn the_entry_is_newer_than_whatever_was_read_before() {
    let (old, new) = states(Owned::Sources, "one");
    for fails in [false, true] {
        let before = SystemTime::now() - std::time::Duration::from_secs(1);
        let (dir, _) = interrupted(&old, &new, |mut steps| {
            // Who writes many files takes a while from its drafts to the last rename.
            for step in &steps {
                age(&step.from);
            }
            if fails {
                let last = steps.len() - 2;
                steps[last].from = PathBuf::from("no/such/file");
            }
            assert_eq!(make(steps).is_err(), fails);
        });
        let entry = fs::metadata(dir.path().join("src/lib.rs")).unwrap();
        assert!(entry.modified().unwrap() > before, "fails: {fails}");
    }
}
