//! The names in one Rust file.
//!
//! A file is scanned as a flat list of tokens, not parsed: a parser recurses and could overflow the stack on deeply
//! nested code, while `proc-macro2` creates and drops a token stream without recursion.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, LexError, Spacing, TokenStream, TokenTree};

use crate::{name::is_reserved, span::BYTE_ORDER_MARK};

/// The names in a file, without the prefix `r#`.
#[derive(Debug, Default)]
pub struct FileNames {
    /// All identifiers.
    pub names: BTreeSet<String>,
    /// The identifiers that may be names of fields.
    pub fields: BTreeSet<String>,
    /// The names that the file declares for others.
    pub aliases: Vec<Alias>,
}

/// Another name of an item, from `use target as name` or `type name = target`.
#[derive(Debug)]
pub struct Alias {
    pub name: String,
    pub target: String,
}

impl FileNames {
    /// Returns the names in a file, or an error if it has an invalid token or unbalanced brackets.
    pub fn scan(text: &str) -> Result<Self, LexError> {
        let tokens = flatten(without_shebang(text).parse()?);
        let mut found = Self::default();
        let mut scopes = vec![Scope::default()];
        for (index, token) in tokens.iter().enumerate() {
            let Some(scope) = scopes.last_mut() else {
                break;
            };
            match token {
                Token::Ident(ident) => {
                    let name = without_raw_prefix(ident);
                    found.names.insert(name.to_owned());
                    if scope.is_macro || scope.is_field(&tokens, index) {
                        found.fields.insert(name.to_owned());
                    }
                    found.aliases.extend(scope.alias(&tokens, index));
                    scope.enter_item(ident, tokens.get(index + 1));
                }
                Token::Punct(';', _) => scope.leave_item(),
                Token::Open(delimiter) => {
                    let scope = scope.inner(*delimiter, is_macro_input(&tokens, index));
                    scopes.push(scope);
                }
                Token::Close => drop(scopes.pop()),
                Token::Punct(..) | Token::Literal => {}
            }
        }
        Ok(found)
    }
}

/// A token of a flattened token stream.
enum Token {
    Ident(String),
    Punct(char, Spacing),
    Literal,
    Open(Delimiter),
    /// The end of a group or of the file.
    Close,
}

fn flatten(stream: TokenStream) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut open = vec![stream.into_iter()];
    while let Some(stream) = open.last_mut() {
        match stream.next() {
            Some(TokenTree::Ident(ident)) => tokens.push(Token::Ident(ident.to_string())),
            Some(TokenTree::Punct(punct)) => {
                tokens.push(Token::Punct(punct.as_char(), punct.spacing()));
            }
            Some(TokenTree::Literal(_)) => tokens.push(Token::Literal),
            Some(TokenTree::Group(group)) => {
                tokens.push(Token::Open(group.delimiter()));
                open.push(group.stream().into_iter());
            }
            None => {
                tokens.push(Token::Close);
                open.pop();
            }
        }
    }
    tokens
}

/// The context of the tokens between two brackets.
#[derive(Default)]
struct Scope {
    is_brace: bool,
    /// Within the input of a macro, where every name may be a field.
    is_macro: bool,
    /// Within an `impl` or a `trait`, whose associated types are not aliases.
    is_impl: bool,
    /// After `use`, up to `;`.
    in_use: bool,
    /// After `impl` or `trait`, up to `{`.
    in_impl_header: bool,
    /// The name after `type`, up to `;`.
    type_alias: Option<String>,
}

impl Scope {
    /// Returns the scope of a group in this scope.
    fn inner(&mut self, delimiter: Delimiter, is_macro_input: bool) -> Self {
        let is_brace = delimiter == Delimiter::Brace;
        let is_impl = is_brace && self.in_impl_header;
        self.in_impl_header &= !is_brace;
        Self {
            is_brace,
            is_macro: self.is_macro || is_macro_input,
            is_impl,
            in_use: self.in_use,
            in_impl_header: false,
            type_alias: self.type_alias.clone(),
        }
    }

    fn enter_item(&mut self, keyword: &str, next: Option<&Token>) {
        match (keyword, next) {
            ("use", _) => self.in_use = true,
            ("impl" | "trait", _) => self.in_impl_header = true,
            ("type", Some(Token::Ident(name))) if !self.is_impl => {
                self.type_alias = Some(without_raw_prefix(name).to_owned());
            }
            _ => {}
        }
    }

