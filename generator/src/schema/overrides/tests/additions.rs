//! Derives of all definitions, and dependencies.

use super::{expect, overridden};

#[test]
fn top_level_derives_apply_to_every_definition_with_properties() {
    let schema = overridden("derives = ['a::B']\n[definitions.Ant]\nderives = ['C']\n");
    let derives = |name: &str| schema.definition(name).unwrap().rust.derives.join(" ");
    assert_eq!(derives("Ant"), "a::B C");
    assert_eq!(derives("Nest"), "a::B");
    assert_eq!(derives("Void"), "");
}

#[test]
fn mistakes_in_top_level_derives_are_reported_once() {
    const HELP: &str = "remove it, or check whether it belongs elsewhere";
    expect(
        "derives = ['Clone', 'a b', 'c::D']\n[definitions.Ant]\nderives = ['c::D']\n",
        &[
            "M0403 1:12 every model already implements `Clone`; remove it",
            "M0401 1:21 invalid derive `a b`; a derive is a path such as `::schemars::JsonSchema`",
            &format!("M0402 3:12 every definition already derives `c::D`; {HELP}"),
        ],
    );
}

#[test]
fn dependencies_are_versions_or_tables() {
    let schema = overridden(
        "[dependencies]\n\
         a = '1'\n\
         b_c = { package = 'd', features = ['e'], version = '>=1, <3' }\n\
         f = { path = '../f', optional = true, default-features = false }\n",
    );
    let lines = { schema.dependencies.iter() }.map(|it| format!("{} = {}", it.name, it.value));
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [
            "a = \"1\"",
            "b_c = { version = \">=1, <3\", features = [\"e\"], package = \"d\" }",
            "f = { default-features = false, optional = true, path = \"../f\" }",
        ]
    );
}

#[test]
fn invalid_dependencies_are_reported() {
    let text = "[dependencies]\n\
                '1a' = '1'\n\
                b = 'one'\n\
                c = 1\n\
                d = { version = '1', workspace = true }\n\
                e = { features = ['std'] }\n\
                f = { version = '1', features = ['std', 1], optional = 'no' }\n";
    expect(
        text,
        &[
            "M0401 2:1 invalid dependency `1a`; the name of a crate is a letter followed by letters, digits, `-` or `_`",
            "M0401 3:5 invalid version `one`: unexpected character 'o' while parsing major version number; write a version such as \"1.2\"",
            "M0401 4:5 expected a version or a table, found TOML type integer; write a version or a table",
            "M0401 5:22 unknown key `workspace`; the known keys are `version`, `features`, `default-features`, `optional`, `package`, `path`, `git`, `branch`, `tag`, `rev`, `registry`",
            "M0401 6:5 a dependency has no version; add a `version`, such as \"1.2\"",
            "M0401 7:41 expected a string, found TOML type integer; write a string",
            "M0401 7:56 expected a boolean, found TOML type string; write a boolean",
        ],
    );
}

#[test]
fn a_dependency_cannot_take_a_name_that_every_exported_crate_has() {
    const MESSAGE: &str = "an exported crate already has a dependency or a feature";
    let expected = [
        format!("M0403 2:1 {MESSAGE} `serde_json`; remove it: every exported crate depends on it"),
        format!(
            "M0403 3:1 {MESSAGE} `jiff`; remove it: enable the feature `jiff` of the exported crate"
        ),
        format!(
            "M0403 4:1 {MESSAGE} `schemars`; remove it: enable the feature `schemars` of the exported crate"
        ),
        format!("M0403 5:1 {MESSAGE} `full`; rename it, with `package` for the name of the crate"),
    ];
    expect(
        "[dependencies]\nserde-json = '1'\njiff = '0.2'\nschemars = '1'\nfull = '1'\n",
        &expected.each_ref().map(String::as_str),
    );
}
