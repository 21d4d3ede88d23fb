//! Made-up payloads: objects of a definition with half of their properties, one a line.
//!
//!     cargo run --example payload -- SPEC DEFINITION COUNT
//!
//! Properties come in the docs' order, and the same call makes the same bytes on every machine.

use std::{
    env,
    io::{self, Write},
};

use anyhow::{Context, bail};
use genesys_modelgen::{
    diagnostic::{TextStyle, text},
    pipeline,
    schema::{Definition, Property, Schema, Selection, Type},
};

/// How deep objects go; below that, references are left out.
const DEPTH: usize = 3;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let [spec, name, count] = &arguments[..] else {
        bail!("a spec's folder, a definition and a count are needed")
    };
    let outcome = pipeline::read_schema(spec.as_ref(), &Selection::default());
    let Some(schema) = outcome.value else {
        bail!(text(&outcome.diagnostics, TextStyle::default()))
    };
    let definition = schema
        .definition(name)
        .with_context(|| format!("no definition `{name}`"))?;
    let mut maker = Maker {
        schema: &schema,
        dice: Dice(1),
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    for _ in 0..count.parse::<usize>()? {
        writeln!(out, "{}", maker.object(definition, DEPTH))?;
    }
    out.flush().context("cannot write the payloads")
}

/// Makes payloads.
struct Maker<'a> {
    schema: &'a Schema,
    dice: Dice,
}

impl Maker<'_> {
    fn object(&mut self, definition: &Definition, depth: usize) -> String {
        let entries: Vec<_> = definition
            .properties
            .iter()
            .filter_map(|property| self.entry(property, depth))
            .collect();
        format!("{{{}}}", entries.join(","))
    }

    /// Every second property.
    fn entry(&mut self, property: &Property, depth: usize) -> Option<String> {
        let value = if self.dice.below(2) == 0 {
            self.value(&property.ty, depth)
        } else {
            None
        };
        Some(format!("{}:{}", quoted(property.name.as_str()), value?))
    }

    fn value(&mut self, ty: &Type, depth: usize) -> Option<String> {
        Some(match ty {
            Type::String => self.text(),
            Type::DateTime => self.time("Z"),
            Type::LocalDateTime => self.time(""),
            Type::Date => quoted("2024-03-07"),
            Type::Interval => quoted("2024-03-07T00:00:00Z/2024-03-08T00:00:00Z"),
            Type::Duration => quoted("PT15M"),
            Type::Number(_) => self.dice.below(100_000).to_string(),
            Type::Boolean => (self.dice.below(2) == 0).to_string(),
            Type::Object => format!(
                r#"{{"first":{},"second":{}}}"#,
                self.text(),
                self.dice.below(100)
            ),
            Type::Map(values) => format!(r#"{{"first":{}}}"#, self.value(values, depth)?),
            Type::Enum(values) => quoted(&values[self.dice.below(values.len())]),
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

    /// An identifier, an address or a few words.
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

/// Chances that fall the same way on every machine (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let word = u32::try_from((mixed ^ (mixed >> 31)) >> 32).expect("32 bits are left");
        word as usize % end
    }
}
