//! Property tests: a printed page is parsed back, and any text is parsed without a panic.

use proptest::prelude::*;

use super::{FOOTER, HEAD, document, parse, source};
use crate::{
    markdown::{
        Document, Parsed,
        cell::{normalize_line_endings, unescape_pipes},
    },
    span::Span,
};

/// A property before it is printed.
#[derive(Debug, Clone)]
struct Property {
    name: String,
    ty: String,
    required: bool,
    description: String,
}

/// Prints a page without escaping anything, like the utility that writes the docs.
fn print(properties: &[Property]) -> String {
    let row = |property: &Property| {
        let required = if property.required { "Yes" } else { "No" };
        format!(
            "| {} | {} | {required} | {} |\n",
            property.name, property.ty, property.description
        )
    };
    format!(
        "{HEAD}{}{FOOTER}",
        properties.iter().map(row).collect::<String>()
    )
}

/// Generates descriptions from pieces that are special in Markdown.
fn any_description() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "word",
        " ",
        "  ",
        "|",
        "| a | b |",
        "||",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "`",
        "``",
        "```",
        "---",
        "***",
        "===",
        "    ",
        "\t",
        "<b>",
        "<!--",
        "-->",
        "<div>",
        "<script>",
        "[",
        "]",
        "(",
        ")",
        "[x]: y",
        "[`A`](a.md)",
        "*",
        "_",
        "**",
        "- ",
        "1. ",
        "> ",
        "\\",
        "ä",
        "😀",
        "Yes",
        "No",
        "`string`",
        "&lt;",
        "{\"a\": 1}",
        "|---|---|---|---|",
        "*This is automatically generated*",
        "\n# heading\n",
        "\u{feff}",
        "\u{a0}",
        "\0",
    ]);
    prop::collection::vec(piece, 0..12)
        .prop_map(|pieces| pieces.concat())
        .prop_filter("ambiguous", |text| !is_ambiguous(text))
}

/// Checks whether a description is ambiguous because nothing in it is escaped:
///
/// - A pipe after a backslash is an escaped pipe.
/// - A line with the cells of a property starts a row.
/// - Directly below a first line that ends with a pipe, a line with a leading pipe starts a row.
/// - A heading after a line that ends with a pipe ends the row.
fn is_ambiguous(description: &str) -> bool {
    let text = normalize_line_endings(description);
    let lines: Vec<&str> = text.lines().collect();
    let below_first = lines
        .first()
        .is_some_and(|first| first.trim_end().ends_with('|'))
        && lines
            .get(1)
            .is_some_and(|second| second.trim_start().starts_with('|'));
    text.contains("\\|")
        || text.ends_with('\\')
        || below_first
        || lines.iter().skip(1).any(|line| resembles_a_row(line))
        || has_heading_after_pipe(&lines)
}

fn resembles_a_row(line: &str) -> bool {
    let cells: Vec<&str> = line
        .trim()
        .trim_start_matches('|')
        .split('|')
        .map(str::trim)
        .collect();
    cells.get(1).is_some_and(|ty| ty.starts_with(['`', '[']))
        || cells
            .get(2)
            .is_some_and(|flag| ["Yes", "No"].contains(flag))
}

fn has_heading_after_pipe(lines: &[&str]) -> bool {
    let texts: Vec<&str> = lines
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    texts
        .windows(2)
        .any(|pair| pair[0].ends_with('|') && pair[1].starts_with('#'))
}

fn any_property() -> impl Strategy<Value = Property> {
    let name = prop_oneof!["[a-zA-Z_$][a-zA-Z0-9_:.-]{0,8}"];
    let ty = prop::sample::select(vec![
        "`string`",
        "`number[]`",
        "`object`",
        "[`Bee`](bee-definition.md)",
        "[`Bee[]`](bee-definition.md)",
    ]);
    (name, ty, any::<bool>(), any_description()).prop_map(|(name, ty, required, description)| {
        Property {
            name,
            ty: ty.to_owned(),
            required,
            description,
        }
    })
}

fn spans(parsed: &Parsed<Document>) -> Vec<Span> {
    let rows = parsed.page.iter().flat_map(|document| &document.rows);
    let row_spans = rows.flat_map(|row| {
        let description = row
            .description
            .iter()
            .map(|description| description.span.clone());
        [
            row.name.span.clone(),
            match &row.ty {
                Ok(ty) => ty.span.clone(),
                Err(error) => error.labels[0].span.clone(),
            },
            row.required.span.clone(),
        ]
        .into_iter()
        .chain(description)
    });
    let head_spans = parsed.page.iter().flat_map(|document| {
        let description = document
            .description
            .iter()
            .map(|description| description.span.clone());
        [document.title.span.clone()].into_iter().chain(description)
    });
    let label_spans = parsed
        .diagnostics
        .iter()
        .flat_map(|diagnostic| diagnostic.labels.iter().map(|label| label.span.clone()));
    row_spans.chain(head_spans).chain(label_spans).collect()
}

fn check_spans(text: &str) {
    let parsed = parse(&source(text));
    for span in spans(&parsed) {
        assert!(text.get(span.clone()).is_some(), "{span:?} in {text:?}");
    }
    for row in parsed.page.iter().flat_map(|document| &document.rows) {
        let Some(description) = &row.description else {
            continue;
        };
        assert_eq!(
            description.value,
            unescape_pipes(&text[description.span.clone()])
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn printed_properties_are_parsed_back(properties in prop::collection::vec(any_property(), 0..6)) {
        let rows = document(&print(&properties)).rows;
        prop_assert_eq!(rows.len(), properties.len());
        for (row, property) in rows.iter().zip(&properties) {
            prop_assert_eq!(&row.name.value, &property.name);
            prop_assert_eq!(row.required.value, property.required);
            let found = row.description.as_ref().map_or("", |description| &description.value);
            prop_assert_eq!(found, normalize_line_endings(property.description.trim()));
        }
    }

    #[test]
    fn any_text_is_parsed_without_a_panic_and_with_valid_spans(text in "(?s).{0,200}") {
        check_spans(&text);
    }

    #[test]
    fn any_rows_are_parsed_without_a_panic_and_with_valid_spans(rows in "[|`\\-\\[\\]()<>\\\\*#=: \r\n\tabYesNoäß😀]{0,300}") {
        check_spans(&format!("{HEAD}{rows}"));
        check_spans(&format!("{HEAD}| a | `string` | No | {rows}{FOOTER}"));
        check_spans(&format!("\u{feff}{rows}\n| Description | Property | Type |\n|--|--|--|\n{rows}"));
    }
}
