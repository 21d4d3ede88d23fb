//! Prints synthetic payloads for a definition, one per line. Each has about half of the properties.
//!
//!     cargo run --example payload -- SPEC DEFINITION COUNT
//!
//! The properties have the order of the docs, and the output is the same on every machine.

#[path = "../benches/pipeline/dice.rs"]
mod dice;

use genesys_runtime::Scalar;
use std::{
    env,
    io::{self, Write},
};

use anyhow::{Context, bail};
use genesys_modelgen::{
    diagnostic::{TextStyle, text},
    pipeline,
    schema::{Definition, ListedValues, Property, Schema, Selection, Type},
};

use self::dice::Dice;

/// The maximum depth of nested objects; references below it are omitted.
const MAX_DEPTH: usize = 3;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let [spec, name, count] = &arguments[..] else {
        bail!("usage: payload SPEC DEFINITION COUNT")
    };
    let outcome = pipeline::read_schema(spec, &Selection::default());
    let Some(schema) = outcome.value else {
        bail!(text(&outcome.diagnostics, TextStyle::default()))
    };
    let definition = schema
        .definition(name)
        .with_context(|| format!("no definition `{name}`"))?;
    let mut generator = PayloadGenerator {
        schema: &schema,
        dice: Dice::new(1),
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    for _ in 0..count.parse::<usize>()? {
        writeln!(out, "{}", generator.object(definition, MAX_DEPTH))?;
    }
    out.flush().context("cannot write the payloads")
}

struct PayloadGenerator<'a> {
    schema: &'a Schema,
    dice: Dice,
}

impl PayloadGenerator<'_> {
    fn object(&mut self, definition: &Definition, depth: usize) -> String {
        let entries: Vec<_> = definition
            .properties
            .iter()
            .filter_map(|property| self.entry(property, depth))
            .collect();
        format!("{{{}}}", entries.join(","))
    }

    /// Returns the JSON of a property, or `None` for about half of them.
    fn entry(&mut self, property: &Property, depth: usize) -> Option<String> {
        let value = if self.dice.percent(50) {
            self.value(&property.ty, depth)
        } else {
            None
        };
        Some(format!("{}:{}", quoted(property.name.as_str()), value?))
    }

    fn value(&mut self, ty: &Type, depth: usize) -> Option<String> {
        Some(match ty {
            Type::Scalar(Scalar::Text) => self.text(),
            Type::Scalar(Scalar::DateTime) => self.time("Z"),
            Type::Scalar(Scalar::LocalDateTime) => self.time(""),
            Type::Scalar(Scalar::Date) => quoted("2024-03-07"),
            Type::Scalar(Scalar::Interval) => quoted("2024-03-07T00:00:00Z/2024-03-08T00:00:00Z"),
            Type::Scalar(Scalar::Duration) => quoted("PT15M"),
            Type::Number(_) | Type::Scalar(Scalar::Number | Scalar::Integer | Scalar::Float) => {
                self.dice.below(100_000).to_string()
            }
            Type::Scalar(Scalar::Boolean) => self.dice.percent(50).to_string(),
            Type::Scalar(Scalar::Any) => format!(
                r#"{{"first":{},"second":{}}}"#,
                self.text(),
                self.dice.below(100)
            ),
            Type::Map(values) => format!(r#"{{"first":{}}}"#, self.value(values, depth)?),
            Type::Enum(ListedValues { values, .. }) => {
                quoted(&values[self.dice.below(values.len())])
            }
            Type::Array(items) => format!(
                "[{0},{1}]",
                self.value(items, depth)?,
                self.value(items, depth)?
            ),
            Type::Ref(name) => self.reference(name.as_str(), depth)?,
        })
    }

    fn reference(&mut self, name: &str, depth: usize) -> Option<String> {
        let definition = self.schema.definition(name)?;
        Some(self.object(definition, depth.checked_sub(1)?))
    }

    /// Returns an identifier, a path or a few words.
    fn text(&mut self) -> String {
        let number = self.dice.below(1_000_000);
        quoted(&match self.dice.below(4) {
            0 | 1 => format!("5f3c09a1-77de-4b0c-9a55-0e2f8d{number:06}"),
            2 => format!("/api/v2/things/{number}"),
            _ => format!("some words, and {number}"),
        })
    }

    fn time(&mut self, zone: &str) -> String {
        quoted(&format!(
            "2024-03-07T{:02}:{:02}:18.542{zone}",
            self.dice.below(24),
            self.dice.below(60)
        ))
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
