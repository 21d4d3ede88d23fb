//! Pieces of syntax that are there once a field: built, because parsing them would take most of the time.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{
    Arm, Expr, ExprArray, ExprField, ExprLit, ExprMatch, ExprMethodCall, ExprPath, ExprReference,
    ExprStruct, FieldValue, ImplItem, ImplItemFn, Item, ItemImpl, Lit, LitInt, LitStr, Member, Pat,
    PatWild, Path, PathSegment, Stmt, Token,
};

use super::tokens::ident;

/// An impl with this header and these items.
pub fn implementation(header: &TokenStream, items: Vec<ImplItem>) -> syn::Result<Item> {
    let mut item: ItemImpl = syn::parse2(quote! { #header {} })?;
    item.items = items;
    Ok(Item::Impl(item))
}

/// A function with this signature, whose body is one expression.
pub fn function(signature: &TokenStream, body: Expr) -> syn::Result<ImplItem> {
    let mut function: ImplItemFn = syn::parse2(quote! { #signature {} })?;
    function.block.stmts = vec![Stmt::Expr(body, None)];
    Ok(ImplItem::Fn(function))
}

/// `match index { 0 => .., 1 => .., _ => .. }`.
pub fn match_index(bodies: Vec<Expr>, otherwise: Expr) -> Expr {
    let wild = Pat::Wild(PatWild {
        attrs: Vec::new(),
        underscore_token: <Token![_]>::default(),
    });
    let mut arms: Vec<_> = bodies
        .into_iter()
        .enumerate()
        .map(|(index, body)| arm(number(index), body))
        .collect();
    arms.push(arm(wild, otherwise));
    Expr::Match(ExprMatch {
        attrs: Vec::new(),
        match_token: <Token![match]>::default(),
        expr: Box::new(local(&["index"])),
        brace_token: syn::token::Brace::default(),
        arms,
    })
}

fn arm(pat: Pat, body: Expr) -> Arm {
    Arm {
        attrs: Vec::new(),
        pat,
        fat_arrow_token: <Token![=>]>::default(),
        body: Box::new(body),
        comma: Some(<Token![,]>::default()),
    }
}

fn number(number: usize) -> Pat {
    let lit = Lit::Int(LitInt::new(&number.to_string(), Span::call_site()));
    Pat::Lit(ExprLit {
        attrs: Vec::new(),
        lit,
    })
}

/// How something is borrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Borrow {
    /// `&`
    Shared,
    /// `&mut`
    Mutable,
}

/// `&self.field` or `&mut self.field`.
pub fn borrow_field(field: &str, how: Borrow) -> Expr {
    let field = Expr::Field(ExprField {
        attrs: Vec::new(),
        base: Box::new(local(&["self"])),
        dot_token: <Token![.]>::default(),
        member: Member::Named(ident(field)),
    });
    borrow(field, how)
}

fn borrow(expr: Expr, how: Borrow) -> Expr {
    Expr::Reference(ExprReference {
        attrs: Vec::new(),
        and_token: <Token![&]>::default(),
        mutability: (how == Borrow::Mutable).then(<Token![mut]>::default),
        expr: Box::new(expr),
    })
}

/// `&[.., ..]`.
pub fn slice(elements: impl Iterator<Item = Expr>) -> Expr {
    let array = Expr::Array(ExprArray {
        attrs: Vec::new(),
        bracket_token: syn::token::Bracket::default(),
        elems: elements.collect(),
    });
    borrow(array, Borrow::Shared)
}

/// `receiver.method("text")`, or without a text.
pub fn call(receiver: Expr, method: &str, text: Option<&str>) -> Expr {
    let text = text.map(|text| {
        let lit = Lit::Str(LitStr::new(text, Span::call_site()));
        Expr::Lit(ExprLit {
            attrs: Vec::new(),
            lit,
        })
    });
    Expr::MethodCall(ExprMethodCall {
        attrs: Vec::new(),
        receiver: Box::new(receiver),
        dot_token: <Token![.]>::default(),
        method: ident(method),
        turbofish: None,
        paren_token: syn::token::Paren::default(),
        args: text.into_iter().collect(),
    })
}

/// `Self { field: .., field: .. }`.
pub fn self_struct(fields: impl Iterator<Item = (Ident, Expr)>) -> Expr {
    let field = |(name, expr)| FieldValue {
        attrs: Vec::new(),
        member: Member::Named(name),
        colon_token: Some(<Token![:]>::default()),
        expr,
    };
    Expr::Struct(ExprStruct {
        attrs: Vec::new(),
        qself: None,
        path: path(&["Self"]),
        brace_token: syn::token::Brace::default(),
        fields: fields.map(field).collect(),
        dot2_token: None,
        rest: None,
    })
}

/// A path from here, as an expression.
pub fn local(parts: &[&str]) -> Expr {
    Expr::Path(ExprPath {
        attrs: Vec::new(),
        qself: None,
        path: path(parts),
    })
}

/// A path from the crates' root, as an expression.
pub fn global(parts: &[&str]) -> Expr {
    let mut path = path(parts);
    path.leading_colon = Some(<Token![::]>::default());
    Expr::Path(ExprPath {
        attrs: Vec::new(),
        qself: None,
        path,
    })
}

fn path(parts: &[&str]) -> Path {
    let segments = parts
        .iter()
        .map(|part| PathSegment::from(ident(part)))
        .collect();
    Path {
        leading_colon: None,
        segments,
    }
}
