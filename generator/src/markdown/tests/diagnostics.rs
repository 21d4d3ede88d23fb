//! Diagnostics of malformed pages.

use super::{FOOTER, HEAD, assert_page, assert_rows, parse, source};
use crate::diagnostic::Code;

const ROW: &str = "| a | `string` | No | One. |\n";
const PARSED_ROW: &str = r#"a: string "One.""#;

#[test]
fn a_file_without_a_title_is_an_error() {
    let table = &HEAD[20..];
    assert_page(&format!("\n{table}{ROW}"), &[], &["M0101 2:1"]);
    assert_page(
        &format!("{table}{ROW}\n# `Ant`\n"),
        &[],
        &["M0101 1:1", "M0158 5:1"],
    );
}

#[test]
fn a_title_that_is_not_a_single_name_is_an_error() {
    for title in [
        "# The Ant",
        "# `Ant` and `Bee`",
        "#",
        "# ` `",
        "# `Ant` Definition Definition",
        "# Black Ant Definition",
    ] {
        assert_page(
            &format!("\n{}{ROW}", HEAD.replace("# `Ant` Definition", title)),
            &[],
            &["M0102 2:1"],
        );
    }
}

#[test]
fn a_file_without_a_table_is_an_error() {
    assert_page("# `Ant` Definition\n\nAn insect.\n", &[], &["M0103 1:4"]);
    assert_page("# `Ant`\n\n| Property | Type |\n", &[], &["M0103 1:4"]);
    assert_page("", &[], &["M0101 1:1", "M0103 1:1"]);
    assert_page("\n\n  text\n", &[], &["M0101 3:3", "M0103 3:3"]);
}

#[test]
fn a_table_without_a_name_or_type_column_is_an_error() {
    assert_page(
        "# Ant\n\n| Name | Type | Required |\n|---|---|---|\n| a | `string` | No |\n",
        &[],
        &["M0104 3:1", "M0154 3:3"],
    );
    assert_page(
        "# Ant\n\n| x | y |\n|---|---|\n",
        &[],
        &[
            "M0104 3:1",
            "M0104 3:1",
            "M0155 3:1",
            "M0154 3:3",
            "M0154 3:7",
        ],
    );
}

#[test]
fn a_delimiter_row_may_be_shorter_than_the_header() {
    assert_page(
        &format!("{}{ROW}", HEAD.replace("|---|---|---|---|", "|---|---|")),
        &[PARSED_ROW],
        &[],
    );
}

#[test]
fn a_row_without_a_name_is_an_error() {
    assert_rows(
        &format!("{ROW}|  | `string` | No | x |\n| `` | `string` | No | x |\n{ROW}"),
        &[PARSED_ROW, PARSED_ROW],
        &["M0105 6:2", "M0105 7:4"],
    );
}

#[test]
fn every_invalid_cell_of_a_row_is_reported() {
    assert_rows(
        &format!("{ROW}|  |  | perhaps | x |"),
        &[PARSED_ROW],
        &["M0105 6:2", "M0106 6:5", "M0156 6:9"],
    );
}

