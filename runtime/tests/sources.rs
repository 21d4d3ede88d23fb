//! The runtime's sources, as they are copied beside generated models.

use std::{collections::BTreeSet, fs, path::Path};

use genesys_runtime::sources::{
    LICENSE, RuntimeFile, SchemaLibrary, TimeLibrary, features, for_crate, for_module,
};

/// Returns the paths of all files in a folder, relative to `root`.
fn paths(root: &Path, folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(paths(root, &path));
        } else {
            let relative = path.strip_prefix(root).unwrap().to_str().unwrap();
            found.insert(relative.replace('\\', "/"));
        }
    }
    found
}

fn names(files: &[RuntimeFile]) -> BTreeSet<String> {
    files.iter().map(|file| file.path.clone()).collect()
}

/// Returns the lines that are not comments, each with its file.
fn code(files: &[RuntimeFile]) -> impl Iterator<Item = (&str, &str)> {
    let lines = files
        .iter()
        .flat_map(|file| file.text.lines().map(|line| (file.path.as_str(), line)));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Returns the lines that begin a doc example.
fn example_fences(files: &[RuntimeFile]) -> Vec<&str> {
    let mut fences = Vec::new();
    for file in files {
        let is_fence = |line: &&str| line.trim_start().starts_with("/// ```");
        fences.extend(file.text.lines().filter(is_fence).step_by(2));
    }
    fences
}

#[test]
fn all_files_are_handed_out() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/runtime");
    assert_eq!(names(&for_crate("models")), paths(&root, &root));
    assert_eq!(
        names(&for_module(&TimeLibrary::ALL, &SchemaLibrary::ALL)),
        paths(&root, &root)
    );
    assert!(LICENSE.contains("MIT"));
}

#[test]
fn files_are_sorted_by_path() {
    assert!(for_crate("models").is_sorted_by(|left, right| left.path < right.path));
}

#[test]
fn a_module_has_no_features_and_no_paths_from_the_crate_root() {
    let all = (&TimeLibrary::ALL[..], &SchemaLibrary::ALL[..]);
    for (time, schemas) in [(&[][..], &[][..]), all] {
        for (path, line) in code(&for_module(time, schemas)) {
            for forbidden in ["cfg(", "feature =", "crate::", "genesys_runtime"] {
                assert!(!line.contains(forbidden), "{path}: {line}");
            }
        }
    }
}

#[test]
fn a_module_has_the_conversions_to_the_selected_time_libraries_only() {
    for library in TimeLibrary::ALL {
        let files = for_module(&[library], &[]);
        let conversions = files
            .iter()
            .find(|file| file.path == "time/conversions/mod.rs")
            .unwrap();
        for other in TimeLibrary::ALL {
            let name = other.name();
            let path = format!("time/conversions/with_{name}.rs");
            assert_eq!(names(&files).contains(&path), other == library, "{path}");
            let declaration = format!("mod with_{name};");
            let is_declared = conversions.text.lines().any(|line| line == declaration);
            assert_eq!(is_declared, other == library, "{declaration}");
        }
    }
}

#[test]
fn a_module_has_the_traits_of_the_selected_schema_libraries_only() {
    for library in SchemaLibrary::ALL {
        let files = for_module(&[], &[library]);
        let traits = files.iter().find(|it| it.path == "schema_traits/mod.rs");
        for other in SchemaLibrary::ALL {
            let path = format!("schema_traits/with_{}.rs", other.name());
            assert_eq!(names(&files).contains(&path), other == library, "{path}");
            let declaration = format!("mod with_{};", other.name());
            let is_declared = traits.unwrap().text.contains(&declaration);
            assert_eq!(is_declared, other == library, "{declaration}");
        }
    }
}

#[test]
fn a_crate_has_a_feature_for_each_library() {
    let files = for_crate("models");
    let conditions: Vec<_> = code(&files)
        .filter(|(_, line)| line.contains("cfg("))
        .collect();
    for library in features() {
        let condition = format!("#[cfg(feature = \"{library}\")]");
        let is_declared =
            |(path, line): &(&str, &str)| path.ends_with("mod.rs") && *line == condition;
        assert!(conditions.iter().any(is_declared), "{library}");
    }
    assert_eq!(conditions.len(), features().count());
}

#[test]
fn derives_of_the_schema_libraries_are_recognized() {
    let of = SchemaLibrary::of_derive;
    assert_eq!(of("::schemars::JsonSchema"), Some(SchemaLibrary::Schemars));
    assert_eq!(of("utoipa::ToSchema"), Some(SchemaLibrary::Utoipa));
    for other in ["JsonSchema", "other::JsonSchema", "schemars::ToSchema"] {
        assert_eq!(of(other), None, "{other}");
    }
}

#[test]
fn doc_examples_of_a_crate_use_the_name_of_the_crate() {
    let files = for_crate("my-models");
    let text: String = files.iter().map(|file| file.text.as_str()).collect();
    assert!(text.contains("/// use my_models::runtime::DateTime;"));
    assert!(!text.contains("genesys_runtime"));
    let fences = example_fences(&files);
    assert!(!fences.is_empty() && fences.iter().all(|fence| !fence.contains("ignore")));
}

#[test]
fn doc_examples_of_a_module_are_ignored() {
    let files = for_module(&[], &[]);
    let fences = example_fences(&files);
    assert!(!fences.is_empty() && fences.iter().all(|fence| fence.contains("```ignore")));
}
