//! Indexes the names in a Rust project.

use std::collections::{BTreeMap, BTreeSet};

use super::scan::{FileNames, without_raw_prefix};
use crate::{
    diagnostic::{Code, Diagnostic},
    diff::UseSite,
    source::SKIPPED_HELP,
    span::{Source, SourceFile},
};

/// The names in a project's files, with the lines on which they occur.
#[derive(Debug, Default)]
pub struct NameIndex {
    names: BTreeMap<String, Vec<UseSite>>,
    fields: BTreeMap<String, Vec<UseSite>>,
    properties: BTreeMap<String, Vec<UseSite>>,
    parameters: BTreeMap<String, Vec<UseSite>>,
    /// The aliases of each name. An alias declared in one file applies to all files, because they can import it.
    aliases: BTreeMap<String, BTreeSet<String>>,
}

impl NameIndex {
    /// Adds the names in a file. Returns a warning if the file cannot be tokenized.
    pub fn add_file(&mut self, file: &Source) -> Result<(), Diagnostic> {
        let file_names = FileNames::scan(&file.text).map_err(|_| invalid_tokens(file))?;
        let word_lines = word_lines(&file.text);
        let groups = [
            (file_names.names, &mut self.names),
            (file_names.fields, &mut self.fields),
        ];
        for (names, index) in groups {
            for name in names {
                let lines = word_lines.get(name.as_str()).into_iter().flatten();
                let sites = lines.map(|line| UseSite {
                    path: file.path.clone(),
                    line: *line,
                });
                index.entry(name).or_default().extend(sites);
            }
        }
        let groups = [
            (file_names.properties, &mut self.properties),
            (file_names.parameters, &mut self.parameters),
        ];
        for (names, index) in groups {
            for name in names {
                let sites = string_lines(&file.text, &name).map(|line| UseSite {
                    path: file.path.clone(),
                    line,
                });
                let sites: Vec<_> = sites.collect();
                index.entry(name).or_default().extend(sites);
            }
        }
        for (item, alias) in file_names.aliases {
            self.aliases.entry(item).or_default().insert(alias);
        }
        Ok(())
    }

    /// Returns the use sites of a type or a variant under its own name and its aliases.
    pub fn name_sites(&self, name: &str) -> Vec<UseSite> {
        let names = self.with_aliases(without_raw_prefix(name));
        let sites = names.into_iter().filter_map(|name| self.names.get(name));
        sites.flatten().cloned().collect()
    }

    /// Returns the use sites of a field.
    pub fn field_sites(&self, name: &str) -> Vec<UseSite> {
        let sites = self.fields.get(without_raw_prefix(name));
        sites.cloned().unwrap_or_default()
    }

    /// Returns the calls of methods of models with the name of a property.
    pub fn property_sites(&self, name: &str) -> Vec<UseSite> {
        self.properties.get(name).cloned().unwrap_or_default()
    }

    /// Returns the calls of methods of request builders with the name of a parameter.
    pub fn parameter_sites(&self, name: &str) -> Vec<UseSite> {
        self.parameters.get(name).cloned().unwrap_or_default()
    }

    /// Returns a name with its aliases, their aliases, and so on.
    fn with_aliases<'a>(&'a self, name: &'a str) -> BTreeSet<&'a str> {
        let (mut all, mut pending) = (BTreeSet::new(), vec![name]);
        while let Some(name) = pending.pop() {
            if all.insert(name) {
                let aliases = self.aliases.get(name).into_iter().flatten();
                pending.extend(aliases.map(String::as_str));
            }
        }
        all
    }
}

/// Returns the line numbers of each word in a Rust file. Lines that start with `//` are skipped.
///
/// The spans of tokens have line numbers only with the feature `span-locations` of `proc-macro2`, which slows down code
/// generation.
fn word_lines(text: &str) -> BTreeMap<&str, BTreeSet<usize>> {
    let mut lines = BTreeMap::<_, BTreeSet<_>>::new();
    for (line, number) in text.lines().zip(1..) {
        if line.trim_start().starts_with("//") {
            continue;
        }
        for word in line.split(|c: char| c != '_' && !c.is_alphanumeric()) {
            lines.entry(word).or_default().insert(number);
        }
    }
    lines
}

/// Returns the numbers of the lines that contain a string. Lines that start with `//` are skipped.
fn string_lines(text: &str, string: &str) -> impl Iterator<Item = usize> {
    let literal = format!("\"{string}\"");
    let lines = text.lines().zip(1..);
    lines
        .filter(move |(line, _)| line.contains(&literal) && !line.trim_start().starts_with("//"))
        .map(|(_, number)| number)
}

fn invalid_tokens(file: &Source) -> Diagnostic {
    let message = format!(
        "`{}` cannot be parsed: invalid token or unbalanced brackets",
        file.path.display()
    );
    Diagnostic::new(Code::SkippedSource, message)
        .label(&SourceFile::without_text(&file.path), 0..0, "")
        .help(SKIPPED_HELP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_indexed_outside_comment_lines() {
        let index = word_lines("fn a<'b>() {\n  // b\n  r#type;\n  b(\"b\"); // b\n}\n");
        let lines_of = |name: &str| index.get(name).map(|lines| Vec::from_iter(lines.clone()));
        assert_eq!(lines_of("a"), Some(vec![1]));
        assert_eq!(lines_of("type"), Some(vec![3]));
        assert_eq!(lines_of("b"), Some(vec![1, 4]));
        assert_eq!(lines_of("c"), None);
    }
}
