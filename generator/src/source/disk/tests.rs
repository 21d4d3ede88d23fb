//! Loading valid and invalid spec folders.

use tempfile::TempDir;

use super::*;
use crate::diagnostic::{Code, Severity};

/// Creates a folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn texts(spec: &Spec) -> Vec<&str> {
    spec.definitions
        .iter()
        .map(|source| source.text.as_str())
        .collect()
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<Code> {
    diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect()
}

#[test]
fn definitions_are_read_sorted_by_name() {
    let folder = folder(&[
        ("definitions/b-definition.md", b"b"),
        ("definitions/B-definition.md", b"B"),
        ("definitions/a-definition.md", "\u{feff}a\r\n".as_bytes()),
        ("classes/a-api.md", b"x"),
    ]);
    let spec = load_spec(&folder.path().into()).unwrap();
    assert_eq!(texts(&spec), ["B", "\u{feff}a\r\n", "b"]);
    assert_eq!(spec.warnings, []);
}

#[test]
fn api_pages_are_read_from_classes() {
    let folder = folder(&[
        ("definitions/a-definition.md", b"a"),
        ("classes/b-api.md", b"b"),
        ("classes/a-api.md", b"a"),
        ("classes/api-classes.md", b"all of them"),
        ("classes/lost.md", b"x"),
    ]);
    let spec = load_spec(&folder.path().into()).unwrap();
    let pages = spec.classes.iter().map(|page| page.text.as_str());
    assert_eq!(pages.collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(codes(&spec.warnings), [Code::UnexpectedFile]);
    assert!(spec.watch.contains(&folder.path().join("classes")));
}

#[test]
fn a_page_that_is_not_utf8_is_an_error() {
    let folder = folder(&[
        ("definitions/a-definition.md", b"a"),
        ("classes/a-api.md", b"\xff"),
    ]);
    assert_eq!(
        codes(&load_spec(&folder.path().into()).unwrap_err()),
        [Code::NotUtf8]
    );
}

#[test]
fn a_folder_of_definition_files_is_a_spec() {
    let folder = folder(&[("a-definition.md", b"a"), ("notes.md", b"x")]);
    let spec = load_spec(&folder.path().into()).unwrap();
    assert_eq!(texts(&spec), ["a"]);
    assert_eq!(spec.watch, [folder.path()]);
    assert_eq!(spec.warnings, []);
}

#[test]
fn displayed_paths_start_with_the_path_of_the_spec() {
    let folder = folder(&[("definitions/a-definition.md", b"a")]);
    let path_of = |dir: &Path| {
        load_spec(&dir.into()).unwrap().definitions[0]
            .path
            .to_string_lossy()
            .into_owned()
    };
    let spec = folder.path().to_string_lossy().into_owned();
    assert_eq!(
        path_of(folder.path()),
        format!("{spec}/definitions/a-definition.md")
    );
    assert_eq!(
        path_of(Path::new(&format!("{spec}/"))),
        format!("{spec}/definitions/a-definition.md")
    );
}

#[test]
fn the_spec_and_its_definitions_folder_are_watched() {
    let folder = folder(&[("definitions/a-definition.md", b"a")]);
    let spec = load_spec(&folder.path().into()).unwrap();
    assert_eq!(
        spec.watch,
        [folder.path().to_owned(), folder.path().join("definitions")]
    );
}

#[test]
fn a_missing_folder_is_an_error() {
    let folder = folder(&[]);
    assert_eq!(
        codes(&load_spec(&Inputs::from(&folder.path().join("nowhere"))).unwrap_err()),
        [Code::SpecNotFound]
    );
}

#[test]
fn a_folder_without_definitions_is_an_error_at_the_folder() {
    let folder = folder(&[("definitions/README.md", b"x")]);
    let errors = load_spec(&folder.path().into()).unwrap_err();
    assert_eq!(codes(&errors), [Code::NoDefinitions]);
    assert_eq!(
        errors[0].labels[0].source.path,
        folder.path().join("definitions")
    );
}

#[test]
fn a_file_that_is_not_utf8_is_an_error_at_the_first_invalid_byte() {
    let folder = folder(&[
        ("a-definition.md", "line\nän \u{0}".as_bytes()),
        ("b-definition.md", b"line\n\xc3\xa4n \xff\xfe\n"),
    ]);
    let errors = load_spec(&folder.path().into()).unwrap_err();
    assert_eq!(codes(&errors), [Code::NotUtf8]);
    let label = &errors[0].labels[0];
    let location = crate::diagnostic::LineIndex::new(&label.source).location(label.span.start);
    assert_eq!((location.line, location.column), (2, 4));
    assert!(
        errors[0].message.contains("byte 0xff at offset 9"),
        "{}",
        errors[0].message
    );
}

#[test]
fn all_unreadable_files_are_reported_in_one_run() {
    let folder = folder(&[
        ("a-definition.md/x", b""),
        ("b-definition.md", b"b"),
        ("c-definition.md", b"\xff"),
    ]);
    let errors = load_spec(&folder.path().into()).unwrap_err();
    assert_eq!(codes(&errors), [Code::UnreadableFile, Code::NotUtf8]);
    assert!(
        errors
            .iter()
            .all(|error| error.severity() == Severity::Error && !error.help.is_empty())
    );
}

#[test]
fn a_misnamed_markdown_file_is_a_warning() {
    let files: [(&str, &[u8]); 5] = [
        ("definitions/a-definition.md", b"a"),
        ("definitions/b_definition.MD", b"b"),
        ("definitions/readme.md", b""),
        ("definitions/index.md", b""),
        ("definitions/data.json", b""),
    ];
    let folder = folder(&files);
    let spec = load_spec(&folder.path().into()).unwrap();
    assert_eq!(texts(&spec), ["a"]);
    assert_eq!(codes(&spec.warnings), [Code::UnexpectedFile]);
    assert!(
        spec.warnings[0].labels[0]
            .source
            .path
            .ends_with("b_definition.MD")
    );
}

#[cfg(unix)]
#[test]
fn a_file_name_that_is_not_utf8_is_an_error() {
    use std::{ffi::OsString, os::unix::ffi::OsStringExt};

    let folder = folder(&[("a-definition.md", b"a")]);
    let name = OsString::from_vec(b"\xff-definition.md".to_vec());
    fs::write(folder.path().join(name), "x").unwrap();
    assert_eq!(
        codes(&load_spec(&folder.path().into()).unwrap_err()),
        [Code::UnreadableFile]
    );
}

#[cfg(unix)]
#[test]
fn a_broken_symlink_is_an_error() {
    let folder = folder(&[("a-definition.md", b"a")]);
    std::os::unix::fs::symlink("nowhere", folder.path().join("b-definition.md")).unwrap();
    assert_eq!(
        codes(&load_spec(&folder.path().into()).unwrap_err()),
        [Code::UnreadableFile]
    );
}

#[test]
fn overrides_are_read_from_the_folder_of_the_spec() {
    let files: [(&str, &[u8]); 3] = [
        ("overrides.toml", b"outer"),
        ("definitions/a-definition.md", b"a"),
        ("definitions/overrides.toml", b"inner"),
    ];
    let folder = folder(&files);
    let text = |dir: &Path| {
        load_spec(&dir.into())
            .unwrap()
            .overrides
            .map(|file| file.text.clone())
    };
    assert_eq!(text(folder.path()).as_deref(), Some("outer"));
    assert_eq!(
        text(&folder.path().join("definitions")).as_deref(),
        Some("inner")
    );
}

#[test]
fn a_spec_without_overrides_is_watched_for_them() {
    let folder = folder(&[("definitions/a-definition.md", b"a")]);
    let spec = load_spec(&folder.path().into()).unwrap();
    assert_eq!(spec.overrides, None);
    assert!(spec.watch.contains(&folder.path().to_owned()));
}

#[test]
fn unreadable_overrides_are_reported_with_other_errors() {
    let folder = folder(&[
        ("overrides.toml/x", b""),
        ("definitions/a-definition.md", b"\xff"),
    ]);
    let errors = load_spec(&folder.path().into()).unwrap_err();
    assert_eq!(codes(&errors), [Code::NotUtf8, Code::UnreadableFile]);
}
