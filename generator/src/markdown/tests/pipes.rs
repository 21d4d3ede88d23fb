//! Escaped, unescaped and missing pipes.

use super::{HEAD, assert_page, assert_rows, document};
use crate::markdown::cell::slice;

#[test]
fn a_pipe_in_a_description_is_preserved() {
    assert_rows(
        "| a | `string` | No | One|two || three |",
        &[r#"a: string "One|two || three""#],
        &["M0152 5:26"],
    );
    assert_rows(
        "| a | `string` | No | | |",
        &[r#"a: string "|""#],
        &["M0152 5:23"],
    );
    assert_rows(
        "| a | `string` | No | <#| |",
        &[r#"a: string "<#|""#],
        &["M0152 5:25"],
    );
    assert_rows(
        "| a | `string` | No || one |",
        &[r#"a: string "| one""#],
        &["M0152 5:22"],
    );
}

#[test]
fn a_pipe_in_code_in_a_description_is_preserved() {
    assert_rows(
        "| a | `string` | No | As `x|y`. |",
        &[r#"a: string "As `x|y`.""#],
        &["M0152 5:28"],
    );
}

#[test]
fn only_an_escaped_pipe_loses_its_backslash() {
    assert_rows(
        r"| a | `string` | No | One \| `two \| three` \\ \* |",
        &[r#"a: string "One | `two | three` \\\\ \\*""#],
        &[],
    );
}

#[test]
fn an_escaped_pipe_does_not_end_a_row() {
    assert_rows(
        "| a | `string` | No | One \\|\n\ntwo |",
        &[r#"a: string "One |\n\ntwo""#],
        &["M0151 7:1"],
    );
}

#[test]
fn html_and_markdown_in_a_description_are_preserved() {
    assert_rows(
        "| a | `string` | No | <b>x</b><br/>&lt; *y* [z](w) `v` |",
        &[r#"a: string "<b>x</b><br/>&lt; *y* [z](w) `v`""#],
        &[],
    );
}

#[test]
fn a_pipe_in_code_in_a_name_is_preserved() {
    assert_rows(
        "| `a|b` | `string` | No | x |",
        &[r#"a|b: string "x""#],
        &["M0152 5:5"],
    );
    assert_rows(
        r"| `a\|b` | `string` | No | x |",
        &[r#"a|b: string "x""#],
        &[],
    );
}

#[test]
fn a_row_without_a_trailing_pipe_is_parsed() {
    assert_rows(
        "| a | `string` | No | One\n| b | `string` | No | Two. |\n| c | `string` | No",
        &[r#"a: string "One""#, r#"b: string "Two.""#, "c: string"],
        &["M0153 5:26", "M0153 7:20", "M0157 7:20"],
    );
}

#[test]
fn a_row_without_a_leading_pipe_is_parsed() {
    assert_rows(
        "a | `string` | No | One |\n| b | `string` | No | Two |",
        &[r#"a: string "One""#, r#"b: string "Two""#],
        &["M0153 5:1"],
    );
}

#[test]
fn a_table_without_outer_pipes_is_parsed() {
    let head = "# Ant\n\nProperty | Type | Required | Description\n--- | --- | --- | ---\n";
    assert_page(
        &format!("{head}a | `string` | No | One\nb | Bee | Yes | Two\n"),
        &[r#"a: string "One""#, r#"b!: Bee "Two""#],
        &[],
    );
    assert_page(
        &format!("{head}a | `string` | No | One\ntwo\nb | `string` | Yes | Three\n\nBehind it.\n"),
        &[r#"a: string "One\ntwo""#, r#"b!: string "Three""#],
        &["M0151 6:1", "M0158 9:1"],
    );
}

#[test]
fn surplus_cells_belong_to_a_description_between_other_columns() {
    assert_page(
        "# Ant\n\n| Property | Type | Description | Required |\n|---|---|---|---|\n| a | `string` | x | y | z | Yes |\n",
        &[r#"a!: string "x | y | z""#],
        &["M0152 5:20"],
    );
}

#[test]
fn surplus_cells_without_a_description_column_are_reported() {
    assert_page(
        "# Ant\n\n| Property | Type | Required |\n|---|---|---|\n| a | `string` | Yes | more | text |\n",
        &["a!: string"],
        &["M0158 5:24"],
    );
}

#[test]
fn the_span_of_a_description_with_pipes_covers_all_its_cells() {
    let text = format!("{HEAD}| a | `string` | No |  x | y  |\n");
    let document = document(&text);
    assert_eq!(
        slice(&text, &document.rows[0].description.as_ref().unwrap().span),
        "x | y"
    );
}
