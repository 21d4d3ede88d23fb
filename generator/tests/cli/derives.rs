//! Derives and dependencies in the overrides, in exported crates and modules.

use serde_json::{Value, json};

use crate::{
    project::Project,
    stand_alone::{cargo, host_manifest},
};

/// Derives the traits of both schema libraries for all models, which refer to each other in a circle.
const OVERRIDES: &str = r#"
derives = ["::schemars::JsonSchema", "::utoipa::ToSchema"]

[dependencies]
anstyle = { version = "1", default-features = false, features = ["std"] }
"#;

fn project() -> Project {
    let project = Project::new();
    project.define(
        "Ant",
        "| legCount | `number` | No | Six. |\n\
         | lastSeen | `string` | No | Date time is represented as an ISO-8601 string. |\n\
         | type | `string` | No | Values can be: 'worker', 'queen' |\n\
         | moods | `string[]` | No | Values can be: 'busy', 'idle' |\n\
         | $ref | `object` | No | Anything. |\n\
         | scent | [`Scent`](scent-definition.md) | No | Its smell. |\n\
         | homeNest | [`Nest`](nest-definition.md) | Yes | Its home. |\n",
    );
    let rows = "| allAnts | [`Ant[]`](ant-definition.md) | No | Who lives there. |\n";
    project.define("Nest", rows);
    project.define("Scent", "");
    project.write("spec/overrides.toml", OVERRIDES);
    project
}

/// Returns a program that prints the schemas of `Ant`, and the names of the components it refers to.
fn schema_program(models: &str) -> String {
    let program = r#"
        let ant = schemars::schema_for!(MODELS::Ant);
        println!("{}", serde_json::to_string(&ant).unwrap());
        let ant = <MODELS::Ant as utoipa::PartialSchema>::schema();
        println!("{}", serde_json::to_string(&ant).unwrap());
        let mut components = Vec::new();
        <MODELS::Nest as utoipa::ToSchema>::schemas(&mut components);
        let names: Vec<_> = components.into_iter().map(|(name, _)| name).collect();
        println!("{}", serde_json::to_string(&names).unwrap());
    "#;
    program.replace("MODELS", models)
}

/// Checks the output of the program.
#[track_caller]
fn check_schemas(output: &str) {
    let lines: Vec<Value> = output
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let [json_schema, open_api, components] = lines.as_slice() else {
        panic!("{output}");
    };
    for schema in [json_schema, open_api] {
        let properties = schema["properties"].as_object().unwrap();
        let mut names: Vec<_> = properties.keys().map(String::as_str).collect();
        names.sort_unstable();
        let expected = [
            "$ref", "homeNest", "lastSeen", "legCount", "moods", "scent", "type",
        ];
        assert_eq!(names, expected, "{schema}");
        assert_eq!(schema.get("required"), None);
        assert_ne!(schema["additionalProperties"], json!(false));
    }
    let properties = &json_schema["properties"];
    assert_eq!(properties["legCount"]["type"], json!(["number", "null"]));
    assert_eq!(properties["lastSeen"]["format"], "date-time");
    assert!(
        properties["legCount"]["description"]
            .as_str()
            .unwrap()
            .contains("Six")
    );
    let listed = json!([{"enum": ["worker", "queen"]}, {"type": "string"}]);
    assert_eq!(properties["type"]["anyOf"][0]["anyOf"], listed);
    let nest = &json_schema["$defs"]["Nest"]["properties"]["allAnts"];
    assert_eq!(nest["items"], json!({"$ref": "#"}));
    let properties = &open_api["properties"];
    assert_eq!(properties["legCount"]["oneOf"][1]["type"], "number");
    assert_eq!(properties["lastSeen"]["oneOf"][1]["format"], "date-time");
    assert_eq!(properties["moods"]["items"], json!({"type": "string"}));
    let nest = &properties["homeNest"]["oneOf"][1]["$ref"];
    assert_eq!(nest, "#/components/schemas/Nest");
    // In a circle, utoipa would follow references without an end.
    assert_eq!(*components, json!([]));
}

#[test]
fn derived_schemas_of_an_exported_crate_have_the_names_in_json() {
    let project = project();
    let ran = project.run(&["export", "--out", "crate", "--name", "derived-schemas"]);
    ran.exits_with(0);
    cargo(&project, "crate", &["check"]).exits_with(0);
    let program = schema_program("derived_schemas");
    let uses = "let _ = anstyle::Style::new();";
    project.write(
        "crate/examples/schemas.rs",
        &format!("fn main() {{\n{program}\n{uses}\n}}\n"),
    );
    let args = [
        "run",
        "--example",
        "schemas",
        "--features",
        "schemars,utoipa",
    ];
    let ran = cargo(&project, "crate", &args).exits_with(0);
    assert!(!ran.err.contains("warning"), "{}", ran.err);
    check_schemas(&ran.out);
}

#[test]
fn a_module_names_the_dependencies_that_its_derives_need() {
    let project = project();
    let module = ["export", "--out", "host/src/genesys", "--module"];
    let ran = project.run(&module).exits_with(0);
    let (_, dependencies) = ran.err.split_once("crate around it:\n\n").unwrap();
    assert_eq!(
        dependencies,
        "schemars = \"1\"\nutoipa = \"5\"\n\
         anstyle = { version = \"1\", features = [\"std\"], default-features = false }\n"
    );
    let manifest = host_manifest("host-with-derives") + dependencies;
    project.write("host/Cargo.toml", &manifest);
    let program = schema_program("genesys");
    let program = format!("#![deny(warnings)]\nmod genesys;\nfn main() {{\n{program}\n}}\n");
    project.write("host/src/main.rs", &program);
    check_schemas(&cargo(&project, "host", &["run"]).exits_with(0).out);
}

#[test]
fn without_derives_a_module_needs_no_schema_library() {
    let project = Project::new();
    let ran = project.run(&["export", "--out", "module", "--module"]);
    assert!(!ran.exits_with(0).err.contains("require"));
    assert!(!project.has("module/runtime/schema_traits/with_schemars.rs"));
}

#[test]
fn dependencies_in_the_overrides_are_written_to_the_manifest() {
    let project = Project::new();
    let overrides = "[dependencies]\nfake = '5'\n\
                     [dependencies.bon]\nversion = '3.1'\nfeatures = ['std']\noptional = true\n";
    project.write("spec/overrides.toml", overrides);
    project.run(&["export", "--out", "crate"]).exits_with(0);
    let manifest: toml::Table = project.read("crate/Cargo.toml").parse().unwrap();
    assert_eq!(manifest["dependencies"]["fake"].as_str(), Some("5"));
    let bon = &manifest["dependencies"]["bon"];
    assert_eq!(bon["version"].as_str(), Some("3.1"));
    assert_eq!(bon["optional"].as_bool(), Some(true));
    assert_eq!(bon["features"].as_array().unwrap().len(), 1);
    let check = ["export", "--out", "crate", "--check"];
    project.run(&check).exits_with(0);
    project.write("spec/overrides.toml", "[dependencies]\nfake = '6'\n");
    project.run(&check).exits_with(1);
}
