//! Names that are in scope in every file, unless a type of the file's own hides them.
//!
//! All code is made with full paths, because a definition may have any name; this is what makes it readable.

use syn::{
    File, Path,
    visit_mut::{self, VisitMut},
};

use crate::rust::{Item, Module};

const PRELUDE: &[&str] = &[
    "::core::clone::Clone",
    "::core::cmp::PartialEq",
    "::core::default::Default",
    "::core::option::Option",
    "::core::option::Option::None",
    "::core::primitive::bool",
    "::core::primitive::f64",
    "::core::primitive::i64",
    "::core::primitive::str",
    "::core::primitive::usize",
    "::core::result::Result",
    "::std::boxed::Box",
    "::std::string::String",
    "::std::vec::Vec",
];

/// The names that a file may use without their paths.
pub struct Prelude {
    paths: Vec<&'static str>,
}

impl Prelude {
    /// All but those that the module's own types hide.
    pub fn of(module: &Module) -> Self {
        let enums = module.enums.iter().map(|open| open.ident.as_str());
        let own: Vec<_> = enums.chain([item_ident(&module.item)]).collect();
        let is_visible = |path: &&str| !own.contains(&last(path));
        Self {
            paths: PRELUDE.iter().copied().filter(is_visible).collect(),
        }
    }

    /// Shortens all paths in a file.
    pub fn shorten(&mut self, file: &mut File) {
        self.visit_file_mut(file);
    }

    /// Shortens all paths in code that is text already.
    pub fn shorten_text(&self, code: &str) -> String {
        let shorten = |code: String, path: &&str| code.replace(*path, last(path));
        self.paths.iter().fold(code.to_owned(), shorten)
    }

    fn has(&self, path: &Path) -> bool {
        path.leading_colon.is_some() && self.paths.iter().any(|visible| is_same(path, visible))
    }
}

impl VisitMut for Prelude {
    fn visit_path_mut(&mut self, path: &mut Path) {
        if self.has(path) {
            path.leading_colon = None;
            path.segments = path.segments.pop().into_iter().collect();
        }
        visit_mut::visit_path_mut(self, path);
    }
}

fn item_ident(item: &Item) -> &str {
    match item {
        Item::Model(model) => model.ident.as_str(),
        Item::Alias(alias) => alias.ident.as_str(),
    }
}

/// Whether a path has these segments, whatever its arguments.
fn is_same(path: &Path, text: &str) -> bool {
    let mut names = text.split("::").skip(1);
    path.segments
        .iter()
        .all(|segment| names.next().is_some_and(|name| segment.ident == name))
        && names.next().is_none()
}

fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}
