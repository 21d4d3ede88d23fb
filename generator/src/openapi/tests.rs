use std::sync::Arc;

use super::{OpenApiFile, SchemaObject, parse};
use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    span::{Source, SourceFile},
};

fn source(text: &str) -> Source {
    Arc::new(SourceFile {
        path: "spec/openapi.json".into(),
        text: text.to_owned(),
    })
}

/// Returns the members of a file with these in front.
fn swagger(members: &str) -> String {
    format!(r#"{{"swagger": "2.0", {members}}}"#)
}

/// Returns the file with a definition `Ant` with these members.
fn ant(members: &str) -> String {
    swagger(&format!(r#""definitions": {{"Ant": {{{members}}}}}"#))
}

/// Checks that a file has one diagnostic, at this text.
#[track_caller]
fn expect(text: &str, code: Code, message: &str, at: &str) -> Diagnostic {
    let source = source(text);
    let (_, diagnostics) = parse(&source);
    let [diagnostic] = diagnostics.as_slice() else {
        panic!("{diagnostics:?}");
    };
    assert_eq!((diagnostic.code, &*diagnostic.message), (code, message));
    assert_eq!(&text[diagnostic.labels[0].span.clone()], at);
    diagnostic.clone()
}

/// Parses a file without diagnostics.
#[track_caller]
fn valid(source: &Source) -> OpenApiFile<'_> {
    let (file, diagnostics) = parse(source);
    assert_eq!(diagnostics, []);
    file.unwrap()
}

#[test]
fn broken_json_is_an_error_at_its_place() {
    for (text, message, at) in [
        ("", "EOF while parsing a value", ""),
        ("{\"a\": [1, 2}", "expected `,` or `]`", "}"),
        ("{\"a\":\n \"ä\" x}", "expected `,` or `}`", "x"),
        ("{} {}", "trailing characters", "{"),
        ("\u{feff}{,}", "key must be a string", ","),
    ] {
        let message = format!("`spec/openapi.json` is not JSON: {message}");
        expect(text, Code::InvalidOpenApi, &message, at);
    }
}

#[test]
fn only_version_2_is_supported() {
    for (text, message, at) in [
        ("[1]", "the file is not an object", "[1]"),
        ("{}", "the file is not an OpenAPI file", "{"),
        (
            r#"{"openapi": "3.0.1"}"#,
            "the file has version \"3.0.1\" of OpenAPI",
            "\"3.0.1\"",
        ),
        (
            r#"{"swagger": 1.2}"#,
            "the file has version 1.2 of Swagger",
            "1.2",
        ),
    ] {
        expect(text, Code::InvalidOpenApi, message, at);
    }
}

#[test]
fn a_file_may_lack_definitions_and_paths() {
    let source = source("\u{feff} {\"swagger\": \"2.0\"}\r\n");
    let file = valid(&source);
    assert!(file.definitions.is_empty() && file.paths.is_empty());
}

#[test]
fn names_with_escapes_are_decoded() {
    let text = ant(r#""properties": {"\u006cegs\n": {"type": "integer"}}"#);
    let source = source(&text);
    let file = valid(&source);
    let name = &file.definitions[0].schema.properties[0].name;
    assert_eq!(name.value, "legs\n");
    assert_eq!(&text[name.span.clone()], r"\u006cegs\n");
}

#[test]
fn a_repeated_name_is_an_error_at_the_second() {
    for text in [
        swagger(r#""definitions": {"Bee": {}, "Ant": {}, "Ant": {"a": 1}}"#),
        ant(r#""properties": {"Ant": {}, "Ant": {"type": "string"}}"#),
        ant(r#""Ant": 1, "Ant": 2"#),
        swagger(r#""paths": {"/a": {"get": {"x-Ant": 1, "x-Ant": 2}}}"#).replace("x-Ant", "Ant"),
    ] {
        let message = "the key `Ant` is given more than once";
        let diagnostic = expect(&text, Code::DuplicateInOpenApi, message, "Ant");
        let spans = [0, 1].map(|label: usize| diagnostic.labels[label].span.start);
        assert_eq!(spans[0], text.rfind("Ant").unwrap(), "{text}");
        assert!(spans[1] < spans[0]);
    }
}

#[test]
fn a_value_of_another_json_type_is_an_error_at_its_place() {
    for (text, message, at) in [
        (ant(r#""type": 7"#), "`type` is not a string", "7"),
        (
            ant(r#""readOnly": "no""#),
            "`readOnly` is not a boolean",
            "\"no\"",
        ),
        (ant(r#""enum": {}"#), "`enum` is not a list", "{}"),
        (ant(r#""required": 1"#), "`required` is not a list", "1"),
        (
            ant(r#""required": [null]"#),
            "an item of `required` is not a string",
            "null",
        ),
        (
            ant(r#""properties": []"#),
            "`properties` is not an object",
            "[]",
        ),
        (ant(r#""items": [1]"#), "a schema is not an object", "[1]"),
        (
            ant(r#""allOf": [true]"#),
            "a schema is not an object",
            "true",
        ),
        (
            ant(r#""additionalProperties": 1"#),
            "a schema is not an object",
            "1",
        ),
        (
            ant(r#""type": "\ud800""#),
            "`type` is not a string",
            r#""\ud800""#,
        ),
        (
            ant(r#""\udfff": 1"#),
            "a name is not a valid string",
            r#""\udfff""#,
        ),
        (
            swagger(r#""definitions": 5"#),
            "`definitions` is not an object",
            "5",
        ),
        (swagger(r#""definitions": {"": {}}"#), "a name is empty", ""),
        (swagger(r#""paths": []"#), "`paths` is not an object", "[]"),
        (
            swagger(r#""paths": {"/a": 1}"#),
            "a path is not an object",
            "1",
        ),
        (
            swagger(r#""paths": {"/a": {"get": 1}}"#),
            "an operation is not an object",
            "1",
        ),
        (swagger(r#""tags": [1]"#), "a tag is not an object", "1"),
        (
            swagger(r#""responses": {"a": 1}"#),
            "a response is not an object",
            "1",
        ),
        (
            swagger(r#""parameters": {"a": 1}"#),
            "a parameter is not an object",
            "1",
        ),
    ] {
        expect(&text, Code::InvalidOpenApi, message, at);
    }
}

#[test]
fn parts_of_operations_of_another_json_type_are_errors() {
    for (member, message) in [
        (r#""deprecated": 1"#, "`deprecated` is not a boolean"),
        (r#""tags": 1"#, "`tags` is not a list"),
        (r#""summary": 1"#, "`summary` is not a string"),
        (r#""parameters": 1"#, "`parameters` is not a list"),
        (r#""responses": 1"#, "`responses` is not an object"),
        (
            r#""x-genesys-preview": 1"#,
            "`x-genesys-preview` is not a boolean",
        ),
        (
            r#""x-inin-requires-permissions": 1"#,
            "`x-inin-requires-permissions` is not an object",
        ),
        (
            r#""responses": {"200": {"x-inin-error-codes": {"a": 1}}}"#,
            "`a` is not a string",
        ),
    ] {
        let text = swagger(&format!(r#""paths": {{"/a": {{"get": {{{member}}}}}}}"#));
        expect(&text, Code::InvalidOpenApi, message, "1");
    }
}

#[test]
fn unknown_http_methods_and_permissions_are_errors() {
    let text = swagger(r#""paths": {"/a": {"fetch": {}, "x-fetch": 1}}"#);
    let message = "unknown HTTP method `fetch`";
    expect(&text, Code::InvalidOperation, message, "fetch");
    let permissions = r#""x-inin-requires-permissions": {"type": "SOME", "permissions": ["a"]}"#;
    let text = swagger(&format!(
        r#""paths": {{"/a": {{"get": {{{permissions}}}}}}}"#
    ));
    let message = "the permissions are neither `ALL` nor `ANY`";
    expect(&text, Code::InvalidOperation, message, "\"SOME\"");
}

#[test]
fn unknown_keys_are_ignored() {
    let source = source(&ant(
        r#""example": {"a": [1, {}]}, "x-search": [null], "uniqueItems": true"#,
    ));
    valid(&source);
}

#[test]
fn a_schema_within_its_limits_is_read() {
    let nested = |depth| r#""items": {"#.repeat(depth) + &"}".repeat(depth);
    valid(&source(&ant(&nested(limit::LISTS))));
    let too_deep = source(&ant(&nested(limit::LISTS + 1)));
    assert_eq!(parse(&too_deep).1[0].code, Code::TooLarge);
    let properties: Vec<_> = (0..=limit::PROPERTIES)
        .map(|number| format!(r#""p{number}": {{}}"#))
        .collect();
    let text = ant(&format!(r#""properties": {{{}}}"#, properties.join(",")));
    let message = "the definition has 5001 properties, more than the limit of 5000";
    let source = source(&text);
    assert_eq!(parse(&source).1[0].message, message);
    let long = "a".repeat(limit::NAME + 1);
    let text = swagger(&format!(r#""definitions": {{"{long}": {{}}}}"#));
    let message = "the name has 1001 bytes, more than the limit of 1000";
    expect(&text, Code::TooLarge, message, &long);
}

#[test]
fn a_schema_object_in_another_file_is_read() {
    let text = r#"{"topics": [{"schema": {"id": "urn:Ant", "properties": {"legs": {"required": true}}}}]}"#;
    let source = source(text);
    let root = super::JsonNode::root(&source).unwrap();
    let topics = root.entries().unwrap()[0].1.items().unwrap();
    let mut reader = super::JsonReader::new(&source);
    let schema = SchemaObject::read(topics[0].entries().unwrap()[0].1, &mut reader);
    assert_eq!(schema.id.as_ref().unwrap().value, "urn:Ant");
    assert!(schema.properties[0].schema.is_required);
    assert_eq!(&text[schema.properties[0].name.span.clone()], "legs");
    assert_eq!(reader.finish(()).1, []);
}
