use super::{ant, ty, valid};

#[test]
fn formats_become_types() {
    for (schema, expected) in [
        (r#"{"type": "string"}"#, "string"),
        (r#"{"type": "string", "format": "date-time"}"#, "dateTime"),
        (r#"{"type": "string", "format": "date"}"#, "date"),
        (r#"{"type": "string", "format": "interval"}"#, "interval"),
        (
            r#"{"type": "string", "format": "local-date-time"}"#,
            "localDateTime",
        ),
        (r#"{"type": "string", "format": "local-time"}"#, "string"),
        (r#"{"type": "string", "format": "uri"}"#, "string"),
        (r#"{"type": "string", "format": "uuid"}"#, "string"),
        (r#"{"type": "integer"}"#, "int64"),
        (r#"{"type": "integer", "format": "int32"}"#, "int32"),
        (r#"{"type": "integer", "format": "int64"}"#, "int64"),
        (r#"{"type": "number"}"#, "number"),
        (r#"{"type": "number", "format": "float"}"#, "float"),
        (r#"{"type": "number", "format": "double"}"#, "double"),
        (r#"{"type": "boolean"}"#, "boolean"),
        (r#"{"type": "object"}"#, "object"),
        (
            r#"{"type": "object", "additionalProperties": false}"#,
            "object",
        ),
        (r#"{"type": "any"}"#, "object"),
        ("{}", "object"),
    ] {
        let found = ty(schema, "");
        assert!(found.eq_ignore_ascii_case(expected), "{schema}: {found}");
    }
}

#[test]
fn lists_and_maps_have_the_types_of_their_items() {
    for (schema, expected) in [
        (r#"{"type": "array"}"#, "object[]"),
        (
            r#"{"type": "array", "items": {"type": "integer"}}"#,
            "int64[]",
        ),
        (r#"{"items": {"items": {"type": "string"}}}"#, "string[][]"),
        (
            r##"{"type": "array", "items": {"$ref": "#/definitions/Ant"}, "uniqueItems": true}"##,
            "Ant[]",
        ),
        (
            r#"{"type": "object", "additionalProperties": true}"#,
            "map<object>",
        ),
        (
            r#"{"additionalProperties": {"type": "number", "format": "double"}}"#,
            "map<double>",
        ),
        (
            r##"{"items": {"additionalProperties": {"items": {"$ref": "#/definitions/Ant"}}}}"##,
            "map<Ant[]>[]",
        ),
    ] {
        assert_eq!(ty(schema, ""), expected, "{schema}");
    }
}

#[test]
fn listed_strings_become_complete_enums_without_duplicates() {
    assert_eq!(
        ty(r#"{"type": "string", "enum": ["b", "a", "b"]}"#, ""),
        "enum b a"
    );
    assert_eq!(ty(r#"{"enum": ["", null]}"#, ""), "enum ");
    assert_eq!(
        ty(r#"{"items": {"type": "string", "enum": ["a"]}}"#, ""),
        "enum[] a"
    );
    assert_eq!(ty(r#"{"type": "string", "enum": []}"#, ""), "string");
    let schema = valid(&ant(r#"{"type": "string", "enum": ["a"]}"#, ""));
    let listed = schema.definitions[0].properties[0].ty.listed_values();
    assert!(!listed.unwrap().is_cut_short);
}

#[test]
fn listed_numbers_and_booleans_keep_their_types() {
    assert_eq!(
        ty(
            r#"{"type": "integer", "format": "int32", "enum": [2, 10]}"#,
            ""
        ),
        "int32"
    );
    assert_eq!(
        ty(r#"{"type": "boolean", "enum": [true, false]}"#, ""),
        "boolean"
    );
}

#[test]
fn a_description_makes_a_plain_string_a_time() {
    let about = "Dates are represented as an ISO-8601 string. For example: yyyy-MM-dd";
    let schema = format!(r#"{{"type": "string", "description": "{about}"}}"#);
    assert_eq!(ty(&schema, ""), "date");
    let items = format!(r#"{{"items": {{"type": "string"}}, "description": "{about}"}}"#);
    assert_eq!(ty(&items, ""), "date[]");
    let uri = format!(r#"{{"type": "string", "format": "uri", "description": "{about}"}}"#);
    assert_eq!(ty(&uri, ""), "string");
}

#[test]
fn a_reference_to_a_definition_without_properties_has_its_type() {
    let reference = r##"{"$ref": "#/definitions/Bare"}"##;
    for (bare, expected) in [
        (r#"{"type": "string", "enum": ["a"]}"#, "enum a"),
        (r#"{"type": "string"}"#, "string"),
        (r#"{"type": "integer"}"#, "int64"),
        (
            r##"{"type": "array", "items": {"$ref": "#/definitions/Ant"}}"##,
            "Ant[]",
        ),
        (
            r#"{"type": "object", "additionalProperties": {"type": "string"}}"#,
            "map<string>",
        ),
        (r##"{"$ref": "#/definitions/Ant"}"##, "Ant"),
        (r##"{"allOf": [{"$ref": "#/definitions/Ant"}]}"##, "Ant"),
    ] {
        let more = format!(r#""Bare": {bare}"#);
        assert_eq!(ty(reference, &more), expected, "{bare}");
        assert!(valid(&ant(reference, &more)).definition("Bare").is_none());
    }
}

#[test]
fn a_definition_that_says_nothing_is_any_json_value() {
    for bare in [
        "{}",
        r#"{"type": "object"}"#,
        r#"{"type": "object", "properties": {}, "additionalProperties": true}"#,
        r#"{"type": "object", "additionalProperties": {"type": "object"}}"#,
    ] {
        let more = format!(r#""Bare": {bare}"#);
        assert_eq!(ty(r##"{"$ref": "#/definitions/Bare"}"##, &more), "Bare");
        let schema = valid(&ant("{}", &more));
        assert!(schema.definition("Bare").unwrap().properties.is_empty());
    }
}

#[test]
fn all_of_with_one_reference_is_that_reference() {
    let schema = r##"{"type": "object", "allOf": [{"$ref": "#/definitions/Ant"}]}"##;
    assert_eq!(ty(schema, ""), "Ant");
}

#[test]
fn references_are_decoded() {
    for (reference, name) in [
        ("a~1b", "a/b"),
        ("a/b", "a/b"),
        ("~01", "~1"),
        ("Page%3CAnt%3E", "Page<Ant>"),
        ("Page<Ant>", "Page<Ant>"),
        ("Ant.Hill", "Ant.Hill"),
        ("1", "1"),
        ("../x", "../x"),
    ] {
        let schema = format!(r##"{{"$ref": "#/definitions/{reference}"}}"##);
        assert_eq!(ty(&schema, &format!(r#""{name}": {{}}"#)), name);
    }
}

#[test]
fn properties_keep_the_order_of_the_file() {
    let schema = valid(
        r#""definitions": {"Ship": {}, "Ant": {"description": " An ant. ", "required": ["b"], "properties": {
          "b": {"type": "string", "readOnly": true},
          "a": {"type": "string", "description": "", "required": true},
          "c": {"type": "string"}
        }}}"#,
    );
    let names: Vec<_> = schema
        .definitions
        .iter()
        .map(|it| it.name.as_str())
        .collect();
    assert_eq!(names, ["Ant", "Ship"]);
    let ant = &schema.definitions[0];
    assert_eq!(ant.description.as_deref(), Some("An ant."));
    let flags = { ant.properties.iter() }.map(|it| (it.name.as_str(), it.required, it.read_only));
    let expected = [("b", true, true), ("a", true, false), ("c", false, false)];
    assert_eq!(flags.collect::<Vec<_>>(), expected);
    assert_eq!(ant.properties[1].description, None);
}
