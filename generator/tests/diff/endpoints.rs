//! Tests of the effects of changes on endpoints and traits, and of the uses of endpoints.

use std::sync::Arc;

use genesys_modelgen::{
    diff::{ChangeLevel, Changes, ModelLiterals, compare, mark_uses},
    markdown,
    schema::{NumberFormat, Schema, Type, lower},
    span::SourceFile,
};

use crate::schemas::schema;

/// Returns the schema of an API with the method `getAnts`, which has these parameters.
fn ants_api(parameters: &str) -> Schema {
    let text = format!(
        "# `AntsAPI` Class\n\nAnts\n\n## Methods\n\n- [`getAnts`](#getants)\n\n### `getAnts`\n\nList\n\n\
         #### Endpoint\n\n`GET /ants`\n\n#### Parameters\n\n{parameters}\n#### Returns\n\n\
         | HTTP Status Code | Returned type | Description |\n|---|---|---|\n| `200` | `string` | Done. |\n"
    );
    let source = Arc::new(SourceFile {
        path: "ants-api.md".into(),
        text,
    });
    let page = markdown::parse_api(&source).page.unwrap();
    lower(&[], &[page]).0
}

fn uses(text: &str) -> Vec<String> {
    let old = ants_api("- `query.size` - **(number, optional)** Size\n");
    let new = ants_api("- `query.page` - **(number, optional)** Page\n");
    let mut changes = compare(&old, &new);
    let file = Arc::new(SourceFile {
        path: "a.rs".into(),
        text: text.to_owned(),
    });
    assert!(mark_uses(&mut changes, &old, &new, &[file]).is_empty());
    let sites = changes.iter().map(|change| {
        let parameter = change.subject.operation().unwrap().parameter.clone();
        let sites: Vec<_> = change.used_by.iter().map(ToString::to_string).collect();
        format!("{} {}", parameter.unwrap(), sites.join(" "))
    });
    sites.collect()
}

#[test]
fn a_parameter_is_used_by_its_name_in_a_file_with_the_constant() {
    let code = "fn f() {\n GET_ANTS\n .request()\n .query(\"size\", 1);\n}";
    assert_eq!(uses(code), ["size a.rs:4", "page a.rs:2"]);
    let other = "fn f() { GET_BEES.request().query(\"size\", 1); }";
    assert_eq!(uses(other), ["size ", "page "]);
}

/// Returns the effects of the changes that break code although they are not major.
#[track_caller]
fn breaking_effects(changes: &Changes) -> Vec<&str> {
    assert_eq!(changes.level(), ChangeLevel::Minor);
    let broken = changes.iter().filter(|change| change.breaks_code);
    broken
        .filter_map(|change| change.rust_effect.as_deref())
        .collect()
}

#[test]
fn an_added_float_breaks_code_that_needs_eq() {
    const ID: [&str; 4] = ["id", "`string`", "No", ""];
    let old = schema(&[("Ant", &[ID])]);
    let mut new = schema(&[("Ant", &[ID, ["weight", "`number`", "No", ""]])]);
    assert_eq!(breaking_effects(&compare(&old, &new)), [""; 0]);
    new.definitions[0].properties[1].ty = Type::Number(NumberFormat::Double);
    let changes = compare(&old, &new);
    let expected = "`Ant` no longer implements `Eq`, nor do the models that contain it";
    assert_eq!(breaking_effects(&changes), [expected]);
    assert_eq!(
        changes.version_level(ModelLiterals::Open),
        ChangeLevel::Major
    );
}

#[test]
fn a_second_list_costs_a_page_its_cursor() {
    const ROWS: [[&str; 4]; 3] = [
        ["ants", "[`Ant[]`](ant-definition.md)", "No", ""],
        ["cursor", "`string`", "No", ""],
        ["others", "`string[]`", "No", ""],
    ];
    let (old, new) = (schema(&[("Ant", &ROWS[..2])]), schema(&[("Ant", &ROWS)]));
    let expected = "`Ant` no longer implements `Cursored`";
    assert_eq!(breaking_effects(&compare(&old, &new)), [expected]);
}

#[test]
fn a_new_property_is_major_only_for_exhaustive_literals() {
    const ROWS: [[&str; 4]; 2] = [["id", "`string`", "No", ""], ["age", "`number`", "No", ""]];
    let (old, new) = (schema(&[("Ant", &ROWS[..1])]), schema(&[("Ant", &ROWS)]));
    let changes = compare(&old, &new);
    assert_eq!(
        changes.version_level(ModelLiterals::Open),
        ChangeLevel::Minor
    );
    assert_eq!(
        changes.version_level(ModelLiterals::Exhaustive),
        ChangeLevel::Major
    );
}
