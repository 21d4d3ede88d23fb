//! The property table of a model.

use genesys_tests::{
    law,
    runtime::{Kind, Properties, Property},
    sample::{Empty, Everything, Person},
};

fn marked(is_marked: fn(&Property) -> bool) -> Vec<&'static str> {
    let marked = Everything::PROPERTIES.into_iter().filter(is_marked);
    marked.map(|property| property.name).collect()
}

#[test]
fn each_property_has_the_kind_of_its_field() {
    let kinds: Vec<_> = Everything::PROPERTIES.iter().map(|it| it.kind).collect();
    let one_of_each = [
        Kind::Text,
        Kind::Enum,
        Kind::DateTime,
        Kind::LocalDateTime,
        Kind::Date,
        Kind::Interval,
        Kind::Duration,
        Kind::Number,
        Kind::Integer,
        Kind::Float,
        Kind::Boolean,
        Kind::Any,
        Kind::Model,
    ];
    assert_eq!(kinds.get(2..15), Some(&one_of_each[..]));
    assert_eq!(kinds.get(16), Some(&Kind::List));
    assert_eq!(kinds.get(26), Some(&Kind::Map));
    law::check_kinds(&mut Everything::default()).unwrap();
}

#[test]
fn required_read_only_and_secret_properties_are_marked() {
    assert_eq!(
        marked(|it| it.required),
        ["id", "state", "number", "any", "people"]
    );
    assert_eq!(
        marked(|it| it.secret),
        ["otp", "password", "hint", "clues", "pins"]
    );
    assert_eq!(marked(|it| it.read_only), ["selfUri", "owner", "otp"]);
}

#[test]
fn lists_of_values_that_are_cut_short_are_marked() {
    assert_eq!(marked(|it| it.cut_short), ["mode", "steps"]);
    let mode = Everything::PROPERTIES.get("mode").unwrap();
    assert_eq!(mode.kind, Kind::Enum);
}

#[test]
fn a_property_is_found_only_by_its_whole_name() {
    let id = Everything::PROPERTIES.get("id").unwrap();
    assert_eq!(
        (id.name, id.kind, id.required, id.secret),
        ("id", Kind::Text, true, false)
    );
    for name in ["", "i", "d", " id", "text    ! id", "ID", "meta", "data"] {
        assert_eq!(Everything::PROPERTIES.get(name), None, "{name:?}");
    }
}

#[test]
fn properties_iterate_by_value_and_by_reference() {
    let properties = Person::PROPERTIES;
    let mut names = Vec::new();
    for property in &properties {
        names.push(property.name);
    }
    for property in properties {
        names.push(property.name);
    }
    assert_eq!(names, ["id", "name", "apiKey", "friend"].repeat(2));
}

#[test]
fn properties_have_a_definition_and_a_length() {
    assert_eq!(Person::PROPERTIES.definition(), "Person");
    assert_eq!(Person::PROPERTIES.len(), Person::PROPERTIES.iter().count());
    assert!(!Person::PROPERTIES.is_empty());
    assert!(Empty::PROPERTIES.is_empty());
    assert_eq!(Properties::default().len(), 0);
}

#[test]
fn debug_prints_all_attributes_of_a_property() {
    let shown = format!("{:?}", Person::PROPERTIES);
    assert!(
        shown.starts_with(r#"[Property { name: "id", kind: Text, required: "#),
        "{shown}"
    );
    assert!(
        shown.contains(
            r#"name: "apiKey", kind: Text, required: false, read_only: false, secret: true"#
        ),
        "{shown}"
    );
}
