//! The names in a Rust project.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, LineColumn, TokenStream, TokenTree};
use syn::{
    ItemType, Macro, Member, UseRename,
    visit::{self, Visit},
};

use crate::{
    diagnostic::{Code, Diagnostic},
    diff::UsePlace,
    source::Source,
};

/// The names in one file, each with its lines.
#[derive(Debug)]
pub struct FileMentions<'a> {
    file: &'a Source,
    names: Lines,
    fields: Lines,
    aliases: Vec<Alias>,
}

/// Names, and the lines on which they stand.
type Lines = BTreeMap<String, BTreeSet<usize>>;

/// Another name that a project has for something.
#[derive(Debug)]
struct Alias {
    name: String,
    of: String,
}

impl<'a> FileMentions<'a> {
    /// Reads a file; where it cannot be parsed, that is a warning.
    pub fn read(file: &'a Source) -> Result<Self, Diagnostic> {
        let parsed = syn::parse_file(&file.text).map_err(|error| unparsed(file, &error))?;
        let mut mentions = Self {
            file,
            names: Lines::new(),
            fields: Lines::new(),
            aliases: Vec::new(),
        };
        mentions.visit_file(&parsed);
        Ok(mentions)
    }

    fn alias(&mut self, name: &Ident, of: &Ident) {
        let (name, of) = (
            plain(&name.to_string()).to_owned(),
            plain(&of.to_string()).to_owned(),
        );
        self.aliases.push(Alias { name, of });
    }

    /// In a macro's input a name can be anything.
    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    add(&mut self.names, &ident);
                    add(&mut self.fields, &ident);
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
}

impl Visit<'_> for FileMentions<'_> {
    fn visit_ident(&mut self, ident: &Ident) {
        add(&mut self.names, ident);
    }

    /// Of an access, a literal or a pattern.
    fn visit_member(&mut self, member: &Member) {
        if let Member::Named(ident) = member {
            add(&mut self.fields, ident);
        }
    }

    fn visit_macro(&mut self, call: &Macro) {
        visit::visit_macro(self, call);
        self.tokens(call.tokens.clone());
    }

    fn visit_use_rename(&mut self, rename: &UseRename) {
        self.alias(&rename.rename, &rename.ident);
        visit::visit_use_rename(self, rename);
    }

    fn visit_item_type(&mut self, item: &ItemType) {
        let mut idents = Idents::default();
        idents.visit_type(&item.ty);
        for of in &idents.0 {
            self.alias(&item.ident, of);
        }
        visit::visit_item_type(self, item);
    }
}

/// All names in a type.
#[derive(Default)]
struct Idents(Vec<Ident>);

impl Visit<'_> for Idents {
    fn visit_ident(&mut self, ident: &Ident) {
        self.0.push(ident.clone());
    }
}

fn add(lines: &mut Lines, ident: &Ident) {
    let name = plain(&ident.to_string()).to_owned();
    lines
        .entry(name)
        .or_default()
        .insert(ident.span().start().line);
}

/// A name without what makes a keyword of it a name.
pub fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// The names in all files of a project.
#[derive(Debug, Default)]
pub struct Mentions {
    names: Places,
    fields: Places,
    /// Other names for a name; one file's are good for all, which may import them.
    aliases: BTreeMap<String, BTreeSet<String>>,
}

type Places = BTreeMap<String, Vec<UsePlace>>;

impl Mentions {
    /// Puts those of the files together.
    pub fn new<'a>(files: impl Iterator<Item = FileMentions<'a>>) -> Self {
        let mut mentions = Self::default();
        for file in files {
            add_places(&mut mentions.names, file.names, file.file);
            add_places(&mut mentions.fields, file.fields, file.file);
            for alias in file.aliases {
                mentions
                    .aliases
                    .entry(alias.of)
                    .or_default()
                    .insert(alias.name);
            }
        }
        mentions
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

fn add_places(places: &mut Places, lines: Lines, file: &Source) {
    for (name, lines) in lines {
        let place = |line| UsePlace {
            path: file.path.clone(),
            line,
        };
        places
            .entry(name)
            .or_default()
            .extend(lines.into_iter().map(place));
    }
}

fn unparsed(file: &Source, error: &syn::Error) -> Diagnostic {
    let at = offset(&file.text, error.span().start());
    Diagnostic::new(Code::SkippedSource, format!("cannot be parsed: {error}"))
        .label(file, at..at + 1, "")
        .help("what this file uses is not known; all other files count")
}

/// The byte at a line, counted from 1, and a column, counted from 0 in characters.
fn offset(text: &str, place: LineColumn) -> usize {
    let lines = text.split_inclusive('\n');
    let start: usize = lines
        .clone()
        .take(place.line.saturating_sub(1))
        .map(str::len)
        .sum();
    let line = text.get(start..).unwrap_or_default();
    let column: usize = line.chars().take(place.column).map(char::len_utf8).sum();
    start + column
}