    fn leave_item(&mut self) {
        self.in_use = false;
        self.in_impl_header = false;
        self.type_alias = None;
    }

    /// Returns the alias that an identifier is the target of.
    fn alias(&self, tokens: &[Token], index: usize) -> Option<Alias> {
        let target = match tokens.get(index)? {
            Token::Ident(ident) => without_raw_prefix(ident),
            Token::Punct(..) | Token::Literal | Token::Open(_) | Token::Close => return None,
        };
        let name = match tokens.get(index + 1..index + 3) {
            Some([Token::Ident(keyword), Token::Ident(name)]) if self.in_use && keyword == "as" => {
                without_raw_prefix(name)
            }
            _ => self.type_alias.as_deref().filter(|name| *name != target)?,
        };
        Some(Alias {
            name: name.to_owned(),
            target: target.to_owned(),
        })
    }

    /// Checks whether an identifier looks like a field: in `x.name`, `X { name: y }` or `X { name, .. }`.
    fn is_field(&self, tokens: &[Token], index: usize) -> bool {
        let (before, after) = tokens.split_at(index);
        let is_path = matches!(
            after,
            [
                _,
                Token::Punct(':', Spacing::Joint),
                Token::Punct(':', _),
                ..
            ]
        );
        let is_range = matches!(before, [.., Token::Punct('.', _), Token::Punct('.', _)]);
        match (before.last(), after.get(1)) {
            (Some(Token::Punct('.', _)), Some(Token::Open(Delimiter::Parenthesis))) => false,
            (Some(Token::Punct('.', _)), _) => !is_range && !is_path,
            (_, Some(Token::Punct(':', _))) => self.is_brace && !is_path,
            (Some(Token::Ident(keyword)), Some(Token::Punct(',', _) | Token::Close)) => {
                self.is_brace && matches!(keyword.as_str(), "ref" | "mut")
            }
            (
                Some(Token::Open(_) | Token::Punct(',', _)),
                Some(Token::Punct(',', _) | Token::Close),
            ) => self.is_brace && !self.in_use,
            _ => false,
        }
    }
}

/// Checks whether a group is the input of a macro: `name!(..)` or `macro_rules! name {..}`.
fn is_macro_input(tokens: &[Token], group: usize) -> bool {
    let (before, _) = tokens.split_at(group);
    match before {
        [.., Token::Ident(name), Token::Punct('!', _)] => !is_reserved(name),
        [
            ..,
            Token::Ident(name),
            Token::Punct('!', _),
            Token::Ident(_),
        ] => name == "macro_rules",
        _ => false,
    }
}

/// Returns a file's text after a line like `#!/usr/bin/env rust-script`.
fn without_shebang(text: &str) -> &str {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    match text.strip_prefix("#!") {
        Some(line) if !line.trim_start().starts_with('[') => {
            line.split_once('\n').map_or("", |(_, rest)| rest)
        }
        _ => text,
    }
}

/// Returns the name of an identifier that may be raw, such as `type` for `r#type`.
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
            .map(|it| format!("{}={}", it.name, it.target));
        aliases.collect()
    }

    #[test]
    fn accesses_literals_and_patterns_name_fields() {
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
            "macro_rules! g { () => { legs } }",
        ] {
            assert!(fields(code).contains(&"legs".to_owned()), "{code}");
        }
    }

    #[test]
    fn methods_paths_ranges_and_variables_do_not_name_fields() {
        for code in [
            "x.legs()",
            "x.legs::<u8>()",
            "0..legs",
            "fn f(legs: u8) {}",
            "{ legs::f() }",
            "use a::{legs, b};",
            "let legs = 6;",
            "if !(legs) {}",
        ] {
            assert_eq!(fields(code), [""; 0], "{code}");
        }
    }

    #[test]
    fn imports_and_type_items_declare_aliases() {
        assert_eq!(aliases("use a::{b::Bee as B, Ant};"), ["B=Bee"]);
        assert_eq!(aliases("type Hive = Vec<(Bee, u8)>;").len(), 3);
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
            let fields = || FileNames::scan(&text).ok().map(|found| found.fields);
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
