//! Topics with schemas of every form.

use std::{fmt::Write, sync::Arc};

use super::lower_events;
use crate::{
    diagnostic::{Code, Diagnostic},
    events,
    schema::{Events, Schema, Selection, from_json, print},
    span::SourceFile,
};

fn lower(texts: &[&str]) -> (Events, Vec<Diagnostic>) {
    let sources = texts.iter().map(|text| {
        Arc::new(SourceFile {
            path: "events.json".into(),
            text: (*text).to_owned(),
        })
    });
    let sources: Vec<_> = sources.collect();
    let files = sources.iter().filter_map(|source| events::parse(source).0);
    lower_events(files.collect())
}

/// Returns the definitions and topics, one a line.
fn lowered(texts: &[&str]) -> String {
    let (events, diagnostics) = lower(texts);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let mut text = String::new();
    for definition in &events.definitions.definitions {
        let properties = definition.properties.iter();
        let properties: Vec<_> = properties
            .map(|it| format!("{}: {}", it.name, it.ty))
            .collect();
        writeln!(text, "{} {{ {} }}", definition.name, properties.join(", ")).unwrap();
    }
    for topic in &events.topics {
        writeln!(text, "{}: {}", topic.name, topic.ty).unwrap();
    }
    text
}

fn codes(texts: &[&str]) -> Vec<Code> {
    lower(texts).1.iter().map(|it| it.code).collect()
}

fn schema(text: &str) -> Schema {
    Schema {
        events: Some(Box::new(lower(&[text]).0)),
        ..Schema::default()
    }
}

#[test]
fn nested_schemas_become_definitions_named_after_their_ids() {
    let text = r#"{"entities": [{"id": "v2.hills.{id}", "schema": {
        "type": "object", "id": "urn:jsonschema:hill:v2:Hill", "properties": {
            "queen": {"type": "object", "id": "urn:jsonschema:hill:v2:Ant", "properties": {
                "hill": {"type": "object", "$ref": "urn:jsonschema:hill:v2:Hill"},
                "daughters": {"type": "array", "items": {"type": "object", "id": "urn:jsonschema:hill:v2:Ant"}}
            }},
            "by_name": {"type": "object", "additionalProperties": {"$ref": "urn:jsonschema:hill:v2:Ant"}}
        }}}]}"#;
    let expected = "\
HillAnt { hill: HillHill, daughters: HillAnt[] }
HillHill { queen: HillAnt, by_name: map<HillAnt> }
v2.hills.{id}: HillHill
";
    assert_eq!(lowered(&[text]), expected);
}

#[test]
fn a_schema_can_be_written_out_after_it_is_mentioned() {
    let text = r#"{"entities": [
        {"id": "a", "schema": {"id": "Ant"}},
        {"id": "b", "schema": {"id": "Ant", "properties": {"legs": {"type": "integer"}}}}]}"#;
    assert_eq!(lowered(&[text]), "Ant { legs: int64 }\na: Ant\nb: Ant\n");
}

#[test]
fn a_schema_without_an_id_is_named_after_its_topic() {
    let text = r#"{"entities": [{"id": "v2.hills.{id}", "schema": {"properties": {"a": {"type": "string"}}}}]}"#;
    assert_eq!(
        lowered(&[text]),
        "V2HillsId { a: string }\nv2.hills.{id}: V2HillsId\n"
    );
}

#[test]
fn definitions_and_topics_can_be_in_two_files() {
    let definitions = r##"{"definitions": {
        "Legs": {"type": "array", "items": {"type": "string"}},
        "Ant": {"properties": {"legs": {"$ref": "#/definitions/Legs"}}},
        "Bee": {"properties": {"a": {"type": "string"}}}}}"##;
    let topics = r#"{"notifications": [{"topic": "a.{id}", "class": "Ant"}]}"#;
    let expected = "Ant { legs: string[] }\na.{id}: Ant\n";
    assert_eq!(lowered(&[definitions, topics]), expected);
    assert_eq!(lowered(&[topics, definitions]), expected);
    assert_eq!(codes(&[definitions]), [Code::InvalidEvents]);
    assert_eq!(
        codes(&[definitions, definitions, topics]),
        [Code::DuplicateInEvents; 2]
    );
}

