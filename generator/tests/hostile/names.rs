//! No name or description changes the structure of the output, which is a struct with a field for each property.

use std::fmt::Write as _;

use genesys_modelgen::{pipeline, schema::Selection};
use proptest::{collection::vec, prelude::*};
use syn::{
    Expr, ExprArray, ExprLit, Item, Lit,
    visit::{self, Visit},
};

use crate::project::{HEAD, Project};

/// Syntax of Rust, Markdown and shells, and characters that mislead readers.
const PIECES: [&str; 22] = [
    "\"",
    "#",
    "]",
    ";",
    "}",
    "*/",
    "//!",
    "]]>",
    "../",
    "/etc/passwd",
    "\\",
    "'",
    "\u{202e}",
    "\u{2066}",
    "\0",
    "\u{430}",
    "std::process::exit(1)",
    "r#\"",
    "${x}",
    "{0}",
    "\u{e0041}",
    "\r",
];

/// Generates text that ends neither a cell nor a code span.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => "[^|`\n\r]{1,4}",
    ];
    vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

/// Generates text for a code span in a table, without line endings, backslashes and surrounding spaces.
fn name() -> impl Strategy<Value = String> {
    text()
        .prop_map(|text| {
            let text: String = text.chars().filter(|c| !matches!(c, '\r' | '\\')).collect();
            text.trim().to_owned()
        })
        .prop_filter("a name", |name| !name.is_empty())
}

/// Returns the generated model, or `None` if the names become the same identifier.
fn generate_model(names: &[String], prose: &str) -> Option<String> {
    let mut page = format!("# `Model` Definition\n\nAbout {prose}\n\n{HEAD}");
    for name in names {
        writeln!(
            page,
            "| `{name}` | `string` | No | About {} |",
            prose.replace('\r', " ")
        )
        .unwrap();
    }
    let project = Project::empty();
    project.write("spec/definitions/model-definition.md", &page);
    let outcome = pipeline::generate(&project.path("spec"), &Selection::default());
    let tree = outcome.value?.tree;
    tree.get("src/models/model.rs").map(str::to_owned)
}

/// Collects the wire names from the table of properties, where each follows 15 columns for the kind and the flags.
#[derive(Default)]
struct WireNames(Vec<String>);

impl Visit<'_> for WireNames {
    fn visit_expr_array(&mut self, lines: &ExprArray) {
        for line in &lines.elems {
            if let Expr::Lit(ExprLit {
                lit: Lit::Str(line),
                ..
            }) = line
            {
                self.0.push(line.value().chars().skip(15).collect());
            }
        }
        visit::visit_expr_array(self, lines);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn names_and_descriptions_cannot_inject_code(names in vec(name(), 1..4), prose in text()) {
        let Some(text) = generate_model(&names, &prose) else {
            return Ok(());
        };
        let hidden = |c: char| c != '\n' && c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        prop_assert!(!text.contains(hidden), "{text}");
        let file = syn::parse_file(&text).unwrap();
        let structs = file.items.iter().filter_map(|item| match item {
            Item::Struct(item) => Some(item.fields.len()),
            _ => None,
        });
        prop_assert_eq!(structs.collect::<Vec<_>>(), [names.len() + 1]);
        prop_assert!(file.items.iter().all(|item| matches!(item, Item::Use(_) | Item::Struct(_) | Item::Impl(_))), "{text}");
        let mut wire_names = WireNames::default();
        wire_names.visit_file(&file);
        prop_assert_eq!(wire_names.0, names);
    }
}
