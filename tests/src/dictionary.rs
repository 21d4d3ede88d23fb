//! Words that an input is made of, as libFuzzer's dictionaries have them.

use std::{fs, io, path::Path};

/// The words of one of the dictionaries in `fuzz/dictionaries/`.
///
/// # Errors
///
/// The file cannot be read.
pub fn words(name: &str) -> io::Result<Vec<Vec<u8>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/dictionaries");
    let text = fs::read_to_string(folder.join(name))?;
    Ok(text.lines().filter_map(word).collect())
}

/// The word of a line, which stands in quotes; other lines are comments.
fn word(line: &str) -> Option<Vec<u8>> {
    let mut rest = line.strip_prefix('"')?.strip_suffix('"')?;
    let mut bytes = Vec::new();
    while let Some(sign) = rest.bytes().next() {
        let (byte, length) = match (sign, rest.get(1..2)) {
            (b'\\', Some("x")) => (u8::from_str_radix(rest.get(2..4)?, 16).ok()?, 4),
            (b'\\', _) => (*rest.as_bytes().get(1)?, 2),
            _ => (sign, 1),
        };
        bytes.push(byte);
        rest = rest.get(length..)?;
    }
    Some(bytes)
}

#[test]
fn escapes_are_undone() {
    assert_eq!(word(r#""\"a\\u\x0a\xef""#).unwrap(), b"\"a\\u\n\xef");
    assert_eq!(word("# \"a\""), None);
}

#[test]
fn all_lines_are_understood() {
    for name in ["markdown.dict", "models.dict"] {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../fuzz/dictionaries/");
        let text = fs::read_to_string(format!("{folder}{name}")).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(words(name).unwrap().len(), lines.count(), "{name}");
    }
}
