//! `compare` reports exactly the edits in a copy of an edition.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use genesys_modelgen::{
    diff::{Change, ChangeLevel, Changes, compare},
    pipeline,
    schema::{Method, PropertyName, Schema, Selection, from_json, print::json},
    span::SourceFile,
};
use tempfile::TempDir;

use crate::{page::title, schema::SCHEMAS};

/// The distance between edited pages: every 20th page is edited.
const EDIT_INTERVAL: usize = 20;

/// The cells after the name in an editable row.
const OPTIONAL_NUMBER: &str = " | `number` | No | ";

/// A function that edits a row, given the row and the name of its property. Returns the new row and the expected changes.
type Edit = fn(&str, &str) -> (String, Vec<String>);

const EDITS: [Edit; 6] = [
    |row, name| {
        let change = format!("major {name} type-changed number boolean");
        (row.replace("`number`", "`boolean`"), vec![change])
    },
    |row, name| {
        let change = format!("major {name} required-added optional required");
        (row.replace("| No |", "| Yes |"), vec![change])
    },
    |_, name| {
        (
            String::new(),
            vec![format!("major {name} property-removed number -")],
        )
    },
    |row, _| {
        let added = "| addedByTest | `string[]` | No | New. |\n";
        let change = "minor addedByTest property-added - string[]".to_owned();
        (row.to_owned() + added, vec![change])
    },
    |row, _| {
        let added = "| addedByTest | `object` | Yes | New. |\n";
        let change = "major addedByTest property-added - object".to_owned();
        (row.to_owned() + added, vec![change])
    },
    |row, name| {
        let row = row.replace(OPTIONAL_NUMBER, " | `number` | No | Edited. ");
        (row, vec![format!("point {name} description-changed")])
    },
];

/// A copy of the pages of an edition.
struct EditionCopy {
    folder: TempDir,
    /// The pages of definitions.
    pages: Vec<PathBuf>,
    /// The pages of APIs.
    classes: Vec<PathBuf>,
}

impl EditionCopy {
    fn of(edition: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let [pages, classes] = ["definitions", "classes"].map(|kind| {
            let target = folder.path().join(kind);
            fs::create_dir(&target).unwrap();
            let entries = fs::read_dir(edition.join(kind)).unwrap();
            let copied = entries.map(|entry| {
                let original = entry.unwrap().path();
                let page = target.join(original.file_name().unwrap());
                fs::copy(original, &page).unwrap();
                page
            });
            let mut copied: Vec<_> = copied.collect();
            copied.sort_unstable();
            copied
        });
        Self {
            folder,
            pages,
            classes,
        }
    }

    fn schema(&self) -> Schema {
        pipeline::read_schema(self.folder.path(), &Selection::default())
            .value
            .unwrap()
    }
}

/// Edits some pages, and returns the expected changes, each prefixed with the name of its definition.
fn edit(copy: &EditionCopy) -> BTreeSet<String> {
    let mut edits = EDITS.iter().cycle();
    let mut expected = BTreeSet::new();
    for page in copy.pages.iter().step_by(EDIT_INTERVAL) {
        let text = fs::read_to_string(page).unwrap();
        let Some(row) = editable_row(&text) else {
            continue;
        };
        let (title, name) = (title(&text), row.split(' ').nth(1).unwrap());
        let edit = edits.next().unwrap();
        let (edited, changes) = edit(row, name);
        fs::write(page, text.replacen(row, &edited, 1)).unwrap();
        expected.extend(changes.iter().map(|change| format!("{title} {change}")));
    }
    expected
}

/// Returns a row of a page that can be edited: a unique row on one line with a simple name, and not the only row.
fn editable_row(page: &str) -> Option<&str> {
    let mut rows = page
        .split_inclusive('\n')
        .filter(|line| line.starts_with("| "));
    let is_only_row = rows.clone().count() < 4;
    rows.find(|row| {
        let is_whole = row.ends_with(" |\n") && row.matches('|').count() == 5;
        let name = row.split_once(OPTIONAL_NUMBER).map(|(name, _)| name);
        is_whole
            && name.is_some_and(|name| !name[2..].contains([' ', '\\']))
            && page.matches(row).count() == 1
    })
    .filter(|_| !is_only_row)
}

