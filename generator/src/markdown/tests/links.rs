//! Type cells and links.

use super::{FOOTER, HEAD, assert_page, assert_rows, document};
use crate::markdown::{TypeName, cell::slice};

#[test]
fn links_resolve_to_a_file_name() {
    for link in [
        "[`Bee`](bee-definition.md)",
        "[`Bee`](./bee-definition.md)",
        "[`Bee`](../definitions/bee-definition.md#bee)",
        "[`Bee`](<bee-definition.md>)",
        "[`Bee`](bee%2Ddefinition.md)",
        "[`Bee`](bee-definition.md \"A bee\")",
        "[Bee](bee-definition.md)",
        "**[Bee](bee-definition.md)**",
    ] {
        assert_rows(
            &format!("| a | {link} | No | |"),
            &["a: Bee->bee-definition.md"],
            &[],
        );
    }
}

#[test]
fn list_brackets_are_counted_in_any_position() {
    for (cell, depth) in [
        ("[`Bee[]`](bee.md)", 1),
        ("[`Bee`[]](bee.md)", 1),
        ("[`Bee`](bee.md)[]", 1),
        ("[`Bee[]`](bee.md)[]", 2),
        ("[`Bee[][]`](bee.md)", 2),
    ] {
        assert_rows(
            &format!("| a | {cell} | No | |"),
            &[&format!("a: Bee->bee.md{}", "[]".repeat(depth))],
            &[],
        );
    }
    for (cell, depth) in [
        ("`string`", 0),
        ("string", 0),
        ("**string**", 0),
        ("`string[]`", 1),
        ("`string`[]", 1),
        ("string[][]", 2),
    ] {
        assert_rows(
            &format!("| a | {cell} | No | |"),
            &[&format!("a: string{}", "[]".repeat(depth))],
            &[],
        );
    }
}

#[test]
fn link_reference_definitions_may_be_anywhere() {
    let definition = "[bee]: bee-definition.md 'A bee'\n";
    let row = "| a | [`Bee[]`][bee] | No | One. |\n| b | [Bee] | No | |\n";
    let rows = [
        r#"a: Bee->bee-definition.md[] "One.""#,
        "b: Bee->bee-definition.md",
    ];
    assert_page(&format!("{definition}\n{HEAD}{row}"), &rows, &[]);
    assert_page(&format!("{HEAD}{row}\n{definition}"), &rows, &[]);
    assert_page(&format!("{HEAD}{row}\n{definition}{FOOTER}"), &rows, &[]);
    assert_page(&format!("{HEAD}{row}{FOOTER}\n\n{definition}"), &rows, &[]);
    assert_page(
        &format!(
            "{}{row}",
            HEAD.replacen("\n\n", &format!("\n\n{definition}\n"), 1)
        ),
        &rows,
        &[],
    );
}

#[test]
fn a_link_reference_definition_is_not_part_of_the_description() {
    let text = format!(
        "{}| a | [Bee] | No | |\n",
        HEAD.replacen("\n\n", "\n\nAn insect.\n\n[bee]: b.md\n\nSmall.\n\n", 1)
    );
    assert_eq!(
        document(&text).description.unwrap().value,
        "An insect.\n\n\n\nSmall."
    );
}

#[test]
fn the_link_destination_is_preserved_as_written() {
    let document = document(&format!(
        "{HEAD}| a | [`Bee`](../x/bee%20b.md?y#z) | No | |\n"
    ));
    let TypeName::Link { target, .. } = &document.rows[0].ty.as_ref().unwrap().value.name else {
        panic!("a link")
    };
    assert_eq!(
        (target.destination.as_str(), target.file_name.as_str()),
        ("../x/bee%20b.md?y#z", "bee b.md")
    );
}

#[test]
fn a_type_that_is_not_a_single_name_is_an_error_in_its_row() {
    for cell in [
        "",
        "``",
        "string or number",
        "[Bee][nowhere]",
        "[`A`](a.md), [`B`](b.md)",
    ] {
        let column = if cell.is_empty() { 6 } else { 7 };
        let expected = format!("M0106 5:{column}");
        assert_rows(
            &format!("| a | {cell} | No | x |"),
            &["a: M0106 \"x\""],
            &[&expected],
        );
    }
}

#[test]
fn spans_cover_the_text_of_each_cell() {
    let text = format!("{HEAD}|  **`a`**  |  [`Bee`](b.md)[] |  Yes| One. |\n");
    let row = &document(&text).rows[0];
    let texts = [
        &row.name.span,
        &row.ty.as_ref().unwrap().span,
        &row.required.span,
        &row.description.as_ref().unwrap().span,
    ]
    .map(|span| slice(&text, span));
    assert_eq!(texts, ["a", "[`Bee`](b.md)[]", "Yes", "One."]);
}
