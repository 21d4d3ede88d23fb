//! Folders that are removed while a run uses them.

use std::{
    fs,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use crate::states::{State, States, StopOnDrop, spawn, stderr, wait};

/// Runs the program several times while a thread repeatedly removes a folder.
fn run_while_removing(states: &States, folder: &str, runs: usize) {
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !is_done.load(Ordering::Relaxed) {
                fs::remove_dir_all(states.dir().join(folder)).ok();
                thread::yield_now();
            }
        });
        let _stop = StopOnDrop(&is_done);
        for _ in 0..runs {
            let output = wait(spawn(states.generate(State::New)));
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
fn removing_the_output_folder_causes_an_error_or_a_new_output() {
    let states = States::new();
    for folder in ["out", "out/src", "out/src/models", "out/.genesys-modelgen"] {
        run_while_removing(&states, folder, 6);
        states.repair(State::New);
        states.repair(State::Old);
    }
}

#[test]
fn removing_the_spec_leaves_an_output_that_can_be_repaired() {
    let states = States::new();
    run_while_removing(&states, "new", 4);
    // A partly removed spec causes an error or a smaller output.
    states.repair(State::Old);
}