/// Formats a change like the expected changes of an [`Edit`], without the descriptions.
fn change_line(change: &Change) -> String {
    let property = change.property().map_or("-", PropertyName::as_str);
    let (definition, level, kind) = (
        change.definition().unwrap(),
        change.level,
        change.kind.as_str(),
    );
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

/// A text in the section of a method, its replacement, and the expected change.
const METHOD_EDITS: [[&str; 3]; 5] = [
    [
        "| `404` |",
        "| `418` |",
        "major response-removed 404\nminor response-added 418",
    ],
    [
        "The requested resource was not found.",
        "Gone.",
        "point response-description-changed 404",
    ],
    [
        "#### Endpoint\n",
        "> Edited.\n\n#### Endpoint\n",
        "point operation-description-changed -",
    ],
    [
        "#### Endpoint\n",
        "> Now deprecated.\n\n#### Endpoint\n",
        "major deprecated -",
    ],
    [
        "#### Endpoint\n",
        "Edited.\n\n#### Endpoint\n",
        "point summary-changed -",
    ],
];

/// Edits a method of each page of an API that describes one without a note and with a 404, and which no other page
/// describes. Returns the expected changes.
fn edit_methods(copy: &EditionCopy, schema: &Schema) -> BTreeSet<String> {
    let methods = || schema.apis.iter().flat_map(|api| &api.methods);
    let is_unique = |method: &&Method| {
        let is_same = |other: &&Method| {
            (other.http_method, &other.path) == (method.http_method, &method.path)
        };
        methods().filter(is_same).count() == 1
    };
    let mut edits = METHOD_EDITS.iter().cycle();
    let mut expected = BTreeSet::new();
    for page in &copy.classes {
        let text = fs::read_to_string(page).unwrap();
        let api = { schema.apis.iter() }.find(|api| api.name.as_str() == title(&text));
        let sections = api.unwrap().methods.iter().filter_map(|method| {
            let heading = format!("\n### `{}`\n", method.name);
            let start = text.find(&heading)?;
            let length = text[start + 1..]
                .find("\n### ")
                .map_or(text.len() - start, |it| it + 1);
            Some((method, &text[start..start + length]))
        });
        let is_editable = |(method, section): &(&Method, &str)| {
            let has_texts = METHOD_EDITS.iter().all(|[old, ..]| section.contains(old));
            has_texts
                && section.find("\n#### ") == section.find("\n#### Endpoint")
                && !section.contains("\n>")
                && is_unique(method)
        };
        if let Some((method, section)) = { sections }.find(is_editable) {
            let [old, new, changes] = edits.next().unwrap();
            let edited = text.replacen(section, &section.replacen(old, new, 1), 1);
            fs::write(page, edited).unwrap();
            let operation = format!("{} {}", method.http_method, method.path);
            expected.extend(
                changes
                    .lines()
                    .map(|change| format!("{operation} {change}")),
            );
        }
    }
    expected
}

/// Formats a change to an operation like the expected changes of an edited method.
fn operation_line(change: &Change) -> String {
    let part = change.subject.operation().unwrap();
    let status = part
        .response
        .map_or_else(|| "-".to_owned(), |it| it.to_string());
    let (level, kind) = (change.level, change.kind.as_str());
    format!(
        "{} {} {level} {kind} {status}",
        part.method.unwrap(),
        part.path
    )
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn exactly_the_edits_of_methods_are_reported() {
    for (edition, schema) in SCHEMAS.iter() {
        let copy = EditionCopy::of(edition);
        let expected = edit_methods(&copy, schema);
        assert!(expected.len() > METHOD_EDITS.len(), "{expected:?}");
        let changes = compare(schema, &copy.schema());
        let lines: BTreeSet<_> = changes.iter().map(operation_line).collect();
        assert_eq!(lines, expected);
        assert_eq!(changes.iter().count(), expected.len());
    }
}

fn change_lines(changes: &Changes) -> BTreeSet<String> {
    changes.iter().map(change_line).collect()
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
fn exactly_the_edits_are_reported() {
    for (edition, schema) in SCHEMAS.iter() {
        let copy = EditionCopy::of(edition);
        let expected = edit(&copy);
        assert!(expected.len() > EDITS.len(), "{expected:?}");
        let changes = compare(schema, &copy.schema());
        assert_eq!(change_lines(&changes), expected);
        assert_eq!(changes.iter().count(), expected.len());
    }
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn an_added_and_a_removed_page_are_an_added_and_a_removed_model() {
    for (edition, schema) in SCHEMAS.iter() {
        let copy = EditionCopy::of(edition);
        let unreferenced = unreferenced(schema);
        let removed = copy
            .pages
            .iter()
            .find(|page| title(&fs::read_to_string(page).unwrap()) == unreferenced);
        fs::remove_file(removed.unwrap()).unwrap();
        let new = "# `AddedByTest` Definition\n\n| Property | Type | Required |\n|--|--|--|\n| a | `string` | No |\n";
        fs::write(
            copy.folder
                .path()
                .join("definitions/addedbytest-definition.md"),
            new,
        )
        .unwrap();
        let changes = compare(schema, &copy.schema());
        let removed = format!("{unreferenced} major - model-removed - -");
        let added = "AddedByTest minor - model-added - -".to_owned();
        assert_eq!(change_lines(&changes), BTreeSet::from([removed, added]));
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
