//! Shortening of full paths to names that are in scope everywhere.
//!
//! All code is emitted with full paths, because a definition can have any name. A path to a name of the prelude is shortened
//! unless a type in the same file shadows the name.

use syn::{
    File, Path,
    visit_mut::{self, VisitMut},
};

use crate::{
    name::TypeIdent,
    plan::{Module, OpenEnum},
};

const PRELUDE: &[&str] = &[
    "::core::clone::Clone",
    "::core::cmp::Eq",
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

/// The names that are in scope in a file.
pub struct Prelude {
    paths: Vec<&'static str>,
}

impl Prelude {
    /// Creates the prelude without names that a type of the module shadows.
    pub fn of(module: &Module) -> Self {
        let enums = module
            .enums
            .iter()
            .flat_map(OpenEnum::idents)
            .map(TypeIdent::as_str);
        let own: Vec<_> = enums.chain([module.ident().as_str()]).collect();
        Self::without(&own)
    }

    fn without(own: &[&str]) -> Self {
        let is_visible = |path: &&str| !own.contains(&last(path));
        Self {
            paths: PRELUDE.iter().copied().filter(is_visible).collect(),
        }
    }

    /// Shortens all paths in a syntax tree.
    pub fn shorten(&mut self, file: &mut File) {
        self.visit_file_mut(file);
    }

    /// Shortens all paths in text.
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

/// Compares a path, without its arguments, to the text of a path.
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

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    fn shortened(own: &[&str], mut file: File) -> String {
        let mut prelude = Prelude::without(own);
        prelude.shorten(&mut file);
        prettyplease::unparse(&file)
    }

    #[test]
    fn paths_are_shortened_in_type_arguments_too() {
        let file =
            parse_quote! { type A = ::core::option::Option<::std::vec::Vec<::serde_json::Value>>; };
        assert_eq!(
            shortened(&[], file),
            "type A = Option<Vec<::serde_json::Value>>;\n"
        );
    }

    #[test]
    fn a_path_is_not_shortened_to_the_name_of_a_type_in_the_file() {
        let file = parse_quote! { type A = ::core::option::Option<::std::string::String>; };
        let expected = "type A = ::core::option::Option<String>;\n";
        assert_eq!(shortened(&["Option"], file), expected);
    }

    #[test]
    fn similar_paths_are_not_shortened() {
        let file = parse_quote! { type A = (core::option::Option<A>, ::own::option::Option, ::core::option::Option::Some); };
        let expected = "type A = (core::option::Option<A>, ::own::option::Option, ::core::option::Option::Some);\n";
        assert_eq!(shortened(&[], file), expected);
    }

    #[test]
    fn text_is_shortened_like_syntax_trees() {
        let code = "impl ::core::clone::Clone for Clone {}";
        assert_eq!(
            Prelude::without(&[]).shorten_text(code),
            "impl Clone for Clone {}"
        );
        assert_eq!(Prelude::without(&["Clone"]).shorten_text(code), code);
    }
}
