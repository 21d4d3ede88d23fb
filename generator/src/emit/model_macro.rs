//! The macro `model!`, with an example for the models of the plan.

use genesys_runtime::Scalar;

use super::Target;
use crate::plan::{CratePlan, Field, FieldType, Model};

/// Emits the macro for the end of `lib.rs` or `mod.rs`.
pub fn model_macro(plan: &CratePlan, target: Target<'_>) -> String {
    let (export, import) = match target {
        Target::Workspace | Target::Crate { .. } => ("#[macro_export]\n", ""),
        Target::Module { .. } => ("", "pub(crate) use model;\n"),
    };
    include_str!("model_macro.rs.in")
        .replace("{example}", &example(plan, target))
        .replace("{export}", export)
        .replace("{import}", import)
}

/// Returns the doc lines with an example.
///
/// In a crate with areas, the models of the example may depend on features, and only the feature `full` has all of them.
fn example(plan: &CratePlan, target: Target<'_>) -> String {
    let Some(nested) = Nested::first_in(plan) else {
        return String::new();
    };
    let (fence, library) = match target {
        Target::Workspace => ("```", "genesys_models".to_owned()),
        Target::Crate { name, .. } => ("```", name.replace('-', "_")),
        Target::Module { .. } => ("```ignore", "models".to_owned()),
    };
    let code = nested.code(&library);
    match target.areas() {
        None => {
            let lines = format!("{fence}\n{code}```\n\n");
            let line = |line: &str| format!("/// {line}").trim_end().to_owned() + "\n";
            lines.lines().map(line).collect()
        }
        Some(_) => {
            format!("#[cfg_attr(feature = \"full\", doc = r#\"{fence}\n{code}```\n\"#)]\n///\n")
        }
    }
}

/// A model with a text and a nested model that has a text too.
struct Nested<'a> {
    outer: (&'a Model, &'a Field),
    inner: (&'a Model, &'a Field),
    field: &'a Field,
}

impl<'a> Nested<'a> {
    fn first_in(plan: &'a CratePlan) -> Option<Self> {
        let models = plan.models();
        models.clone().find_map(|model| {
            let outer = (model, text(model)?);
            model.fields.iter().find_map(|field| {
                let FieldType::Model(ident) = &field.ty else {
                    return None;
                };
                let target = models
                    .clone()
                    .find(|it| it.ident == *ident && it.ident != model.ident)?;
                let inner = (target, text(target)?);
                Some(Self {
                    outer,
                    inner,
                    field,
                })
            })
        })
    }

    fn code(&self, library: &str) -> String {
        let ((outer, outer_text), (inner, inner_text)) = (self.outer, self.inner);
        let field = &self.field.ident;
        let (outer, inner) = (&outer.ident, &inner.ident);
        let (outer_text, inner_text) = (&outer_text.ident, &inner_text.ident);
        format!(
            "use {library}::{{{outer}, {inner}, model}};\n\n\
             let value = model!({outer} {{\n    \
                 {outer_text}: \"some text\",\n    \
                 {field}: model!({inner} {{ {inner_text}: \"nested\" }}),\n\
             }});\n\
             assert_eq!(value.{outer_text}.as_deref(), Some(\"some text\"));\n"
        )
    }
}

/// Returns the first field with text.
fn text(model: &Model) -> Option<&Field> {
    let is_text = |field: &&Field| field.ty == FieldType::Scalar(Scalar::Text) && !field.secret;
    model.fields.iter().find(is_text)
}
