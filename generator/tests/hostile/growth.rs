//! Input that is very large or deeply nested.

use std::{env, fmt::Write as _, fs};

use crate::{
    program::run,
    project::{HEAD, Project, page},
};

/// Returns `count` if `CI` is set, and otherwise a fifth of it, for tests where any large number proves the same.
pub fn large(count: usize) -> usize {
    if env::var_os("CI").is_some() {
        count
    } else {
        count / 5
    }
}

/// Runs `generate` and `lint` on a spec with a single definition, and checks their exit status and the standard error
/// of `generate`.
#[track_caller]
fn expect(definition: &str, code: i32, stderr: &str) -> Project {
    let project = Project::empty();
    project.write("spec/definitions/a-definition.md", definition);
    run(&project, &["generate"])
        .exits_with(code)
        .stderr_contains(stderr);
    run(&project, &["lint", "--format", "json"]).exits_with(code);
    project
}

fn page_with_row(name: &str, ty: &str, description: &str) -> String {
    page("A", &format!("| {name} | {ty} | No | {description} |\n"))
}

fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
    (0..count).map(row).collect()
}

#[test]
fn input_beyond_a_limit_is_an_error_with_a_location() {
    let property = |at| format!("| p{at} | `string` | No | |\n");
    let (properties, extra_columns) = (large(100_000), large(100_000));
    let columns = "| X ".repeat(extra_columns);
    let delimiters = "|---".repeat(extra_columns + 2);
    let table = format!("# `A`\n\n| Property | Type {columns}|\n{delimiters}|\n| a | `string` |\n");
    for (definition, message, location) in [
        (
            page_with_row(&"p".repeat(10_000), "`string`", ""),
            "the name has 10000 bytes, more than the limit of 1000",
            "5:3",
        ),
        (
            page_with_row("p", &format!("`string`{}", "[]".repeat(1_000)), ""),
            "the type has 1000 nested lists, more than the limit of 32",
            "5:7",
        ),
        (
            page("A", &rows(properties, property)),
            &format!("the definition has {properties} properties, more than the limit of 5000"),
            "5005:1",
        ),
        (
            page(&"A".repeat(10_000), ""),
            "the name has 10000 bytes, more than the limit of 1000",
            "1:4",
        ),
        (
            table,
            &format!(
                "the table has {} columns, more than the limit of 64",
                extra_columns + 2
            ),
            "3:1",
        ),
    ] {
        let location = format!("spec/definitions/a-definition.md:{location}\n");
        let project = expect(&definition, 2, &format!("error[M0108]: {message}\n"));
        run(&project, &["lint"])
            .exits_with(2)
            .stderr_contains(&location);
    }
}

/// Creates a spec in which each definition refers to the next, and the last one to the first.
fn cycle(length: usize, lists: &str) -> Project {
    let project = Project::empty();
    for at in 0..length {
        let next = (at + 1) % length;
        let row = format!("| next | [`T{next}{lists}`](t{next}-definition.md) | No | |\n");
        project.define(&format!("T{at}"), &row);
    }
    project
}

#[test]
fn a_cycle_of_a_thousand_definitions_exceeds_the_recursion_limit_of_rustc() {
    for lists in ["", "[]"] {
        let project = cycle(1_000, lists);
        let ran = run(&project, &["generate"]).exits_with(2);
        ran.stderr_contains("error[M0305]: references lead from `T0` to `T51`, farther than");
        let excluded: Vec<_> = (0..1_000).step_by(25).map(|at| format!("T{at}")).collect();
        let mut args = vec!["generate"];
        args.extend(
            excluded
                .iter()
                .flat_map(|name| ["--without", name.as_str()]),
        );
        run(&project, &args)
            .exits_with(0)
            .stderr_contains("960 definitions");
        run(&project, &["schema", "--format", "dot"]).exits_with(0);
        run(&project, &["why", "T500", "--root", "T0"])
            .exits_with(0)
            .stdout_contains("T500");
    }
}

#[test]
fn a_cycle_of_fifty_definitions_becomes_fifty_models() {
    let project = cycle(50, "");
    run(&project, &["generate"])
        .exits_with(0)
        .stderr_contains("50 definitions");
    for at in 0..50 {
        let text =
            fs::read_to_string(project.path(&format!("generated/src/models/t{at}.rs"))).unwrap();
        syn::parse_file(&text).unwrap();
    }
}

