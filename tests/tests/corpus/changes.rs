//! A whole edition against copies of it that were edited here.

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

use crate::schema::SCHEMAS;

/// Every so many pages, one is edited.
const EVERY: usize = 20;

/// A row of which the edits know all that they need.
const NUMBER: &str = " | `number` | No | ";

/// An edit of a page, by the row that it edits: the row that comes of it, and what should be found.
type Edit = fn(&str, &str) -> (String, Vec<String>);

/// Edits of a row, given the property's name; each in its turn.
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

/// An edition's pages in a folder of their own.
struct Copy {
    folder: TempDir,
    pages: Vec<PathBuf>,
}

impl Copy {
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

/// Edits some pages, and tells what should be found, each line with its definition before it.
fn edit(copy: &Copy) -> BTreeSet<String> {
    let mut edits = EDITS.iter().cycle();
    let mut expected = BTreeSet::new();
    for page in copy.pages.iter().step_by(EVERY) {
        let text = fs::read_to_string(page).unwrap();
        let Some(row) = row(&text) else { continue };
        let (title, name) = (title(&text), row.split(' ').nth(1).unwrap());
        let edit = edits.next().unwrap();
        let (edited, found) = edit(row, name);
        fs::write(page, text.replacen(row, &edited, 1)).unwrap();
        expected.extend(found.iter().map(|found| format!("{title} {found}")));
    }
    expected
}

fn title(page: &str) -> &str {
    page.split('`').nth(1).unwrap()
}

/// A row of a page with others beside it, which is whole and named by one word, and stands there once.
fn row(page: &str) -> Option<&str> {
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

/// A change as the edits tell it; of a description not what it was.
fn told(change: &Change) -> String {
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
    changes.iter().map(told).collect()
}

#[test]
fn an_edition_is_no_different_from_a_copy_or_from_what_is_printed_of_it() {
    for (edition, schema) in SCHEMAS.iter() {
        assert!(compare(schema, &Copy::of(edition).schema()).is_empty());
        let file = SourceFile {
            path: "schema.json".into(),
            text: json(schema),
        };
        assert!(compare(schema, &from_json(&file.into()).unwrap()).is_empty());
    }
}

#[test]
fn exactly_what_was_edited_in_a_copy_is_found() {
    for (edition, schema) in SCHEMAS.iter() {
        let copy = Copy::of(edition);
        let expected = edit(&copy);
        assert!(expected.len() > EDITS.len(), "{expected:?}");
        let changes = compare(schema, &copy.schema());
        assert_eq!(all(&changes), expected);
        assert_eq!(changes.iter().count(), expected.len());
    }
}

#[test]
fn pages_that_come_and_go_are_models_that_do() {
    for (edition, schema) in SCHEMAS.iter() {
        let copy = Copy::of(edition);
        let lonely = lonely(schema);
        let gone = copy
            .pages
            .iter()
            .find(|page| title(&fs::read_to_string(page).unwrap()) == lonely);
        fs::remove_file(gone.unwrap()).unwrap();
        let new = "# `AddedByTest` Definition\n\n| Property | Type | Required |\n|--|--|--|\n| a | `string` | No |\n";
        fs::write(copy.folder.path().join("addedbytest-definition.md"), new).unwrap();
        let changes = compare(schema, &copy.schema());
        let gone = format!("{lonely} major - model-removed - -");
        let come = "AddedByTest minor - model-added - -".to_owned();
        assert_eq!(all(&changes), BTreeSet::from([gone, come]));
        assert_eq!(changes.level(), ChangeLevel::Major);
    }
}

/// The first definition that no other refers to.
fn lonely(schema: &Schema) -> &str {
    let properties = schema
        .definitions
        .iter()
        .flat_map(|definition| &definition.properties);
    let referred: BTreeSet<_> = properties
        .filter_map(|property| property.ty.reference())
        .collect();
    let mut lonely = schema
        .definitions
        .iter()
        .filter(|definition| !referred.contains(&definition.name));
    lonely.next().unwrap().name.as_str()
}
