//! `schema`: print the intermediate schema.

use genesys_modelgen::{
    pipeline,
    schema::{Selection, print},
};

use super::{
    Verdict,
    args::{SchemaArgs, SchemaFormat},
    report::{good, value_of},
};

/// Prints the schema to stdout.
pub fn run(args: &SchemaArgs) -> anyhow::Result<Verdict> {
    let Some(wanted) = good(args.roots.selection()) else {
        return Ok(Verdict::Failed);
    };
    let Some(schema) = value_of(pipeline::read_schema(&args.spec.spec, &wanted)) else {
        return Ok(Verdict::Failed);
    };
    super::print(&match args.format {
        SchemaFormat::Json => print::json(&schema),
        SchemaFormat::JsonSchema => print::json_schema(&schema, &names(wanted)),
        SchemaFormat::Dot => print::dot(&schema),
    })
}

/// The names of the roots.
fn names(wanted: Selection) -> Vec<String> {
    wanted.roots.into_iter().map(|root| root.name).collect()
}
