//! The definitions and their references as a Graphviz graph.

use std::{
    fmt::{self, Display},
    iter,
};

use crate::schema::{Definition, Property, Schema, Type};

/// Prints the definitions as a Graphviz graph: a node for each definition, and an edge for each property that refers to one.
///
/// An edge is labelled with the property's name, and with `[]` for each list and `{}` for each map around the
/// reference, from the outside in.
///
/// ```
/// use genesys_modelgen::schema::{Schema, print::dot};
///
/// assert!(dot(&Schema::default()).starts_with("digraph definitions {\n"));
/// ```
#[must_use]
pub fn dot(schema: &Schema) -> String {
    let definitions: String = schema.definitions.iter().map(node_and_edges).collect();
    format!("digraph definitions {{\n  rankdir=LR;\n  node [shape=box];\n{definitions}}}\n")
}

fn node_and_edges(definition: &Definition) -> String {
    let node = format!("  {};\n", Quoted(definition.name.as_str()));
    let edges = definition
        .properties
        .iter()
        .filter_map(|property| edge(definition, property));
    iter::once(node).chain(edges).collect()
}

/// Returns the edge of a property that refers to a definition.
fn edge(from: &Definition, property: &Property) -> Option<String> {
    let to = Quoted(property.ty.reference()?.as_str());
    let from = Quoted(from.name.as_str());
    let label = edge_label(property.name.as_str(), &property.ty);
    Some(format!("  {from} -> {to} [label={}];\n", Quoted(&label)))
}

/// Returns a property's name, with `[]` for each list and `{}` for each map around its reference.
pub fn edge_label(name: &str, ty: &Type) -> String {
    if let Type::Array(items) = ty {
        edge_label(&format!("{name}[]"), items)
    } else if let Type::Map(values) = ty {
        edge_label(&format!("{name}{{}}"), values)
    } else {
        name.to_owned()
    }
}

/// A quoted Graphviz identifier.
struct Quoted<'a>(&'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\"",
            self.0.replace('\\', r"\\").replace('"', r#"\""#)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::print::tests::{garden, one};

    #[test]
    fn definitions_are_nodes_and_references_are_edges() {
        let expected = r#"digraph definitions {
  rankdir=LR;
  node [shape=box];
  "Anything";
  "Bed";
  "Bed" -> "Plant" [label="plants[]"];
  "Bed" -> "Bed" [label="$ref"];
  "Bed" -> "Anything" [label="notes{}[]"];
  "Plant";
}
"#;
        assert_eq!(dot(&garden()), expected);
    }

    #[test]
    fn a_list_of_lists_has_brackets_for_each_list() {
        let text = dot(&one("| rows | [`Bed[][]`](bed-definition.md) | No | |"));
        assert!(
            text.contains(r#""Bed" -> "Bed" [label="rows[][]"];"#),
            "{text}"
        );
    }

    #[test]
    fn quotes_and_backslashes_in_names_are_escaped() {
        assert_eq!(Quoted(r#"a "b" c\"#).to_string(), r#""a \"b\" c\\""#);
    }
}
