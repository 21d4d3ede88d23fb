//! Rust files for `diff --used-by` that would overflow the stack of a recursive parser.

use crate::{program::run, project::Project};

const LEVELS: usize = 100_000;

/// Ways to nest: the start and the end of one level.
const NESTINGS: &[(&str, &str)] = &[
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ("a!{", "}"),
    ("|| ", ""),
    ("if a {} else ", ""),
    ("fn a() {", "}"),
    ("use a::{", "}"),
    ("type A = (", ")"),
    ("", ".a()"),
    ("/* ", "*/"),
];

#[test]
fn deeply_nested_rust_is_scanned() {
    let project = Project::empty();
    project.define("Ant", "| legs | `number` | No | |\n");
    for ((start, end), number) in NESTINGS.iter().zip(1..) {
        let nested = [start.repeat(LEVELS), end.repeat(LEVELS)].join("a");
        project.write(&format!("app/nesting_{number}.rs"), &nested);
    }
    let ran = run(&project, &["diff", "spec", "spec", "--used-by", "app"]).exits_with(0);
    assert!(!ran.err.contains("M0651"), "{}", ran.err);
}

#[test]
fn deeply_nested_rust_without_closing_brackets_is_skipped_with_a_warning() {
    let project = Project::empty();
    project.define("Ant", "| legs | `number` | No | |\n");
    for (number, open) in ["(", "[", "{", "([{", "/* "].iter().enumerate() {
        project.write(&format!("app/nesting_{number}.rs"), &open.repeat(LEVELS));
    }
    let ran = run(&project, &["diff", "spec", "spec", "--used-by", "app"]).exits_with(0);
    assert_eq!(ran.err.matches("M0651").count(), 5, "{}", ran.err);
}
