//! How deep a parser recurs for Rust code. It does not bound that itself, and where its stack ends the program does.

use ra_ap_rustc_lexer::TokenKind;

use super::tokens::tokens;
use crate::name::is_reserved;

/// How deep Rust code nests at most, in tokens: those since the last `;`, `,` or block, in all brackets that are open.
///
/// A parser recurs for tokens that it has not seen the end of, be it brackets, `!!!a`, `a + b + c` or `else if`. Most
/// of the time it recurs for far fewer than these.
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
    /// How many `<` may be open, in which a `,` ends nothing.
    angles: usize,
    /// Whether there may be closures, whose arguments a `,` may stand between.
    has_closure: bool,
    /// Whether it is a macro's input, which is not parsed: just its brackets count.
    is_opaque: bool,
}

/// What a token means to those behind it.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Token {
    Name,
    /// The end of a value that is no name.
    Operand,
    Bang,
    Equals,
    Minus,
    /// A `<` that compares or shifts.
    Less,
    /// The end of a block, behind which a statement or an item may begin.
    Block,
    #[default]
    Other,
}

impl Level {
    fn new(start: usize, is_opaque: bool) -> Self {
        Self {
            start,
            depth: start,
            angles: 0,
            has_closure: false,
            is_opaque,
        }
    }
}

impl Nesting {
    fn token(&mut self, kind: TokenKind, text: &str) {
        let token = match kind {
            TokenKind::Whitespace
            | TokenKind::LineComment { .. }
            | TokenKind::BlockComment { .. } => return,
            TokenKind::OpenParen | TokenKind::OpenBrace | TokenKind::OpenBracket => self.open(),
            TokenKind::CloseParen | TokenKind::CloseBracket => self.close(Token::Operand),
            TokenKind::CloseBrace => self.close(Token::Block),
            TokenKind::Semi => self.end(),
            TokenKind::Comma => self.comma(),
            TokenKind::Lt => self.less(),
            TokenKind::Gt => self.greater(),
            TokenKind::Or => self.bar(),
            TokenKind::Ident => self.word(text),
            TokenKind::RawIdent => self.begin(Token::Name),
            TokenKind::Literal { .. } => self.begin(Token::Operand),
            TokenKind::Lifetime { .. } | TokenKind::Pound => self.begin(Token::Other),
            TokenKind::Bang => self.add(Token::Bang),
            TokenKind::Eq => self.add(Token::Equals),
            TokenKind::Minus => self.add(Token::Minus),
            _ => self.add(Token::Other),
        };
        let [_, before, last] = self.before;
        self.before = [before, last, token];
    }

    fn last(&self) -> Token {
        let [_, _, last] = self.before;
        last
    }

    fn add(&mut self, token: Token) -> Token {
        if !self.here.is_opaque {
            self.here.depth += 1;
            self.deepest = self.deepest.max(self.here.depth);
        }
        token
    }

    /// What is behind starts anew.
    fn end(&mut self) -> Token {
        self.here = Level::new(self.here.start, self.here.is_opaque);
        Token::Other
    }

    /// Ends a block that has no part in what is behind: there a statement, an item or an arm begins.
    fn end_block(&mut self) {
        if self.last() == Token::Block {
            self.end();
        }
    }

    /// A token that cannot go on with a block as its operand.
    fn begin(&mut self, token: Token) -> Token {
        self.end_block();
        self.add(token)
    }

    fn word(&mut self, word: &str) -> Token {
        match word {
            "as" | "else" | "in" => self.add(Token::Other),
            _ if is_reserved(word) => self.begin(Token::Other),
            _ => self.begin(Token::Name),
        }
    }

    fn comma(&mut self) -> Token {
        if self.here.angles == 0 && !self.here.has_closure {
            self.end()
        } else {
            self.add(Token::Other)
        }
    }

    fn less(&mut self) -> Token {
        match self.last() {
            Token::Operand => return self.add(Token::Less),
            Token::Less => {}
            _ => self.here.angles += 1,
        }
        self.add(Token::Other)
    }

    fn greater(&mut self) -> Token {
        match self.last() {
            Token::Minus => {}
            // An arm's pattern ends here, in which `<` would have been a comparison.
            Token::Equals => self.here.angles = 0,
            _ => self.here.angles = self.here.angles.saturating_sub(1),
        }
        self.add(Token::Other)
    }

    fn bar(&mut self) -> Token {
        let is_operator = matches!(self.last(), Token::Name | Token::Operand);
        self.here.has_closure |= !is_operator;
        self.add(Token::Other)
    }

    fn open(&mut self) -> Token {
        let is_macro = matches!(
            self.before,
            [_, Token::Name, Token::Bang] | [Token::Name, Token::Bang, Token::Name]
        );
        self.end_block();
        self.open.push(self.here);
        self.here = Level::new(self.here.depth + 1, self.here.is_opaque || is_macro);
        self.deepest = self.deepest.max(self.here.start);
        Token::Other
    }

    fn close(&mut self, token: Token) -> Token {
        if let Some(around) = self.open.pop() {
            self.here = around;
            self.here.depth += 1;
        }
        token
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::BYTE_ORDER_MARK;

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
            "static A: [u8; 3] = [1 << 2, 1 << 3];\n",
            "loop { 'a: loop {} 'a: loop {} }\n",
        ] {
            assert_eq!(depth(&again.repeat(50)), depth(&again.repeat(2)), "{again}");
        }
        for arm in [
            "A => {} ",
            "(a, b) => {} ",
            "[a, b] => {} ",
            "1 => {} ",
            "'a' => 'b', ",
            "a if a < b => c, ",
        ] {
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
    fn a_comma_in_angles_or_between_bars_ends_nothing() {
        for (before, behind) in [
            ("V::<b, ", ",>"),
            ("for<'a,> fn() -> ", ""),
            ("|a, b| ", ""),
            ("a | |b, c| ", ""),
        ] {
            let text = before.repeat(100) + "a" + &behind.repeat(100);
            assert!(depth(&text) >= 100, "{before} {behind}");
        }
        let fields = |count| format!("struct A {{ {} }}", "a: B<C, D>,".repeat(count));
        assert_eq!(depth(&fields(50)), depth(&fields(2)));
    }

    #[test]
    fn a_condition_is_no_macro() {
        let deep = "!".repeat(100);
        for around in [
            "if !a {",
            "return !(",
            "return !{",
            "for a in !(",
            "match !a {",
            "while !a {",
        ] {
            assert!(depth(&format!("{around} {deep} b")) >= 100, "{around}");
        }
    }

    #[test]
    fn a_block_may_be_followed_by_what_goes_on() {
        for on in ["for A {} in ", "{} as ", "if a {} else ", "{}.a + "] {
            assert!(depth(&on.repeat(100)) >= 100, "{on}");
        }
    }

    #[test]
    fn a_byte_order_mark_hides_nothing() {
        let deep = "!".repeat(100);
        assert!(depth(&format!("{BYTE_ORDER_MARK}#!/bin/ant \"\n{deep}")) >= 100);
    }

    #[test]
    fn what_macros_take_is_not_parsed() {
        let long = "a ".repeat(500);
        assert!(depth(&format!("a! {{ {long} }}")) < 10);
        assert!(depth(&format!("macro_rules! a {{ {long} }}")) < 10);
        assert!(depth(&format!("a! {{ ({long}) }}")) < 10);
        assert!(depth(&format!("a! {{ {}{} }}", "(".repeat(500), ")".repeat(500))) > 500);
    }
}
