use std::{fmt::Write, sync::Arc};

use super::{ant, lower, operation, swagger};
use crate::{
    diagnostic::{Code, any_error},
    limit, openapi,
    schema::lower_openapi,
    span::SourceFile,
};

/// Checks that a file with these members has one diagnostic, at this text.
#[track_caller]
fn expect(members: &str, code: Code, message: &str, at: &str) {
    let text = swagger(members);
    let (_, diagnostics) = lower(&text);
    let [diagnostic] = diagnostics.as_slice() else {
        panic!("{diagnostics:#?}");
    };
    assert_eq!((diagnostic.code, &*diagnostic.message), (code, message));
    assert_eq!(&text[diagnostic.labels[0].span.clone()], at);
}

/// Checks that the property of `Ant` is any JSON value, with a warning.
#[track_caller]
fn expect_any(schema: &str, more: &str, message: &str, at: &str) {
    expect(&ant(schema, more), Code::IgnoredSchema, message, at);
    let (schema, _) = lower(&swagger(&ant(schema, more)));
    let ty = &schema.definition("Ant").unwrap().properties[0].ty;
    assert_eq!(ty.to_string(), "object");
}

#[test]
fn schemas_without_a_type_are_any_json_value() {
    let inline = r#"{"properties": {"a": {}}}"#;
    let message = "the schema of `it` has properties without a definition";
    expect_any(inline, "", message, inline);
    let combined = r##"{"allOf": [{"$ref": "#/definitions/Ant"}, {}]}"##;
    let message = "the schema of `it` combines several schemas";
    expect_any(combined, "", message, combined);
    let unknown = r#"{"type": "text"}"#;
    let message = "the schema of `it` has the unknown type `text`";
    expect_any(unknown, "", message, unknown);
}

#[test]
fn a_definition_keeps_its_own_properties_of_several_schemas() {
    let members = r##""definitions": {"Ant": {"allOf": [{}, {}], "properties": {"legs": {}}}}"##;
    let (schema, diagnostics) = lower(&swagger(members));
    assert_eq!(diagnostics[0].message, "`Ant` combines several schemas");
    assert_eq!(schema.property_count(), 1);
}

