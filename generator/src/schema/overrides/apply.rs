//! Applying overrides to the schema.

use std::{collections::BTreeSet, mem, sync::Arc};

use genesys_runtime::is_secret;

use super::{
    OverrideErrors,
    property_type::{RefineError, format_type, refine, replacement, type_names},
    read::{DefinitionOverride, Overrides, PropertyOverride},
    rust_syntax::{is_attribute, is_implemented, is_impossible, is_path, unraw},
};
use crate::{
    name::{FieldIdent, TypeIdent},
    schema::{
        Definition, DefinitionName, Origin, Property, Schema, Type, UnreadableTypes,
        unreadable::Replacement,
    },
    span::Spanned,
};

/// Applies the entries of definitions, then the secrets of all definitions.
pub fn apply_overrides(
    schema: &mut Schema,
    overrides: &Overrides,
    errors: &mut OverrideErrors<'_>,
) {
    let definitions = schema.definitions.iter();
    let known = KnownNames {
        definitions: definitions.map(|it| it.name.to_string()).collect(),
        models: { schema.definitions.iter() }
            .filter(|it| !it.properties.is_empty())
            .map(|it| it.name.clone())
            .collect(),
        secrets: { overrides.secrets.iter() }
            .map(|name| name.value.clone())
            .collect(),
        derives: { overrides.derives.iter() }
            .map(|path| path.value.clone())
            .collect(),
    };
    let mut unreadable = mem::take(&mut schema.unreadable);
    apply_derives(schema, &overrides.derives, errors);
    for (name, entry) in &overrides.definitions {
        let definition = schema.position(&name.value);
        match definition.and_then(|at| schema.definitions.get_mut(at)) {
            Some(definition) => {
                apply_to_definition(definition, entry, &known, &mut unreadable, errors);
            }
            None => errors.unmatched(
                &name.span,
                format!("unknown definition `{}`", name.value),
                &name.value,
                known.definitions.iter().map(String::as_str),
            ),
        }
    }
    schema.unreadable = unreadable;
    for name in &overrides.secrets {
        apply_secret(schema, name, &known, errors);
    }
    schema.dependencies.clone_from(&overrides.dependencies);
    schema.secrets = { overrides.secrets.iter() }
        .map(|name| name.value.clone())
        .collect();
}

/// Names to which entries refer.
struct KnownNames {
    definitions: BTreeSet<String>,
    /// The definitions with properties.
    models: BTreeSet<DefinitionName>,
    /// The names of properties that are secrets in every definition.
    secrets: BTreeSet<String>,
    /// The derives of every definition with properties.
    derives: BTreeSet<String>,
}

/// Adds derives to every definition with properties.
fn apply_derives(
    schema: &mut Schema,
    derives: &[Spanned<String>],
    errors: &mut OverrideErrors<'_>,
) {
    for path in derives {
        check_derive(path, errors);
    }
    for definition in &mut schema.definitions {
        if !definition.properties.is_empty() {
            definition.rust.derives = values(derives);
        }
    }
}

