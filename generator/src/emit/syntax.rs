//! Builders of syntax trees.
//!
//! Code for each field is built directly, because parsing it from tokens would take most of the generator's time.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote};
use syn::{
    AngleBracketedGenericArguments, Arm, AttrStyle, Attribute, Expr, ExprArray, ExprField, ExprLit,
    ExprMatch, ExprMethodCall, ExprPath, ExprReference, ExprStruct, Field, FieldModifiers,
    FieldValue, GenericArgument, ImplItem, ImplItemFn, Item, ItemImpl, Lit, LitInt, LitStr, Member,
    Meta, MetaNameValue, Pat, PatWild, Path, PathArguments, PathSegment, Stmt, Token, Type,
    TypePath, Visibility,
};

use crate::name::{ConstIdent, FieldIdent, ModuleName, TypeIdent, VariantIdent};

/// Builds an impl with this header.
pub fn implementation(header: &TokenStream, items: Vec<ImplItem>) -> syn::Result<Item> {
    let mut item: ItemImpl = syn::parse2(quote! { #header {} })?;
    item.items = items;
    Ok(Item::Impl(item))
}

/// Builds a function whose body is one expression.
pub fn function(signature: &TokenStream, body: Expr) -> syn::Result<ImplItem> {
    with_body(signature, vec![Stmt::Expr(body, None)])
}

/// Builds a function whose body is a list of statements.
pub fn statements(
    signature: &TokenStream,
    body: impl Iterator<Item = Expr>,
) -> syn::Result<ImplItem> {
    let statement = |expr| Stmt::Expr(expr, Some(<Token![;]>::default()));
    with_body(signature, body.map(statement).collect())
}

fn with_body(signature: &TokenStream, stmts: Vec<Stmt>) -> syn::Result<ImplItem> {
    let mut function: ImplItemFn = syn::parse2(quote! { #signature {} })?;
    function.block.stmts = stmts;
    Ok(ImplItem::Fn(function))
}

/// Builds `match index { 0 => .., 1 => .., _ => .. }`.
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

/// A kind of borrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Borrow {
    /// `&`
    Shared,
    /// `&mut`
    Mutable,
}

/// Builds `&self.field` or `&mut self.field`.
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

/// Builds `&[.., ..]`.
pub fn slice(elements: impl Iterator<Item = Expr>) -> Expr {
    let array = Expr::Array(ExprArray {
        attrs: Vec::new(),
        bracket_token: syn::token::Bracket::default(),
        elems: elements.collect(),
    });
    borrow(array, Borrow::Shared)
}

/// Builds `receiver.method(argument, ..)`.
pub fn call(receiver: Expr, method: &str, arguments: Vec<Expr>) -> Expr {
    Expr::MethodCall(ExprMethodCall {
        attrs: Vec::new(),
        receiver: Box::new(receiver),
        dot_token: <Token![.]>::default(),
        method: ident(method),
        turbofish: None,
        paren_token: syn::token::Paren::default(),
        args: arguments.into_iter().collect(),
    })
}

/// Builds `path { field: .., field: .. }`.
pub fn struct_literal(name: &[&str], fields: impl Iterator<Item = (Ident, Expr)>) -> Expr {
    let field = |(name, expr)| FieldValue {
        attrs: Vec::new(),
        member: Member::Named(name),
        colon_token: Some(<Token![:]>::default()),
        expr,
    };
    Expr::Struct(ExprStruct {
        attrs: Vec::new(),
        qself: None,
        path: path(name),
        brace_token: syn::token::Brace::default(),
        fields: fields.map(field).collect(),
        dot2_token: None,
        rest: None,
    })
}

/// Builds `pub name: ty` with its documentation.
pub fn public_field(doc: &[String], name: &str, ty: Type) -> Field {
    Field {
        attrs: doc.iter().map(|line| doc_line(line)).collect(),
        vis: Visibility::Public(<Token![pub]>::default()),
        modifiers: FieldModifiers::default(),
        ident: Some(ident(name)),
        colon_token: Some(<Token![:]>::default()),
        ty,
        default: None,
    }
}

fn doc_line(line: &str) -> Attribute {
    Attribute {
        pound_token: <Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: syn::token::Bracket::default(),
        meta: Meta::NameValue(MetaNameValue {
            path: path(&["doc"]),
            eq_token: <Token![=]>::default(),
            value: text(&spaced(line)),
        }),
    }
}

/// Builds the type at a relative path.
pub fn local_type(parts: &[&str]) -> Type {
    path_type(path(parts))
}

/// Builds the type at a relative path, with arguments.
pub fn generic_local_type(parts: &[&str], arguments: Vec<Type>) -> Type {
    path_type(with_arguments(path(parts), arguments))
}

/// Builds the type at an absolute path, with arguments.
pub fn global_type(parts: &[&str], arguments: Vec<Type>) -> Type {
    path_type(with_arguments(global_path(parts), arguments))
}

fn with_arguments(mut path: Path, arguments: Vec<Type>) -> Path {
    if let Some(last) = path.segments.last_mut().filter(|_| !arguments.is_empty()) {
        last.arguments = PathArguments::AngleBracketed(AngleBracketedGenericArguments {
            colon2_token: None,
            lt_token: <Token![<]>::default(),
            args: arguments.into_iter().map(GenericArgument::Type).collect(),
            gt_token: <Token![>]>::default(),
        });
    }
    path
}

fn path_type(path: Path) -> Type {
    Type::Path(TypePath {
        attrs: Vec::new(),
        qself: None,
        path,
    })
}

/// Builds a relative path as an expression.
pub fn local(parts: &[&str]) -> Expr {
    path_expr(path(parts))
}

/// Builds an absolute path as an expression.
pub fn global(parts: &[&str]) -> Expr {
    path_expr(global_path(parts))
}

fn path_expr(path: Path) -> Expr {
    Expr::Path(ExprPath {
        attrs: Vec::new(),
        qself: None,
        path,
    })
}

fn global_path(parts: &[&str]) -> Path {
    let mut path = path(parts);
    path.leading_colon = Some(<Token![::]>::default());
    path
}

fn path(parts: &[&str]) -> Path {
    let segments = parts.iter().map(|part| PathSegment::from(ident(part)));
    Path {
        leading_colon: None,
        segments: segments.collect(),
    }
}

/// Builds a string literal.
pub fn text(text: &str) -> Expr {
    let lit = Lit::Str(LitStr::new(text, Span::call_site()));
    Expr::Lit(ExprLit {
        attrs: Vec::new(),
        lit,
    })
}

/// Returns doc comments, one for each line.
pub fn doc(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| spaced(line));
    quote! { #(#[doc = #lines])* }
}

/// Returns a line with the space that follows `///`.
pub fn spaced(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    }
}

macro_rules! to_tokens {
    ($($name:ty),*) => {$(
        impl ToTokens for $name {
            fn to_tokens(&self, tokens: &mut TokenStream) {
                tokens.append(ident(self.as_str()));
            }
        }
    )*};
}

to_tokens!(ConstIdent, TypeIdent, VariantIdent, FieldIdent, ModuleName);

/// Returns an identifier, which is raw if `name` begins with `r#`.
pub fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}
