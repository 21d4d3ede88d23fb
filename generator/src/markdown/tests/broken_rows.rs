//! Rows split across several lines.

use super::{FOOTER, HEAD, assert_page, assert_rows, document};
use crate::markdown::cell::slice;

#[test]
fn a_row_continues_on_the_next_line() {
    assert_rows(
        "| a | `string` | No | One \ntwo. |\n| b | `number` | Yes | Three. |",
        &[r#"a: string "One \ntwo.""#, r#"b!: number "Three.""#],
        &["M0151 6:1"],
    );
}

#[test]
fn a_row_continues_after_blank_lines() {
    assert_rows(
        "| a | `string` | No | One\n\n\n  two\n\nthree. |\n| b | `string` | No | Four. |",
        &[
            r#"a: string "One\n\n\n  two\n\nthree.""#,
            r#"b: string "Four.""#,
        ],
        &["M0151 8:3"],
    );
}

#[test]
fn a_row_may_end_with_a_pipe_on_its_own_line() {
    assert_rows(
        "| a | `string` | No | One\ntwo.\n |\n| b | `string` | No | |",
        &[r#"a: string "One\ntwo.""#, "b: string"],
        &["M0151 6:1"],
    );
    assert_rows(
        "| a | `string` | No | One.\n|\n| b | `string` | No | |",
        &[r#"a: string "One.""#, "b: string"],
        &["M0151 6:1"],
    );
}

#[test]
fn a_row_may_be_split_before_its_description() {
    assert_rows(
        "| a | `string` | No |\nOne. |",
        &[r#"a: string "One.""#],
        &["M0151 6:1"],
    );
    assert_rows(
        "| a | `string` | No | \nOne. |",
        &[r#"a: string "One.""#],
        &["M0151 6:1"],
    );
}

#[test]
fn a_table_inside_a_description_is_preserved() {
    assert_rows(
        "| a | `string` | No | One of:\n\n| x | y |\n|---|---|\n| 1 | 2 |\n |\n| b | `string` | No | |",
        &[
            r#"a: string "One of:\n\n| x | y |\n|---|---|\n| 1 | 2 |""#,
            "b: string",
        ],
        &["M0151 7:1", "M0152 7:1"],
    );
}

#[test]
fn markdown_blocks_inside_a_description_are_preserved() {
    let blocks = [
        "```json\n{\"a\": 1}\n```",
        "```\nnever closed",
        "    indented",
        "- item\n  - item",
        "1. item",
        "<div>\n\n</div>",
        "<!-- comment",
        "<script>",
        "text\n---\ntext",
        "text\n===\ntext",
        "***\n\n___",
        "> quote",
        "[x]: y.md\n\ntext",
        "# heading",
    ];
    for block in blocks {
        let shown = format!("{:?}", format!("One:\n{block}\n\nlast"));
        assert_rows(
            &format!(
                "| a | `string` | No | One:\n{block}\n\nlast |\n| b | [`Bee`](bee-definition.md) | Yes | |"
            ),
            &[&format!("a: string {shown}"), "b!: Bee->bee-definition.md"],
            &[if block.starts_with("    ") {
                "M0151 6:5"
            } else {
                "M0151 6:1"
            }],
        );
    }
}

#[test]
fn the_span_of_a_split_description_covers_all_its_lines() {
    let text = format!("{HEAD}| a | `string` | No |  One\r\n two. |\r\n");
    let document = document(&text);
    let description = document.rows[0].description.as_ref().unwrap();
    assert_eq!(slice(&text, &description.span), "One\r\n two.");
    assert_eq!(description.value, "One\n two.");
}

#[test]
fn a_line_with_a_propertys_cells_starts_a_row() {
    assert_rows(
        "| a | `string` | No | One\n| b | `string[]` | Yes | Two\n| c | [`Ant`](ant-definition.md) | no | Three |\n| d | Ant | NO | Four |",
        &[
            r#"a: string "One""#,
            r#"b!: string[] "Two""#,
            r#"c: Ant->ant-definition.md "Three""#,
            r#"d: Ant "Four""#,
        ],
        &["M0153 5:26", "M0153 6:29"],
    );
}

#[test]
fn a_row_with_one_invalid_cell_is_recognized_after_a_split_row() {
    let broken = "| a | `string` | No | One\ntwo. |\n";
    let first = r#"a: string "One\ntwo.""#;
    assert_rows(
        &format!("{broken}|  | `string` | No | x |"),
        &[first],
        &["M0151 6:1", "M0105 7:2"],
    );
    assert_rows(
        &format!("{broken}| b |  | No | x |"),
        &[first, r#"b: M0106 "x""#],
        &["M0151 6:1", "M0106 7:6"],
    );
    assert_rows(
        &format!("{broken}| b | `string` | Maybe | x |"),
        &[first, r#"b: string "x""#],
        &["M0151 6:1", "M0156 7:18"],
    );
}

#[test]
fn rows_are_split_in_a_description_between_other_columns() {
    assert_page(
        "# Ant\n\n| Property | Description | Type | Required |\n|---|---|---|---|\n| a | One\n\ntwo | `string` | Yes |\n| b | Three | `number` | No |\n",
        &[r#"a!: string "One\n\ntwo""#, r#"b: number "Three""#],
        &["M0151 7:1"],
    );
}

#[test]
fn rows_are_split_in_a_description_in_the_first_column() {
    assert_page(
        "# Ant\n\n| Description | Property | Type | Required |\n|---|---|---|---|\n| One\ntwo | a | `string` | Yes |\n| Three | b | `number` | No |\n",
        &[r#"a!: string "One\ntwo""#, r#"b: number "Three""#],
        &["M0151 6:1"],
    );
}

#[test]
fn a_footer_ends_a_split_row() {
    assert_page(
        &format!("{HEAD}| a | `string` | No | One\ntwo\n{FOOTER}\n"),
        &[r#"a: string "One\ntwo""#],
        &["M0151 6:1", "M0153 6:4"],
    );
}

#[test]
fn a_thematic_break_inside_a_split_row_is_not_a_footer() {
    assert_rows(
        "| a | `string` | No | One\n---\ntwo\n---\n\n*three* |\n| b | `string` | No | |",
        &[r#"a: string "One\n---\ntwo\n---\n\n*three*""#, "b: string"],
        &["M0151 6:1"],
    );
}

#[test]
fn the_footer_sentence_inside_a_description_is_not_a_footer() {
    assert_rows(
        "| a | `string` | No | One\n\n---\n\n*This was automatically generated*\n |\n| b | `string` | No | |",
        &[
            r#"a: string "One\n\n---\n\n*This was automatically generated*""#,
            "b: string",
        ],
        &["M0151 7:1"],
    );
}
