//! The files of an exported crate or module.

use std::collections::BTreeMap;

use genesys_runtime::sources::{self, TimeLibrary};

use super::{front_page::FrontPage, provenance::Provenance};
use crate::{
    diagnostic::Diagnostic,
    emit::{self, Target, emit},
    header, line_endings,
    name::FeatureName,
    pipeline::Planned,
    plan::Areas,
    schema::Origin,
    source::NOTICE_FILE,
    tree::Tree,
};

/// The name and the version of a crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// The crate's name.
    pub name: String,
    /// The crate's version.
    pub version: String,
}

/// The files of an export.
#[derive(Debug)]
pub struct Export {
    /// The files.
    pub tree: Tree,
    /// The span of the definition or the API of each source file.
    pub origins: BTreeMap<String, Origin>,
}

/// Exports a crate. If the schema has APIs, each of them is a Cargo feature.
///
/// # Errors
///
/// Returns a diagnostic for each API whose feature has a reserved name, and for each module that is not valid Rust.
pub fn package(
    planned: &Planned,
    package: &Package,
    provenance: &Provenance,
) -> Result<Export, Vec<Diagnostic>> {
    let areas = Areas::new(&planned.schema)?;
    let target = Target::Crate {
        name: &package.name,
        areas: &areas,
    };
    let mut tree = emit(&planned.plan, target)?;
    tree.insert("Cargo.toml", manifest(package, &areas));
    tree.insert("README.md", readme(package, planned, &areas));
    add_licenses(&mut tree, planned, provenance);
    let origins = emit::origins(&planned.plan, target);
    Ok(Export { tree, origins })
}

/// Exports a module with conversions to the time libraries in `time`.
///
/// # Errors
///
/// Returns a diagnostic for each module that is not valid Rust.
pub fn module(
    planned: &Planned,
    time: &[TimeLibrary],
    provenance: &Provenance,
) -> Result<Export, Vec<Diagnostic>> {
    let target = Target::Module { time };
    let mut tree = emit(&planned.plan, target)?;
    add_licenses(&mut tree, planned, provenance);
    let origins = emit::origins(&planned.plan, target);
    Ok(Export { tree, origins })
}

/// Adds the licenses of the runtime and of the docs' texts, and the provenance.
fn add_licenses(tree: &mut Tree, planned: &Planned, provenance: &Provenance) {
    tree.insert(Provenance::PATH, provenance.text(&planned.schema));
    tree.insert("LICENSE", sources::LICENSE);
    if let Some(notice) = &provenance.notice {
        // Git may have converted the line endings.
        tree.insert(NOTICE_FILE, line_endings::to_unix(notice));
    }
}

fn manifest(package: &Package, areas: &Areas) -> String {
    let default_library = TimeLibrary::ALL
        .first()
        .map_or("", |library| library.name());
    let (default, features) = if areas.is_empty() {
        (format!("\"{default_library}\""), String::new())
    } else {
        let full = FeatureName::FULL;
        (
            format!("\"{full}\", \"{default_library}\""),
            area_features(areas),
        )
    };
    let library_features = { TimeLibrary::ALL.iter() }.map(|library| {
        let name = library.name();
        format!("{name} = [\"dep:{name}\"]\n")
    });
    let mut dependencies: Vec<_> = TimeLibrary::ALL.iter().map(|it| it.dependency()).collect();
    dependencies.extend([
        r#"serde = { version = "1", default-features = false, features = ["std"] }"#.to_owned(),
        "# Without `float_roundtrip`, the last digit of a long float can change.\n\
         serde_json = { version = \"1\", features = [\"float_roundtrip\"] }"
            .to_owned(),
    ]);
    let text = include_str!("Cargo.toml.in")
        .replace("{name}", &package.name)
        .replace("{version}", &package.version)
        .replace("{rust-version}", env!("CARGO_PKG_RUST_VERSION"))
        .replace("{default}", &default)
        .replace("{areas}", &features)
        .replace("{libraries}", &library_features.collect::<String>())
        .replace("{dependencies}", &dependencies.join("\n"));
    header::for_toml() + &text
}

/// Returns the features of the areas, and `full`, which enables all of them.
fn area_features(areas: &Areas) -> String {
    let all = { areas.areas.iter() }.map(|area| format!("    \"{}\",\n", area.feature));
    let each = { areas.areas.iter() }.map(|area| format!("{} = []\n", area.feature));
    let (all, each): (String, String) = (all.collect(), each.collect());
    let full = FeatureName::FULL;
    format!(
        "# All areas, and the types that no area needs.\n{full} = [\n{all}]\n\
         # The areas, each with its endpoints and the types that these need.\n{each}"
    )
}

fn readme(package: &Package, planned: &Planned, areas: &Areas) -> String {
    let front_page = FrontPage::new(&package.name, planned);
    let definitions = planned.schema.definitions.len();
    let text = include_str!("README.md.in")
        .replace("{name}", &package.name)
        .replace("{definitions}", &definitions.to_string())
        .replace("{areas}", &areas_section(areas))
        .replace("{decoding}", &front_page.decoding())
        .replace("{building}", &front_page.building())
        .replace("{requests}", &front_page.requests());
    header::for_markdown() + &text
}

fn areas_section(areas: &Areas) -> String {
    if areas.is_empty() {
        return String::new();
    }
    let rows = areas.areas.iter().map(|area| {
        let (feature, api, methods, types) = (&area.feature, &area.api, area.methods, area.types);
        format!("| `{feature}` | `{api}` | {methods} | {types} |\n")
    });
    let rows: String = rows.collect();
    let table = format!("| Feature | API | Endpoints | Types |\n|---|---|---:|---:|\n{rows}");
    include_str!("areas.md.in").replace("{table}", &table)
}
