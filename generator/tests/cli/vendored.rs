//! The models committed with the example are up to date.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use crate::project::Project;

const MODELS: &str = "examples/callback-sdk/models";

const EXPORT: &str = "export --spec spec --out examples/callback-sdk/models --name callback-models --area conversations";

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns all files below a folder by relative path.
fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_owned();
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

fn project_with_workspace_spec() -> Project {
    let project = Project::empty();
    for (name, bytes) in files(&workspace().join("spec")) {
        let text = String::from_utf8(bytes).unwrap();
        project.write(Path::new("spec").join(name).to_str().unwrap(), &text);
    }
    project
}

#[test]
fn the_models_of_the_example_are_up_to_date() {
    let project = project_with_workspace_spec();
    let args: Vec<_> = EXPORT.split(' ').collect();
    project.run(&args).exits_with(0);
    let exported = files(&project.path(MODELS));
    let committed = files(&workspace().join(MODELS));
    let differing: BTreeSet<_> = exported
        .keys()
        .chain(committed.keys())
        .filter(|name| exported.get(*name) != committed.get(*name))
        .collect();
    assert!(
        differing.is_empty(),
        "{differing:?} differ; to update them, run\n\ncargo run -- {EXPORT}\n"
    );
}

#[test]
fn the_readme_of_the_example_has_the_export_command() {
    let readme = fs::read_to_string(workspace().join(MODELS).join("../README.md")).unwrap();
    let (_, command) = readme.split_once("cargo run -- export").unwrap();
    let command = command.split("```").next().unwrap().replace("\\\n", " ");
    let words = command.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(format!("export {words}"), EXPORT);
}
