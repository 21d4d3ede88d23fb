//! Killed runs.

use std::{
    collections::BTreeMap,
    env, fs,
    process::Child,
    thread::sleep,
    time::{Duration, Instant, SystemTime},
};

use crate::states::{STAGING, State, States, ended, started, wait_for_drafts};

/// Returns how many runs to kill: many in CI, few elsewhere. `KILLS` overrides it.
fn kills() -> usize {
    let default = if env::var_os("CI").is_some() { 200 } else { 24 };
    env::var("KILLS").map_or(default, |text| text.parse().unwrap())
}

/// A pseudo-random number generator, seeded by the clock.
struct Dice(u64);

impl Dice {
    fn new() -> Self {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        Self(now.unwrap().subsec_nanos().into())
    }

    /// Returns a random part of a duration.
    fn part_of(&mut self, whole: Duration) -> Duration {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        whole.mul_f64(f64::from((self.0 >> 32) as u32) / f64::from(u32::MAX))
    }
}

/// Alternates between two specs with killed runs: half of them at any time, half of them while they write.
#[test]
fn a_killed_run_leaves_no_mix_that_compiles_and_the_next_run_repairs_it() {
    let states = States::new();
    let kills = kills();
    let (whole, writing) = durations(&states);
    let mut dice = Dice::new();
    let mut seen = BTreeMap::new();
    let mut stopped_while_writing = 0;
    for number in 0..kills {
        let state = [State::New, State::Old][number % 2];
        if number % 4 < 2 {
            let mut run = started(states.generate(state));
            sleep(dice.part_of(whole));
            kill(&mut run);
        } else {
            // Removes the drafts of the run before, and leaves everything to write.
            states.repair([State::Old, State::New][number % 2]);
            let mut run = started(states.generate(state));
            wait_for_drafts(&states, &mut run);
            sleep(dice.part_of(writing));
            kill(&mut run);
            stopped_while_writing += usize::from(states.out().join(STAGING).exists());
        }
        *seen.entry(states.state()).or_insert(0) += 1;
        if number % 10 == 9 {
            states.repair(state);
        }
    }
    println!("{kills} runs were killed, {stopped_while_writing} while they wrote: {seen:?}");
    states.repair(State::New);
}

fn kill(run: &mut Child) {
    run.kill().unwrap();
    run.wait().unwrap();
}

/// Measures how long a run takes, and how long of that it writes.
fn durations(states: &States) -> (Duration, Duration) {
    let start = Instant::now();
    let mut run = started(states.generate(State::New));
    wait_for_drafts(states, &mut run);
    let before = start.elapsed();
    ended(run);
    let whole = start.elapsed();
    states.repair(State::Old);
    (whole, whole.saturating_sub(before))
}

#[test]
fn leftovers_are_removed_even_if_the_output_is_up_to_date() {
    let states = States::new();
    fs::create_dir_all(states.out().join(STAGING).join("drafts/old-1")).unwrap();
    states.repair(State::Old);
}
