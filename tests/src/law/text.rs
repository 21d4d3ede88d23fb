//! Generation of untyped JSON.

use crate::dice::Dice;

/// JSON strings: escapes, unusual Unicode, and the texts of other types.
const STRINGS: &[&str] = &[
    r#""""#,
    r#""a""#,
    r#""connected""#,
    r#""Connected""#,
    r#""5""#,
    r#""null""#,
    r#""2023-01-19T15:18:42Z""#,
    r#""2023-01-19T15:18:42.123Z/2023-01-20""#,
    r#""PT5M""#,
    r#"" ""#,
    r#""\"\\\/\b\f\n\r\t""#,
    r#""\u0000\u001f\u007f""#,
    r#""ä\u00e4ß\u0130ı""#,
    r#""e\u0301\u200b\u202e\ufeff""#,
    r#""\ud83d\ude00😀\udbff\udfff""#,
    r#""\uffff\ufffd""#,
    r#""a text that is long enough to be stored on the heap by types that store short texts inline""#,
];

/// JSON numbers: around the limits of the numeric types, and in all notations.
const NUMBERS: &[&str] = &[
    "0",
    "5",
    "-1",
    "5.0",
    "-0",
    "-0.0",
    "0.1",
    "1.5",
    "-2.75e3",
    "1e2",
    "1E+2",
    "100e-2",
    "1e-7",
    "2147483648",
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "-9007199254740993",
    "9007199254740993.0",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "123456789012345678901234567890",
    "0.30000000000000004",
    "1.7976931348623157e308",
    "5e-324",
    "1e-400",
];

/// Texts that `serde_json` rejects.
const INVALID: &[&str] = &[
    "",
    "1e400",
    "-1e400",
    "01",
    "1.",
    "+1",
    "nul",
    "\"\\ud800\"",
    "\"line\nbreak\"",
    "[1,]",
];

/// Returns a JSON string.
pub fn string(dice: &mut Dice<'_>) -> String {
    dice.pick(STRINGS).to_owned()
}

/// Returns a JSON number.
pub fn number(dice: &mut Dice<'_>) -> String {
    dice.pick(NUMBERS).to_owned()
}

/// Returns any JSON value, or rarely invalid JSON, with at most `depth` levels of arrays and objects.
pub fn any_value(dice: &mut Dice<'_>, depth: usize) -> String {
    let shapes = if depth == 0 { 5 } else { 7 };
    match dice.below(shapes) {
        0 => "null".to_owned(),
        1 => "true".to_owned(),
        2 => "false".to_owned(),
        3 => number(dice),
        4 if dice.percent(1) => dice.pick(INVALID).to_owned(),
        4 => string(dice),
        5 => array(dice, |dice| any_value(dice, depth - 1)),
        _ => object(dice, |dice| (string(dice), any_value(dice, depth - 1))),
    }
}

/// Returns a JSON array of generated items.
pub fn array(dice: &mut Dice<'_>, item: impl FnMut(&mut Dice<'_>) -> String) -> String {
    let items = repeat(dice, item);
    format!("[{}]", items.join(","))
}

/// Returns a JSON object of generated entries: a name as a JSON string, and a value. Names may repeat.
pub fn object(
    dice: &mut Dice<'_>,
    mut entry: impl FnMut(&mut Dice<'_>) -> (String, String),
) -> String {
    let entries = repeat(dice, |dice| {
        let (name, value) = entry(dice);
        format!("{name}: {value}")
    });
    format!("{{{}}}", entries.join(", "))
}

fn repeat(dice: &mut Dice<'_>, mut item: impl FnMut(&mut Dice<'_>) -> String) -> Vec<String> {
    (0..dice.below(6)).map(|_| item(dice)).collect()
}
