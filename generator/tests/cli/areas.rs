//! `areas` lists the API pages of a spec, and `--area` selects some of them.

use crate::{
    features::{api_page, project},
    project::Project,
};

#[test]
fn areas_are_listed_with_their_numbers_of_endpoints_and_types() {
    let project = project();
    let page = api_page("ZooAPI", "Stone").replace("About it.\n\n", "");
    project.write("spec/classes/zoo-api.md", &page);
    let ran = project.run(&["areas"]).exits_with(0).stderr_is_empty();
    assert_eq!(
        ran.out,
        "ant-hills  1 endpoint  2 types  About it.\n\
         nests      1 endpoint   1 type  About it.\n\
         zoo        1 endpoint   1 type\n"
    );
    let ran = project.run(&["areas", "--format", "json"]).exits_with(0);
    let areas: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        areas[0],
        serde_json::json!({
            "name": "ant-hills", "api": "AntHillsAPI", "module": "ant_hills",
            "description": "About it.", "endpoints": 1, "types": 2,
        })
    );
    assert_eq!(areas[2]["description"], serde_json::Value::Null);
}

#[test]
fn a_spec_without_api_pages_has_no_areas() {
    let project = Project::new();
    let ran = project.run(&["areas"]).exits_with(0).stdout_is_empty();
    assert_eq!(ran.err, "the spec has no API pages in `classes/`\n");
    let ran = project.run(&["areas", "--format", "json"]).exits_with(0);
    assert_eq!(ran.out, "[]\n");
}

#[test]
fn an_area_selects_its_endpoints_and_the_types_they_reach() {
    let project = project();
    for (name, command) in [
        ("ant-hills", &["export", "--out", "out"][..]),
        ("ANT_HILLS", &["export", "--out", "out"]),
        ("antHillsApi", &["export", "--out", "out"]),
        ("ant-hills", &["generate", "--out", "generated"]),
    ] {
        let ran = project.run(&[command, &["--area", name]].concat());
        ran.exits_with(0).stderr_contains("2 definitions");
        let src = format!("{}/src", command[2]);
        assert!(project.has(&format!("{src}/models/nest.rs")));
        assert!(!project.has(&format!("{src}/models/stone.rs")));
        // All its types are there, but it is another area.
        assert!(!project.has(&format!("{src}/endpoints/nests.rs")));
    }
    project
        .run(&["check", "--out", "generated", "--area", "ant-hills"])
        .exits_with(0);
    let manifest = project.read("out/Cargo.toml");
    assert!(manifest.contains("ant-hills = []") && !manifest.contains("nests"));
    let module = ["export", "--out", "module", "--module", "--area", "nests"];
    project.run(&module).exits_with(0);
    assert!(project.has("module/endpoints/nests.rs") && !project.has("module/models/ant.rs"));
}

#[test]
fn several_areas_and_roots_are_combined() {
    let project = project();
    let schema = |args: &[&str]| {
        let ran = project.run(&[&["schema"], args].concat()).exits_with(0);
        let schema: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let names = |key: &str| {
            let object = schema[key].as_object().cloned().unwrap_or_default();
            object.keys().cloned().collect::<Vec<_>>().join(" ")
        };
        (names("definitions"), names("apis"))
    };
    let expect = |args: &[&str], definitions: &str, apis: &str| {
        assert_eq!(schema(args), (definitions.into(), apis.into()), "{args:?}");
    };
    expect(&["--area", "nests"], "Nest", "NestsAPI");
    expect(
        &["--area", "nests", "--root", "Stone"],
        "Nest Stone",
        "NestsAPI",
    );
    expect(
        &["--area", "ant-hills", "--area", "nests"],
        "Ant Nest",
        "AntHillsAPI NestsAPI",
    );
    // An endpoint of another area is selected by the roots alone.
    expect(
        &["--area", "ant-hills", "--root", "Nest"],
        "Ant Nest",
        "AntHillsAPI NestsAPI",
    );
    expect(
        &["--area", "ant-hills", "--without", "Nest"],
        "Ant",
        "AntHillsAPI",
    );
}

#[test]
fn error_types_of_an_area_are_selected() {
    let project = project();
    let error = "| `404` | [Stone](../definitions/stone-definition.md) | not found |\n";
    let page = api_page("NestsAPI", "Nest") + error;
    project.write("spec/classes/nests-api.md", &page);
    let args = ["export", "--out", "crate", "--area", "nests"];
    project
        .run(&args)
        .exits_with(0)
        .stderr_contains("2 definitions");
    assert!(project.has("crate/src/models/stone.rs"));
}

#[test]
fn an_unknown_area_is_an_error_with_a_suggestion() {
    let project = project();
    for command in ["generate", "check", "schema"] {
        let ran = project.run(&[command, "--area", "nest"]).exits_with(2);
        ran.stdout_is_empty()
            .stderr_contains("error[M0207]: unknown area `nest`")
            .stderr_contains("did you mean `nests`?")
            .stderr_contains("`genesys-modelgen areas` lists the areas");
    }
    let ran = Project::new().run(&["generate", "--area", "nests"]);
    ran.exits_with(2)
        .stderr_contains("areas are the API pages in `classes/`, and the spec has none");
}

#[test]
fn the_provenance_names_the_areas_by_their_features() {
    let project = project();
    let export = |names: [&str; 2], check: &[&str]| {
        let areas = ["--area", names[0], "--area", names[1]];
        let out = ["export", "--out", "crate"];
        project.run(&[&out[..], &areas, check].concat())
    };
    export(["nests", "AntHillsAPI"], &[]).exits_with(0);
    let provenance = project.read("crate/provenance.toml");
    assert!(
        provenance.contains("export --area ant-hills --area nests --name"),
        "{provenance}"
    );
    export(["anthillsapi", "Nests"], &["--check"]).exits_with(0);
    let ran = project.run(&["export", "--out", "crate", "--area", "nests", "--check"]);
    ran.exits_with(1)
        .stderr_contains("genesys-modelgen export --out crate --area nests --name");
}

#[test]
fn why_begins_at_the_endpoints_of_an_area() {
    let project = project();
    let why = |args: &[&str]| project.run(&[&["why"], args].concat());
    let ran = why(&["Nest", "--area", "ant-hills", "--area", "nests"]).exits_with(0);
    assert_eq!(
        ran.out,
        "NestsAPI.getNest -> Nest\nAntHillsAPI.getAnt -> Ant.nest -> Nest\n"
    );
    let ran = why(&["Nest", "--area", "ant-hills", "--root", "Ant"]).exits_with(0);
    assert_eq!(
        ran.out,
        "Ant.nest -> Nest\nAntHillsAPI.getAnt -> Ant.nest -> Nest\n"
    );
    why(&["Stone", "--area", "nests"])
        .exits_with(1)
        .stderr_contains("`Stone` is not reachable from the area `nests`");
}
