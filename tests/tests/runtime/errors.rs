//! Errors from decoding what is no object.

use genesys_tests::sample::Person;

#[test]
fn what_is_no_object_is_an_error_that_names_the_model() {
    for text in ["null", "5", "\"x\"", "[]", "true"] {
        let error = serde_json::from_str::<Person>(text)
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("an object for the model `Person`"),
            "{error}"
        );
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let error = serde_json::from_value::<Person>(value)
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("an object for the model `Person`"),
            "{error}"
        );
    }
}

#[test]
fn what_is_no_json_is_an_error_with_its_place() {
    let error = serde_json::from_str::<Person>("{\"id\": }").unwrap_err();
    assert_eq!((error.line(), error.column()), (1, 8));
}
