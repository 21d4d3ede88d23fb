//! What descriptions tell of types, on a whole edition: every match was looked at, and is kept in `snapshots/`.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test -p genesys-tests --test corpus` writes them anew; each line of the difference is then
//! for a person to look at.

use std::{env, fs, path::Path};

use genesys_modelgen::schema::{Schema, Type};
use genesys_tests::corpus::name;
use similar::TextDiff;

use crate::schema::SCHEMAS;

/// The edition that the snapshots are of.
const EDITION: &str = "2025-04-24";

/// A line for each property of which something is to be told.
fn lines(schema: &Schema, tell: impl Fn(&Type) -> Option<String>) -> String {
    let definitions = schema.definitions.iter();
    definitions
        .flat_map(|definition| definition.properties.iter().map(move |it| (definition, it)))
        .filter_map(|(definition, property)| {
            let told = tell(property.ty.innermost())?;
            Some(format!("{}.{} {told}\n", definition.name, property.name))
        })
        .collect()
}

fn time_kind(ty: &Type) -> Option<String> {
    let kind = match ty {
        Type::DateTime => "dateTime",
        Type::LocalDateTime => "localDateTime",
        Type::Date => "date",
        Type::Interval => "interval",
        Type::Duration => "duration",
        _ => return None,
    };
    Some(kind.to_owned())
}

fn listed_values(ty: &Type) -> Option<String> {
    match ty {
        Type::Enum(values) => Some(values.join(" ")),
        _ => None,
    }
}

#[track_caller]
fn check(file: &str, tell: impl Fn(&Type) -> Option<String>) {
    let schemas = SCHEMAS.iter();
    for (_, schema) in schemas.filter(|(edition, _)| name(edition) == EDITION) {
        let path = Path::new("snapshots").join(file);
        let actual = lines(schema, &tell);
        if env::var_os("UPDATE_SNAPSHOTS").is_some() {
            fs::write(&path, &actual).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap();
        let diff = TextDiff::from_lines(&expected, &actual);
        let diff = diff.unified_diff().context_radius(0).to_string();
        assert!(diff.is_empty(), "{}:\n{diff}", path.display());
    }
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_kinds_of_time_that_descriptions_tell_are_those_looked_at() {
    check("time-kinds.txt", time_kind);
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_values_that_descriptions_list_are_those_looked_at() {
    check("listed-values.txt", listed_values);
}
