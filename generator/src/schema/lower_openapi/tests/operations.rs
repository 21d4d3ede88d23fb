use genesys_runtime::{HttpMethod, Place};

use super::{method, operation, valid};
use crate::schema::{Permissions, Status};

#[test]
fn a_tag_is_an_api() {
    let schema = valid(
        r#""tags": [{"name": "Speech & Text", "description": "Words"}, {"name": "Unused"}],
        "paths": {
          "/a": {"get": {"operationId": "getA", "tags": ["Speech & Text", "Infrastructure as Code"]}},
          "/b": {"get": {"operationId": "getB"}, "put": {"operationId": "GetA", "tags": ["SpeechText"]}}
        }"#,
    );
    let apis = schema.apis.iter().map(|api| {
        let methods: Vec<_> = api.methods.iter().map(|it| it.name.as_str()).collect();
        (api.name.as_str(), api.description.as_deref(), methods)
    });
    let expected = [
        ("DefaultAPI", None, vec!["getB"]),
        ("InfrastructureasCodeAPI", None, vec!["getA"]),
        ("SpeechTextAPI", Some("Words"), vec!["GetA", "getA"]),
    ];
    assert_eq!(apis.collect::<Vec<_>>(), expected);
}

#[test]
fn an_operation_becomes_a_method() {
    let method = method(&operation(
        r#""x-purecloud-method-name": "findAnt", "summary": "Finds an ant", "description": "", "deprecated": true,
        "x-genesys-preview": true, "x-inin-requires-permissions": {"type": "ALL", "permissions": ["b", "a", "b"]}"#,
    ));
    assert_eq!(method.name.as_str(), "findAnt");
    assert_eq!(method.http_method, HttpMethod::Get);
    assert_eq!(method.path.as_str(), "/ants/{antId}");
    assert_eq!(method.summary.as_deref(), Some("Finds an ant"));
    assert_eq!(method.description, None);
    assert_eq!(
        method.deprecated.as_deref(),
        Some("This method is deprecated.")
    );
    assert!(method.preview);
    let expected = Permissions::All(vec!["a".to_owned(), "b".to_owned()]);
    assert_eq!(method.permissions, Some(expected));
    assert_eq!(method.parameters[0].name, "antId");
}

#[test]
fn permissions_may_be_empty() {
    let members = r#""x-inin-requires-permissions": {"permissions": []}"#;
    assert_eq!(method(&operation(members)).permissions, None);
}

#[test]
fn parameters_have_places_types_and_defaults() {
    let method = method(&format!(
        r##""parameters": {{"size": {{"in": "query", "name": "size", "type": "integer", "format": "int32", "default": 25}}}},
        {}"##,
        operation(
            r##""parameters": [
              {"$ref": "#/parameters/size"},
              {"in": "query", "name": "sort", "type": "string", "enum": ["up", "down"], "default": "up", "required": true},
              {"in": "query", "name": "ids", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"},
              {"in": "query", "name": "deep", "type": "boolean", "default": null},
              {"in": "header", "name": "If-Match", "type": "string"},
              {"in": "body", "name": "ant", "description": "The ant", "schema": {"type": "object"}}
            ]"##
        )
    ));
    let found = { method.parameters.iter() }.map(|it| {
        let ty = it.ty.to_string();
        (
            it.name.as_str(),
            it.place,
            ty,
            it.default.as_deref(),
            it.required,
        )
    });
    let of =
        |name, place, ty: &str, default, required| (name, place, ty.to_owned(), default, required);
    let expected = [
        of("size", Place::Query, "int32", Some("25"), false),
        of("sort", Place::Query, "enum", Some("up"), true),
        of("ids", Place::Query, "string[]", None, false),
        of("deep", Place::Query, "boolean", None, false),
        of("If-Match", Place::Header, "string", None, false),
        of("body", Place::Body, "object", None, false),
        of("antId", Place::Path, "string", None, true),
    ];
    assert_eq!(found.collect::<Vec<_>>(), expected);
    assert_eq!(method.parameters[5].description.as_deref(), Some("The ant"));
}

#[test]
fn a_parameter_of_an_operation_replaces_that_of_its_path() {
    let method = method(&operation(
        r#""parameters": [{"in": "path", "name": "antId", "type": "integer"}]"#,
    ));
    let types: Vec<_> = method
        .parameters
        .iter()
        .map(|it| it.ty.to_string())
        .collect();
    assert_eq!(types, ["int64"]);
    assert!(method.parameters[0].required);
}

#[test]
fn responses_are_sorted_by_status() {
    let method = method(&format!(
        r##""responses": {{"gone": {{"description": "Gone", "schema": {{"type": "string"}}}}}}, {}"##,
        operation(
            r##""responses": {
              "default": {"description": "Done"},
              "404": {"$ref": "#/responses/gone"},
              "200": {"description": "", "schema": {"type": "file"}},
              "400": {"schema": {"type": "integer"}, "x-inin-error-codes": {"b": "B", "a": "A"}},
              "x-note": 1
            }"##
        )
    ));
    let found = { method.responses.iter() }.map(|it| {
        let ty = it.ty.as_ref().map(ToString::to_string);
        (
            it.status,
            ty,
            it.description.as_deref(),
            it.error_codes.len(),
        )
    });
    let expected = [
        (Status::Code(200), None, None, 0),
        (Status::Code(400), Some("int64".to_owned()), None, 2),
        (
            Status::Code(404),
            Some("string".to_owned()),
            Some("Gone"),
            0,
        ),
        (Status::Default, None, Some("Done"), 0),
    ];
    assert_eq!(found.collect::<Vec<_>>(), expected);
}
