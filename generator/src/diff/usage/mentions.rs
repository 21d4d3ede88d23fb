//! The names in one file of a Rust project.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{
    ItemType, Macro, Member, UseRename,
    visit::{self, Visit},
};

/// The names in a file, by what they can be names of.
#[derive(Debug, Default)]
pub struct Mentions {
    /// Of types, variants and all else.
    pub names: BTreeSet<String>,
    /// Of fields.
    pub fields: BTreeSet<String>,
    /// Other names that the project has for something.
    pub aliases: Vec<Alias>,
}

/// Another name for something.
#[derive(Debug)]
pub struct Alias {
    /// The other name.
    pub name: String,
    /// The name that it stands for.
    pub of: String,
}

/// The names in a text that must be Rust.
pub fn mentions(text: &str) -> syn::Result<Mentions> {
    let mut mentions = Mentions::default();
    mentions.visit_file(&syn::parse_file(text)?);
    Ok(mentions)
}

impl Mentions {
    fn alias(&mut self, name: &Ident, of: &Ident) {
        let (name, of) = (text(name), text(of));
        self.aliases.push(Alias { name, of });
    }

    /// In a macro's input a name can be anything.
    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    self.names.insert(text(&ident));
                    self.fields.insert(text(&ident));
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
}

impl Visit<'_> for Mentions {
    fn visit_ident(&mut self, ident: &Ident) {
        self.names.insert(text(ident));
    }

    /// Of an access, a literal or a pattern.
    fn visit_member(&mut self, member: &Member) {
        if let Member::Named(ident) = member {
            self.fields.insert(text(ident));
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

fn text(ident: &Ident) -> String {
    plain(&ident.to_string()).to_owned()
}

/// A name without what makes a keyword of it a name.
pub fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}
