//! Finds the names in one Rust file.
//!
//! A file is scanned as a flat list of tokens, not parsed: a parser recurses and could overflow the stack on deeply
//! nested code, while `proc-macro2` creates and drops a token stream without recursion.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, LexError, Spacing, TokenStream, TokenTree};

use crate::span::BYTE_ORDER_MARK;

/// The names in a file, without the prefix `r#`.
#[derive(Debug, Default)]
pub struct FileNames {
    /// All identifiers.
    pub names: BTreeSet<String>,
    /// The identifiers that may name a field.
    pub fields: BTreeSet<String>,
    /// The strings in calls like `.get("name")`, which name properties.
    pub properties: BTreeSet<String>,
    /// The strings in calls like `.query("name", value)`, which name parameters.
    pub parameters: BTreeSet<String>,
    /// Pairs of an item and another name for it, from `use item as name` or `type name = item`.
    pub aliases: BTreeSet<(String, String)>,
}

impl FileNames {
    /// Returns the names in a file.
    ///
    /// Fails if the file has an invalid token or unbalanced brackets.
    pub fn scan(text: &str) -> Result<Self, LexError> {
        let tokens = flatten(without_shebang(text).parse()?);
        let mut file_names = Self::default();
        let mut scopes = vec![Scope::default()];
        for (index, token) in tokens.iter().enumerate() {
            let Some(scope) = scopes.last_mut() else {
                break;
            };
            let (before, after) = tokens.split_at(index);
            match token {
                FlatToken::Ident(ident) => {
                    let name = without_raw_prefix(ident).to_owned();
                    if scope.is_field(before, after) {
                        file_names.fields.insert(name.clone());
                    }
                    if let Some(alias) = scope.alias(after).map(without_raw_prefix)
                        && alias != name
                    {
                        file_names.aliases.insert((name.clone(), alias.to_owned()));
                    }
                    file_names.names.insert(name);
                    scope.enter_item(after);
                }
                FlatToken::Punct(';', _) => scope.item = ItemKind::Other,
                FlatToken::Open(delimiter) => {
                    let nested = scope.nested(*delimiter, before);
                    scopes.push(nested);
                }
                FlatToken::Close => drop(scopes.pop()),
                FlatToken::Literal(text) => file_names.add_argument(before, text),
                FlatToken::Punct(..) => {}
            }
        }
        Ok(file_names)
    }

    /// Adds a literal if it is the first argument of a method that takes the name of a property or a parameter.
    fn add_argument(&mut self, before: &[FlatToken], literal: &str) {
        let [
            ..,
            FlatToken::Punct('.', _),
            FlatToken::Ident(method),
            FlatToken::Open(Delimiter::Parenthesis),
        ] = before
        else {
            return;
        };
        let text = literal
            .strip_prefix('"')
            .and_then(|it| it.strip_suffix('"'));
        let names = match method.as_str() {
            method if PROPERTY_METHODS.contains(&method) => &mut self.properties,
            method if PARAMETER_METHODS.contains(&method) => &mut self.parameters,
            _ => return,
        };
        names.extend(text.map(str::to_owned));
    }
}

/// The methods of models that take the name of a property.
const PROPERTY_METHODS: [&str; 5] = ["get", "set", "set_null", "is_null", "unset"];

/// The methods of request builders that take the name of a parameter.
const PARAMETER_METHODS: [&str; 4] = ["path", "query", "query_opt", "header"];

/// A token, or the start or end of a group.
enum FlatToken {
    Ident(String),
    Punct(char, Spacing),
    /// A literal, as written.
    Literal(String),
    Open(Delimiter),
    /// The end of a group or of the file.
    Close,
}

fn flatten(stream: TokenStream) -> Vec<FlatToken> {
    let mut tokens = Vec::new();
    let mut open = vec![stream.into_iter()];
    while let Some(stream) = open.last_mut() {
        tokens.push(match stream.next() {
            Some(TokenTree::Ident(ident)) => FlatToken::Ident(ident.to_string()),
            Some(TokenTree::Punct(punct)) => FlatToken::Punct(punct.as_char(), punct.spacing()),
            Some(TokenTree::Literal(literal)) => FlatToken::Literal(literal.to_string()),
            Some(TokenTree::Group(group)) => {
                open.push(group.stream().into_iter());
                FlatToken::Open(group.delimiter())
            }
            None => {
                open.pop();
                FlatToken::Close
            }
        });
    }
    tokens
}

/// The context of the tokens between a pair of brackets.
#[derive(Clone, Default)]
struct Scope {
    is_brace: bool,
    /// Whether the scope is inside the input of a macro, where any name may be a field.
    is_macro: bool,
    /// Whether the scope is the body of an `impl` or a `trait`. Associated types are not aliases.
    is_impl: bool,
    item: ItemKind,
}

/// The item that the current token is part of.
#[derive(Clone, Default)]
enum ItemKind {
    #[default]
    Other,
    Use,
    /// An `impl` or a `trait`, before its `{`.
    ImplHeader,
    /// A type alias of this name.
    Type(String),
}

impl Scope {
    /// Returns the scope inside the next bracket.
    fn nested(&mut self, delimiter: Delimiter, before: &[FlatToken]) -> Self {
        let is_brace = delimiter == Delimiter::Brace;
        let is_impl = is_brace && matches!(self.item, ItemKind::ImplHeader);
        if is_impl {
            self.item = ItemKind::Other;
        }
        let is_macro_input = matches!(before, [.., FlatToken::Ident(_), FlatToken::Punct('!', _)]);
        Self {
            is_brace,
            is_macro: self.is_macro || is_macro_input,
            is_impl,
            item: self.item.clone(),
        }
    }

