//! Tables in the documentation of endpoints.

use super::escape::escape;

/// Returns a table below a heading, or `None` if the table has no rows.
pub fn table<const N: usize>(
    heading: &str,
    columns: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Option<Vec<String>> {
    let rows: Vec<_> = rows.map(|cells| table_row(&cells)).collect();
    let head = [
        format!("# {heading}"),
        String::new(),
        table_row(&columns.map(str::to_owned)),
        format!("|{}", "---|".repeat(N)),
    ];
    (!rows.is_empty()).then(|| head.into_iter().chain(rows).collect())
}

fn table_row(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

/// Returns a text as one line, with its line breaks as HTML.
pub fn cell(text: &str) -> String {
    let lines = text.lines().map(|line| escape(line, |_| None));
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("<br>")
}