fn apply_to_definition(
    definition: &mut Definition,
    entry: &DefinitionOverride,
    known: &KnownNames,
    unreadable: &mut UnreadableTypes,
    errors: &mut OverrideErrors<'_>,
) {
    if let Some(name) = &entry.rename {
        let valid = TypeIdent::of_definition(&name.value);
        let present = TypeIdent::of_definition(definition.name.as_str());
        let names = [valid.as_str(), present.as_str()];
        definition.rust.name = new_name("type", name, names, errors);
    }
    if definition.properties.is_empty() {
        if let Some(text) = entry.derives.iter().chain(&entry.attributes).next() {
            let message = format!(
                "`{}` has no properties and is not a struct",
                definition.name
            );
            errors.inapplicable(&text.span, message, "remove its `derives` and `attributes`");
        }
    } else {
        for path in &entry.derives {
            check_derive(path, errors);
            if known.derives.contains(&path.value) {
                let message = format!("every definition already derives `{}`", path.value);
                errors.redundant(&path.span, message);
            }
        }
        entry
            .attributes
            .iter()
            .for_each(|it| check_attribute(it, errors));
        definition.rust.derives.extend(values(&entry.derives));
        definition.rust.attributes = values(&entry.attributes);
    }
    for (name, entry) in &entry.properties {
        let mut properties = definition.properties.iter_mut();
        match properties.find(|property| property.name.as_str() == name.value) {
            Some(property) => {
                if let Some(wanted) = &entry.ty {
                    if unreadable.contains(&definition.name, &property.name) {
                        replace_type(
                            &definition.name,
                            property,
                            wanted,
                            known,
                            unreadable,
                            errors,
                        );
                    } else {
                        refine_type(property, wanted, known, errors);
                    }
                }
                apply_to_property(property, entry, known, errors);
            }
            None => errors.unmatched(
                &name.span,
                format!("`{}` has no property `{}`", definition.name, name.value),
                &name.value,
                { definition.properties.iter() }.map(|property| property.name.as_str()),
            ),
        }
    }
}

/// Returns the new name of a type or a field, if it is valid and not the `present` one; `valid` is the most similar valid
/// name.
fn new_name(
    kind: &str,
    name: &Spanned<String>,
    [valid, present]: [&str; 2],
    errors: &mut OverrideErrors<'_>,
) -> Option<String> {
    if unraw(&name.value) != unraw(valid) {
        let message = format!("invalid {kind} name `{}`", name.value);
        errors.invalid(&name.span, message, format!("use `{}`", unraw(valid)));
    } else if valid == present {
        let message = format!("the {kind} already has the name `{present}`");
        errors.redundant(&name.span, message);
    } else {
        return Some(unraw(valid).to_owned());
    }
    None
}

fn check_derive(path: &Spanned<String>, errors: &mut OverrideErrors<'_>) {
    let Spanned { value: path, span } = path;
    if !is_path(path) {
        let help = "a derive is a path such as `::schemars::JsonSchema`";
        errors.invalid(span, format!("invalid derive `{path}`"), help);
    } else if is_implemented(path) {
        let message = format!("every model already implements `{path}`");
        errors.inapplicable(span, message, "remove it");
    } else if is_impossible(path) {
        let message = format!("no model can derive `{path}`, because `extra` contains JSON");
        errors.inapplicable(span, message, "remove it");
    }
}

fn check_attribute(text: &Spanned<String>, errors: &mut OverrideErrors<'_>) {
    if !is_attribute(&text.value) {
        let message = format!("invalid attribute `{}`", text.value);
        let help = "write the attribute without `#[` and `]`, as in `non_exhaustive`";
        errors.invalid(&text.span, message, help);
    }
}

