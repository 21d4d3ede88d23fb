//! Killed runs.

use std::{
    collections::BTreeMap,
    env, fs,
    process::Child,
    thread::sleep,
    time::{Duration, Instant, SystemTime},
};

use crate::states::{STAGING, State, States, spawn, wait, wait_for_drafts};

/// Returns the number of runs to kill: 200 in CI, 24 elsewhere. The environment variable `KILLS` overrides it.
fn kills() -> usize {
    let default = if env::var_os("CI").is_some() { 200 } else { 24 };
    env::var("KILLS").map_or(default, |text| text.parse().unwrap())
}

/// A pseudorandom number generator, seeded by the clock.
struct Random(u64);

impl Random {
    fn new() -> Self {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        Self(now.unwrap().subsec_nanos().into())
    }

    /// Returns a random part of a duration.
    fn part_of(&mut self, total: Duration) -> Duration {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        total.mul_f64(f64::from((self.0 >> 32) as u32) / f64::from(u32::MAX))
    }
}

/// Half of the runs are killed at a random time, the other half while they write.
#[test]
fn a_killed_run_leaves_no_mixed_output_that_compiles_and_the_next_run_repairs_it() {
    let states = States::new();
    let kills = kills();
    let (total, writing) = durations(&states);
    let mut random = Random::new();
    let mut seen = BTreeMap::new();
    let mut stopped_while_writing = 0;
    for number in 0..kills {
        let state = [State::New, State::Old][number % 2];
        if number % 4 < 2 {
            let mut run = spawn(states.generate(state));
            sleep(random.part_of(total));
            kill(&mut run);
        } else {
            // Removes the drafts of the previous run, and makes this run write all files.
            states.repair([State::Old, State::New][number % 2]);
            let mut run = spawn(states.generate(state));
            wait_for_drafts(&states, &mut run);
            sleep(random.part_of(writing));
            kill(&mut run);
            stopped_while_writing += usize::from(states.out().join(STAGING).exists());
        }
        *seen.entry(states.state()).or_insert(0) += 1;
        if number % 10 == 9 {
            states.repair(state);
        }
    }
    println!(
        "{kills} runs were killed, {stopped_while_writing} while they wrote; states afterwards: {seen:?}"
    );
    states.repair(State::New);
}

fn kill(run: &mut Child) {
    run.kill().unwrap();
    run.wait().unwrap();
}

/// Measures how long a run takes, and how much of that time it writes.
fn durations(states: &States) -> (Duration, Duration) {
    let start = Instant::now();
    let mut run = spawn(states.generate(State::New));
    wait_for_drafts(states, &mut run);
    let before = start.elapsed();
    wait(run);
    let total = start.elapsed();
    states.repair(State::Old);
    (total, total.saturating_sub(before))
}

#[test]
fn leftovers_are_removed_even_if_the_output_is_up_to_date() {
    let states = States::new();
    fs::create_dir_all(states.out().join(STAGING).join("drafts/old-1")).unwrap();
    states.repair(State::Old);
}
