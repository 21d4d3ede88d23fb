//! The platform's OpenAPI files as inputs of the whole pipeline.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use genesys_modelgen::{
    diagnostic::any_error,
    output::prepare,
    pipeline::{self, Generated},
    schema::{Input, Schema, Selection},
    source::Inputs,
};
use genesys_tests::corpus::editions;

/// Returns the path of a file in the folder `openapi` beside that of the editions.
fn openapi(name: &str) -> PathBuf {
    editions()[0].join("../../openapi").join(name)
}

fn generate(inputs: &Inputs) -> Generated {
    let stage = pipeline::generate(inputs, &Selection::default());
    assert!(!any_error(&stage.diagnostics), "{:?}", stage.diagnostics);
    stage.value.unwrap()
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn a_crate_from_the_file_of_2018_alone_compiles() {
    let generated = generate(&Inputs::from(&openapi("platform-2018-03-21.json")));
    assert_eq!(generated.planned.schema.definitions.len(), 822);
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path(), &generated.tree)
        .unwrap()
        .commit()
        .unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let runtime = root.join("runtime").canonicalize().unwrap();
    let manifest = format!(
        "[package]\nname = \"alone\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         genesys-runtime = {{ path = {runtime:?} }}\nserde = \"1\"\nserde_json = \"1\"\n"
    );
    std::fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    std::fs::copy(root.join("Cargo.lock"), folder.path().join("Cargo.lock")).unwrap();
    let status = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline", "--manifest-path"])
        .arg(folder.path().join("Cargo.toml"))
        .env("RUSTFLAGS", "-D warnings")
        .env("CARGO_TARGET_DIR", folder.path().join("target"))
        .status();
    assert!(status.unwrap().success());
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_file_for_guest_chat_refines_the_docs_and_loses_nothing() {
    for edition in editions() {
        let docs = generate(&Inputs::from(&edition)).planned.schema;
        let refined = generate(&Inputs {
            openapi: Some(openapi("guest-chat-2025-11-05.json")),
            undocumented: true,
            ..Inputs::from(&edition)
        });
        let refined = refined.planned.schema;
        assert!(refined.definitions.len() >= docs.definitions.len());
        let added = { refined.definitions.iter() }.filter(|it| it.described_by == Input::OpenApi);
        assert_eq!(
            refined.definitions.len() - added.count(),
            docs.definitions.len()
        );
        let differs = |(old, new): (&_, &_)| format!("{old:?}") != format!("{new:?}");
        let types = |schema: &Schema| -> Vec<_> {
            let properties = { schema.definitions.iter() }
                .filter(|it| it.described_by == Input::Docs)
                .flat_map(|it| &it.properties);
            properties.map(|it| it.ty.clone()).collect()
        };
        let (old, new) = (types(&docs), types(&refined));
        assert_eq!(old.len(), new.len());
        assert!(old.iter().zip(&new).any(differs), "nothing is refined");
    }
}
