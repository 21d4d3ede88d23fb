//! A module in somebody's crate.

use super::{Provenance, TimeLibrary, add_papers, time::without_features};
use crate::{
    header,
    pipeline::Generated,
    record,
    tree::{Owned, Tree},
};

const ENDPOINTS: &str = "#[rustfmt::skip]\npub mod endpoints;\n";

/// The files of a module that converts to these libraries of time.
#[must_use]
pub fn module(generated: &Generated, time: &[TimeLibrary], provenance: &Provenance) -> Tree {
    let left_out: Vec<_> = TimeLibrary::ALL
        .into_iter()
        .filter(|library| !time.contains(library))
        .map(TimeLibrary::path)
        .collect();
    let mut tree = Tree::owning(Owned::Whole);
    for (path, text) in generated.tree.iter() {
        let path = in_module(path);
        if path == record::PATH || left_out.iter().any(|left_out| left_out == path) {
            continue;
        }
        let is_runtime = path.starts_with("runtime/");
        let text = if is_runtime {
            without_features(text, time)
        } else {
            text.to_owned()
        };
        tree.insert(path, text);
    }
    tree.remove("lib.rs");
    let has_endpoints = !generated.schema.apis.is_empty();
    let endpoints = if has_endpoints { ENDPOINTS } else { "" };
    let text = include_str!("mod.rs.in").replace("{endpoints}", endpoints);
    tree.insert("mod.rs", header::for_export() + &text);
    add_papers(&mut tree, generated, provenance);
    tree
}

/// The path in a module of a file that a crate has among its sources.
#[must_use]
pub fn in_module(path: &str) -> &str {
    path.strip_prefix("src/").unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use crate::{emit, tree::Tree};

    use super::*;

    fn generated() -> Generated {
        Generated {
            schema: crate::schema::Schema::default(),
            modules: Vec::new(),
            roots: Vec::new(),
            tree: emit::emit(&[], &[], &[]).unwrap(),
            origins: std::collections::BTreeMap::new(),
        }
    }

    fn made(time: &[TimeLibrary]) -> Tree {
        let (command, notice) = (String::new(), None);
        module(&generated(), time, &Provenance { command, notice })
    }

    #[test]
    fn no_file_asks_for_a_feature_or_leaves_its_place() {
        for time in [&[][..], &TimeLibrary::ALL] {
            let tree = made(time);
            for (path, text) in tree.iter() {
                let mut code = text.lines().filter(|line| !line.trim().starts_with("//"));
                let is_tied = |line: &str| line.contains("feature = ") || line.contains("crate::");
                assert_eq!(code.find(|line| is_tied(line)), None, "{path}");
            }
        }
    }

    #[test]
    fn conversions_are_those_that_were_chosen() {
        let has = |tree: &Tree, library: TimeLibrary| tree.get(&library.path()).is_some();
        let tree = made(&[TimeLibrary::Chrono]);
        assert!(has(&tree, TimeLibrary::Chrono) && !has(&tree, TimeLibrary::Jiff));
        let none = made(&[]);
        assert!(TimeLibrary::ALL.iter().all(|library| !has(&none, *library)));
    }
}
