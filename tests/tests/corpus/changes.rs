//! `compare` finds exactly the edits that were made to a copy of an edition.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use genesys_modelgen::{
    diff::{Change, ChangeLevel, Changes, compare},
    pipeline,
    schema::{PropertyName, Schema, Selection, from_json, print::json},
    span::SourceFile,
};
use tempfile::TempDir;

use crate::{page::title, schema::SCHEMAS};

/// One page of so many is edited.
const EVERY: usize = 20;

/// The middle of the rows that are edited.
const NUMBER: &str = " | `number` | No | ";

/// An edit of a row: takes the row and the name of its property, and returns the new row and the expected changes.
type Edit = fn(&str, &str) -> (String, Vec<String>);

const EDITS: [Edit; 6] = [
    |row, name| {
        let found = format!("major {name} type-changed number boolean");
        (row.replace("`number`", "`boolean`"), vec![found])
    },
    |row, name| {
        let found = format!("major {name} required-added optional required");
        (row.replace("| No |", "| Yes |"), vec![found])
    },
    |_, name| {
        (
            String::new(),
            vec![format!("major {name} property-removed number -")],
        )
    },
    |row, _| {
        let added = "| addedByTest | `string[]` | No | New. |\n";
        let found = "minor addedByTest property-added - string[]".to_owned();
        (row.to_owned() + added, vec![found])
    },
    |row, _| {
        let added = "| addedByTest | `object` | Yes | New. |\n";
        let found = "major addedByTest property-added - object".to_owned();
        (row.to_owned() + added, vec![found])
    },
    |row, name| {
        let row = row.replace(NUMBER, " | `number` | No | Edited. ");
        (row, vec![format!("point {name} description-changed")])
    },
];

/// A copy of the definitions of an edition.
struct EditionCopy {
    folder: TempDir,
    pages: Vec<PathBuf>,
}

impl EditionCopy {
    fn of(edition: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut pages = Vec::new();
        for entry in fs::read_dir(edition.join("definitions")).unwrap() {
            let original = entry.unwrap().path();
            let page = folder.path().join(original.file_name().unwrap());
            fs::copy(original, &page).unwrap();
            pages.push(page);
        }
        pages.sort_unstable();
        Self { folder, pages }
    }

    fn schema(&self) -> Schema {
        pipeline::read_schema(self.folder.path(), &Selection::default())
            .value
            .unwrap()
    }
}

/// Edits some pages, and returns the expected changes, each behind the name of its definition.
fn edit(copy: &EditionCopy) -> BTreeSet<String> {
    let mut edits = EDITS.iter().cycle();
    let mut expected = BTreeSet::new();
    for page in copy.pages.iter().step_by(EVERY) {
        let text = fs::read_to_string(page).unwrap();
        let Some(row) = editable_row(&text) else {
            continue;
        };
        let (title, name) = (title(&text), row.split(' ').nth(1).unwrap());
        let edit = edits.next().unwrap();
        let (edited, found) = edit(row, name);
        fs::write(page, text.replacen(row, &edited, 1)).unwrap();
        expected.extend(found.iter().map(|found| format!("{title} {found}")));
    }
    expected
}

/// Returns a row that can be edited: unique, on one line, with a simple name, and not the only one of its page.
fn editable_row(page: &str) -> Option<&str> {
    let mut rows = page
        .split_inclusive('\n')
        .filter(|line| line.starts_with("| "));
    let is_alone = rows.clone().count() < 4;
    rows.find(|row| {
        let is_whole = row.ends_with(" |\n") && row.matches('|').count() == 5;
        let name = row.split_once(NUMBER).map(|(name, _)| name);
        is_whole
            && name.is_some_and(|name| !name[2..].contains([' ', '\\']))
            && page.matches(row).count() == 1
    })
    .filter(|_| !is_alone)
}

/// Formats a change like the edits do, without the old and the new description.
fn line(change: &Change) -> String {
    let property = change.property.as_ref().map_or("-", PropertyName::as_str);
    let (definition, level, kind) = (&change.definition, change.level, change.kind.as_str());
    let part = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    match kind {
        "description-changed" => format!("{definition} {level} {property} {kind}"),
        _ => format!(
            "{definition} {level} {property} {kind} {} {}",
            part(&change.from),
            part(&change.to)
        ),
    }
}

fn all(changes: &Changes) -> BTreeSet<String> {
    changes.iter().map(line).collect()
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn an_edition_equals_its_copy_and_its_printed_schema() {
    for (edition, schema) in SCHEMAS.iter() {
        assert!(compare(schema, &EditionCopy::of(edition).schema()).is_empty());
        let file = SourceFile {
            path: "schema.json".into(),
            text: json(schema),
        };
        assert!(compare(schema, &from_json(&file.into()).unwrap()).is_empty());
    }
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn exactly_the_edits_are_found() {
    for (edition, schema) in SCHEMAS.iter() {
        let copy = EditionCopy::of(edition);
        let expected = edit(&copy);
        assert!(expected.len() > EDITS.len(), "{expected:?}");
        let changes = compare(schema, &copy.schema());
        assert_eq!(all(&changes), expected);
        assert_eq!(changes.iter().count(), expected.len());
    }
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn an_added_and_a_removed_page_are_an_added_and_a_removed_model() {
    for (edition, schema) in SCHEMAS.iter() {
        let copy = EditionCopy::of(edition);
        let unreferenced = unreferenced(schema);
        let gone = copy
            .pages
            .iter()
            .find(|page| title(&fs::read_to_string(page).unwrap()) == unreferenced);
        fs::remove_file(gone.unwrap()).unwrap();
        let new = "# `AddedByTest` Definition\n\n| Property | Type | Required |\n|--|--|--|\n| a | `string` | No |\n";
        fs::write(copy.folder.path().join("addedbytest-definition.md"), new).unwrap();
        let changes = compare(schema, &copy.schema());
        let gone = format!("{unreferenced} major - model-removed - -");
        let come = "AddedByTest minor - model-added - -".to_owned();
        assert_eq!(all(&changes), BTreeSet::from([gone, come]));
        assert_eq!(changes.level(), ChangeLevel::Major);
    }
}

/// Returns the first definition without references to it.
fn unreferenced(schema: &Schema) -> &str {
    let properties = schema
        .definitions
        .iter()
        .flat_map(|definition| &definition.properties);
    let referred: BTreeSet<_> = properties
        .filter_map(|property| property.ty.reference())
        .collect();
    let mut unreferenced = schema
        .definitions
        .iter()
        .filter(|definition| !referred.contains(&definition.name));
    unreferenced.next().unwrap().name.as_str()
}