#[test]
fn deeply_nested_markdown_is_parsed() {
    let mut head = String::from("# `A` Definition\n\n");
    for (piece, count) in [
        (">", 20_000),
        ("- ", 10_000),
        ("*a **b ", 10_000),
        ("[a](", 20_000),
        ("[", 20_000),
        ("`a``", 20_000),
        ("&amp;&#x1F600;", 10_000),
        ("<a <!-- <![CDATA[", 10_000),
    ] {
        writeln!(head, "{}\n", piece.repeat(count)).unwrap();
    }
    let links = format!("{}x{}\n\n", "[".repeat(20_000), "](y)".repeat(20_000));
    expect(
        &format!("{head}{links}{HEAD}| p | `string` | No | |\n"),
        0,
        "1 definition",
    );
}

#[test]
fn very_long_cells_are_parsed() {
    let ticks: String = (1..1_000).map(|length| "`".repeat(length) + " ").collect();
    for description in [
        "|".repeat(large(100_000)),
        "\n".repeat(large(300_000)) + "x",
        "\r".repeat(large(300_000)) + "x",
        ticks.clone(),
        "is one of values: a, b ".repeat(large(10_000)),
        "a.B ISO 8601 and ".repeat(large(10_000)),
        "http://".repeat(large(20_000)),
    ] {
        expect(
            &page_with_row("p", "`string`", &description),
            0,
            "1 definition",
        );
    }
    for ty in [
        ticks,
        "[".repeat(20_000),
        "[a](".repeat(20_000),
        "*a **b ".repeat(10_000),
        ">".repeat(20_000),
    ] {
        expect(&page_with_row("p", &ty, ""), 2, "error[M0106]");
    }
}

#[test]
fn a_very_long_description_becomes_documentation() {
    expect(
        &page_with_row("p", "`string`", &"wordy ".repeat(large(300_000))),
        0,
        "1 definition, 1 property",
    );
}

#[test]
fn ten_thousand_values_do_not_become_an_enum() {
    let values = rows(10_000, |at| format!("'v{at}', "));
    expect(
        &page_with_row("p", "`string`", &format!("Values can be: {values}")),
        0,
        "warning[M0252]",
    );
}

#[test]
fn thousands_of_diagnostics_are_reported() {
    let property = "| p | `string` | No | a | b\nc |\n".repeat(large(5_000));
    expect(&page("A", &property), 2, "error[M0204]");
    expect(&page("A", &property).replace('\n', "\r"), 2, "error[M0204]");
    let links = rows(large(5_000), |at| {
        format!("| p{at} | [`B`](b-definition.md) | No | |\n")
    });
    let project = Project::empty();
    project.define("A", &links);
    project.write("spec/definitions/b-definition.md", &page("C", ""));
    run(&project, &["lint", "--format", "json"])
        .exits_with(2)
        .stdout_contains("M0203");
    run(&project, &["lint", "--format", "github"]).exits_with(2);
}

#[test]
fn thousands_of_unknown_names_get_no_suggestions() {
    let project = Project::empty();
    for at in 0..large(1_000) {
        let property = |row| {
            format!("| p{row} | [`OtherLongName{at}x{row}`](x{at}y{row}-definition.md) | No | |\n")
        };
        let path = format!("spec/definitions/t{at}-definition.md");
        project.write(
            &path,
            &page(&format!("SomeLongName{at}"), &rows(10, property)),
        );
    }
    run(&project, &["lint"])
        .exits_with(2)
        .stderr_contains("M0202")
        .stderr_lacks("did you mean")
        .stdout_is_empty();
}

#[test]
fn more_than_a_thousand_unknown_roots_get_no_suggestions() {
    let project = Project::empty();
    project.define("SomeAnt", "");
    for (count, suggests) in [(1_000, true), (1_001, false)] {
        project.write("roots.txt", &rows(count, |at| format!("SomeAnt{at}\n")));
        let ran = run(&project, &["generate", "--roots", "roots.txt"])
            .exits_with(2)
            .stderr_contains("unknown definition `SomeAnt999`");
        if suggests {
            ran.stderr_contains("did you mean `SomeAnt`?");
        } else {
            ran.stderr_lacks("did you mean");
        }
    }
}
