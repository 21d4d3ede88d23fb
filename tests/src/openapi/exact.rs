//! Giving the docs' schema exact types, with the frequencies of the platform's own file.

use std::collections::BTreeMap;

use genesys_modelgen::schema::{
    ListedValues, Method, NumberFormat, Permissions, Response, Schema, Type,
};
use genesys_runtime::{Place, Scalar};

use crate::dice::{self, Dice};

/// The random bytes for each definition and for each method.
const BYTES: usize = 4_000;

/// Gives a schema pseudorandom formats, enums, maps, read-only properties, permissions and error codes, the same on every
/// machine.
pub fn make_exact(schema: &mut Schema) {
    for (seed, definition) in (0..).zip(&mut schema.definitions) {
        let bytes: Vec<u8> = dice::bytes(seed).take(BYTES).collect();
        let mut dice = Dice::new(&bytes);
        for property in &mut definition.properties {
            refine(&mut property.ty, &mut dice);
            property.read_only = dice.percent(15);
        }
    }
    for method in schema.apis.iter_mut().flat_map(|api| &mut api.methods) {
        // A method of several APIs is the same in each.
        let seed = method.name.as_str().bytes().map(u64::from).sum();
        let bytes: Vec<u8> = dice::bytes(seed).take(BYTES).collect();
        refine_method(method, &mut Dice::new(&bytes));
    }
}

/// Gives a type a format, values or the type of a map, as often as the platform's file does.
fn refine(ty: &mut Type, dice: &mut Dice<'_>) {
    match ty {
        Type::Scalar(Scalar::Number) => {
            *ty = Type::Number(match dice.below(100) {
                0..60 => NumberFormat::Int32,
                60..88 => NumberFormat::Int64,
                88..95 => NumberFormat::Double,
                _ => NumberFormat::Float,
            });
        }
        Type::Scalar(Scalar::Text) if dice.percent(20) => *ty = Type::Enum(values(dice)),
        Type::Scalar(Scalar::Any) => *ty = Type::Map(Box::new(Type::Scalar(Scalar::Text))),
        Type::Enum(listed) => listed.is_cut_short = false,
        Type::Array(items) | Type::Map(items) => refine(items, dice),
        Type::Scalar(_) | Type::Number(_) | Type::Ref(_) => {}
    }
}

fn values(dice: &mut Dice<'_>) -> ListedValues {
    let (first, count) = (dice.below(WORDS.len()), 2 + dice.below(9));
    let words = WORDS.iter().cycle().skip(first).take(count);
    ListedValues {
        values: words.map(|word| word.to_uppercase()).collect(),
        is_cut_short: false,
    }
}

fn refine_method(method: &mut Method, dice: &mut Dice<'_>) {
    for parameter in &mut method.parameters {
        if parameter.place == Place::Query {
            refine(&mut parameter.ty, dice);
            let is_number = matches!(parameter.ty, Type::Number(_));
            parameter.default = is_number.then(|| dice.below(100).to_string());
        }
    }
    if dice.percent(86) {
        let names = vec![format!("{}:{}:view", word(dice), word(dice))];
        method.permissions = Some(if dice.percent(80) {
            Permissions::Any(names)
        } else {
            Permissions::All(names)
        });
    }
    method.preview = dice.percent(5);
    let errors = { method.responses.iter_mut() }.filter(|response| !response.status.is_success());
    for response in errors {
        response.error_codes = error_codes(response, dice);
    }
}

fn error_codes(response: &Response, dice: &mut Dice<'_>) -> BTreeMap<String, String> {
    let count = if dice.percent(30) { 10 } else { 2 };
    (0..count)
        .map(|_| {
            let code = format!("{}.{}.{}", response.status, word(dice), word(dice));
            let words: Vec<_> = (0..10).map(|_| word(dice)).collect();
            (code, words.join(" "))
        })
        .collect()
}

fn word(dice: &mut Dice<'_>) -> &'static str {
    WORDS[dice.below(WORDS.len())]
}

const WORDS: [&str; 24] = [
    "anchor", "ballast", "cargo", "deck", "engine", "fender", "galley", "harbour", "inlet",
    "jetty", "keel", "ladder", "mast", "nautical", "oar", "pier", "quay", "rudder", "sail", "tide",
    "vessel", "wharf", "yard", "zenith",
];
