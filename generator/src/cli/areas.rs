//! `areas`: lists the areas of a spec.

use clap::ValueEnum;
use genesys_modelgen::{
    pipeline,
    plan::{Area, list_areas},
    schema::Selection,
};
use serde_json::json;

use super::{
    CommandResult, ExitStatus,
    args::{ReportFormat, SpecArgs, VerbosityArgs},
    terminal::{into_value, pluralize, write_stderr, write_stdout},
};

#[derive(Debug, clap::Args)]
pub struct AreasArgs {
    #[command(flatten)]
    pub spec: SpecArgs,
    #[command(flatten)]
    pub verbosity: VerbosityArgs,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    pub format: AreasFormat,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum AreasFormat {
    /// A line for each area.
    #[default]
    Text,
    /// A JSON array.
    Json,
}

/// Prints the areas, sorted by name.
pub fn run(args: &AreasArgs) -> CommandResult {
    let outcome = pipeline::read_schema(args.spec.inputs(), &Selection::default());
    let schema = into_value(outcome, ReportFormat::Text, args.verbosity.verbosity())?;
    let areas = list_areas(&schema);
    write_stdout(&match args.format {
        AreasFormat::Text => to_text(&areas),
        AreasFormat::Json => to_json(&areas),
    })?;
    if areas.is_empty() {
        write_stderr("the spec has no API pages in `classes/`\n");
    }
    Ok(ExitStatus::Success)
}

/// Formats the areas in aligned columns.
fn to_text(areas: &[Area]) -> String {
    let rows: Vec<_> = { areas.iter() }
        .map(|area| {
            [
                area.feature.to_string(),
                pluralize(area.methods, "endpoint"),
                pluralize(area.types, "type"),
                area.description.clone().unwrap_or_default(),
            ]
        })
        .collect();
    let [feature, methods, types, _] = std::array::from_fn(|column| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or_default()
    });
    let lines = rows.iter().map(|[name, endpoints, reached, about]| {
        let line = format!("{name:feature$}  {endpoints:>methods$}  {reached:>types$}  {about}");
        format!("{}\n", line.trim_end())
    });
    lines.collect()
}

fn to_json(areas: &[Area]) -> String {
    let areas = areas.iter().map(|area| {
        json!({
            "name": area.feature.as_str(),
            "api": area.api,
            "module": area.module.as_str(),
            "description": area.description,
            "endpoints": area.methods,
            "types": area.types,
        })
    });
    let areas: serde_json::Value = areas.collect();
    format!("{areas:#}\n")
}