#[test]
fn cycles_of_definitions_without_properties_are_any_json_value() {
    let reference = r##"{"$ref": "#/definitions/A"}"##;
    let list = r##"{"items": {"$ref": "#/definitions/A"}}"##;
    let message = "the references of `A` lead back to it without a property";
    expect_any(reference, &format!(r#""A": {list}"#), message, list);
    let more = format!(r##""A": {{"$ref": "#/definitions/B"}}, "B": {list}"##);
    let (schema, diagnostics) = lower(&swagger(&ant(reference, &more)));
    assert_eq!(diagnostics.len(), 2, "one for each definition in the cycle");
    assert_eq!(schema.definitions[0].properties[0].ty.to_string(), "object");
}

#[test]
fn a_reference_that_leads_nowhere_is_a_warning() {
    for reference in ["#/definitions/Bee", "Ant", "http://a/b", "#/responses/Ant"] {
        let schema = format!(r#"{{"$ref": "{reference}"}}"#);
        let message = format!("the reference of `it` to `{reference}` leads nowhere");
        let at = format!("\"{reference}\"");
        expect(&ant(&schema, ""), Code::UnresolvedReference, &message, &at);
    }
    let message = "the reference to `#/parameters/a` leads nowhere";
    let members = operation(r##""parameters": [{"$ref": "#/parameters/a"}]"##);
    expect(
        &members,
        Code::UnresolvedReference,
        message,
        "\"#/parameters/a\"",
    );
    let message = "the reference to `#/responses/a` leads nowhere";
    let members = operation(r##""responses": {"200": {"$ref": "#/responses/a"}}"##);
    expect(
        &members,
        Code::UnresolvedReference,
        message,
        "\"#/responses/a\"",
    );
}

#[test]
fn values_that_are_no_strings_are_not_listed() {
    let message = "`it` lists values that are no strings";
    let schema = r#"{"type": "string", "enum": ["a", 7, null]}"#;
    expect(&ant(schema, ""), Code::IgnoredSchema, message, "7");
}

#[test]
fn lists_of_values_are_limited() {
    let values = |count: usize| {
        (0..count)
            .map(|at| format!("\"{at}\""))
            .collect::<Vec<_>>()
            .join(",")
    };
    let list = format!("[{}]", values(limit::VALUES + 1));
    let schema = format!(r#"{{"type": "string", "enum": {list}}}"#);
    let message = "`it` lists 1001 values, too many for an enum";
    expect(&ant(&schema, ""), Code::TooManyValues, message, &list);
    let list = format!("[\"{}\"]", "a".repeat(limit::NAME + 1));
    let schema = format!(r#"{{"type": "string", "enum": {list}}}"#);
    let message = "`it` lists a value of 1001 bytes, more than the limit of 1000";
    expect(&ant(&schema, ""), Code::TooLarge, message, &list);
}

#[test]
fn an_unknown_required_property_is_a_warning() {
    let members = r#""definitions": {"Ant": {"required": ["wings"], "properties": {"legs": {}}}}"#;
    let message = "`Ant` requires `wings`, but has no such property";
    expect(members, Code::IgnoredSchema, message, "\"wings\"");
}

#[test]
fn malformed_operations_are_errors() {
    let path = r#""paths": {"ants": {"get": {"operationId": "getAnt"}}}"#;
    expect(path, Code::InvalidOperation, "invalid path `ants`", "ants");
    let name = r#""paths": {"/ants": {"get": {}}}"#;
    expect(
        name,
        Code::InvalidOperation,
        "the operation has no name",
        "get",
    );
    let status = operation(r#""responses": {"2xx": {}}"#);
    expect(
        &status,
        Code::InvalidOperation,
        "`2xx` is not an HTTP status",
        "2xx",
    );
    let place = operation(r#""parameters": [{"in": "cookie", "name": "a", "type": "string"}]"#);
    let message = "the parameter is in no part of the request";
    expect(&place, Code::InvalidOperation, message, "\"cookie\"");
    let parameter = r#"{"in": "query", "type": "string"}"#;
    let name = operation(&format!(r#""parameters": [{parameter}]"#));
    expect(
        &name,
        Code::InvalidOperation,
        "the parameter has no name",
        parameter,
    );
}

#[test]
fn parameters_that_cannot_be_sent_are_warnings() {
    let form = r#"{"in": "formData", "name": "a", "type": "string"}"#;
    let members = operation(&format!(r#""parameters": [{form}]"#));
    let message = "the parameter is a field of a form";
    expect(&members, Code::IgnoredParameter, message, form);
    let unknown = r#"{"in": "path", "name": "a", "type": "string"}"#;
    let members = operation(&format!(r#""parameters": [{unknown}]"#));
    let message = "the path has no parameter `a`";
    expect(&members, Code::IgnoredParameter, message, unknown);
    let joined = r#"{"in": "query", "name": "a", "type": "array", "collectionFormat": "csv"}"#;
    let members = operation(&format!(r#""parameters": [{joined}]"#));
    let message = "the items of `a` are sent as one value";
    expect(&members, Code::IgnoredParameter, message, "\"csv\"");
    let members = r#""paths": {"/{a}": {"get": {"operationId": "getA"}}}"#;
    let message = "the path parameter `a` is not described";
    expect(members, Code::IgnoredParameter, message, "/{a}");
}

#[test]
fn repeated_methods_and_parameters_are_errors() {
    let members = r#""paths": {
      "/a": {"get": {"operationId": "getA", "tags": ["Ant"]}},
      "/b": {"get": {"operationId": "getA", "tags": ["Ant", "Bee"]}}
    }"#;
    let message = "`AntAPI` has more than one method `getA`";
    expect(members, Code::DuplicateInOpenApi, message, "\"getA\"");
    let parameter = r#"{"in": "query", "name": "a", "type": "string"}"#;
    let members = operation(&format!(r#""parameters": [{parameter}, {parameter}]"#));
    let message = "the parameter `a` is given more than once";
    expect(&members, Code::DuplicateInOpenApi, message, parameter);
}

#[test]
fn a_long_chain_of_references_is_an_error() {
    let mut members =
        r##""definitions": {"Ant": {"properties": {"it": {"$ref": "#/definitions/T0"}}}"##
            .to_owned();
    for at in 0..limit::LISTS {
        write!(
            members,
            r##", "T{at}": {{"$ref": "#/definitions/T{}"}}"##,
            at + 1
        )
        .unwrap();
    }
    let chain = members.clone() + r#", "T32": {"type": "string"}}"#;
    let message = "the type of `it` has more than 32 nested lists, maps and references";
    expect(
        &chain,
        Code::TooLarge,
        message,
        r##"{"$ref": "#/definitions/T0"}"##,
    );
}

#[test]
fn references_repeat_a_limited_part_of_the_file() {
    let values: Vec<_> = (0..limit::VALUES)
        .map(|at| format!("\"{at:01000}\""))
        .collect();
    let references: Vec<_> = (0..70)
        .map(|at| format!(r##""p{at}": {{"$ref": "#/definitions/Bare"}}"##))
        .collect();
    let members = format!(
        r#""definitions": {{"Bare": {{"enum": [{}]}}, "Ant": {{"properties": {{{}}}}}}}"#,
        values.join(","),
        references.join(",")
    );
    let (_, diagnostics) = lower(&swagger(&members));
    assert_eq!(diagnostics.len(), 1);
    let message = "references and tags repeat more than 67108864 bytes of the file";
    assert_eq!(diagnostics[0].message, message);
    assert!(any_error(&diagnostics));
}

#[test]
fn each_explanation_has_an_example_with_its_diagnostic_and_a_fix_without() {
    let codes = Code::ALL
        .iter()
        .filter(|code| code.as_str().starts_with("M085"));
    for &code in codes {
        let (example, fix) = code.explanation().split_once("\nFix:\n").unwrap();
        for (part, expected) in [(example, vec![code]), (fix, vec![])] {
            let text = part
                .split("```")
                .nth(1)
                .unwrap()
                .strip_prefix("json\n")
                .unwrap();
            let source = Arc::new(SourceFile {
                path: "openapi.json".into(),
                text: text.to_owned(),
            });
            let (file, mut diagnostics) = openapi::parse(&source);
            diagnostics.extend(lower_openapi(&file.unwrap()).1);
            let found: Vec<_> = diagnostics.iter().map(|it| it.code).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
