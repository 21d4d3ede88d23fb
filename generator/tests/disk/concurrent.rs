//! Concurrent runs.

use std::{
    env,
    fs::{self, File},
    path::PathBuf,
    process::{Child, Command},
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use genesys_modelgen::build::{Mode, run_as};

use crate::states::{
    STAGING, State, States, StopOnDrop, assert_success, spawn, stderr, wait, wait_for_drafts,
    wait_for_open_lock,
};

/// Returns how often to repeat a race: 25 times in CI, 4 times elsewhere.
fn rounds() -> usize {
    if env::var_os("CI").is_some() { 25 } else { 4 }
}

/// Runs the program for each of these states at once, and checks that all runs succeed.
fn run_concurrently(states: &States, targets: &[State]) {
    let runs: Vec<_> = targets
        .iter()
        .map(|state| spawn(states.generate(*state)))
        .collect();
    for run in runs {
        assert_success(&wait(run));
    }
}

/// Reads all files repeatedly until `is_done`, and checks that each read is complete. Returns the number of reads.
fn read_all(states: &States, is_done: &AtomicBool) -> usize {
    let mut paths = Vec::new();
    for folder in ["", "src", "src/models"] {
        let entries = fs::read_dir(states.out().join(folder)).unwrap();
        paths.extend(entries.map(|entry| PathBuf::from(folder).join(entry.unwrap().file_name())));
    }
    let mut count = 0;
    while !is_done.load(Ordering::Relaxed) {
        for path in &paths {
            if let Ok(text) = fs::read(states.out().join(path)) {
                assert!(
                    states.is_complete(path, &text),
                    "{} is incomplete",
                    path.display()
                );
                count += 1;
            }
        }
    }
    count
}

#[test]
fn concurrent_runs_for_one_spec_agree_and_readers_see_only_complete_files() {
    let states = States::new();
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| read_all(&states, &is_done));
        let stop = StopOnDrop(&is_done);
        for round in 0..rounds() {
            let state = [State::New, State::Old][round % 2];
            run_concurrently(&states, &[state; 3]);
            assert_eq!(states.state(), state);
            assert!(!states.out().join(STAGING).exists());
        }
        drop(stop);
        assert!(reader.join().unwrap() > 0, "nothing was read");
    });
}

#[test]
fn concurrent_runs_for_two_specs_leave_the_output_of_one() {
    let states = States::new();
    for _ in 0..rounds() {
        run_concurrently(&states, &[State::New, State::Old, State::New]);
        assert_ne!(states.state(), State::Between);
    }
}

/// Takes the lock as a run does before it writes.
fn take_lock(states: &States) -> File {
    fs::create_dir_all(states.out().join(STAGING)).unwrap();
    let lock = File::create(states.out().join(STAGING).join("lock")).unwrap();
    lock.lock().unwrap();
    lock
}

#[test]
fn generate_and_check_wait_for_a_writer() {
    let states = States::new();
    for command in ["generate", "check"] {
        let entry = states.out().join("src/lib.rs");
        let text = fs::read(&entry).unwrap();
        let lock = take_lock(&states);
        fs::remove_file(&entry).unwrap();
        let mut run = spawn(states.command(command, State::Old));
        wait_for_open_lock(&states, &mut run);
        fs::write(&entry, &text).unwrap();
        drop(lock);
        // Without waiting, `check` would have failed and `generate` would have written the entry.
        let output = wait(run);
        assert_success(&output);
        let written = stderr(&output);
        assert!(
            command == "check" || written.contains(" 0 files written"),
            "{written}"
        );
        assert_eq!(states.state(), State::Old);
    }
}

#[test]
fn a_waiting_run_continues_when_the_writer_is_killed() {
    let states = States::new();
    for _ in 0..rounds().min(5) {
        let mut first = spawn(states.generate(State::New));
        wait_for_drafts(&states, &mut first);
        signal(&first, "STOP");
        let mut second = spawn(states.generate(State::New));
        // Returns at once if the first run had ended before it was stopped.
        wait_for_open_lock(&states, &mut second);
        first.kill().unwrap();
        first.wait().unwrap();
        assert_success(&wait(second));
        assert_eq!(states.state(), State::New);
        states.repair(State::Old);
    }
}

fn signal(run: &Child, name: &str) {
    let signal = format!("-{name}");
    let sent = Command::new("kill")
        .args([signal, run.id().to_string()])
        .status();
    assert!(sent.unwrap().success());
}

#[test]
fn a_build_script_and_generate_agree() {
    let states = States::new();
    for round in 0..rounds() {
        let state = [State::New, State::Old][round % 2];
        let (spec, out) = (states.dir().join(state.spec()), states.out());
        thread::scope(|scope| {
            let script = scope.spawn(|| run_as(Mode::Write, &spec, &out));
            run_concurrently(&states, &[state; 2]);
            let report = script.join().unwrap();
            assert!(!report.failed, "{}", report.text);
        });
        assert_eq!(states.state(), state);
    }
}
