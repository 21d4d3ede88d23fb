use super::{compact, json};
use crate::schema::{ListedValues, NumberFormat, Type, print::tests::garden};
use genesys_runtime::Scalar;

const GARDEN: &str = r#"{
  "definitions": {
    "Anything": {
      "description": null,
      "properties": []
    },
    "Bed": {
      "description": null,
      "properties": [
        {
          "description": "What grows here.",
          "name": "plants",
          "required": true,
          "type": {
            "items": {
              "kind": "ref",
              "name": "Plant"
            },
            "kind": "array"
          }
        },
        {
          "description": null,
          "name": "$ref",
          "required": false,
          "type": {
            "kind": "ref",
            "name": "Bed"
          }
        },
        {
          "description": null,
          "name": "notes",
          "required": false,
          "type": {
            "kind": "object",
            "values": {
              "items": {
                "kind": "ref",
                "name": "Anything"
              },
              "kind": "array"
            }
          }
        }
      ]
    },
    "Plant": {
      "description": "Something \"green\".",
      "properties": [
        {
          "description": null,
          "name": "id",
          "required": true,
          "type": {
            "kind": "string"
          }
        },
        {
          "description": "In meters.",
          "name": "height",
          "required": false,
          "type": {
            "kind": "number"
          }
        },
        {
          "description": "Values can be: 'seed', 'sprout'",
          "name": "state",
          "required": false,
          "type": {
            "kind": "enum",
            "values": [
              "seed",
              "sprout"
            ]
          }
        }
      ]
    }
  },
  "version": 1
}
"#;

#[test]
fn compact_prints_the_same_json_with_a_line_for_each_property() {
    let text = compact(&garden());
    let parsed: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        parsed,
        serde_json::from_str::<serde_json::Value>(GARDEN).unwrap()
    );
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[0], r#"{"definitions":{"#);
    assert_eq!(
        lines[1],
        r#""Anything":{"description":null,"properties":[]},"#
    );
    assert_eq!(lines[2], r#""Bed":{"description":null,"properties":["#);
    let bed = r#"{"description":null,"name":"$ref","required":false,"type":{"kind":"ref","name":"Bed"}},"#;
    assert_eq!(lines[4], bed);
    let state = r#"{"kind":"enum","values":["seed","sprout"]}}]}"#;
    assert!(lines[9].ends_with(state), "{}", lines[9]);
    assert_eq!(lines[10..], [r#"},"version":1}"#]);
}

#[test]
fn keys_are_sorted_and_properties_are_not() {
    assert_eq!(json(&garden()), GARDEN);
}

fn listed(is_cut_short: bool) -> ListedValues {
    ListedValues {
        values: ["open", "shut"].map(str::to_owned).to_vec(),
        is_cut_short,
    }
}

#[test]
fn every_type_has_a_kind() {
    let cases = [
        (Type::Scalar(Scalar::Text), r#"{"kind":"string"}"#),
        (Type::Scalar(Scalar::DateTime), r#"{"kind":"dateTime"}"#),
        (
            Type::Scalar(Scalar::LocalDateTime),
            r#"{"kind":"localDateTime"}"#,
        ),
        (Type::Scalar(Scalar::Date), r#"{"kind":"date"}"#),
        (Type::Scalar(Scalar::Interval), r#"{"kind":"interval"}"#),
        (Type::Scalar(Scalar::Duration), r#"{"kind":"duration"}"#),
        (Type::Scalar(Scalar::Number), r#"{"kind":"number"}"#),
        (
            Type::Number(NumberFormat::Int64),
            r#"{"format":"int64","kind":"number"}"#,
        ),
        (
            Type::Number(NumberFormat::Double),
            r#"{"format":"double","kind":"number"}"#,
        ),
        (Type::Scalar(Scalar::Boolean), r#"{"kind":"boolean"}"#),
        (Type::Scalar(Scalar::Any), r#"{"kind":"object"}"#),
        (
            Type::Map(Box::new(Type::Scalar(Scalar::Boolean))),
            r#"{"kind":"object","values":{"kind":"boolean"}}"#,
        ),
        (
            Type::Enum(listed(false)),
            r#"{"kind":"enum","values":["open","shut"]}"#,
        ),
        (
            Type::Enum(listed(true)),
            r#"{"cutShort":true,"kind":"enum","values":["open","shut"]}"#,
        ),
    ];
    for (ty, expected) in cases {
        assert_eq!(serde_json::to_string(&ty).unwrap(), expected);
        assert_eq!(serde_json::from_str::<Type>(expected).unwrap(), ty);
    }
}
