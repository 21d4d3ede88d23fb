//! Folders that are removed while a run uses them.

use std::{
    fs,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use crate::states::{State, States, StopOnDrop, ended, started, stderr};

/// Runs the program while a thread keeps removing a folder.
fn run_while_removing(states: &States, folder: &str, runs: usize) {
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                fs::remove_dir_all(states.dir().join(folder)).ok();
                thread::yield_now();
            }
        });
        let _stop = StopOnDrop(&is_over);
        for _ in 0..runs {
            let output = ended(started(states.generate(State::New)));
            let text = stderr(&output);
            match output.status.code() {
                Some(0) => {}
                Some(2) => assert!(text.contains("error[M0"), "{text}"),
                code => panic!("{code:?}: {text}"),
            }
        }
    });
}

#[test]
fn a_removed_output_folder_is_an_error_or_is_written_again() {
    let states = States::new();
    for folder in ["out", "out/src", "out/src/models", "out/.genesys-modelgen"] {
        run_while_removing(&states, folder, 6);
        states.repair(State::New);
        states.repair(State::Old);
    }
}

#[test]
fn a_removed_spec_never_tears_the_output() {
    let states = States::new();
    run_while_removing(&states, "new", 4);
    // A partly removed spec makes a smaller output or an error.
    states.repair(State::Old);
}
