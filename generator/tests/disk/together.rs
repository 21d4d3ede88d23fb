//! Runs that are not alone.

use std::{
    fs::{self, File},
    path::PathBuf,
    process::{Child, Command},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use genesys_modelgen::build::{Mode, run_as};

use crate::states::{Over, STAGING, State, States, ended, finished, started, wait_for_drafts};

const ROUNDS: usize = 25;

/// Runs the program for each of these states at once, and returns when all have ended well.
fn at_once(states: &States, wanted: &[State]) {
    let runs: Vec<_> = { wanted.iter() }
        .map(|state| started(states.generate(*state)))
        .collect();
    for run in runs {
        finished(&ended(run));
    }
}

/// Reads all files over and over until told to end: none is ever torn.
fn read_all(states: &States, is_over: &AtomicBool) -> usize {
    let mut paths = Vec::new();
    for folder in ["", "src", "src/models", "src/runtime"] {
        let entries = fs::read_dir(states.out().join(folder)).unwrap();
        paths.extend(entries.map(|entry| PathBuf::from(folder).join(entry.unwrap().file_name())));
    }
    let mut count = 0;
    while !is_over.load(Ordering::Relaxed) {
        for path in &paths {
            if let Ok(text) = fs::read(states.out().join(path)) {
                assert!(states.is_whole(path, &text), "{} is torn", path.display());
                count += 1;
            }
        }
    }
    count
}

#[test]
fn runs_for_one_spec_agree_and_nobody_ever_sees_half_a_file() {
    let states = States::new();
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| read_all(&states, &is_over));
        let over = Over(&is_over);
        for round in 0..ROUNDS {
            let state = [State::New, State::Old][round % 2];
            at_once(&states, &[state; 3]);
            assert_eq!(states.state(), state);
            assert!(!states.out().join(STAGING).exists());
        }
        drop(over);
        assert!(reader.join().unwrap() > 1000, "nothing was read");
    });
}

#[test]
fn of_runs_for_two_specs_the_last_wins_as_a_whole() {
    let states = States::new();
    for _ in 0..ROUNDS {
        at_once(&states, &[State::New, State::Old, State::New]);
        assert_ne!(states.state(), State::Between);
    }
}

/// Takes the lock, as a run does that has begun to write.
fn begin(states: &States) -> File {
    fs::create_dir_all(states.out().join(STAGING)).unwrap();
    let lock = File::create(states.out().join(STAGING).join("lock")).unwrap();
    lock.lock().unwrap();
    lock
}

#[test]
fn who_wants_to_write_or_to_check_waits_for_who_writes() {
    let states = States::new();
    for command in ["generate", "check"] {
        let entry = states.out().join("src/lib.rs");
        let text = fs::read(&entry).unwrap();
        let lock = begin(&states);
        fs::remove_file(&entry).unwrap();
        let mut run = started(states.command(command, State::Old));
        thread::sleep(Duration::from_millis(500));
        assert!(
            run.try_wait().unwrap().is_none(),
            "`{command}` did not wait"
        );
        fs::write(&entry, &text).unwrap();
        drop(lock);
        finished(&ended(run));
        assert_eq!(states.state(), State::Old);
    }
}

#[test]
fn who_waits_goes_on_when_who_writes_is_killed() {
    let states = States::new();
    for _ in 0..5 {
        let mut first = started(states.generate(State::New));
        wait_for_drafts(&states, &mut first);
        signal(&first, "STOP");
        let mut second = started(states.generate(State::New));
        thread::sleep(Duration::from_millis(300));
        let is_waiting = second.try_wait().unwrap().is_none();
        // Unless the first one had ended before it was stopped.
        assert!(is_waiting || !states.out().join(STAGING).exists());
        first.kill().unwrap();
        first.wait().unwrap();
        finished(&ended(second));
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
    for round in 0..ROUNDS {
        let state = [State::New, State::Old][round % 2];
        let (spec, out) = (states.dir().join(state.spec()), states.out());
        thread::scope(|scope| {
            let script = scope.spawn(|| run_as(Mode::Write, &spec, &out));
            at_once(&states, &[state; 2]);
            let report = script.join().unwrap();
            assert!(!report.failed, "{}", report.text);
        });
        assert_eq!(states.state(), state);
    }
}
