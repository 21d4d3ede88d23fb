//! Properties by their names on the wire.

use genesys_tests::{
    runtime::Model,
    sample::{Everything, Person},
};
use serde_json::{Value, json};

#[test]
fn a_value_that_fits_is_set_in_its_field() {
    let mut person = Person::default();
    person.set("id", json!("1"));
    person.set("friend", json!({"id": "2"}));
    assert_eq!(person.id.as_deref(), Some("1"));
    assert_eq!(person.friend.as_ref().unwrap().id.as_deref(), Some("2"));
    assert!(person.extra.is_empty());
    assert_eq!(person.get("friend"), Some(json!({"id": "2"})));
}

#[test]
fn a_value_that_does_not_fit_unsets_the_field_and_is_in_extra() {
    let mut person = Person {
        id: Some("1".to_owned()),
        ..Person::default()
    };
    person.set("id", json!(5));
    assert_eq!(person.id, None);
    assert_eq!(person.get("id"), Some(json!(5)));
    person.set("id", json!("2"));
    assert_eq!(person.id.as_deref(), Some("2"));
    assert!(person.extra.is_empty());
}

#[test]
fn null_is_set_seen_and_sent() {
    let mut person = Person {
        name: Some("n".to_owned()),
        ..Person::default()
    };
    assert!(!person.is_null("name"));
    person.set_null("name");
    assert!(person.is_null("name"));
    assert_eq!(
        serde_json::to_value(&person).unwrap(),
        json!({"name": null})
    );
    person.name = Some("again".to_owned());
    assert!(!person.is_null("name"));
}

#[test]
fn an_absent_property_is_no_null() {
    assert!(!Person::default().is_null("name"));
    assert_eq!(Person::default().get("name"), None);
    assert_eq!(Person::default().get("unknown"), None);
}

#[test]
fn a_name_that_the_docs_do_not_know_is_set_in_extra() {
    let mut person = Person::default();
    person.set("unknown", json!([1]));
    assert_eq!(person.extra.get("unknown"), Some(&json!([1])));
    person.set_null("unknown");
    assert!(person.is_null("unknown"));
}

#[test]
fn setting_a_value_replaces_the_old_one_as_a_whole() {
    let mut person: Person =
        serde_json::from_value(json!({"friend": {"id": "1", "x": 1}})).unwrap();
    person.set("friend", json!({"name": "n"}));
    assert_eq!(person.get("friend"), Some(json!({"name": "n"})));
}

#[test]
fn null_in_a_field_for_anything_is_a_null() {
    let mut model = Everything::default();
    model.set_null("any");
    assert_eq!(model.any, None);
    assert!(model.is_null("any"));
    model.any = Some(Value::Null);
    assert!(model.is_null("any"));
}

#[test]
fn properties_are_those_of_the_docs() {
    let names: Vec<_> = Person::default()
        .properties()
        .iter()
        .map(|property| property.name)
        .collect();
    assert_eq!(names, ["id", "name", "apiKey", "friend"]);
}
