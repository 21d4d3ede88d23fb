//! Almost valid inputs: seeds with a few random edits, like those of coverage-guided fuzzers.

use std::{fs, io, ops::Range, path::Path};

use crate::dice::Dice;

/// The largest number of edits.
const EDITS: usize = 5;

/// The largest number of bytes that an edit copies, moves or removes.
const PIECE: usize = 40;

/// Applies a few edits to one of `seeds`. Some edits insert one of `words`, the words of a dictionary.
#[must_use]
pub fn mutate(seeds: &[String], words: &[Vec<u8>], dice: &mut Dice<'_>) -> Vec<u8> {
    let mut bytes = seed(seeds, dice).to_vec();
    for _ in 0..=dice.below(EDITS) {
        edit(&mut bytes, seed(seeds, dice), words, dice);
    }
    bytes
}

fn seed<'a>(seeds: &'a [String], dice: &mut Dice<'_>) -> &'a [u8] {
    let seed = seeds.get(dice.below(seeds.len()));
    seed.map_or(b"", |seed| seed.as_bytes())
}

fn edit(bytes: &mut Vec<u8>, other: &[u8], words: &[Vec<u8>], dice: &mut Dice<'_>) {
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

fn piece(bytes: &[u8], dice: &mut Dice<'_>) -> Range<usize> {
    let start = dice.below(bytes.len() + 1);
    start..(start + dice.below(PIECE)).min(bytes.len())
}

/// Reads the words of a libFuzzer dictionary in `fuzz/dictionaries/`.
///
/// # Errors
///
/// If the file cannot be read.
pub fn dictionary(name: &str) -> io::Result<Vec<Vec<u8>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/dictionaries");
    let text = fs::read_to_string(folder.join(name))?;
    Ok(text.lines().filter_map(quoted_word).collect())
}

/// Parses a line like `"a\x0a"`. Lines without quotes are comments.
fn quoted_word(line: &str) -> Option<Vec<u8>> {
    let mut rest = line.strip_prefix('"')?.strip_suffix('"')?;
    let mut word = Vec::new();
    while let Some(first) = rest.bytes().next() {
        let (byte, length) = match (first, rest.get(1..2)) {
            (b'\\', Some("x")) => (u8::from_str_radix(rest.get(2..4)?, 16).ok()?, 4),
            (b'\\', _) => (*rest.as_bytes().get(1)?, 2),
            _ => (first, 1),
        };
        word.push(byte);
        rest = rest.get(length..)?;
    }
    Some(word)
}

#[test]
fn escapes_in_a_dictionary_are_decoded() {
    assert_eq!(quoted_word(r#""\"a\\u\x0a\xef""#).unwrap(), b"\"a\\u\n\xef");
    assert_eq!(quoted_word("# \"a\""), None);
}

#[test]
fn every_line_of_the_dictionaries_is_parsed() {
    for name in ["markdown.dict", "models.dict"] {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../fuzz/dictionaries/");
        let text = fs::read_to_string(format!("{folder}{name}")).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(dictionary(name).unwrap().len(), lines.count(), "{name}");
    }
}
