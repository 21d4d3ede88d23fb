//! The platform's notification topics of 2023, as the SDKs have them and as the platform returns them.

use std::{collections::BTreeMap, fs, sync::Arc};

use genesys_modelgen::{
    diagnostic::any_error,
    events,
    name::ConstIdent,
    plan::plan,
    schema::{Events, Schema, Type, lower_events},
    span::{Source, SourceFile},
};
use genesys_tests::corpus::editions;
use serde_json::{Map, Value, json};

/// Reads a file in the folder `openapi` beside that of the editions.
fn read(name: &str) -> Source {
    let path = editions()[0].join("../../openapi").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    Arc::new(SourceFile { path, text })
}

/// Lowers files, which have no errors.
fn lower(sources: &[Source]) -> Events {
    let files = sources
        .iter()
        .map(|source| events::parse(source).0.unwrap());
    let (events, diagnostics) = lower_events(files.collect());
    assert!(!any_error(&diagnostics), "{diagnostics:#?}");
    events
}

fn sdk_files() -> [Source; 2] {
    [
        "events-2023-09-06.json",
        "notification-mappings-2023-09.json",
    ]
    .map(read)
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn every_class_of_the_sdks_has_a_topic_and_a_model() {
    let files = sdk_files();
    let events = lower(&files);
    let mappings: Value = serde_json::from_str(&files[1].text).unwrap();
    let mappings = mappings["notifications"].as_array().unwrap();
    assert_eq!((mappings.len(), events.topics.len()), (165, 165));
    let classes: BTreeMap<_, _> = { events.topics.iter() }
        .map(|topic| (topic.name.as_str(), &topic.ty))
        .collect();
    for mapping in mappings {
        let class = mapping["class"].as_str().unwrap();
        let ty = classes[mapping["topic"].as_str().unwrap()];
        assert_eq!(*ty, Type::Ref(class.to_owned().into()));
    }
    assert_eq!(events.definitions.definitions.len(), 1_011);
    let schema = Schema {
        events: Some(Box::new(events)),
        ..Schema::default()
    };
    let (plan, diagnostics) = plan(&schema);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let events = plan.events.unwrap();
    assert_eq!((events.modules.len(), events.topics.len()), (1_011, 165));
}

/// Returns a schema with all definitions written out where they occur first, as the platform returns it.
fn expand(node: &Value, definitions: &Map<String, Value>, seen: &mut Vec<String>) -> Value {
    match node {
        Value::Object(object) => {
            if let Some(reference) = object.get("$ref").and_then(Value::as_str) {
                let name = reference.rsplit('/').next().unwrap();
                let definition = &definitions[name];
                let id = definition["id"].as_str().unwrap().to_owned();
                if seen.contains(&id) {
                    return json!({"type": "object", "$ref": id});
                }
                seen.push(id);
                return expand(definition, definitions, seen);
            }
            let entries = object.iter();
            let entries =
                entries.map(|(name, value)| (name.clone(), expand(value, definitions, seen)));
            Value::Object(entries.collect())
        }
        Value::Array(items) => {
            let items = items.iter();
            items.map(|item| expand(item, definitions, seen)).collect()
        }
        other => other.clone(),
    }
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_answer_of_the_platform_has_the_names_and_types_of_the_sdks() {
    let files = sdk_files();
    let [file, mappings] = [0, 1].map(|at| serde_json::from_str::<Value>(&files[at].text).unwrap());
    let definitions = file["definitions"].as_object().unwrap();
    let entities = mappings["notifications"].as_array().unwrap().iter();
    let entities = entities.map(|mapping| {
        let reference = json!({"$ref": mapping["class"]});
        let schema = expand(&reference, definitions, &mut Vec::new());
        json!({"id": mapping["topic"], "schema": schema})
    });
    let answer = json!({"entities": entities.collect::<Value>()});
    let source = Arc::new(SourceFile {
        path: "availabletopics.json".into(),
        text: answer.to_string(),
    });
    let (expected, actual) = (lower(&files), lower(&[source]));
    let topics = |events: &Events| -> Vec<_> {
        let topics = events.topics.iter();
        topics
            .map(|topic| (topic.name.clone(), topic.ty.clone()))
            .collect()
    };
    assert_eq!(topics(&actual), topics(&expected));
    let properties = |events: &Events| -> BTreeMap<_, Vec<_>> {
        let definitions = events.definitions.definitions.iter();
        let properties = definitions.map(|definition| {
            let properties = definition.properties.iter();
            let mut properties: Vec<_> = properties
                .map(|it| (it.name.clone(), it.ty.clone()))
                .collect();
            properties.sort();
            (definition.name.clone(), properties)
        });
        properties.collect()
    };
    assert_eq!(properties(&actual), properties(&expected));
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_constants_have_readable_names() {
    let events = lower(&sdk_files());
    let names: Vec<_> = { events.topics.iter() }
        .map(|topic| ConstIdent::of_topic(topic.name.as_str()).to_string())
        .collect();
    for name in [
        "V2_USERS_ID_PRESENCE",
        "V2_USERS_ID_ROUTING_STATUS",
        "V2_SYSTEM_ID_ID",
    ] {
        assert!(names.iter().any(|it| it == name), "{name}");
    }
}
