//! Access to properties by their wire names.

use genesys_tests::{
    runtime::Model,
    sample::{Everything, Person},
};
use serde_json::{Value, json};

#[test]
fn setting_a_value_of_the_documented_type_sets_the_field() {
    let mut person = Person::default();
    person.set("id", json!("1"));
    person.set("friend", json!({"id": "2"}));
    assert_eq!(person.id.as_deref(), Some("1"));
    assert_eq!(person.friend.as_ref().unwrap().id.as_deref(), Some("2"));
    assert!(person.extra.is_empty());
    assert_eq!(person.get("friend"), Some(json!({"id": "2"})));
}

#[test]
fn setting_a_value_of_another_type_unsets_the_field_and_inserts_into_extra() {
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
fn a_null_that_was_set_is_encoded() {
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
fn an_absent_property_is_not_null() {
    assert!(!Person::default().is_null("name"));
    assert_eq!(Person::default().get("name"), None);
    assert_eq!(Person::default().get("unknown"), None);
}

#[test]
fn setting_an_undocumented_property_inserts_into_extra() {
    let mut person = Person::default();
    person.set("unknown", json!([1]));
    assert_eq!(person.extra.get("unknown"), Some(&json!([1])));
    person.set_null("unknown");
    assert!(person.is_null("unknown"));
}

#[test]
fn setting_a_model_replaces_its_extra_too() {
    let mut person: Person =
        serde_json::from_value(json!({"friend": {"id": "1", "x": 1}})).unwrap();
    person.set("friend", json!({"name": "n"}));
    assert_eq!(person.get("friend"), Some(json!({"name": "n"})));
}

#[test]
fn a_null_in_an_untyped_field_is_null() {
    let mut model = Everything::default();
    model.set_null("any");
    assert_eq!(model.any, None);
    assert!(model.is_null("any"));
    model.any = Some(Value::Null);
    assert!(model.is_null("any"));
}

#[test]
fn properties_are_listed_in_the_docs_order() {
    let names: Vec<_> = Person::default()
        .properties()
        .iter()
        .map(|property| property.name)
        .collect();
    assert_eq!(names, ["id", "name", "apiKey", "friend"]);
}