    fn enter_item(&mut self, tokens: &[FlatToken]) {
        if let [FlatToken::Ident(keyword), next, ..] = tokens {
            match (keyword.as_str(), next) {
                ("use", _) => self.item = ItemKind::Use,
                ("impl" | "trait", _) => self.item = ItemKind::ImplHeader,
                ("type", FlatToken::Ident(name)) if !self.is_impl => {
                    self.item = ItemKind::Type(name.clone());
                }
                _ => {}
            }
        }
    }

    /// Returns the alias that the current item declares for the first token.
    fn alias<'a>(&'a self, tokens: &'a [FlatToken]) -> Option<&'a str> {
        match (&self.item, tokens) {
            (ItemKind::Use, [_, FlatToken::Ident(keyword), FlatToken::Ident(name), ..]) => {
                (keyword == "as").then_some(name)
            }
            (ItemKind::Type(name), _) => Some(name),
            (ItemKind::Other | ItemKind::Use | ItemKind::ImplHeader, _) => None,
        }
    }

    /// Checks whether the identifier at the start of `after` may name a field, as in `x.name`, `X { name: y }` or
    /// `X { name, .. }`.
    fn is_field(&self, before: &[FlatToken], after: &[FlatToken]) -> bool {
        use FlatToken::{Close, Ident, Literal, Open, Punct};

        let is_path = matches!(after, [_, Punct(':', Spacing::Joint), Punct(':', _), ..]);
        let is_call = matches!(after, [_, Open(Delimiter::Parenthesis), ..]);
        let is_key = matches!(after, [_, Punct(':' | ',', _) | Close, ..]);
        let is_field = match before {
            [.., Punct('.', _), Punct('.', _)] => false,
            [.., Punct('.', _)] => !is_call,
            [.., Ident(keyword)] if !matches!(keyword.as_str(), "ref" | "mut") => false,
            [.., Open(_) | Close | Punct(',', _) | Ident(_)] => {
                self.is_brace && is_key && !matches!(self.item, ItemKind::Use)
            }
            [] | [.., Literal(_) | Punct(..)] => false,
        };
        self.is_macro || is_field && !is_path
    }
}

/// Removes a byte order mark and a shebang line, such as `#!/usr/bin/env rust-script`.
fn without_shebang(text: &str) -> &str {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    match text.strip_prefix("#!") {
        Some(line) if !line.trim_start().starts_with('[') => {
            line.split_once('\n').map_or("", |(_, rest)| rest)
        }
        _ => text,
    }
}

/// Removes the prefix of a raw identifier, such as `r#type`.
pub fn without_raw_prefix(ident: &str) -> &str {
    ident.strip_prefix("r#").unwrap_or(ident)
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[track_caller]
    fn fields(code: &str) -> Vec<String> {
        let fields = FileNames::scan(code).unwrap().fields;
        fields.into_iter().collect()
    }

    #[track_caller]
    fn aliases(code: &str) -> Vec<String> {
        let aliases = FileNames::scan(code).unwrap().aliases;
        let aliases = aliases
            .iter()
            .map(|(item, alias)| format!("{alias}={item}"));
        aliases.collect()
    }

    #[test]
    fn accesses_literals_and_patterns_use_fields() {
        for code in [
            "x.legs",
            "x.0.r#legs",
            "f().legs.abs()",
            "(x.legs)()",
            "X { legs: 1 }",
            "X { legs: ::y }",
            "X { legs:&y }",
            "let X { ref legs, mut .. }",
            "let X { legs }",
            "X { legs, ..y }",
            "g!(legs)",
            "macro_rules! g { () => { x.legs } }",
        ] {
            assert!(fields(code).contains(&"legs".to_owned()), "{code}");
        }
    }

    #[test]
    fn methods_paths_ranges_and_variables_are_not_fields() {
        for code in [
            "x.legs()",
            "x.legs::<u8>()",
            "0..legs",
            "fn f(legs: u8) {}",
            "{ legs::f() }",
            "use a::{legs, b};",
            "let legs = 6;",
            "struct X { pub legs: u8 }",
        ] {
            assert_eq!(fields(code), [""; 0], "{code}");
        }
    }

    #[test]
    fn imports_and_type_items_declare_aliases() {
        assert_eq!(aliases("use a::{b::Bee as B, Ant};"), ["B=Bee"]);
        assert_eq!(
            aliases("type Hive = Vec<(Bee, u8)>;"),
            ["Hive=Bee", "Hive=Vec", "Hive=u8"]
        );
        assert_eq!(aliases("use a; fn f() { x as u8 }"), [""; 0]);
        assert_eq!(aliases("impl A for B { type Item = Bee; }"), [""; 0]);
    }

    #[test]
    fn a_shebang_and_a_byte_order_mark_are_skipped() {
        for start in ["#!/bin/ant \"\n", "\u{feff}", "\u{feff}#!/bin/ant \"\n"] {
            assert_eq!(fields(&format!("{start}x.legs")), ["legs"]);
        }
        assert_eq!(fields("#![allow(a)] x.legs"), ["legs"]);
    }

    #[test]
    fn deeply_nested_brackets_do_not_overflow_the_stack() {
        let scan = |text: String| {
            let fields = || FileNames::scan(&text).ok().map(|names| names.fields);
            thread::scope(|threads| threads.spawn(fields).join().unwrap())
        };
        for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("m!{", "}")] {
            let (open, close) = (open.repeat(100_000), close.repeat(100_000));
            let fields = scan(format!("{open}x.legs{close}")).unwrap();
            assert!(fields.contains("legs"));
            assert_eq!(scan(format!("{open}x.legs")), None);
        }
    }
}
