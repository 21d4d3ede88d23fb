//! Runs that are killed.

use std::{
    collections::BTreeMap,
    env, fs,
    process::Child,
    thread::sleep,
    time::{Duration, Instant, SystemTime},
};

use crate::states::{STAGING, State, States, ended, started, wait_for_drafts};

/// How many runs are killed, where the environment does not tell.
const KILLS: &str = "200";

/// Numbers that differ from run to run.
struct Dice(u64);

impl Dice {
    fn new() -> Self {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        Self(now.unwrap().subsec_nanos().into())
    }

    /// A part of a duration.
    fn part_of(&mut self, whole: Duration) -> Duration {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        whole.mul_f64(f64::from((self.0 >> 32) as u32) / f64::from(u32::MAX))
    }
}

/// Alternates between two specs with runs that are killed: half of them at any moment, half of them while they write.
#[test]
fn whenever_a_run_is_killed_no_mix_compiles_and_a_later_run_repairs_it() {
    let states = States::new();
    let kills = env::var("KILLS").unwrap_or_else(|_| KILLS.to_owned());
    let kills: usize = kills.parse().unwrap();
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
            // Nobody else's drafts are taken for those of this run, which has all to write.
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
    assert!(stopped_while_writing > 0, "none was killed while it wrote");
    states.repair(State::New);
}

fn kill(run: &mut Child) {
    run.kill().unwrap();
    run.wait().unwrap();
}

/// How long a run takes, and how long it takes to write.
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
fn what_a_run_left_that_had_all_in_place_is_cleared_away() {
    let states = States::new();
    fs::create_dir_all(states.out().join(STAGING).join("drafts/old-1")).unwrap();
    states.repair(State::Old);
}
