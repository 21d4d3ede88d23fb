//! The names in all files of a Rust project, with their places.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
    sync::Arc,
};

use super::{
    depth::depth,
    lines::{Lines, lines},
    mentions::{Alias, mentions, plain},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    diff::UsePlace,
    limit,
    source::SKIPPED,
    span::{Source, SourceFile},
};

type Places = BTreeMap<String, Vec<UsePlace>>;

/// The names in one file or in all files of a project.
#[derive(Debug, Default)]
pub struct Uses {
    names: Places,
    fields: Places,
    /// Other names for a name; one file's are good for all, which may import them.
    aliases: BTreeMap<String, BTreeSet<String>>,
}

impl Uses {
    /// The names in a file; where it cannot be parsed, that is a warning.
    pub fn of_file(file: &Source) -> Result<Self, Diagnostic> {
        let nesting = depth(&file.text);
        if nesting > limit::NESTING {
            let most = limit::NESTING;
            return Err(unparsed(
                file,
                &format!("it nests deeper than {most} tokens"),
            ));
        }
        let mentions = mentions(&file.text).map_err(|error| unparsed(file, &error))?;
        let lines = lines(&file.text);
        let mut uses = Self {
            names: places(mentions.names, &lines, file),
            fields: places(mentions.fields, &lines, file),
            aliases: BTreeMap::new(),
        };
        for Alias { name, of } in mentions.aliases {
            uses.aliases.entry(of).or_default().insert(name);
        }
        Ok(uses)
    }

    /// Adds those of another file.
    pub fn add(&mut self, other: Self) {
        for (name, places) in other.names {
            self.names.entry(name).or_default().extend(places);
        }
        for (name, places) in other.fields {
            self.fields.entry(name).or_default().extend(places);
        }
        for (name, aliases) in other.aliases {
            self.aliases.entry(name).or_default().extend(aliases);
        }
    }

    /// The places of a type or a variant, under any of the names that the project has for it.
    pub fn of_name(&self, name: &str) -> Vec<UsePlace> {
        let names = self.known_as(plain(name));
        let places = names.into_iter().filter_map(|name| self.names.get(name));
        places.flatten().cloned().collect()
    }

    /// The places of a field.
    pub fn of_field(&self, name: &str) -> Vec<UsePlace> {
        self.fields.get(plain(name)).cloned().unwrap_or_default()
    }

    /// The name itself, its other names, and theirs.
    fn known_as<'a>(&'a self, name: &'a str) -> BTreeSet<&'a str> {
        let (mut known, mut open) = (BTreeSet::new(), vec![name]);
        while let Some(name) = open.pop() {
            if known.insert(name) {
                let aliases = self.aliases.get(name).into_iter().flatten();
                open.extend(aliases.map(String::as_str));
            }
        }
        known
    }
}

fn places(names: BTreeSet<String>, lines: &Lines<'_>, file: &Source) -> Places {
    let place = |line: &usize| UsePlace {
        path: file.path.clone(),
        line: *line,
    };
    let places = names.into_iter().map(|name| {
        let lines = lines.get(name.as_str()).into_iter().flatten();
        let places = lines.map(place).collect();
        (name, places)
    });
    places.collect()
}

fn unparsed(file: &Source, error: &dyn Display) -> Diagnostic {
    let what = format!("`{}` cannot be parsed: {error}", file.path.display());
    let nothing = Arc::new(SourceFile {
        path: file.path.clone(),
        text: String::new(),
    });
    Diagnostic::new(Code::SkippedSource, what)
        .label(&nothing, 0..0, "")
        .help(SKIPPED)
}
