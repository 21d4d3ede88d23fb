//! Access to properties by their wire names.

use genesys_tests::{
    runtime::Model,
    sample::{Everything, Person},
};
use serde_json::{Value, json};

#[test]
fn setting_a_value_of_the_documented_type_sets_the_field() {
    let mut person = Person::default();
    person.set("id", json!("1")).unwrap();
    person.set("friend", json!({"id": "2"})).unwrap();
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
    person.set("id", json!(5)).unwrap();
    assert_eq!(person.id, None);
    assert_eq!(person.get("id"), Some(json!(5)));
    person.set("id", json!("2")).unwrap();
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
    person.set_null("name").unwrap();
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
fn a_null_stays_until_the_field_has_a_value_or_the_property_is_unset() {
    let mut person = Person::default();
    person.set_null("name").unwrap();
    person.name = None;
    assert!(person.is_null("name"));
    person.name = Some("n".to_owned());
    assert_eq!(person.get("name"), Some(json!("n")));
    person.name = None;
    assert!(person.is_null("name"));
    person.unset("name").unwrap();
    assert_eq!(serde_json::to_value(&person).unwrap(), json!({}));
}

#[test]
fn unsetting_removes_values_of_any_shape() {
    let object = json!({"id": "1", "number": "x", "float": 5, "texts": ["a", 1], "labels": {}, "person": {}, "at": "x"});
    let mut model: Everything = serde_json::from_value(object.clone()).unwrap();
    for name in object.as_object().unwrap().keys() {
        model.unset(name).unwrap();
    }
    assert_eq!(model, Everything::default());
}

#[test]
fn an_unknown_name_is_an_error_and_changes_nothing() {
    let mut person = Person::default();
    person.extra.insert("unknown", 1);
    let before = person.clone();
    let errors = [
        person.set("unknown", json!([1])).unwrap_err(),
        person.set_null("unknown").unwrap_err(),
        person.unset("unknown").unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.name(), "unknown");
        assert_eq!(error.suggestion(), None);
        assert_eq!(
            error.to_string(),
            "`Person` has no property `unknown`; undocumented properties can be inserted into `extra`"
        );
    }
    assert_eq!(person, before);
}

#[test]
fn the_error_of_an_unknown_name_suggests_the_nearest_one() {
    let mut person = Person::default();
    for (name, suggestion) in [("nmae", "name"), ("api_key", "apiKey"), ("ID", "id")] {
        let error = person.set_null(name).unwrap_err();
        assert_eq!(error.suggestion(), Some(suggestion));
        let expected = format!("`Person` has no property `{name}`; did you mean `{suggestion}`?");
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn undocumented_properties_in_extra_are_returned() {
    let mut person = Person::default();
    person.extra.insert("unknown", Value::Null);
    assert_eq!(person.get("unknown"), Some(Value::Null));
    assert!(person.is_null("unknown"));
}

#[test]
fn a_type_erased_model_has_the_same_methods() {
    let mut person = Person::default();
    let model: &mut dyn Model = &mut person;
    model.set("id", json!("1")).unwrap();
    model.set_null("name").unwrap();
    assert_eq!(model.get("id"), Some(json!("1")));
    assert!(model.is_null("name"));
    assert!(model.unset("nmae").is_err());
    assert_eq!(model.properties(), Person::PROPERTIES);
    assert_eq!((model.validate(), model.drift()), (vec![], vec![]));
    let boxed: Box<dyn Model> = Box::new(Person::default());
    assert_eq!(boxed.validate().len(), 1);
}

#[test]
fn setting_a_model_replaces_its_extra_too() {
    let mut person: Person =
        serde_json::from_value(json!({"friend": {"id": "1", "x": 1}})).unwrap();
    person.set("friend", json!({"name": "n"})).unwrap();
    assert_eq!(person.get("friend"), Some(json!({"name": "n"})));
}

#[test]
fn a_null_in_an_untyped_field_is_null() {
    let mut model = Everything::default();
    model.set_null("any").unwrap();
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
