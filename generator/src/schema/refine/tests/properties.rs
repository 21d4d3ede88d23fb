//! The refinement of properties.

use serde_json::{Value, json};

use super::{
    cut_short, formatted, kind, list, map, number, one_of, parsed, reference, refined, schema,
    with_ship,
};
use crate::schema::{Undocumented, refine};

#[test]
fn the_file_makes_types_more_exact() {
    let text = kind("string");
    let cases = [
        (kind("number"), number("int32")),
        (kind("number"), number("double")),
        (text.clone(), one_of(&["a", "b"])),
        (text.clone(), kind("dateTime")),
        (text.clone(), kind("localDateTime")),
        (text.clone(), kind("interval")),
        (kind("object"), map(&number("int64"))),
        (kind("object"), reference("Sailor")),
        (reference("Void"), map(&text)),
        (reference("Void"), reference("Sailor")),
        (reference("Void"), one_of(&["a", "b"])),
        (cut_short(&["a", "b"]), one_of(&["b", "a", "c"])),
        (one_of(&["a", "b"]), one_of(&["b", "a", "c"])),
        (one_of(&["open", "shut"]), one_of(&["SHUT", "OPEN"])),
    ];
    for (documented, exact) in cases {
        let wrappers: [fn(&Value) -> Value; 3] = [Value::clone, list, |it| list(&map(it))];
        for wrap in wrappers {
            let (documented, exact) = (wrap(&documented), wrap(&exact));
            let (ty, warnings) = refined(&documented, &exact);
            assert_eq!(ty, parsed(&exact), "{documented}");
            assert_eq!(warnings, [], "{documented}");
        }
    }
}

#[test]
fn a_more_exact_type_in_the_docs_is_kept() {
    let text = kind("string");
    for (documented, exact) in [
        (kind("date"), text.clone()),
        (kind("interval"), text.clone()),
        (kind("duration"), text.clone()),
        (one_of(&["a", "b"]), text.clone()),
        (cut_short(&["a", "b"]), text.clone()),
        (reference("Sailor"), kind("object")),
        (map(&text), kind("object")),
        (number("int32"), kind("number")),
        (list(&kind("date")), list(&text)),
    ] {
        let (ty, warnings) = refined(&documented, &exact);
        assert_eq!(ty, parsed(&documented), "{exact}");
        assert_eq!(warnings, [], "{documented} {exact}");
    }
}

#[test]
fn contradicting_types_are_reported_and_the_docs_type_is_kept() {
    let text = kind("string");
    for (documented, exact, names) in [
        (text.clone(), number("int32"), ["string", "int32"]),
        (text.clone(), kind("object"), ["string", "object"]),
        (kind("object"), text.clone(), ["object", "string"]),
        (kind("boolean"), text.clone(), ["boolean", "string"]),
        (text.clone(), list(&text), ["string", "string[]"]),
        (list(&text), text.clone(), ["string[]", "string"]),
        (
            list(&text),
            list(&kind("boolean")),
            ["string[]", "boolean[]"],
        ),
        (reference("Sailor"), reference("Port"), ["Sailor", "Port"]),
        (reference("Sailor"), text.clone(), ["Sailor", "string"]),
        (kind("object"), reference("Hull"), ["object", "Hull"]),
        (
            reference("Void"),
            map(&reference("Hull")),
            ["Void", "map<Hull>"],
        ),
        (kind("date"), kind("dateTime"), ["date", "dateTime"]),
        (kind("date"), one_of(&["a", "b"]), ["date", "enum"]),
        (number("int32"), number("double"), ["int32", "double"]),
    ] {
        let (ty, warnings) = refined(&documented, &exact);
        assert_eq!(ty, parsed(&documented), "{exact}");
        let [documented, exact] = names;
        let message = format!(
            "M0861 `Ship.cargo` is `{documented}` in the docs, but `{exact}` in the OpenAPI file"
        );
        assert_eq!(formatted(&warnings), [message]);
        let paths = warnings[0].labels.iter().map(|label| &label.source.path);
        assert!(paths.eq(["docs", "openapi.json"]));
    }
}

#[test]
fn values_that_only_the_docs_list_remain_listed() {
    let (ty, warnings) = refined(&one_of(&["oil", "sand", "tea"]), &one_of(&["tea", "rum"]));
    assert_eq!(ty, parsed(&one_of(&["tea", "rum", "oil", "sand"])));
    let message = "M0863 the OpenAPI file does not list `oil`, `sand` of `Ship.cargo`";
    assert_eq!(formatted(&warnings), [message]);
}

#[test]
fn a_list_of_entirely_other_values_is_replaced() {
    let (ty, warnings) = refined(&one_of(&["true", "false"]), &one_of(&["tea", "rum"]));
    assert_eq!(ty, parsed(&one_of(&["tea", "rum"])));
    let message = "M0863 the OpenAPI file lists entirely different values of `Ship.cargo`";
    assert_eq!(formatted(&warnings), [message]);
}

/// Refines `Ship` with changed JSON on both sides, and returns the JSON of `Ship.cargo` and the warnings.
fn refined_ship(docs: impl Fn(&mut Value), exact: impl Fn(&mut Value)) -> (Value, Vec<String>) {
    let mut sides = [with_ship(&kind("string")), with_ship(&kind("string"))];
    docs(&mut sides[0]["Ship"]["properties"]);
    exact(&mut sides[1]["Ship"]["properties"]);
    let docs = schema("docs", &sides[0], &json!({}));
    let exact = schema("openapi.json", &sides[1], &json!({}));
    let (schema, warnings) = refine(docs, &exact, Undocumented::Omit).unwrap();
    let ship = serde_json::to_value(schema.definition("Ship").unwrap()).unwrap();
    (ship["properties"].clone(), formatted(&warnings))
}

#[test]
fn a_property_becomes_read_only() {
    let (properties, warnings) = refined_ship(|_| (), |it| it[1]["readOnly"] = json!(true));
    assert_eq!(properties[1]["readOnly"], true);
    assert_eq!(warnings, [""; 0]);
}

#[test]
fn the_docs_decide_what_is_required() {
    let (properties, warnings) = refined_ship(
        |it| it[0]["required"] = json!(true),
        |it| it[1]["required"] = json!(true),
    );
    assert_eq!(properties[0]["required"], true);
    assert_eq!(properties[1]["required"], false);
    let expected = [
        "M0862 `Ship.cargo` is required in the docs, but optional in the OpenAPI file",
        "M0862 `Ship.id` is optional in the docs, but required in the OpenAPI file",
    ];
    assert_eq!(warnings, expected);
}

#[test]
fn the_docs_decide_which_properties_exist_and_in_which_order() {
    let (properties, warnings) = refined_ship(
        |it| it[0]["name"] = json!("hold"),
        |it| it.as_array_mut().unwrap().reverse(),
    );
    let names = [0, 1, 2].map(|at| properties[at]["name"].as_str().unwrap().to_owned());
    assert_eq!(names, ["hold", "id", "name"]);
    let expected = [
        "M0864 the property `Ship.cargo` is not in the docs",
        "M0864 the property `Ship.hold` is not in the OpenAPI file",
    ];
    assert_eq!(warnings, expected);
}

#[test]
fn the_docs_words_are_kept() {
    let (properties, warnings) = refined_ship(
        |it| it[0]["description"] = json!("What it carries."),
        |it| it[0]["description"] = json!("The load."),
    );
    assert_eq!(properties[0]["description"], "What it carries.");
    assert_eq!(warnings, [""; 0]);
}
