//! The platform's OpenAPI files, lowered without the docs.

use std::{fs, sync::Arc};

use genesys_modelgen::{
    diagnostic::any_error,
    openapi,
    schema::{Schema, lower_openapi},
    span::{Source, SourceFile},
};
use genesys_tests::corpus::editions;

/// Reads a file in the folder `openapi` beside that of the editions.
fn read(name: &str) -> Source {
    let path = editions()[0].join("../../openapi").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    Arc::new(SourceFile { path, text })
}

/// Lowers a file, which has no errors, and returns the messages of its warnings too.
fn lower(name: &str) -> (Schema, Vec<String>) {
    let source = read(name);
    let (file, mut diagnostics) = openapi::parse(&source);
    let (schema, found) = lower_openapi(&file.expect("an OpenAPI file"));
    diagnostics.extend(found);
    assert!(!any_error(&diagnostics), "{diagnostics:#?}");
    let messages = diagnostics.into_iter().map(|it| it.message).collect();
    (schema, messages)
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_file_of_2018_has_all_its_definitions_and_operations() {
    let (schema, warnings) = lower("platform-2018-03-21.json");
    assert_eq!(schema.definitions.len(), 822);
    let methods = { schema.apis.iter() }.flat_map(|api| &api.methods);
    let mut names: Vec<_> = methods.map(|method| method.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 932);
    assert_eq!(warnings, ["the path has no parameter `scriptId`"]);
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_file_for_guest_chat_has_all_its_definitions_and_operations() {
    let (schema, warnings) = lower("guest-chat-2025-11-05.json");
    assert_eq!((schema.definitions.len(), schema.method_count()), (21, 11));
    assert_eq!(schema.property_count(), 105);
    assert_eq!(warnings, [""; 0]);
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_file_of_events_has_a_definition_for_each_object() {
    let (schema, warnings) = lower("events-2023-09-06.json");
    // The others are enums.
    assert_eq!(schema.definitions.len(), 1_126 - 35);
    let inline = warnings
        .iter()
        .filter(|it| it.contains("without a definition"));
    assert_eq!(inline.count(), 1, "{warnings:#?}");
    assert_eq!(warnings.len(), 1, "{warnings:#?}");
}
