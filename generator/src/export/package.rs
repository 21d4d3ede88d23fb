//! The files of an exported crate or module.

use std::collections::{BTreeMap, BTreeSet};

use genesys_runtime::sources::{self, SchemaLibrary, TimeLibrary};

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
    tree.insert("Cargo.toml", manifest(package, planned, &areas));
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
    let schemas = schema_libraries(planned);
    let target = Target::Module {
        time,
        schemas: &schemas,
    };
    let mut tree = emit(&planned.plan, target)?;
    add_licenses(&mut tree, planned, provenance);
    let origins = emit::origins(&planned.plan, target);
    Ok(Export { tree, origins })
}

/// Returns the dependencies that overrides require of the crate around an exported module, as lines of TOML.
#[must_use]
pub fn module_dependencies(planned: &Planned) -> Vec<String> {
    let schemas = { schema_libraries(planned).into_iter() }
        .map(|library| format!("{} = \"{}\"", library.name(), library.version()));
    schemas.chain(overridden_dependencies(planned)).collect()
}

/// Returns the libraries whose traits the models derive.
fn schema_libraries(planned: &Planned) -> Vec<SchemaLibrary> {
    let libraries: BTreeSet<_> = { planned.plan.models() }
        .flat_map(emit::schema_libraries)
        .collect();
    libraries.into_iter().collect()
}

/// Returns the dependencies in the overrides as lines of TOML.
fn overridden_dependencies(planned: &Planned) -> impl Iterator<Item = String> {
    let dependencies = planned.schema.dependencies.iter();
    dependencies.map(|it| format!("{} = {}", it.name, it.value))
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

fn manifest(package: &Package, planned: &Planned, areas: &Areas) -> String {
    let default_library = TimeLibrary::ALL
        .first()
        .map_or("", |library| library.name());
    let topics = { planned.plan.events.as_ref() }.map(|_| FeatureName::TOPICS);
    let (full, mut features) = if areas.is_empty() {
        (topics, String::new())
    } else {
        (Some(FeatureName::FULL), area_features(areas, topics))
    };
    let default = full.into_iter().chain([default_library]);
    let default: Vec<_> = default.map(|name| format!("\"{name}\"")).collect();
    let about = "# The notification topics and the models of their events.\n";
    features.extend(
        topics
            .into_iter()
            .flat_map(|topics| [about, topics, " = []\n"]),
    );
    let feature = |name: &str| format!("{name} = [\"dep:{name}\"]\n");
    let time_features = TimeLibrary::ALL.iter().map(|it| feature(it.name()));
    let schema_features = SchemaLibrary::ALL.iter().map(|it| feature(it.name()));
    let mut dependencies: Vec<_> = TimeLibrary::ALL.iter().map(|it| it.dependency()).collect();
    dependencies.extend([
        r#"serde = { version = "1", default-features = false, features = ["std"] }"#.to_owned(),
        "# Without `float_roundtrip`, the last digit of a long float can change.\n\
         serde_json = { version = \"1\", features = [\"float_roundtrip\"] }"
            .to_owned(),
    ]);
    dependencies.extend(SchemaLibrary::ALL.iter().map(|it| it.dependency()));
    dependencies.extend(overridden_dependencies(planned));
    let text = include_str!("Cargo.toml.in")
        .replace("{name}", &package.name)
        .replace("{version}", &package.version)
        .replace("{rust-version}", env!("CARGO_PKG_RUST_VERSION"))
        .replace("{default}", &default.join(", "))
        .replace("{areas}", &features)
        .replace("{libraries}", &time_features.collect::<String>())
        .replace("{schemas}", &schema_features.collect::<String>())
        .replace("{dependencies}", &dependencies.join("\n"));
    header::for_toml() + &text
}

/// Returns the features of the areas, and `full`, which enables all of them and the feature of the topics.
fn area_features(areas: &Areas, topics: Option<&str>) -> String {
    let names = areas.areas.iter().map(|area| area.feature.as_str());
    let all = { names.chain(topics) }.map(|name| format!("    \"{name}\",\n"));
    let each = { areas.areas.iter() }.map(|area| format!("{} = []\n", area.feature));
    let (all, each): (String, String) = (all.collect(), each.collect());
    let full = FeatureName::FULL;
    let all_of = match topics {
        Some(_) => "All areas, the types that no area needs, and the notification topics",
        None => "All areas, and the types that no area needs",
    };
    format!(
        "# {all_of}.\n{full} = [\n{all}]\n\
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
        .replace("{topics}", &topics_section(planned))
        .replace("{decoding}", &front_page.decoding())
        .replace("{building}", &front_page.building())
        .replace("{requests}", &front_page.requests());
    header::for_markdown() + &text
}

/// Returns the section about notification topics, or an empty string for a crate without topics.
fn topics_section(planned: &Planned) -> String {
    planned
        .schema
        .events
        .as_ref()
        .map_or(String::new(), |events| {
            include_str!("topics.md.in")
                .replace("{topics}", &events.topics.len().to_string())
                .replace(
                    "{models}",
                    &events.definitions.definitions.len().to_string(),
                )
        })
}

fn areas_section(areas: &Areas) -> String {
    let Some(first) = areas.areas.first() else {
        return String::new();
    };
    let rows = areas.areas.iter().map(|area| {
        let (feature, api, methods, types) = (&area.feature, &area.api, area.methods, area.types);
        format!("| `{feature}` | `{api}` | {methods} | {types} |\n")
    });
    let rows: String = rows.collect();
    let table = format!("| Feature | API | Endpoints | Types |\n|---|---|---:|---:|\n{rows}");
    include_str!("areas.md.in")
        .replace("{first}", first.feature.as_str())
        .replace("{table}", &table)
}
