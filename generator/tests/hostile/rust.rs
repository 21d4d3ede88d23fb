//! Rust sources for `diff --used-by` that nest as deep as they may, and deeper.

use crate::{program::run, project::Project};

/// What a parser recurs for: what a level has before the next one and behind it, and what stands before, in and behind
/// all levels.
const FORMS: &[(&str, &str, [&str; 3])] = &[
    ("(", ")", BODY),
    ("{", "}", BODY),
    ("[", "]", BODY),
    ("!", "", BODY),
    ("- ", "", BODY),
    ("& ", "", BODY),
    ("&mut ", "", BODY),
    (".. ", "", BODY),
    ("|| ", "", BODY),
    ("|a, b| ", "", BODY),
    ("a | |b, c| ", "", BODY),
    ("async move |a, b| ", "", BODY),
    ("return ", "", BODY),
    ("return !(", ")", BODY),
    ("return a::<b, c> = ", "", BODY),
    ("break 'a ", "", BODY),
    ("a = ", "", BODY),
    ("if a {} else ", "", ["fn f() { ", "{}", " }"]),
    ("if a {", "}", BODY),
    ("if ", " {}", BODY),
    ("for A {} in ", " {}", BODY),
    ("for a!{} in ", " {}", BODY),
    ("match a { a => ", "}", BODY),
    ("async {", "}", BODY),
    ("unsafe {", "}", BODY),
    ("loop {", "}", BODY),
    ("'a: {", "}", BODY),
    ("let a = a else {", "};", BODY),
    ("A { a: ", "}", BODY),
    ("a[", "]", BODY),
    ("a::<{", "}>()", BODY),
    ("A::<b, ", ",>::a", BODY),
    ("fn a() {", "}", BODY),
    ("", "+ a", BODY),
    ("", "+ a::<b, c>", BODY),
    ("", "+ m!{}", BODY),
    ("", ".a", BODY),
    ("", ".a()", BODY),
    ("", ".a::<b, c>()", BODY),
    ("", "?", BODY),
    ("", " as u8", BODY),
    ("", " as A<B, C>", BODY),
    ("!", "", ["fn f() { if !a { ", "a", " } }"]),
    ("!", "", ["fn f() { for a in !( ", "a", ") {} }"]),
    ("!", "", ["fn f() { match !a { _ => ", "a", " } }"]),
    ("", "+ a", ["fn f() { while !a { ", "a", " } }"]),
    ("!", "", ["\u{feff}#!/bin/ant \"\nfn f() { ", "a", " }"]),
    ("& ", "", PATTERN),
    ("(", ")", PATTERN),
    ("a @ ", "", PATTERN),
    ("V<", ">", TYPE),
    ("V<u8, ", ">", TYPE),
    ("V<u8, ", ",>", TYPE),
    ("V<'a, ", ">", TYPE),
    ("[", "]", TYPE),
    ("[", "; 1 << 2]", TYPE),
    ("& ", "", TYPE),
    ("*const ", "", TYPE),
    ("fn() -> ", "", TYPE),
    ("for<'a,> fn() -> ", "", TYPE),
    ("Box<dyn Fn(", ")>", TYPE),
    ("dyn for<'a,> F<A = ", ",>", TYPE),
    ("impl Fn() -> ", "", TYPE),
    ("<", " as A>::A", TYPE),
    ("<A<b,> as B<u8, ", ",>>::C", TYPE),
    ("a::", "", USE),
    ("{", "}", USE),
    ("a::{b, ", "}", USE),
    ("mod a {", "}", ["", "", ""]),
    ("(", ")", ["m! { ", "a", " }"]),
];

const BODY: [&str; 3] = ["fn f() { ", "a", " }"];
const PATTERN: [&str; 3] = ["fn f() { let ", "a", " = a; }"];
const TYPE: [&str; 3] = ["type T = ", "a", ";"];
const USE: [&str; 3] = ["use ", "a", ";"];

/// Whether a run reads the file of each form with as many levels, or leaves it out because of how deep it nests.
fn are_read(levels: usize) -> Vec<bool> {
    let project = Project::empty();
    project.define("Ant", "| legs | `number` | No | |\n");
    for ((before, behind, [start, innermost, end]), number) in FORMS.iter().zip(1..) {
        let text = [before.repeat(levels), behind.repeat(levels)].join(*innermost);
        project.write(
            &format!("app/form_{number}.rs"),
            &format!("{start}{text}{end}\n"),
        );
    }
    let ran = run(&project, &["diff", "spec", "spec", "--used-by", "app"]).exits_with(0);
    let left_out = ran
        .err
        .matches("cannot be parsed: it nests deeper than 4000 tokens")
        .count();
    assert_eq!(left_out, ran.err.matches("M0651").count(), "{}", ran.err);
    let is_read = |number| !ran.err.contains(&format!("`app/form_{number}.rs`"));
    (1..=FORMS.len()).map(is_read).collect()
}

#[test]
fn rust_is_read_or_left_out_however_deep_it_nests() {
    assert!(are_read(100).into_iter().all(|is_read| is_read));
    for levels in [500, 700, 900, 1_200, 1_900, 3_900] {
        are_read(levels);
    }
    for (is_read, form) in are_read(20_000).into_iter().zip(FORMS) {
        assert!(!is_read, "{form:?}");
    }
}
