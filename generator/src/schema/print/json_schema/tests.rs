use super::json_schema;
use crate::schema::{
    NumberFormat, Type,
    print::tests::{garden, one, refine},
};
use genesys_runtime::Scalar;

const GARDEN: &str = r##"{
  "$comment": "As in the docs, required is about requests: a response may leave required properties out.",
  "$defs": {
    "Anything": {},
    "Bed": {
      "additionalProperties": true,
      "properties": {
        "plants": {
          "description": "What grows here.",
          "items": {
            "$ref": "#/$defs/Plant"
          },
          "type": "array"
        },
        "$ref": {
          "anyOf": [
            {
              "$ref": "#/$defs/Bed"
            },
            {
              "type": "null"
            }
          ]
        },
        "notes": {
          "additionalProperties": {
            "items": {
              "$ref": "#/$defs/Anything"
            },
            "type": "array"
          },
          "type": [
            "object",
            "null"
          ]
        }
      },
      "required": [
        "plants"
      ],
      "type": "object"
    },
    "Plant": {
      "additionalProperties": true,
      "description": "Something \"green\".",
      "properties": {
        "id": {
          "type": "string"
        },
        "height": {
          "description": "In meters.",
          "type": [
            "number",
            "null"
          ]
        },
        "state": {
          "anyOf": [
            {
              "enum": [
                "seed",
                "sprout"
              ]
            },
            {
              "type": "string"
            },
            {
              "type": "null"
            }
          ],
          "description": "Values can be: 'seed', 'sprout'"
        }
      },
      "required": [
        "id"
      ],
      "type": "object"
    }
  },
  "$schema": "https://json-schema.org/draft/2020-12/schema"
}
"##;

#[test]
fn every_definition_has_a_schema() {
    assert_eq!(json_schema(&garden(), &[]), GARDEN);
}

fn roots(names: &[&str]) -> Vec<serde_json::Value> {
    let names: Vec<_> = names.iter().map(|&name| name.to_owned()).collect();
    let document: serde_json::Value =
        serde_json::from_str(&json_schema(&garden(), &names)).unwrap();
    ["$ref", "anyOf"]
        .iter()
        .filter_map(|keyword| document.get(keyword).cloned())
        .collect()
}

#[test]
fn the_schema_of_a_payload_refers_to_the_roots() {
    assert_eq!(roots(&[]), [0; 0]);
    assert_eq!(roots(&["Bed"]), ["#/$defs/Bed"]);
    assert_eq!(
        roots(&["Bed", "Plant"]),
        [serde_json::json!([{"$ref": "#/$defs/Bed"}, {"$ref": "#/$defs/Plant"}])]
    );
}

/// Returns the schema of a required property of this type.
fn property_schema(ty: Type) -> String {
    let mut schema = one("| a | `string` | Yes | |");
    refine(&mut schema, "a", ty);
    let document: serde_json::Value = serde_json::from_str(&json_schema(&schema, &[])).unwrap();
    document
        .pointer("/$defs/Bed/properties/a")
        .unwrap()
        .to_string()
}

#[test]
fn every_type_has_a_schema() {
    let list = |items| Type::Array(Box::new(items));
    let cases = [
        (Type::Scalar(Scalar::Text), r#"{"type":"string"}"#),
        (
            Type::Scalar(Scalar::DateTime),
            r#"{"format":"date-time","type":"string"}"#,
        ),
        (Type::Scalar(Scalar::LocalDateTime), r#"{"type":"string"}"#),
        (
            Type::Scalar(Scalar::Date),
            r#"{"format":"date","type":"string"}"#,
        ),
        (Type::Scalar(Scalar::Interval), r#"{"type":"string"}"#),
        (
            Type::Scalar(Scalar::Duration),
            r#"{"format":"duration","type":"string"}"#,
        ),
        (Type::Scalar(Scalar::Number), r#"{"type":"number"}"#),
        (Type::Number(NumberFormat::Int64), r#"{"type":"integer"}"#),
        (Type::Number(NumberFormat::Double), r#"{"type":"number"}"#),
        (Type::Scalar(Scalar::Boolean), r#"{"type":"boolean"}"#),
        (Type::Scalar(Scalar::Any), "{}"),
        (
            list(list(Type::Scalar(Scalar::Date))),
            r#"{"items":{"items":{"format":"date","type":"string"},"type":"array"},"type":"array"}"#,
        ),
        (
            Type::Map(Box::new(Type::Scalar(Scalar::Any))),
            r#"{"additionalProperties":{},"type":"object"}"#,
        ),
    ];
    for (ty, expected) in cases {
        assert_eq!(property_schema(ty), expected);
    }
}

#[test]
fn a_type_of_any_value_needs_no_null() {
    let text = json_schema(&one("| a | `object` | No | |"), &[]);
    assert!(text.contains("\"a\": {}"), "{text}");
}

#[test]
fn a_property_that_only_the_platform_sets_is_read_only() {
    let mut schema = one("| a | `string` | Yes | |");
    schema.definitions[0].properties[0].read_only = true;
    let document: serde_json::Value = serde_json::from_str(&json_schema(&schema, &[])).unwrap();
    assert_eq!(
        document["$defs"]["Bed"]["properties"]["a"],
        serde_json::json!({"type": "string", "readOnly": true})
    );
}
