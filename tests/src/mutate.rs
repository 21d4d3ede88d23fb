//! Inputs that are nearly right: seeds with a few changes, as fuzzers make them.

use std::ops::Range;

use crate::dice::Dice;

/// How many changes are made at most.
const CHANGES: usize = 5;

/// The longest piece that a change moves.
const PIECE: usize = 40;

/// One of some seeds with a few changes, some of which put words in; without seeds, only of such words.
#[must_use]
pub fn mutate(seeds: &[String], words: &[Vec<u8>], dice: &mut Dice<'_>) -> Vec<u8> {
    let mut bytes = seed(seeds, dice).to_vec();
    for _ in 0..=dice.below(CHANGES) {
        change(&mut bytes, seed(seeds, dice), words, dice);
    }
    bytes
}

fn seed<'a>(seeds: &'a [String], dice: &mut Dice<'_>) -> &'a [u8] {
    let seed = seeds.get(dice.below(seeds.len()));
    seed.map_or(b"", |seed| seed.as_bytes())
}

fn change(bytes: &mut Vec<u8>, other: &[u8], words: &[Vec<u8>], dice: &mut Dice<'_>) {
    let here = piece(bytes, dice);
    match dice.below(6) {
        0 => drop(bytes.drain(here)),
        1 => {
            let copy = bytes[here.clone()].to_vec();
            insert(bytes, here.start, &copy);
        }
        2 => insert(bytes, here.start, &other[piece(other, dice)]),
        3 => bytes.truncate(here.start),
        4 => insert(
            bytes,
            here.start,
            &[u8::try_from(dice.below(256)).unwrap_or_default()],
        ),
        _ => {
            let word = words.get(dice.below(words.len()));
            insert(bytes, here.start, word.map_or(&[], Vec::as_slice));
        }
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    bytes.splice(at..at, piece.iter().copied());
}

/// Some bytes of a text, none where it has none.
fn piece(bytes: &[u8], dice: &mut Dice<'_>) -> Range<usize> {
    let start = dice.below(bytes.len() + 1);
    start..(start + dice.below(PIECE)).min(bytes.len())
}
