//! Folders that go away while a run uses them.

use std::{
    fs,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use crate::states::{Over, State, States, ended, started, told};

/// Runs the program while somebody removes a folder again and again.
fn without(states: &States, folder: &str, runs: usize) {
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                fs::remove_dir_all(states.dir().join(folder)).ok();
                thread::yield_now();
            }
        });
        let _over = Over(&is_over);
        for _ in 0..runs {
            let output = ended(started(states.generate(State::New)));
            let told = told(&output);
            match output.status.code() {
                Some(0) => {}
                Some(2) => assert!(told.contains("error[M0"), "{told}"),
                code => panic!("{code:?}: {told}"),
            }
        }
    });
}

#[test]
fn the_output_vanishes() {
    let states = States::new();
    for folder in ["out", "out/src", "out/src/models", "out/.genesys-modelgen"] {
        without(&states, folder, 6);
        states.repair(State::New);
        states.repair(State::Old);
    }
}

#[test]
fn the_spec_vanishes() {
    let states = States::new();
    without(&states, "new", 4);
    // A spec that is only partly there makes links that lead nowhere, or a smaller output, but nothing torn.
    states.repair(State::Old);
}
