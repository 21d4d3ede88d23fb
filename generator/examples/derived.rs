//! Writes the models of a spec as other generators do: the same structs, with serde's derives.
//!
//!     cargo run --example derived -- SPEC OUT
//!
//! `scripts/bench-models` compares the generator's output with these models. Timestamps and enums are plain strings here,
//! which are the fastest types for derives.

use std::{env, fmt::Write, fs, path::Path};

use anyhow::{Context, bail};
use genesys_modelgen::{
    diagnostic::{TextStyle, text},
    pipeline,
    plan::{Field, FieldType, Item, Model, Module},
    schema::Selection,
};
use genesys_runtime::Scalar;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let [spec, out] = &arguments[..] else {
        bail!("usage: derived SPEC OUT")
    };
    let outcome = pipeline::plan_crate(spec, &Selection::default());
    let Some(planned) = outcome.value else {
        bail!(text(&outcome.diagnostics, TextStyle::default()))
    };
    write(out.as_ref(), &planned.plan.modules).with_context(|| format!("cannot write to {out}"))
}

/// Writes a file for each model, and `lib.rs`.
fn write(out: &Path, modules: &[Module]) -> std::io::Result<()> {
    fs::create_dir_all(out)?;
    for module in modules {
        let item = match &module.item {
            Item::Model(model) => structure(model),
            Item::Alias(alias) => {
                doc("", &alias.doc) + &format!("pub type {} = ::serde_json::Value;\n", alias.ident)
            }
        };
        fs::write(out.join(format!("{}.rs", module.name)), item)?;
    }
    fs::write(
        out.join("lib.rs"),
        modules.iter().map(index).collect::<String>(),
    )
}

fn index(module: &Module) -> String {
    format!(
        "mod {0};\npub use self::{0}::{1};\n",
        module.name,
        module.ident()
    )
}

fn structure(model: &Model) -> String {
    let mut text = doc("", &model.doc);
    text +=
        "#[derive(Debug, Clone, PartialEq, Default, ::serde::Serialize, ::serde::Deserialize)]\n";
    writeln!(text, "pub struct {} {{", model.ident).expect("writing to a string cannot fail");
    text.extend(model.fields.iter().map(field));
    text + "}\n"
}

fn field(field: &Field) -> String {
    let ty = match &field.ty {
        FieldType::Model(ident) => format!("::std::boxed::Box<super::{ident}>"),
        other => item_type(other),
    };
    format!(
        "{}    #[serde(rename = {:?}, skip_serializing_if = \"::std::option::Option::is_none\")]\n    pub {}: ::std::option::Option<{ty}>,\n",
        doc("    ", &field.doc),
        field.wire_name,
        field.ident,
    )
}

fn item_type(ty: &FieldType) -> String {
    match ty {
        FieldType::Scalar(scalar) => scalar_type(*scalar).to_owned(),
        FieldType::Enum(_) => scalar_type(Scalar::Text).to_owned(),
        FieldType::Model(ident) | FieldType::Alias(ident) => format!("super::{ident}"),
        FieldType::List(items) => format!("::std::vec::Vec<{}>", item_type(items)),
        FieldType::Map(values) => {
            format!(
                "::std::collections::BTreeMap<::std::string::String, {}>",
                item_type(values)
            )
        }
    }
}

fn scalar_type(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Number => "::serde_json::Number",
        Scalar::Integer => "i64",
        Scalar::Float => "f64",
        Scalar::Boolean => "bool",
        Scalar::Any => "::serde_json::Value",
        Scalar::Text
        | Scalar::DateTime
        | Scalar::LocalDateTime
        | Scalar::Date
        | Scalar::Interval
        | Scalar::Duration => "::std::string::String",
    }
}

fn doc(indent: &str, lines: &[String]) -> String {
    lines
        .iter()
        .map(|line| format!("{indent}#[doc = {line:?}]\n"))
        .collect::<Vec<_>>()
        .concat()
}
