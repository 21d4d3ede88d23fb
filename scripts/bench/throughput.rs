//! Measures how fast two sets of models decode and encode the same payloads, and how large their types are.
//!
//! Rounds of both alternate, and the fastest of each counts. Both must first round-trip every payload.

use std::{
    env, fs,
    hint::black_box,
    mem::size_of,
    time::{Duration, Instant},
};

use serde::{Serialize, de::DeserializeOwned};

const ROUNDS: usize = 40;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = env::args()
        .nth(1)
        .ok_or("expected a file with one payload per line")?;
    let text = fs::read_to_string(path)?;
    let lines: Vec<_> = text.lines().collect();
    let (ours, derived) =
        compare::<ours::CallbackMediaParticipant, derived::CallbackMediaParticipant>(&lines)?;
    let speed = |time: Duration| text.len() as f64 / 1e6 / time.as_secs_f64();
    row("decode, MB/s", speed(ours.decode), speed(derived.decode));
    row("encode, MB/s", speed(ours.encode), speed(derived.encode));
    sizes::<ours::CallbackMediaParticipant, derived::CallbackMediaParticipant>(
        "`CallbackMediaParticipant`, bytes",
    );
    sizes::<ours::User, derived::User>("`User`, bytes");
    sizes::<ours::Conversation, derived::Conversation>("`Conversation`, bytes");
    Ok(())
}

/// The fastest times of all rounds.
struct Times {
    decode: Duration,
    encode: Duration,
}

fn compare<A, B>(lines: &[&str]) -> serde_json::Result<(Times, Times)>
where
    A: DeserializeOwned + Serialize,
    B: DeserializeOwned + Serialize,
{
    check::<A>(lines)?;
    check::<B>(lines)?;
    let worst = || Times {
        decode: Duration::MAX,
        encode: Duration::MAX,
    };
    let (mut a, mut b) = (worst(), worst());
    for _ in 0..ROUNDS {
        round::<A>(lines, &mut a)?;
        round::<B>(lines, &mut b)?;
    }
    Ok((a, b))
}

/// Checks that the models round-trip every payload.
fn check<T: DeserializeOwned + Serialize>(lines: &[&str]) -> serde_json::Result<()> {
    for line in lines {
        let written = serde_json::to_string(&serde_json::from_str::<T>(line)?)?;
        assert_eq!(written, *line);
    }
    Ok(())
}

/// Measures a round: decodes and drops every payload, then encodes every payload.
fn round<T: DeserializeOwned + Serialize>(
    lines: &[&str],
    best: &mut Times,
) -> serde_json::Result<()> {
    let start = Instant::now();
    for line in lines {
        black_box(serde_json::from_str::<T>(black_box(line))?);
    }
    best.decode = best.decode.min(start.elapsed());

    let values: Vec<T> = lines
        .iter()
        .map(|line| serde_json::from_str(line))
        .collect::<Result<_, _>>()?;
    let mut buffer = Vec::new();
    let start = Instant::now();
    for value in &values {
        buffer.clear();
        serde_json::to_writer(&mut buffer, black_box(value))?;
        black_box(&buffer);
    }
    best.encode = best.encode.min(start.elapsed());
    Ok(())
}

fn sizes<A, B>(name: &str) {
    row(name, size_of::<A>() as f64, size_of::<B>() as f64);
}

fn row(name: &str, ours: f64, derived: f64) {
    println!(
        "| {name} | {ours:.0} | {derived:.0} | {:.2} |",
        ours / derived
    );
}
