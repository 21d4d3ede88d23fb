//! Definitions and their references as a Mermaid graph, which GitHub draws.

use std::collections::BTreeMap;

use super::edge_label;
use crate::schema::{Schema, Step};

/// Prints the definitions as a Mermaid graph: a node for each definition, and an edge for each property that refers to one.
///
/// The labels are those of [`dot`](super::dot). GitHub draws graphs of up to 500 edges.
///
/// ```
/// use genesys_modelgen::schema::{Schema, print::mermaid};
///
/// assert_eq!(mermaid(&Schema::default()), "graph LR\n");
/// ```
#[must_use]
pub fn mermaid(schema: &Schema) -> String {
    let mut graph = Graph::default();
    for definition in &schema.definitions {
        graph.node(definition.name.as_str());
    }
    for definition in &schema.definitions {
        for property in &definition.properties {
            if let Some(to) = property.ty.reference() {
                let label = edge_label(property.name.as_str(), &property.ty);
                graph.edge(definition.name.as_str(), &label, to.as_str());
            }
        }
    }
    graph.print()
}

/// Prints chains of references, which [`why`](crate::schema::why()) returns, as a Mermaid graph.
#[must_use]
pub fn mermaid_chains(chains: &[Vec<Step>]) -> String {
    let mut graph = Graph::default();
    for pair in chains.iter().flat_map(|chain| chain.windows(2)) {
        if let [from, to] = pair {
            let label = from.via.as_deref().unwrap_or_default();
            graph.edge(&from.name, label, &to.name);
        }
    }
    graph.print()
}

/// A graph whose nodes are numbered in the order of their first use.
#[derive(Default)]
struct Graph {
    numbers: BTreeMap<String, usize>,
    nodes: Vec<String>,
    edges: Vec<String>,
}

impl Graph {
    /// Returns the number of a node, which is added if it is new.
    fn node(&mut self, name: &str) -> usize {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.nodes.len();
        self.nodes.push(format!("  n{number}[{}]\n", quoted(name)));
        self.numbers.insert(name.to_owned(), number);
        number
    }

    /// Adds an edge, unless there is an equal one.
    fn edge(&mut self, from: &str, label: &str, to: &str) {
        let (from, to) = (self.node(from), self.node(to));
        let edge = format!("  n{from} -->|{}| n{to}\n", quoted(label));
        if !self.edges.contains(&edge) {
            self.edges.push(edge);
        }
    }

    fn print(self) -> String {
        let Self { nodes, edges, .. } = self;
        ["graph LR\n".to_owned(), nodes.concat(), edges.concat()].concat()
    }
}

/// Returns a quoted label, in which all characters with a meaning in Mermaid or HTML are entities.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || " _-.:$/".contains(c);
    let escaped = text.chars().map(|c| {
        if is_plain(c) {
            c.to_string()
        } else {
            format!("#{};", u32::from(c))
        }
    });
    format!("\"{}\"", escaped.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::print::tests::garden;

    #[test]
    fn definitions_are_nodes_and_references_are_edges() {
        let expected = r#"graph LR
  n0["Anything"]
  n1["Bed"]
  n2["Plant"]
  n1 -->|"plants#91;#93;"| n2
  n1 -->|"$ref"| n1
  n1 -->|"notes#123;#125;#91;#93;"| n0
"#;
        assert_eq!(mermaid(&garden()), expected);
    }

    #[test]
    fn chains_share_nodes_and_edges() {
        let step = |name: &str, via: &str| Step {
            name: name.to_owned(),
            via: (!via.is_empty()).then(|| via.to_owned()),
        };
        let chain = |root| vec![step(root, "ants"), step("Ant", "nest"), step("Nest", "")];
        let expected = r#"graph LR
  n0["Hill"]
  n1["Ant"]
  n2["Nest"]
  n3["Log"]
  n0 -->|"ants"| n1
  n1 -->|"nest"| n2
  n3 -->|"ants"| n1
"#;
        assert_eq!(mermaid_chains(&[chain("Hill"), chain("Log")]), expected);
    }

    #[test]
    fn special_characters_are_entities() {
        assert_eq!(quoted("a\"]<b>"), "\"a#34;#93;#60;b#62;\"");
    }
}
