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

/// Returns the codes of the diagnostics for pages and overrides.
fn codes(definitions: &[&str], overrides: Option<&str>) -> Vec<Code> {
    let spec = tempfile::tempdir().unwrap();
    let folder = spec.path().join("definitions");
    fs::create_dir(&folder).unwrap();
    let (pages, definitions): (Vec<&str>, Vec<&str>) =
        definitions.iter().partition(|text| text.contains("\n### "));
    add_api_pages(spec.path(), &pages);
    for (index, text) in definitions.iter().enumerate() {
        let name = file_stem(text);
        let is_taken = definitions[..index]
            .iter()
            .any(|earlier| file_stem(earlier) == name);
        let copy = if is_taken { "-copy" } else { "" };
        fs::write(folder.join(format!("{name}{copy}-definition.md")), text).unwrap();
    }
    if let Some(text) = overrides {
        fs::write(spec.path().join("overrides.toml"), text).unwrap();
    }
    pipeline::generate(spec.path(), &Selection::default())
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect()
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

#[test]
fn each_example_causes_only_its_diagnostic_and_each_fix_causes_none() {
    let mut checked = 0;
    for &code in Code::ALL
        .iter()
        .filter(|code| !code.as_str().starts_with("M01"))
    {
        let [mut example, fix] = blocks(code, "markdown");
        let [overrides, fixed_overrides] = blocks(code, "toml");
        if example.is_empty() && overrides.is_empty() {
            continue; // The example is a command or a folder.
        }
        if example.is_empty() {
            example.push(ANT);
        }
        assert_eq!(
            codes(&example, overrides.first().copied()),
            [code],
            "{code}: the example"
        );
        let fixed: Vec<_> = fix
            .iter()
            .chain(example.iter().skip(fix.len()))
            .copied()
            .collect();
        assert_eq!(
            codes(&fixed, fixed_overrides.first().copied()),
            [],
            "{code}: the fix"
        );
        checked += 1;
    }
    assert_eq!(checked, 22, "explanations with files to test");
}
