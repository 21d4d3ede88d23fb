//! How deep a parser recurs for Rust code. It does not bound that itself, and where its stack ends the program does.

use ra_ap_rustc_lexer::TokenKind;

use super::tokens::tokens;

/// How deep Rust code nests at most, in tokens: those since the last `;` or `,`, in all brackets that are open.
///
/// A parser recurs no deeper, whether for brackets, for `!!!a`, for `a + b + c` or for `else if`. Most of the time it
/// does not recur at all.
pub fn depth(text: &str) -> usize {
    let mut nesting = Nesting::default();
    for (kind, text) in tokens(text) {
        nesting.token(kind, text);
    }
    nesting.deepest
}

#[derive(Default)]
struct Nesting {
    here: Level,
    open: Vec<Level>,
    before: [Token; 3],
    deepest: usize,
}

/// What is within one pair of brackets.
#[derive(Default, Clone, Copy)]
struct Level {
    /// How deep its start is.
    start: usize,
    /// How deep the last token is.
    depth: usize,
    /// Whether it is a macro's input, which is not parsed: just its brackets count.
    is_opaque: bool,
}

/// What a token means to the one behind it.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Token {
    Name,
    Bang,
    /// The end of a block, behind which a statement or an item may begin.
    Block,
    #[default]
    Other,
}

impl Nesting {
    fn token(&mut self, kind: TokenKind, text: &str) {
        let token = match kind {
            TokenKind::Whitespace
            | TokenKind::LineComment { .. }
            | TokenKind::BlockComment { .. } => return,
            TokenKind::OpenParen | TokenKind::OpenBrace | TokenKind::OpenBracket => {
                self.open();
                Token::Other
            }
            TokenKind::CloseParen | TokenKind::CloseBracket => {
                self.close();
                Token::Other
            }
            TokenKind::CloseBrace => {
                self.close();
                Token::Block
            }
            TokenKind::Semi | TokenKind::Comma => {
                self.here.depth = self.here.start;
                Token::Other
            }
            TokenKind::Ident if matches!(text, "else" | "as") => {
                self.add();
                Token::Name
            }
            TokenKind::Ident | TokenKind::RawIdent => {
                self.begin();
                self.add();
                Token::Name
            }
            TokenKind::Literal { .. } | TokenKind::Lifetime { .. } | TokenKind::Pound => {
                self.begin();
                self.add();
                Token::Other
            }
            TokenKind::Bang => {
                self.add();
                Token::Bang
            }
            _ => {
                self.add();
                Token::Other
            }
        };
        let [_, before, last] = self.before;
        self.before = [before, last, token];
    }

    /// Behind a block, a statement, an item or an arm begins with what cannot go on with the block as an operand.
    fn begin(&mut self) {
        if self.before[2] == Token::Block {
            self.here.depth = self.here.start;
        }
    }

    fn add(&mut self) {
        if !self.here.is_opaque {
            self.here.depth += 1;
            self.deepest = self.deepest.max(self.here.depth);
        }
    }

    fn open(&mut self) {
        self.begin();
        let is_macro = matches!(
            self.before,
            [_, Token::Name, Token::Bang] | [Token::Name, Token::Bang, Token::Name]
        );
        let within = Level {
            start: self.here.depth + 1,
            depth: self.here.depth + 1,
            is_opaque: self.here.is_opaque || is_macro,
        };
        self.open.push(self.here);
        self.here = within;
        self.deepest = self.deepest.max(within.depth);
    }

    fn close(&mut self) {
        if let Some(around) = self.open.pop() {
            self.here = around;
            self.here.depth += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_items_and_arguments_start_anew() {
        assert_eq!(depth(""), 0);
        assert_eq!(depth("#!/bin/ant (((\na;"), 1);
        assert_eq!(depth("a; b; c;"), 1);
        assert_eq!(
            depth("const A: [u8; 3] = [1, 2, 3];"),
            depth("const A: [u8; 3] = [1];")
        );
        for again in [
            "fn a() { b() }\n",
            "#[a] mod b { use c; }\n",
            "impl A for B { fn c(&self) {} }\n",
            "struct A { b: C, d: E }\n",
        ] {
            assert_eq!(depth(&again.repeat(50)), depth(&again.repeat(2)), "{again}");
        }
        for arm in ["A => {} ", "(a, b) => {} ", "[a, b] => {} ", "1 => {} "] {
            let arms = |count| format!("fn f() {{ match a {{ {} }} }}", arm.repeat(count));
            assert_eq!(depth(&arms(50)), depth(&arms(2)), "{arm}");
        }
    }

    #[test]
    fn all_that_a_parser_recurs_for_counts() {
        let deep = |before: &str, behind: &str| {
            let text = before.repeat(100) + "a" + &behind.repeat(100);
            depth(&format!("fn f() {{ {text} }}"))
        };
        for (before, behind) in [
            ("(", ")"),
            ("{", "}"),
            ("[", "]"),
            ("!", ""),
            ("", "+ a"),
            ("", ".a()"),
            ("", "?"),
            ("if a {} else ", ""),
            ("return ", ""),
            ("match a { a => ", "}"),
            ("V::<", ">"),
            ("mod a { ", "}"),
        ] {
            assert!(deep(before, behind) >= 100, "{before} {behind}");
        }
    }

    #[test]
    fn what_macros_take_is_not_parsed() {
        let long = "a ".repeat(500);
        assert!(depth(&format!("a! {{ {long} }}")) < 10);
        assert!(depth(&format!("macro_rules! a {{ {long} }}")) < 10);
        assert!(depth(&format!("a! {{ {}{} }}", "(".repeat(500), ")".repeat(500))) > 500);
    }
}
