//! `schema`: print the intermediate schema.

use genesys_modelgen::{pipeline, schema::print};

use super::{
    Verdict,
    args::{SchemaArgs, SchemaFormat},
    report::value_of,
};

/// Prints the schema to stdout.
pub fn run(args: &SchemaArgs) -> anyhow::Result<Verdict> {
    let Some(schema) = value_of(pipeline::read(&args.spec.spec, &args.roots.roots)) else {
        return Ok(Verdict::Failed);
    };
    super::print(&match args.format {
        SchemaFormat::Json => print::json(&schema),
        SchemaFormat::JsonSchema => print::json_schema(&schema, &args.roots.roots),
        SchemaFormat::Dot => print::dot(&schema),
    })
}