#[test]
fn an_invalid_required_cell_is_treated_as_no() {
    assert_rows(
        "| a | `string` | Maybe | One. |\n| b | `string` |  | Two. |",
        &[PARSED_ROW, r#"b: string "Two.""#],
        &["M0156 5:18", "M0156 6:17"],
    );
}

#[test]
fn unknown_columns_are_ignored() {
    assert_page(
        "# Ant\n\n| Property | Since | Type | Required | Description | Notes |\n|---|---|---|---|---|---|\n| a | 1.0 | `string` | Yes | One|two. | none |\n",
        &[r#"a!: string "One|two.""#],
        &["M0154 3:14", "M0154 3:54", "M0152 5:33"],
    );
    assert_page(
        "# Ant\n\n| Property | Type | Required | Type |\n|---|---|---|---|\n| a | `string` | No | `number` |\n",
        &["a: string"],
        &["M0154 3:32"],
    );
}

#[test]
fn without_a_required_column_all_properties_are_optional() {
    assert_page(
        "# Ant\n\n| Property | Type | Description |\n|---|---|---|\n| a | `string` | One. |\n| b | Bee | Two\nthree. |\n",
        &[PARSED_ROW, r#"b: Bee "Two\nthree.""#],
        &["M0155 3:1", "M0151 7:1"],
    );
}

#[test]
fn missing_cells_are_treated_as_empty() {
    assert_rows(
        "| a | `string` |\n| b | `string` | Yes |",
        &["a: string", "b!: string"],
        &["M0157 5:17", "M0157 6:23"],
    );
}

#[test]
fn a_second_table_of_properties_is_an_error() {
    let table = &HEAD[20..];
    assert_page(
        &format!("{HEAD}{ROW}\n{table}{ROW}"),
        &[PARSED_ROW],
        &["M0107 7:1"],
    );
    assert_page(
        &format!("{HEAD}{ROW}\n# `Bee`\n\n{table}{ROW}"),
        &[PARSED_ROW],
        &["M0158 7:1", "M0107 9:1"],
    );
}

#[test]
fn text_after_the_table_is_reported() {
    assert_page(
        &format!("{HEAD}{ROW}\nSome text.\n\nMore.\n{FOOTER}\n\nLast words.\n"),
        &[PARSED_ROW],
        &["M0158 7:1", "M0158 15:1"],
    );
    assert_page(
        &format!("{HEAD}{ROW}\n## Notes\n\n| x | y |\n|---|---|\n| 1 | 2 |\n"),
        &[PARSED_ROW],
        &["M0158 7:1"],
    );
    assert_page(&format!("{HEAD}\nNo rows.\n"), &[], &["M0158 6:1"]);
}

#[test]
fn text_before_the_title_is_reported() {
    assert_page(
        &format!("\nNote.\n\n{HEAD}{ROW}"),
        &[PARSED_ROW],
        &["M0158 2:1"],
    );
}

#[test]
fn rows_after_other_text_are_parsed() {
    assert_page(
        &format!("{HEAD}{ROW}\n## Notes\n\nSome.\n\n{ROW}"),
        &[PARSED_ROW, PARSED_ROW],
        &["M0158 7:1"],
    );
    assert_page(
        &format!("{HEAD}{ROW}{FOOTER}\n\n{ROW}"),
        &[PARSED_ROW, PARSED_ROW],
        &["M0158 7:1"],
    );
}

#[test]
fn text_between_rows_without_a_description_column_is_reported() {
    assert_page(
        "# Ant\n\n| Property | Type | Required |\n|---|---|---|\n| a | `string` | No |\ntext\n| b | `string` | No |\n",
        &["a: string", "b: string"],
        &["M0158 6:1"],
    );
}

#[test]
fn every_diagnostic_has_help_and_a_message_on_one_line() {
    let text = "text\n\n# The Ant\n\n| Property | Type | Nr |\n|---|---|---|\n|  | x y | 1 | 2 |\n| a | `b`\n\nmore\n\n| Property | Type |\n|---|---|\n";
    let parsed = parse(&source(text));
    assert!(parsed.diagnostics.len() > 6);
    for diagnostic in parsed.diagnostics {
        assert!(
            !diagnostic.help.is_empty() && !diagnostic.message.contains('\n'),
            "{diagnostic:?}"
        );
    }
}

fn markdown_blocks(code: Code) -> Vec<&'static str> {
    let blocks = code.explanation().split("```markdown\n").skip(1);
    blocks
        .filter_map(|block| Some(block.split_once("\n```")?.0))
        .collect()
}

fn codes(text: &str) -> Vec<Code> {
    let parsed = parse(&source(text));
    let rows = parsed.page.iter().flat_map(|document| &document.rows);
    let unreadable = rows.filter_map(|row| row.ty.as_ref().err());
    let all = parsed.diagnostics.iter().chain(unreadable);
    all.map(|it| it.code).collect()
}

#[test]
fn each_explanation_has_an_example_with_its_code_and_a_fix_without_diagnostics() {
    for &code in Code::ALL
        .iter()
        .filter(|code| code.as_str().starts_with("M01"))
    {
        let blocks = markdown_blocks(code);
        let [example, fix] = blocks[..] else {
            panic!("{code}: expected two blocks of Markdown")
        };
        assert_eq!(codes(example), [code], "{code}: the example");
        assert_eq!(codes(fix), [], "{code}: the fix");
    }
}