fn values(texts: &[Spanned<String>]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

fn apply_to_property(
    property: &mut Property,
    entry: &PropertyOverride,
    known: &KnownNames,
    errors: &mut OverrideErrors<'_>,
) {
    if let Some(name) = &entry.rename {
        let valid = FieldIdent::of_property(unraw(&name.value));
        let present = FieldIdent::of_property(property.name.as_str());
        let names = [valid.as_str(), present.as_str()];
        property.rust_name = new_name("field", name, names, errors);
    }
    // After the type, on which it depends whether a property is a secret by name.
    if let Some(secret) = &entry.secret {
        set_secret(property, secret, known, errors);
    }
}

/// Sets a type that replaces one in the docs that cannot be read, which has no encoding to keep.
fn replace_type(
    definition: &DefinitionName,
    property: &mut Property,
    wanted: &Spanned<Type>,
    known: &KnownNames,
    unreadable: &mut UnreadableTypes,
    errors: &mut OverrideErrors<'_>,
) {
    if !check_reference(wanted, known, errors) {
        return;
    }
    let ty = if unreadable.is_unreplaced(definition, &property.name) {
        replacement(&property.ty, &wanted.value)
    } else {
        wanted.value.clone()
    };
    if ty == property.ty && !unreadable.is_unreplaced(definition, &property.name) {
        let message = format!("`{}` is already `{}`", property.name, format_type(&ty));
        return errors.redundant(&wanted.span, message);
    }
    let origin = Origin {
        source: Arc::clone(errors.file),
        span: wanted.span.clone(),
    };
    let ty_text = format_type(&ty);
    property.ty = ty;
    let replacement = Replacement {
        origin,
        ty: ty_text,
    };
    unreadable.replace(definition, &property.name, replacement);
}

/// Reports a type that refers to an unknown definition. Returns whether the definition is known.
fn check_reference(
    wanted: &Spanned<Type>,
    known: &KnownNames,
    errors: &mut OverrideErrors<'_>,
) -> bool {
    let reference = wanted.value.reference().map(DefinitionName::as_str);
    let Some(unknown) = reference.filter(|name| !known.definitions.contains(*name)) else {
        return true;
    };
    let types = type_names();
    let candidates = types.iter().chain(&known.definitions);
    let names = types.join("`, `");
    let help = format!(
        "a type is a definition, `{names}`, `{{ map = \"string\" }}` or `{{ enum = [\"a\", \"b\"] }}`"
    );
    errors.unknown_type(&wanted.span, unknown, candidates.map(String::as_str), &help);
    false
}

fn refine_type(
    property: &mut Property,
    wanted: &Spanned<Type>,
    known: &KnownNames,
    errors: &mut OverrideErrors<'_>,
) {
    if !check_reference(wanted, known, errors) {
        return;
    }
    let (name, documented) = (&property.name, format_type(&property.ty));
    let Spanned { value: ty, span } = wanted;
    match refine(&property.ty, ty) {
        Ok(refined) => property.ty = refined,
        Err(RefineError::Unchanged) => {
            errors.redundant(span, format!("`{name}` is already `{documented}`"));
        }
        Err(RefineError::OtherEncoding(help)) => {
            let wanted = format_type(ty);
            let message =
                format!("`{name}` is `{documented}` in the docs and cannot become `{wanted}`");
            errors.inapplicable(span, message, help);
        }
    }
}

fn set_secret(
    property: &mut Property,
    secret: &Spanned<bool>,
    known: &KnownNames,
    errors: &mut OverrideErrors<'_>,
) {
    let name = property.name.as_str();
    let is_secret =
        known.secrets.contains(name) || property.is_secret(|name| known.models.contains(name));
    if secret.value == is_secret {
        let not = if is_secret { "" } else { "not " };
        errors.redundant(&secret.span, format!("`{name}` is already {not}a secret"));
    }
    property.secret = Some(secret.value);
}

/// Makes every property of this name a secret, except those with an entry of their own.
fn apply_secret(
    schema: &mut Schema,
    name: &Spanned<String>,
    known: &KnownNames,
    errors: &mut OverrideErrors<'_>,
) {
    let Spanned { value: name, span } = name;
    let properties = { schema.definitions.iter_mut() }.flat_map(|it| &mut it.properties);
    let mut is_matched = false;
    // A name that is not secret by itself becomes secret for undocumented properties too.
    let mut is_changed = !is_secret(name);
    for property in properties.filter(|property| property.name.as_str() == name) {
        is_matched = true;
        if property.secret.is_none() {
            is_changed |= !property.is_secret(|name| known.models.contains(name));
            property.secret = Some(true);
        }
    }
    if !is_matched {
        let message = format!("no definition has a property `{name}`");
        let properties = { schema.definitions.iter() }.flat_map(|it| &it.properties);
        let names = properties.map(|property| property.name.as_str());
        errors.unmatched(span, message, name, names);
    } else if !is_changed {
        let message = format!("every `{name}` is already a secret or has its own entry");
        errors.redundant(span, message);
    }
}
