//! Notification topics: the files that have them, and the exported crates and modules.

use std::fs;

use crate::{project::Project, stand_alone::cargo};

const EVENTS: &str = r##"{
    "definitions": {
        "Ant": {"properties": {"state": {"type": "string", "enum": ["busy"]}, "nest": {"$ref": "#/definitions/Nest"}}},
        "Nest": {"properties": {"eggs": {"type": "integer"}}}
    },
    "notifications": [
        {"topic": "v2.ants.{id}", "class": "Ant"},
        {"topic": "v2.nests.{id}.eggs", "class": "Nest"}
    ]
}"##;

fn project() -> Project {
    let project = Project::new();
    project.write("events.json", EVENTS);
    project
}

#[test]
fn an_exported_crate_has_a_feature_for_its_topics() {
    let project = project();
    let args = [
        "export",
        "--out",
        "crate",
        "--name",
        "with-topics",
        "--events",
        "events.json",
    ];
    let ran = project.run(&args).exits_with(0);
    assert!(
        ran.err.contains("and 2 topics with 2 definitions"),
        "{}",
        ran.err
    );
    let manifest: toml::Table = project.read("crate/Cargo.toml").parse().unwrap();
    assert_eq!(
        manifest["features"]["default"].to_string(),
        r#"["topics", "jiff"]"#
    );
    let user = r###"use with_topics::{events, topics};

fn main() {
    let json = r##"{"topicName": "v2.ants.a1", "eventBody": {"state": "busy", "nest": {"eggs": 5.0}}}"##;
    let notification: topics::Notification = serde_json::from_str(json).unwrap();
    let topics::Event::V2AntsId(ant) = notification.event else { panic!() };
    assert_eq!(ant.state, Some(events::ant::State::Busy.into()));
    assert_eq!(topics::V2_ANTS_ID.name(&[("id", "a1")]).unwrap(), notification.topic_name);
}
"###;
    project.write("crate/examples/user.rs", user);
    let args = ["run", "--example", "user"];
    let ran = cargo(&project, "crate", &args).exits_with(0);
    assert!(!ran.err.contains("warning"), "{}", ran.err);
    cargo(&project, "crate", &["test", "--doc", "topics"]).exits_with(0);
    fs::remove_file(project.path("crate/examples/user.rs")).unwrap();
    let args = ["check", "--no-default-features"];
    let ran = cargo(&project, "crate", &args).exits_with(0);
    assert!(!ran.err.contains("warning"), "{}", ran.err);
}

#[test]
fn files_in_the_spec_are_read_unless_others_are_given() {
    let project = project();
    project.write(
        "spec/events.json",
        &EVENTS.replace("v2.ants.{id}", "v2.bees.{id}"),
    );
    let ran = project.run(&["schema", "--topic", "*"]).exits_with(0);
    assert!(ran.out.contains("v2.bees.{id}") && !ran.out.contains("v2.ants.{id}"));
    let args = ["schema", "--topic", "*", "--events", "events.json"];
    let ran = project.run(&args).exits_with(0);
    assert!(ran.out.contains("v2.ants.{id}") && !ran.out.contains("v2.bees.{id}"));
}

#[test]
fn only_selected_topics_are_exported_as_a_module() {
    let project = project();
    let args = [
        "export",
        "--out",
        "module",
        "--module",
        "--events",
        "events.json",
    ];
    let topic = ["--topic", "v2.nests.*"];
    project.run(&[&args[..], &topic[..]].concat()).exits_with(0);
    let topics = project.read("module/topics.rs");
    assert!(topics.contains("V2_NESTS_ID_EGGS") && !topics.contains("V2_ANTS_ID"));
    assert!(!project.path("module/events/ant.rs").exists());
    // The definitions of the docs are not selected.
    assert!(!project.read("module/mod.rs").contains("pub use models"));
    let root = ["--root", "Ant"];
    project.run(&[&args[..], &root[..]].concat()).exits_with(0);
    assert!(!project.path("module/topics.rs").exists());
}

#[test]
fn an_unknown_topic_is_an_error() {
    let ran = project()
        .run(&["schema", "--topic", "v2.ants"])
        .exits_with(2);
    assert!(ran.err.contains("error[M0880]"), "{}", ran.err);
    let args = ["schema", "--events", "missing.json"];
    let ran = project().run(&args).exits_with(2);
    assert!(ran.err.contains("error[M0003]"), "{}", ran.err);
}
