//! Applying the entry of a property.

use super::{
    Known,
    file::PropertyOverride,
    refine::{Unfit, refine},
    report::Report,
    spelling::{field_name, unraw},
    type_name::{describe, names},
};
use crate::{
    name::FieldIdent,
    schema::{Property, Type},
    span::Spanned,
};

/// Applies an entry to its property.
pub fn apply(
    property: &mut Property,
    entry: &PropertyOverride,
    known: &Known,
    report: &mut Report,
) {
    if let Some(wanted) = &entry.ty {
        refine_type(property, wanted, known, report);
    }
    if let Some(name) = &entry.rename {
        rename(property, name, report);
    }
    // After the type, which has a say in what is a secret.
    if let Some(secret) = &entry.secret {
        set_secret(property, secret, known, report);
    }
}

fn refine_type(
    property: &mut Property,
    wanted: &Spanned<Type>,
    known: &Known,
    report: &mut Report,
) {
    match refine(&property.ty, &wanted.value) {
        Ok(ty) if leads_nowhere(&ty, known) => no_model(wanted, known, report),
        Ok(ty) => property.ty = ty,
        Err(unfit) => complain(property, wanted, unfit, report),
    }
}

fn leads_nowhere(ty: &Type, known: &Known) -> bool {
    let reference = ty.reference();
    reference.is_some_and(|name| !known.definitions.contains(name.as_str()))
}

fn no_model(wanted: &Spanned<Type>, known: &Known, report: &mut Report) {
    let name = wanted.value.reference().map_or("", |name| name.as_str());
    let candidates = names().chain(known.definitions.iter().map(String::as_str));
    let message = format!("`{name}` is neither a type nor a definition");
    report.unmatched(&wanted.span, message, name, candidates);
}

fn complain(property: &Property, wanted: &Spanned<Type>, unfit: Unfit, report: &mut Report) {
    let (name, ty) = (&property.name, describe(&property.ty));
    let (span, new) = (&wanted.span, describe(&wanted.value));
    match unfit {
        Unfit::Same => report.idle(span, format!("`{name}` is `{ty}` anyway")),
        Unfit::OtherJson => {
            let message = format!("`{name}` is `{ty}` in the docs, which cannot become `{new}`");
            report.inapplicable(span, message, fitting(property.ty.innermost()));
        }
        Unfit::FloatInside => {
            let message = format!("`f64` is for a single number, and `{name}` holds several");
            let help = "leave them numbers: those keep whether each was sent as `5` or as `5.0`";
            report.inapplicable(span, message, help);
        }
    }
}

/// What a documented type can become.
fn fitting(documented: &Type) -> &'static str {
    match documented {
        Type::Number(_) => "a number can become `i64` or `f64`",
        Type::Object | Type::Map(_) => "an object can become a map",
        Type::Boolean | Type::Ref(_) => "remove it: the docs say all that there is to say",
        _ => "a text can become an enum, a kind of time or `string`",
    }
}

fn rename(property: &mut Property, name: &Spanned<String>, report: &mut Report) {
    match field_name(&name.value) {
        Err(near) => {
            let message = format!("`{}` cannot be the name of a field", name.value);
            report.invalid(&name.span, message, format!("`{near}` can"));
        }
        Ok(ident) if ident == FieldIdent::of_property(property.name.as_str()) => {
            report.idle(&name.span, format!("the field is called `{ident}` anyway"));
        }
        Ok(ident) => property.rust_name = Some(unraw(ident.as_str()).to_owned()),
    }
}

fn set_secret(property: &mut Property, secret: &Spanned<bool>, known: &Known, report: &mut Report) {
    let name = property.name.as_str();
    let is_secret = known.secrets.contains(name) || property.is_secret();
    if secret.value == is_secret {
        let is = if is_secret {
            "is a secret"
        } else {
            "is no secret"
        };
        report.idle(&secret.span, format!("`{name}` {is} anyway"));
    }
    property.secret = Some(secret.value);
}
