//! Laws that hold for any two schemas.

use proptest::prelude::*;
use serde_json::json;

use super::{parsed, refined, schema, with_ship};
use crate::schema::{NumberFormat, Type, Undocumented, print::json as printed, refine};
use genesys_runtime::Scalar;

/// Returns any type that properties can have.
fn any_type() -> impl Strategy<Value = serde_json::Value> {
    let kinds = [
        "string",
        "dateTime",
        "localDateTime",
        "date",
        "interval",
        "duration",
        "number",
        "boolean",
        "object",
    ];
    let values = prop::sample::subsequence(vec!["a", "b", "c", "d"], 1..=4).prop_shuffle();
    let leaf = prop_oneof![
        4 => prop::sample::select(kinds.to_vec()).prop_map(|kind| json!({"kind": kind})),
        2 => prop::sample::select(vec!["int32", "int64", "float", "double"])
            .prop_map(|format| json!({"kind": "number", "format": format})),
        2 => (values, any::<bool>()).prop_map(|(values, cut_short)| {
            json!({"kind": "enum", "values": values, "cutShort": cut_short})
        }),
        2 => prop::sample::select(vec!["Port", "Sailor", "Ship", "Void", "Unknown"])
            .prop_map(|name| json!({"kind": "ref", "name": name})),
    ];
    leaf.prop_recursive(2, 4, 1, |inner| {
        prop_oneof![
            inner
                .clone()
                .prop_map(|items| json!({"kind": "array", "items": items})),
            inner.prop_map(|values| json!({"kind": "object", "values": values})),
        ]
    })
}

/// Returns how exact a type is, and the form in which its JSON is encoded: `None` if it is any JSON value.
fn exactness(ty: &Type) -> (usize, Option<String>) {
    match ty {
        Type::Scalar(Scalar::Any) => (0, None),
        Type::Ref(name) if name.as_str() == "Void" => (0, None),
        Type::Scalar(Scalar::Text) => (1, Some("string".to_owned())),
        Type::Scalar(
            Scalar::DateTime
            | Scalar::LocalDateTime
            | Scalar::Date
            | Scalar::Interval
            | Scalar::Duration,
        )
        | Type::Enum(_) => (2, Some("string".to_owned())),
        Type::Scalar(Scalar::Number | Scalar::Integer | Scalar::Float) => {
            (1, Some("number".to_owned()))
        }
        Type::Number(
            NumberFormat::Int32 | NumberFormat::Int64 | NumberFormat::Float | NumberFormat::Double,
        ) => (2, Some("number".to_owned())),
        Type::Scalar(Scalar::Boolean) => (1, Some("boolean".to_owned())),
        Type::Ref(name) => (1, Some(name.to_string())),
        Type::Array(items) => {
            let (exact, form) = exactness(items);
            (1 + exact, Some(format!("list of {form:?}")))
        }
        Type::Map(values) => {
            let (exact, form) = exactness(values);
            (1 + exact, Some(format!("map of {form:?}")))
        }
    }
}

proptest! {
    #[test]
    fn refining_a_schema_with_itself_changes_and_reports_nothing(ty in any_type()) {
        let definitions = with_ship(&ty);
        let docs = schema("docs", &definitions, &json!({}));
        let exact = schema("openapi.json", &definitions, &json!({}));
        let expected = printed(&docs);
        for undocumented in [Undocumented::Omit, Undocumented::Include] {
            let (refined, warnings) = refine(docs.clone(), &exact, undocumented).unwrap();
            prop_assert_eq!(warnings, []);
            prop_assert_eq!(printed(&refined), expected.clone());
        }
    }

    #[test]
    fn a_refined_type_is_at_least_as_exact(documented in any_type(), exact in any_type()) {
        let (ty, warnings) = refined(&documented, &exact);
        let (before, form) = exactness(&parsed(&documented));
        let (after, refined_form) = exactness(&ty);
        prop_assert!(after >= before, "{documented} became {ty:?}");
        prop_assert!(before == 0 || !ty.to_string().is_empty());
        // A list or a map of any JSON value can become one of something else.
        prop_assert!(
            form.as_ref().is_none_or(|it| it.contains("None")) || form == refined_form,
            "{documented} became {ty:?}"
        );
        if ty == parsed(&documented) && warnings.is_empty() {
            let (exactness, _) = exactness(&parsed(&exact));
            prop_assert!(exactness <= after || ty == parsed(&exact), "{exact} did not refine {documented}");
        }
    }

    #[test]
    fn every_documented_value_remains_listed_unless_all_are_others(documented in any_type(), exact in any_type()) {
        let (ty, _) = refined(&documented, &exact);
        if let (Type::Enum(before), Type::Enum(after)) = (parsed(&documented), &ty) {
            let kept = before.values.iter().filter(|it| after.values.contains(it)).count();
            prop_assert!(kept == before.values.len() || kept == 0);
        }
    }

    #[test]
    fn refining_again_changes_nothing(documented in any_type(), exact in any_type()) {
        let (once, _) = refined(&documented, &exact);
        let json = serde_json::to_value(&once).unwrap();
        let (twice, _) = refined(&json, &exact);
        prop_assert_eq!(twice, once);
    }
}