#[test]
fn an_unknown_id_is_a_warning() {
    let text = r#"{"entities": [{"id": "a", "schema": {"properties": {"b": {"$ref": "urn:jsonschema:Bee"}}}}]}"#;
    assert_eq!(codes(&[text]), [Code::UnresolvedReference]);
}

#[test]
fn the_json_form_is_read_back() {
    let text = r#"{"entities": [{"id": "v2.a.{id}", "description": "A.", "transports": ["All"], "visibility": "Preview",
        "requiresPermissions": ["a:b:c"], "enforced": false, "requiresDivisionPermissions": true,
        "schema": {"id": "Ant", "properties": {"legs": {"type": "integer"}}}}]}"#;
    let schema = schema(text);
    for text in [print::json(&schema), print::compact(&schema)] {
        let path = "schema.json".into();
        let read = from_json(&Arc::new(SourceFile { path, text })).unwrap();
        assert_eq!(print::json(&read), print::json(&schema));
    }
    let expected = r#"{"definitions":{
},"events":{"definitions":{
"Ant":{"description":null,"properties":[
{"description":null,"name":"legs","required":false,"type":{"format":"int64","kind":"number"}}]}
},"topics":{
"v2.a.{id}":{"description":"A.","divisionPermissions":true,"permissions":[
"a:b:c"],"preview":true,"transports":[
"All"],"type":{"kind":"ref","name":"Ant"},"unenforced":true}
}},"version":1}
"#;
    assert_eq!(print::compact(&schema), expected);
    assert!(crate::record::is_record(expected.as_bytes()));
}

/// Returns the names of the selected topics and of their definitions.
fn selected(topics: &[&str]) -> Result<Vec<String>, String> {
    let text = r##"{"definitions": {"Ant": {"properties": {"bee": {"$ref": "#/definitions/Bee"}}},
            "Bee": {"properties": {"a": {"type": "string"}}}, "Cat": {"properties": {"a": {"type": "string"}}}},
        "notifications": [{"topic": "v2.ants.{id}", "class": "Ant"}, {"topic": "v2.cats.{id}", "class": "Cat"}]}"##;
    let selection = Selection {
        topics: topics.iter().map(|&topic| topic.to_owned()).collect(),
        ..Selection::default()
    };
    let schema = selection
        .apply(schema(text))
        .map_err(|errors| errors[0].message.clone())?;
    let events = schema.events.unwrap();
    let topics = events.topics.iter().map(|it| it.name.to_string());
    let definitions = { events.definitions.definitions.iter() }.map(|it| it.name.to_string());
    Ok(topics.chain(definitions).collect())
}

#[test]
fn a_selected_topic_has_the_definitions_that_it_reaches() {
    let ants = ["v2.ants.{id}", "Ant", "Bee"];
    for topic in ["v2.ants.{id}", "V2_ANTS_ID", "v2_ants_id", "v2.ants.*"] {
        assert_eq!(selected(&[topic]).unwrap(), ants, "{topic}");
    }
    assert_eq!(selected(&["*"]).unwrap().len(), 5);
    assert_eq!(selected(&[]).unwrap().len(), 5);
}

#[test]
fn an_unknown_topic_is_an_error_with_the_nearest_name() {
    let error = selected(&["v2.cat.{id}"]).unwrap_err();
    assert!(error.contains("unknown topic `v2.cat.{id}`"), "{error}");
    assert!(selected(&["v2.dogs.*"]).is_err());
}

#[test]
fn topics_are_left_out_if_only_types_are_selected() {
    let json = r#"{"version": 1, "definitions": {"Ant": {"description": null, "properties": []}}}"#;
    let (path, text) = ("schema.json".into(), json.to_owned());
    let docs = from_json(&Arc::new(SourceFile { path, text })).unwrap();
    let topic = r#"{"entities": [{"id": "a", "schema": {"id": "Bee", "properties": {"b": {"type": "string"}}}}]}"#;
    let schema = Schema {
        events: schema(topic).events,
        ..docs
    };
    let roots = Selection {
        roots: vec!["Ant".into()],
        ..Selection::default()
    };
    let selected = roots.apply(schema).unwrap();
    assert!(selected.events.is_none());
    assert_eq!(selected.definitions.len(), 1);
}
