//! Input that arrives in pieces, ends early or is corrupt.

use std::io::{self, Read};

use genesys_tests::{
    dice::{self, Dice},
    law,
    sample::Everything,
};
use serde::{Serialize, de::DeserializeOwned};

/// A reader that returns one byte at a time, and `Interrupted` before each.
struct OneByteReader<'a> {
    rest: &'a [u8],
    was_interrupted: bool,
}

impl<'a> OneByteReader<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            was_interrupted: false,
        }
    }
}

impl Read for OneByteReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.was_interrupted ^= true;
        if self.was_interrupted {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let length = buffer.len().min(1);
        self.rest.read(&mut buffer[..length])
    }
}

/// Decodes bytes in every way that `serde_json` offers, and encodes the results.
fn decode_every_way<T: DeserializeOwned + Serialize>(
    bytes: &[u8],
) -> Vec<serde_json::Result<String>> {
    let text = str::from_utf8(bytes);
    let decoded = [
        Some(serde_json::from_slice::<T>(bytes)),
        Some(serde_json::from_reader(bytes)),
        Some(serde_json::from_reader(OneByteReader::new(bytes))),
        text.ok().map(serde_json::from_str),
        Some(serde_json::from_slice(bytes).and_then(serde_json::from_value)),
        Some(
            serde_json::from_slice::<serde_json::Value>(bytes)
                .and_then(|value| T::deserialize(&value)),
        ),
    ];
    let decoded = decoded.into_iter().flatten();
    decoded
        .map(|model| serde_json::to_string(&model?))
        .collect()
}

/// An object with every kind of token and character.
const WHOLE: &str = concat!(
    "{\"id\": \"\u{e9}\u{20ac}\u{1f600}\", \"type\": \"\\u00e9\\ud83d\\ude00\\n\\\\\\\"\", ",
    "\"number\": -12345678901234567890.5e-10, \"integer\": -9223372036854775808, \"float\": 5, ",
    "\"active\": true, \"any\": {\"a\": [null, false, 1.5e3]}, \"at\": \"2023-01-19T15:18:42Z\", ",
    "\"state\": \"connected\", \"person\": {\"id\": null, \"friend\": {\"name\": \"\u{1f600}\"}}, ",
    "\"people\": [{\"id\": \"1\"}, {\"x\": {}}, 5], \"labels\": {\"\\u00e9\": \"\u{e9}\"}, ",
    "\"ratios\": {\"a\": 1}, \"floats\": [1, 2.5], \"\\u0069d\": \"again\", \"unk\u{1f600}nown\": [[[]]]}",
);

#[test]
fn every_way_to_decode_gives_the_same_model() {
    let generated = (0..300).map(|seed| {
        let bytes: Vec<u8> = dice::bytes(seed).take(1_000).collect();
        law::object_for(&mut Everything::default(), &mut Dice::new(&bytes))
    });
    for text in generated.chain([WHOLE.to_owned()]) {
        let texts: Vec<_> = decode_every_way::<Everything>(text.as_bytes())
            .into_iter()
            .map(|result| result.map_err(drop))
            .collect();
        // A `Value` sorts names, and has only the last of several values with the same name.
        let (direct, by_value) = texts.split_at(4);
        assert!(direct.iter().all(|text| *text == direct[0]), "{texts:?}");
        assert!(
            by_value.iter().all(|text| *text == by_value[0]),
            "{texts:?}"
        );
        // With `serde_json`'s feature `raw_value`, no `Value` has a name that the library uses itself.
        let is_value = serde_json::from_str::<serde_json::Value>(&text).is_ok();
        assert_eq!(is_value && direct[0].is_ok(), by_value[0].is_ok(), "{text}");
    }
}

#[test]
fn truncated_input_is_an_error() {
    let bytes = WHOLE.as_bytes();
    assert!(
        decode_every_way::<Everything>(bytes)
            .iter()
            .all(Result::is_ok)
    );
    for end in 0..bytes.len() {
        for result in decode_every_way::<Everything>(&bytes[..end]) {
            let error = result.unwrap_err();
            let is_half_a_character = str::from_utf8(&bytes[..end]).is_err();
            assert!(error.is_eof() || is_half_a_character, "{end}: {error}");
        }
    }
}

#[test]
fn every_way_to_decode_rejects_the_same_corrupt_input() {
    let bytes = WHOLE.as_bytes();
    for at in 0..bytes.len() {
        for byte in [0, b'"', b'\\', b'{', b']', b',', b'9', b'-', 0x80, 0xff] {
            let mut corrupt = bytes.to_vec();
            corrupt[at] = byte;
            let results = decode_every_way::<Everything>(&corrupt);
            let accepted: Vec<_> = results.iter().map(Result::is_ok).collect();
            let agree = accepted.iter().all(|is_ok| *is_ok == accepted[0]);
            assert!(agree, "{at}, {byte}: {results:?}");
        }
    }
}

#[test]
fn an_error_from_the_reader_is_returned() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::ConnectionReset.into())
        }
    }
    let started = WHOLE.as_bytes()[..100].chain(Failing);
    let error = serde_json::from_reader::<_, Everything>(started).unwrap_err();
    assert_eq!(error.io_error_kind(), Some(io::ErrorKind::ConnectionReset));
}
