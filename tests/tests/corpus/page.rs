//! An independent parser of definition pages, which relies on the exact layout of the published ones.

use std::{collections::BTreeMap, fs, path::Path};

/// The page of a definition.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    pub title: String,
    pub description: String,
    pub rows: Vec<Row>,
}

/// A row of the table on a page, with the text of its cells.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    pub name: String,
    pub ty: String,
    pub required: bool,
    pub description: String,
}

/// Returns the texts, by name, of all files in a folder with names that end with `suffix`. Without such a folder, there are
/// no texts.
pub fn texts(folder: &Path, suffix: &str) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), path))
        .filter(|(name, _)| name.ends_with(suffix))
        .map(|(name, path)| (name, fs::read_to_string(path).unwrap()))
        .collect()
}

/// Returns the name in the title of a page, which is the first code span.
pub fn title(page: &str) -> &str {
    page.split('`').nth(1).unwrap()
}

/// Parses all definition pages of an edition, sorted by title.
pub fn pages(edition: &Path) -> Vec<Page> {
    let texts = texts(&edition.join("definitions"), "-definition.md");
    let mut pages: Vec<_> = texts.values().map(|text| page(text)).collect();
    pages.sort_unstable_by(|a, b| a.title.cmp(&b.title));
    pages
}

fn page(text: &str) -> Page {
    let text = text.replace("\r\n", "\n");
    let (body, _footer) = text.rsplit_once("\n---\n").unwrap();
    let (head, table) = body.split_once("\n| Property |").unwrap();
    let (heading, description) = head.split_once('\n').unwrap();
    let mut lines = table.lines().skip(2);
    Page {
        title: title(heading).to_owned(),
        description: description.trim().to_owned(),
        rows: rows(&mut lines),
    }
}

/// Parses rows. A row ends before the next line that [starts a row](row_start).
fn rows<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for line in lines {
        if let Some(row) = row_start(line) {
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

/// Parses a line as the start of a row. The description still has its final pipe.
fn row_start(line: &str) -> Option<Row> {
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
fn the_independent_parser_recovers_broken_rows() {
    let table = "| Property | Type | Required | Description |\n|--|--|--|--|\n";
    let rows = "| a | `string` | Yes | One | two\n\n| three. |\n| b | [`Ant[]`](ant-definition.md) | No |  |\n";
    let page = page(&format!(
        "# `Nest` Definition\n\nA nest.\n\n{table}{rows}\n---\n\n*Made by hand*\n"
    ));
    assert_eq!((&*page.title, &*page.description), ("Nest", "A nest."));
    let rows: Vec<_> = page.rows.iter().map(|row| format!("{row:?}")).collect();
    assert_eq!(
        rows,
        [
            r#"Row { name: "a", ty: "`string`", required: true, description: "One | two\n\n| three." }"#,
            r#"Row { name: "b", ty: "[`Ant[]`](ant-definition.md)", required: false, description: "" }"#
        ]
    );
}
