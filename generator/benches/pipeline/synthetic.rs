//! Synthetic specs with the statistics of the real one: properties per definition, links, lists and lengths of
//! descriptions.

use std::{fmt::Write, fs, io, path::Path};

use crate::dice::Dice;

/// The deciles of the number of properties of a definition.
const PROPERTIES: [usize; 10] = [1, 2, 2, 3, 3, 4, 5, 7, 9, 11];

/// Writes a spec with a number of definitions. The spec is the same on every machine.
pub fn write(dir: &Path, definitions: usize) -> io::Result<()> {
    let mut dice = Dice::new(1);
    (0..definitions).try_for_each(|number| {
        let text = definition(number, definitions, &mut dice);
        fs::write(
            dir.join(format!("{}-definition.md", name(number).to_lowercase())),
            text,
        )
    })
}

fn name(number: usize) -> String {
    let word = WORDS[number % WORDS.len()];
    format!("{}{}Model{number}", word[..1].to_uppercase(), &word[1..])
}

fn definition(number: usize, definitions: usize, dice: &mut Dice) -> String {
    let mut text = format!("# `{}` Definition\n\n", name(number));
    text += "| Property | Type | Required | Description |\n|----------|------|----------|-------------|\n";
    let many = if dice.percent(2) { 50 } else { 0 };
    for property in 0..PROPERTIES[dice.below(10)] + many {
        let word = WORDS[dice.below(WORDS.len())];
        let (ty, is_text) = property_type(definitions, dice);
        let required = if dice.percent(15) { "Yes" } else { "No" };
        let description = description(is_text, dice);
        writeln!(
            text,
            "| {word}Part{property} | {ty} | {required} | {description} |"
        )
        .expect("writing to a string cannot fail");
    }
    text + "\n---\n\n*This documentation was made up on 2025-01-01T00:00:00Z*\n"
}

/// Returns a type, and whether it is a string.
fn property_type(definitions: usize, dice: &mut Dice) -> (String, bool) {
    let link = |dice: &mut Dice, brackets: &str| {
        let name = name(dice.below(definitions));
        format!(
            "[`{name}{brackets}`]({}-definition.md)",
            name.to_lowercase()
        )
    };
    match dice.below(100) {
        0..52 => ("`string`".to_owned(), true),
        52..66 => (link(dice, ""), false),
        66..79 => ("`number`".to_owned(), false),
        79..88 => (link(dice, "[]"), false),
        88..94 => ("`boolean`".to_owned(), false),
        94..99 => ("`string[]`".to_owned(), false),
        _ => ("`object`".to_owned(), false),
    }
}

/// Returns a description, which is empty for a quarter of the properties. Some descriptions of strings describe a time
/// or list values.
fn description(is_text: bool, dice: &mut Dice) -> String {
    if dice.percent(25) {
        return String::new();
    }
    let mut text = sentence(dice);
    if is_text && dice.percent(12) {
        text += ". Date time is represented as an ISO-8601 string. For example: yyyy-MM-ddTHH:mm:ss[.mmm]Z";
    } else if is_text && dice.percent(5) {
        text += ". Values can be: 'first', 'second', 'third' or 'last'";
    }
    text
}

fn sentence(dice: &mut Dice) -> String {
    let words: Vec<_> = (0..6 + dice.below(8))
        .map(|_| WORDS[dice.below(WORDS.len())])
        .collect();
    words.join(" ")
}

const WORDS: [&str; 24] = [
    "the", "queue", "of", "agent", "calls", "which", "waits", "for", "longest", "in", "region",
    "and", "its", "owner", "number", "when", "schedule", "starts", "skill", "a", "level", "by",
    "team", "reply",
];
