//! A second reader of the docs, which shares nothing with the first: it knows how published pages look, and nothing else.

use std::{fs, path::Path};

/// A definition's page.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    pub title: String,
    pub description: String,
    pub rows: Vec<Row>,
}

/// A row of its table, as it stands there.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    pub name: String,
    pub ty: String,
    pub required: bool,
    pub description: String,
}

/// All pages of an edition, sorted by title.
pub fn pages(edition: &Path) -> Vec<Page> {
    let entries = fs::read_dir(edition.join("definitions")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut pages: Vec<_> = paths
        .filter(|path| path.to_str().unwrap().ends_with("-definition.md"))
        .map(|path| page(&fs::read_to_string(path).unwrap()))
        .collect();
    pages.sort_unstable_by(|a, b| a.title.cmp(&b.title));
    pages
}

fn page(text: &str) -> Page {
    let text = text.replace("\r\n", "\n");
    let (body, _footer) = text.rsplit_once("\n---\n").unwrap();
    let (head, table) = body.split_once("\n| Property |").unwrap();
    let (title, description) = head.split_once('\n').unwrap();
    let mut lines = table.lines().skip(2);
    Page {
        title: title.split('`').nth(1).unwrap().to_owned(),
        description: description.trim().to_owned(),
        rows: rows(&mut lines),
    }
}

/// The rows: each goes from a line that starts one to the next such line.
fn rows<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for line in lines {
        if let Some(row) = start(line) {
            rows.push(row);
        } else {
            let row = rows.last_mut().unwrap();
            row.description.push('\n');
            row.description.push_str(line);
        }
    }
    for row in &mut rows {
        let text = row.description.trim();
        row.description = text.strip_suffix('|').unwrap().trim().to_owned();
    }
    rows
}

/// The row that starts with a line, its description still with the pipe behind it.
fn start(line: &str) -> Option<Row> {
    let (name, rest) = line.strip_prefix("| ")?.split_once(" | ")?;
    let (ty, rest) = rest.split_once(" | ")?;
    let (required, description) = rest.split_once(" |")?;
    let is_row = ty.starts_with(['`', '[']) && ["Yes", "No"].contains(&required);
    is_row.then(|| Row {
        name: name.to_owned(),
        ty: ty.to_owned(),
        required: required == "Yes",
        description: description.to_owned(),
    })
}

#[test]
fn a_page_is_read_as_it_stands() {
    let table = "| Property | Type | Required | Description |\n|--|--|--|--|\n";
    let rows = "| a | `string` | Yes | One | two\n\n| three. |\n| b | [`Ant[]`](ant-definition.md) | No |  |\n";
    let page = page(&format!(
        "# `Nest` Definition\n\nA nest.\n\n{table}{rows}\n---\n\n*Made by hand*\n"
    ));
    assert_eq!((&*page.title, &*page.description), ("Nest", "A nest."));
    let told: Vec<_> = page.rows.iter().map(|row| format!("{row:?}")).collect();
    assert_eq!(
        told,
        [
            r#"Row { name: "a", ty: "`string`", required: true, description: "One | two\n\n| three." }"#,
            r#"Row { name: "b", ty: "[`Ant[]`](ant-definition.md)", required: false, description: "" }"#
        ]
    );
}
