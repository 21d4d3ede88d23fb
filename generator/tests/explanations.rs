//! The example in each explanation causes its diagnostic, and the fix does not. The parser has its own test for `M01xx`.

use std::{fs, path::Path};

use genesys_modelgen::{diagnostic::Code, pipeline, schema::Selection};

/// Returns the code blocks of a language in the example and in the fix.
fn blocks(code: Code, language: &str) -> [Vec<&'static str>; 2] {
    let (example, fix) = code.explanation().split_once("\nFix:\n").unwrap();
    let fence = format!("```{language}\n");
    [example, fix].map(|part| {
        part.split(&fence)
            .skip(1)
            .filter_map(|rest| Some(rest.split_once("\n```")?.0))
            .collect()
    })
}

/// The files of an example or of its fix.
struct Files {
    pages: Vec<&'static str>,
    /// The name and the text of the file that has TOML.
    toml: Option<(&'static str, &'static str)>,
    /// The name and the text of the file that has JSON.
    json: Option<(&'static str, &'static str)>,
}

/// Returns the codes of the diagnostics for files.
fn codes(files: &Files) -> Vec<Code> {
    let spec = tempfile::tempdir().unwrap();
    if !files.pages.is_empty() {
        add_pages(spec.path(), &files.pages);
    }
    for (name, text) in files.toml.iter().chain(&files.json) {
        fs::write(spec.path().join(name), text).unwrap();
    }
    pipeline::generate(spec.path(), &Selection::default())
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect()
}

/// Adds pages of definitions and of APIs.
fn add_pages(spec: &Path, pages: &[&str]) {
    let folder = spec.join("definitions");
    fs::create_dir(&folder).unwrap();
    let (pages, definitions): (Vec<&str>, Vec<&str>) =
        pages.iter().partition(|text| text.contains("\n### "));
    add_api_pages(spec, &pages);
    for (index, text) in definitions.iter().enumerate() {
        let name = file_stem(text);
        let is_taken = definitions[..index]
            .iter()
            .any(|earlier| file_stem(earlier) == name);
        let copy = if is_taken { "-copy" } else { "" };
        fs::write(folder.join(format!("{name}{copy}-definition.md")), text).unwrap();
    }
}

/// Adds pages of APIs, and a definition, because a spec needs at least one.
fn add_api_pages(spec: &Path, pages: &[&str]) {
    if pages.is_empty() {
        return;
    }
    let folder = spec.join("classes");
    fs::create_dir(&folder).unwrap();
    for (index, text) in pages.iter().enumerate() {
        fs::write(folder.join(format!("{index}-api.md")), text).unwrap();
    }
    fs::write(spec.join("definitions/ant-definition.md"), ANT).unwrap();
}

/// Returns the title in lower case, which the docs use as the file name.
fn file_stem(definition: &str) -> String {
    definition.split('`').nth(1).unwrap().to_lowercase()
}

/// The definition for examples of overrides without a definition.
const ANT: &str = "# `Ant` Definition\n\n| Property | Type | Required |\n|---|---|---|\n| legs | `number` | No |\n";

/// Returns the names of the files with the TOML and the JSON of an explanation.
fn file_names(code: Code) -> (&'static str, &'static str) {
    let toml = match code {
        Code::InvalidSettings | Code::Undocumented => "source.toml",
        _ => "overrides.toml",
    };
    let json = if code.as_str().starts_with("M088") {
        "events.json"
    } else {
        "openapi.json"
    };
    (toml, json)
}

#[test]
fn each_example_causes_only_its_diagnostic_and_each_fix_causes_none() {
    let mut checked = 0;
    for &code in Code::ALL
        .iter()
        .filter(|code| !code.as_str().starts_with("M01"))
    {
        let [mut pages, fixed_pages] = blocks(code, "markdown");
        let [toml, fixed_toml] = blocks(code, "toml").map(|it| it.first().copied());
        // Other JSON is not a file of a spec.
        let has_json = code.as_str().starts_with("M08");
        let [json, fixed_json] =
            blocks(code, "json").map(|it| it.first().copied().filter(|_| has_json));
        if pages.is_empty() && toml.is_none() && json.is_none() {
            continue; // The example is a command or a folder.
        }
        let (toml_name, json_name) = file_names(code);
        // An OpenAPI file can be a spec alone.
        if pages.is_empty() && (json.is_none() || json_name != "openapi.json") {
            pages.push(ANT);
        }
        let fixed = fixed_pages
            .iter()
            .chain(pages.iter().skip(fixed_pages.len()));
        let fixed = Files {
            pages: fixed.copied().collect(),
            toml: fixed_toml.map(|text| (toml_name, text)),
            json: fixed_json.or(json).map(|text| (json_name, text)),
        };
        let example = Files {
            pages,
            toml: toml.map(|text| (toml_name, text)),
            json: json.map(|text| (json_name, text)),
        };
        assert_eq!(codes(&example), [code], "{code}: the example");
        assert_eq!(codes(&fixed), [], "{code}: the fix");
        checked += 1;
    }
    assert_eq!(checked, 44, "explanations with files to test");
}
