//! Full disks and file size limits.

use std::{
    fs,
    io::{self, Write},
    path::Path,
    process::Command,
};

use crate::states::{PROGRAM, State, States, assert_failure, assert_success, files};

/// Returns a command that runs `generate` with a limit on the size of files, in blocks, after the shell command `before`.
fn limited(states: &States, before: &str, blocks: u32) -> Command {
    let generate = states.generate(State::New);
    let mut shell = Command::new("sh");
    shell
        .current_dir(states.dir())
        .args([
            "-c",
            &format!("{before} ulimit -f {blocks} && exec \"$0\" \"$@\""),
        ])
        .arg(PROGRAM)
        .args(generate.get_args())
        .args(["--changelog", "CHANGES.md"]);
    shell
}

#[test]
fn a_file_over_the_size_limit_is_an_error_that_leaves_the_old_output() {
    let states = States::new();
    for blocks in [0, 1, 2, 4] {
        let output = limited(&states, "trap '' XFSZ;", blocks).output().unwrap();
        let stderr = assert_failure(&output);
        assert!(stderr.contains("error[M0502]"), "{stderr}");
        assert!(stderr.contains("`out/"), "{stderr}");
        assert!(stderr.contains("File too large"), "{stderr}");
        assert_eq!(states.state(), State::Old, "{blocks} blocks");
        assert!(!states.dir().join("CHANGES.md").exists(), "{blocks} blocks");
    }
    states.repair(State::New);
}

#[test]
fn a_run_killed_by_the_size_limit_leaves_the_old_output() {
    let states = States::new();
    let output = limited(&states, "", 2).output().unwrap();
    assert_eq!(output.status.code(), None, "was not killed");
    assert_eq!(states.state(), State::Old);
    states.repair(State::New);
}

/// Runs the program in a file system with `$2` kilobytes of free space, and copies the output to `found`; then frees space,
/// runs it again, and copies the output to `repaired`.
const SMALL_DISK: &str = r#"
set -eu
program=$1 room=$2
mkdir -p disk && mount -t tmpfs -o size=2m tmpfs disk && mkdir disk/out
"$program" generate --spec old --out disk/out
# Fills the disk except for `room` kilobytes.
free=$(df --output=avail --block-size=1K disk | tail -1)
head -c "$(( (free - room) * 1024 ))" /dev/zero > disk/filler
status=0
"$program" generate --spec new --out disk/out || status=$?
cp -R disk/out found
rm disk/filler
"$program" generate --spec new --out disk/out
cp -R disk/out repaired
exit "$status"
"#;

#[test]
fn a_full_disk_leaves_the_old_output_until_space_is_freed() {
    let states = States::new();
    if !can_mount(states.dir()) {
        // Not `eprintln!`, which the test harness captures.
        writeln!(io::stderr(), "SKIPPED: no file system can be mounted here").unwrap();
        return;
    }
    for room in [0, 4, 16, 40, 80, 120] {
        let output = run_in_namespace(
            states.dir(),
            &["-c", SMALL_DISK, "sh", PROGRAM, &room.to_string()],
        );
        let output = output.unwrap();
        let stderr = assert_failure(&output);
        assert!(stderr.contains("No space left on device"), "{stderr}");
        let found = states.dir().join("found");
        assert_eq!(states.state_of(&files(&found)), State::Old, "{room} kB");
        let repaired = states.dir().join("repaired");
        assert_eq!(states.state_of(&files(&repaired)), State::New, "{room} kB");
        fs::remove_dir_all(found).unwrap();
        fs::remove_dir_all(repaired).unwrap();
    }
}

/// Runs a shell in a new namespace, in which it can mount file systems.
fn run_in_namespace(dir: &Path, args: &[&str]) -> std::io::Result<std::process::Output> {
    Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh"])
        .args(args)
        .current_dir(dir)
        .output()
}

fn can_mount(dir: &Path) -> bool {
    let output = run_in_namespace(dir, &["-c", "mkdir -p disk && mount -t tmpfs tmpfs disk"]);
    output.is_ok_and(|output| output.status.success())
}

#[test]
fn a_run_within_the_size_limit_succeeds() {
    let states = States::new();
    assert_success(&limited(&states, "", 100_000).output().unwrap());
    assert_eq!(states.state(), State::New);
}
