//! The definitions and their references as a Graphviz graph.

use std::iter;

use crate::schema::{Definition, Schema, Type};

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
    let from = quoted(definition.name.as_str());
    let edges = definition.properties.iter().filter_map(|property| {
        let to = quoted(property.ty.reference()?.as_str());
        let label = quoted(&edge_label(property.name.as_str(), &property.ty));
        Some(format!("  {from} -> {to} [label={label}];\n"))
    });
    iter::once(format!("  {from};\n")).chain(edges).collect()
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

/// Returns a quoted Graphviz identifier.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('\\', r"\\").replace('"', r#"\""#))
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
        assert_eq!(quoted(r#"a "b" c\"#), r#""a \"b\" c\\""#);
    }
}
