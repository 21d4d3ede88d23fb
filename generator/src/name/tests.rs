use proptest::prelude::*;

use super::*;

fn field(name: &str) -> String {
    FieldIdent::of_property(name).0
}

fn module(name: &str) -> String {
    ModuleName::of_type(&TypeIdent::of_definition(name)).0
}

#[test]
fn fields_are_snake_case() {
    assert_eq!(field("startTime"), "start_time");
    assert_eq!(field("OAuthClient"), "o_auth_client");
    assert_eq!(field("meta-data"), "meta_data");
    assert_eq!(field("A1"), "a1");
    assert_eq!(
        field("urn:ietf:params:scim:2.0:User"),
        "urn_ietf_params_scim_2_0_user"
    );
}

#[test]
fn keywords_become_raw_identifiers_or_get_an_underscore() {
    assert_eq!(field("type"), "r#type");
    assert_eq!(field("$ref"), "r#ref");
    assert_eq!(field("self"), "self_");
    assert_eq!(field("crate"), "crate_");
}

#[test]
fn a_property_named_extra_gets_an_underscore() {
    assert_eq!(field("extra"), "extra_");
}

#[test]
fn names_without_letters_become_code_points() {
    assert_eq!(field("$"), "u0024");
    assert_eq!(field("2fa"), "_2fa");
    assert_eq!(field("größe"), "gr_u00f6_u00df_e");
}

#[test]
fn definitions_keep_valid_type_names() {
    assert_eq!(TypeIdent::of_definition("ABTest").0, "ABTest");
    assert_eq!(TypeIdent::of_definition("ab_test").0, "AbTest");
    assert_eq!(TypeIdent::of_definition("Self").0, "Self_");
}

#[test]
fn an_enum_and_its_definition_have_different_names() {
    let state = TypeIdent::of_definition("State");
    assert_eq!(TypeIdent::of_values(&state, "state").0, "StateState");
    assert_eq!(TypeIdent::of_values(&state, "kind").0, "Kind");
}

#[test]
fn modules_avoid_keywords_and_reserved_files() {
    assert_eq!(
        module("CallbackMediaParticipant"),
        "callback_media_participant"
    );
    for name in ["Type", "Runtime", "Lib", "Main", "Mod", "Con", "Lpt1"] {
        assert_eq!(module(name), format!("{}_", name.to_lowercase()));
    }
}

#[test]
fn a_module_and_its_type_have_different_names() {
    assert_eq!(TypeIdent::of_definition("2fa").0, "_2fa");
    assert_eq!(module("2fa"), "_2fa_");
}

proptest! {
    #[test]
    fn every_name_becomes_an_identifier(name in ".*") {
        for ident in [
            TypeIdent::of_definition(&name).0,
            FieldIdent::of_property(&name).0,
            module(&name),
        ] {
            prop_assert!(syn::parse_str::<syn::Ident>(&ident).is_ok() || ident.starts_with("r#"), "{ident}");
        }
    }
}
