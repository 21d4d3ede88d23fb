//! Applying the names that are secrets in every definition.

use genesys_runtime::is_secret;

use super::report::Report;
use crate::{
    schema::{Property, Schema},
    span::Spanned,
};

/// Makes every property of these names a secret, unless its own entry has its say, and returns the names.
pub fn apply(schema: &mut Schema, names: &[Spanned<String>], report: &mut Report) -> Vec<String> {
    for name in names {
        match set_all(schema, &name.value) {
            Effect::Some => {}
            Effect::None => {
                let message = format!("no `{}` is left to make a secret", name.value);
                report.idle(&name.span, message);
            }
            Effect::Unmatched => unmatched(schema, name, report),
        }
    }
    names.iter().map(|name| name.value.clone()).collect()
}

/// What came of a name.
enum Effect {
    /// It has made a secret of something.
    Some,
    /// All that it names was a secret, or has an entry of its own.
    None,
    /// It names nothing.
    Unmatched,
}

fn set_all(schema: &mut Schema, name: &str) -> Effect {
    // Where it is no secret by its name, it is now one among undocumented properties too.
    let mut changed = !is_secret(name);
    let mut matched = false;
    for property in properties(schema).filter(|property| property.name.as_str() == name) {
        matched = true;
        if property.secret.is_none() {
            changed |= !property.is_secret();
            property.secret = Some(true);
        }
    }
    match (matched, changed) {
        (false, _) => Effect::Unmatched,
        (true, false) => Effect::None,
        (true, true) => Effect::Some,
    }
}

fn properties(schema: &mut Schema) -> impl Iterator<Item = &mut Property> {
    schema
        .definitions
        .iter_mut()
        .flat_map(|definition| &mut definition.properties)
}

fn unmatched(schema: &Schema, name: &Spanned<String>, report: &mut Report) {
    let properties = schema
        .definitions
        .iter()
        .flat_map(|definition| &definition.properties);
    let names = properties.map(|property| property.name.as_str());
    let message = format!("no definition has a property `{}`", name.value);
    report.unmatched(&name.span, message, &name.value, names);
}
