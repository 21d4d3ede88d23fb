//! The effects of valid overrides.

use super::{apply, overridden, property, schema, source};
use crate::schema::{ListedValues, NumberFormat, RustType, Schema, Type};
use genesys_runtime::Scalar;

fn list(items: Type) -> Type {
    Type::Array(Box::new(items))
}

fn map(values: Type) -> Type {
    Type::Map(Box::new(values))
}

fn one_of(values: &[&str]) -> Type {
    Type::Enum(ListedValues {
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        is_cut_short: false,
    })
}

fn ant(property: &str, ty: &str) -> String {
    format!("[definitions.Ant.properties.{property}]\ntype = {ty}\n")
}

#[test]
fn a_type_replaces_the_documented_one() {
    let integer = Type::Number(NumberFormat::Int64);
    let float = Type::Number(NumberFormat::Double);
    let cases = [
        ("size", "'i64'", integer.clone()),
        ("size", "'f64'", float.clone()),
        ("sizes", "'i64'", list(integer.clone())),
        ("sizes", "'f64'", list(float.clone())),
        ("walks", "'i64'", list(list(integer))),
        ("walks", "'f64'", list(list(float.clone()))),
        ("caste", "'dateTime'", Type::Scalar(Scalar::DateTime)),
        (
            "caste",
            "'localDateTime'",
            Type::Scalar(Scalar::LocalDateTime),
        ),
        ("caste", "'date'", Type::Scalar(Scalar::Date)),
        ("caste", "'interval'", Type::Scalar(Scalar::Interval)),
        ("caste", "'duration'", Type::Scalar(Scalar::Duration)),
        (
            "caste",
            "{ enum = ['worker', 'queen'] }",
            one_of(&["worker", "queen"]),
        ),
        ("mood", "'string'", Type::Scalar(Scalar::Text)),
        ("mood", "{ enum = ['busy'] }", one_of(&["busy"])),
        ("born", "'dateTime'", Type::Scalar(Scalar::DateTime)),
        ("names", "'date'", list(Type::Scalar(Scalar::Date))),
        (
            "scents",
            "{ map = 'string' }",
            map(Type::Scalar(Scalar::Text)),
        ),
        (
            "scents",
            "{ map = 'number' }",
            map(Type::Scalar(Scalar::Number)),
        ),
        ("scents", "{ map = 'f64' }", map(float)),
        (
            "scents",
            "{ map = 'Nest' }",
            map(Type::Ref("Nest".to_owned().into())),
        ),
        (
            "trails",
            "{ map = 'dateTime' }",
            list(map(Type::Scalar(Scalar::DateTime))),
        ),
    ];
    for (name, ty, expected) in cases {
        let schema = overridden(&ant(name, ty));
        assert_eq!(property(&schema, "Ant", name).ty, expected, "{name}: {ty}");
    }
}

#[test]
fn a_type_changes_nothing_else() {
    let mut schema = overridden(&ant("size", "'i64'"));
    schema.definitions[0].properties[0].ty = Type::Scalar(Scalar::Number);
    assert_eq!(format!("{schema:?}"), format!("{:?}", super::schema()));
}

#[test]
fn a_definition_has_the_rust_name_derives_and_attributes_of_its_entry() {
    let schema = overridden(
        "[definitions.Ant]\n\
         rename = 'Formic'\n\
         derives = ['::schemars::JsonSchema', 'Eq']\n\
         attributes = ['non_exhaustive', 'cfg_attr(feature = \"x\", derive(Y))']\n\
         [definitions.Void]\n\
         rename = 'Nothing'\n",
    );
    let expected = RustType {
        name: Some("Formic".into()),
        derives: vec!["::schemars::JsonSchema".into(), "Eq".into()],
        attributes: vec![
            "non_exhaustive".into(),
            "cfg_attr(feature = \"x\", derive(Y))".into(),
        ],
    };
    assert_eq!(schema.definition("Ant").unwrap().rust, expected);
    assert_eq!(
        schema.definition("Void").unwrap().rust.name.as_deref(),
        Some("Nothing")
    );
}

#[test]
fn a_property_has_the_rust_name_of_its_entry() {
    for (name, expected) in [
        ("length_mm", "length_mm"),
        ("type", "type"),
        ("r#type", "type"),
        ("extra_", "extra_"),
    ] {
        let schema = overridden(&format!(
            "[definitions.Ant.properties.size]\nrename = '{name}'\n"
        ));
        assert_eq!(
            property(&schema, "Ant", "size").rust_name.as_deref(),
            Some(expected)
        );
    }
}

