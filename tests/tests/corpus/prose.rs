//! The types recognized in the descriptions of an edition, compared with the reviewed snapshots in `snapshots/`.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test -p genesys-tests --test corpus` rewrites the snapshots; review each changed line
//! before committing it.

use genesys_runtime::Scalar;
use std::{env, fs, path::Path};

use genesys_modelgen::schema::{Schema, Type};
use genesys_tests::corpus::name;
use similar::TextDiff;

use crate::schema::SCHEMAS;

/// The edition of the snapshots.
const EDITION: &str = "2025-04-24";

/// Returns a line for each property with a type that `describe` does not skip.
fn lines(schema: &Schema, describe: impl Fn(&Type) -> Option<String>) -> String {
    let definitions = schema.definitions.iter();
    definitions
        .flat_map(|definition| definition.properties.iter().map(move |it| (definition, it)))
        .filter_map(|(definition, property)| {
            let description = describe(property.ty.innermost())?;
            Some(format!(
                "{}.{} {description}\n",
                definition.name, property.name
            ))
        })
        .collect()
}

fn time_kind(ty: &Type) -> Option<String> {
    let is_time = matches!(
        ty,
        Type::Scalar(
            Scalar::DateTime
                | Scalar::LocalDateTime
                | Scalar::Date
                | Scalar::Interval
                | Scalar::Duration
        )
    );
    is_time.then(|| ty.to_string())
}

fn listed_values(ty: &Type) -> Option<String> {
    match ty {
        Type::Enum(listed) => Some(listed.values.join(" ")),
        _ => None,
    }
}

#[track_caller]
fn assert_snapshot(file: &str, describe: impl Fn(&Type) -> Option<String>) {
    let schemas = SCHEMAS.iter();
    for (_, schema) in schemas.filter(|(edition, _)| name(edition) == EDITION) {
        let path = Path::new("snapshots").join(file);
        let actual = lines(schema, &describe);
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
fn recognized_kinds_of_time_match_the_snapshot() {
    assert_snapshot("time-kinds.txt", time_kind);
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn recognized_lists_of_values_match_the_snapshot() {
    assert_snapshot("listed-values.txt", listed_values);
}
