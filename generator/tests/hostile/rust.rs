//! Rust sources for `diff --used-by` that nest as deep as they may, and deeper.

use genesys_modelgen::limit;

use crate::{
    program::run,
    project::{Project, Ran},
};

/// What a parser recurs for: what a level has before the next one and behind it, how many tokens deeper that is, and what
/// stands before, in and behind all levels.
const FORMS: &[(&str, &str, usize, [&str; 3])] = &[
    ("(", ")", 1, BODY),
    ("{", "}", 1, BODY),
    ("[", "]", 1, BODY),
    ("!", "", 1, BODY),
    ("& ", "", 1, BODY),
    ("|| ", "", 2, BODY),
    ("return ", "", 1, BODY),
    ("return !(", ")", 1, BODY),
    ("a = ", "", 2, BODY),
    ("if a {} else ", "", 4, ["fn f() { ", "{}", " }"]),
    ("if a {", "}", 3, BODY),
    ("if ", " {}", 1, BODY),
    ("match a { a => ", "}", 6, BODY),
    ("async {", "}", 2, BODY),
    ("unsafe {", "}", 2, BODY),
    ("loop {", "}", 2, BODY),
    ("let a = a else {", "};", 6, BODY),
    ("A { a: ", "}", 4, BODY),
    ("a[", "]", 2, BODY),
    ("a::<{", "}>()", 5, BODY),
    ("fn a() {", "}", 5, BODY),
    ("", "+ a", 2, BODY),
    ("", ".a", 2, BODY),
    ("", ".a()", 3, BODY),
    ("", "?", 1, BODY),
    ("", " as u8", 2, BODY),
    ("& ", "", 1, PATTERN),
    ("(", ")", 1, PATTERN),
    ("V<", ">", 3, TYPE),
    ("[", "]", 1, TYPE),
    ("& ", "", 1, TYPE),
    ("fn() -> ", "", 5, TYPE),
    ("Box<dyn Fn(", ")>", 5, TYPE),
    ("impl Fn() -> ", "", 6, TYPE),
    ("<", " as A>::A", 7, TYPE),
    ("a::", "", 3, USE),
    ("{", "}", 1, USE),
    ("mod a {", "}", 3, ["", "", ""]),
    ("(", ")", 1, ["m! { ", "a", " }"]),
];

const BODY: [&str; 3] = ["fn f() { ", "a", " }"];
const PATTERN: [&str; 3] = ["fn f() { let ", "a", " = a; }"];
const TYPE: [&str; 3] = ["type T = ", "a", ";"];
const USE: [&str; 3] = ["use ", "a", ";"];

/// A project with a file for each form, which nests as many tokens deep or a little less.
fn project(depth: usize) -> Project {
    let project = Project::empty();
    project.define("Ant", "| legs | `number` | No | |\n");
    for ((before, behind, tokens, [start, innermost, end]), number) in FORMS.iter().zip(1..) {
        let levels = depth / tokens;
        let text = [before.repeat(levels), behind.repeat(levels)].join(*innermost);
        project.write(
            &format!("app/form_{number}.rs"),
            &format!("{start}{text}{end}\n"),
        );
    }
    project
}

fn used_by(project: &Project) -> Ran {
    run(project, &["diff", "spec", "spec", "--used-by", "app"]).exits_with(0)
}

#[test]
fn rust_that_nests_as_deep_as_it_may_is_read() {
    // What is around the levels takes a few tokens.
    let ran = used_by(&project(limit::NESTING - 20));
    assert!(!ran.err.contains("M0651"), "{}", ran.err);
}

#[test]
fn rust_that_nests_deeper_is_left_out() {
    let mut ran = used_by(&project(2 * limit::NESTING));
    for number in 1..=FORMS.len() {
        ran = ran.tells(&format!(
            "`app/form_{number}.rs` cannot be parsed: it nests deeper than 4000 tokens"
        ));
    }
}