#[test]
fn an_entry_marks_a_property_as_secret() {
    let schema = overridden(
        "[definitions.Ant.properties]\n\
         caste.secret = true\n\
         alive = { secret = true }\n\
         doorCode.secret = true\n\
         [definitions.Nest.properties.doorWord]\n\
         secret = true\n",
    );
    for name in ["caste", "alive", "doorCode"] {
        assert!(property(&schema, "Ant", name).is_secret(|_| true), "{name}");
    }
    assert!(!property(&schema, "Ant", "mood").is_secret(|_| true));
}

#[test]
fn a_secret_name_applies_to_all_properties_without_an_entry() {
    let schema =
        overridden("secrets = ['size']\n[definitions.Nest.properties.size]\nsecret = false\n");
    assert!(property(&schema, "Ant", "size").is_secret(|_| true));
    assert!(!property(&schema, "Nest", "size").is_secret(|_| true));
    assert_eq!(schema.secrets, ["size"]);
}

#[test]
fn a_secret_name_extends_the_names_that_are_secret_by_default() {
    assert!(property(&schema(), "Ant", "pinCode").is_secret(|_| true));
    assert!(!property(&schema(), "Ant", "doorCode").is_secret(|_| true));
    assert!(property(&overridden("secrets = ['doorCode']"), "Ant", "doorCode").is_secret(|_| true));
}

#[test]
fn a_file_without_entries_changes_nothing() {
    for text in ["", "# To be filled in.\n", "\u{feff}\r\n"] {
        assert_eq!(format!("{:?}", overridden(text)), format!("{:?}", schema()));
    }
}

#[test]
fn a_property_that_holds_models_is_not_secret_by_its_name() {
    let mut pin = property(&schema(), "Ant", "pinCode").clone();
    pin.ty = Type::Array(Box::new(Type::Ref("Pin".to_owned().into())));
    assert!(!pin.is_secret(|_| true));
    assert!(pin.is_secret(|_| false));
    pin.secret = Some(true);
    assert!(pin.is_secret(|_| true));
}

/// Returns the schema in which an OpenAPI file has made the type of `Ant.size` exact.
fn refined_schema(ty: Type) -> Schema {
    let mut schema = schema();
    schema.definitions[0].properties[0].ty = ty;
    schema
}

#[test]
fn an_override_corrects_a_refined_type() {
    let cases = [
        (
            Type::Number(NumberFormat::Int32),
            "'f64'",
            Type::Number(NumberFormat::Double),
        ),
        (
            Type::Number(NumberFormat::Double),
            "'number'",
            Type::Scalar(Scalar::Number),
        ),
        (one_of(&["a"]), "'string'", Type::Scalar(Scalar::Text)),
        (one_of(&["a"]), "{ enum = ['a', 'b'] }", one_of(&["a", "b"])),
        (
            map(Type::Scalar(Scalar::Text)),
            "'object'",
            Type::Scalar(Scalar::Any),
        ),
        (
            Type::Scalar(Scalar::Any),
            "'Nest'",
            Type::Ref("Nest".to_owned().into()),
        ),
    ];
    for (refined, wanted, expected) in cases {
        let file = source("overrides.toml", ant("size", wanted));
        let (schema, diagnostics) = apply(refined_schema(refined), &file);
        assert_eq!(diagnostics, [], "{wanted}");
        assert_eq!(property(&schema, "Ant", "size").ty, expected, "{wanted}");
    }
}

#[test]
fn an_override_that_a_refined_type_makes_redundant_is_reported() {
    let refined = refined_schema(Type::Number(NumberFormat::Int32));
    let file = source("overrides.toml", ant("size", "'i64'"));
    let (_, diagnostics) = apply(refined, &file);
    let messages: Vec<_> = diagnostics.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(messages, ["`size` is already `i64`"]);
}

#[test]
fn a_list_can_be_written_as_a_whole() {
    let schema = overridden(&ant("walks", "'i64[]'"));
    let expected = list(list(Type::Number(NumberFormat::Int64)));
    assert_eq!(property(&schema, "Ant", "walks").ty, expected);
}
