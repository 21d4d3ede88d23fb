//! The output depends only on the input, not on the environment.

use std::{
    fs::{self, File},
    process::Command,
    time::{Duration, SystemTime},
};

use crate::{
    every_command::{Files, Results, project, run, specs},
    project::RunOutput,
};

/// Runs every command in the environment of the tests.
fn default_results() -> Results {
    results_for(&specs(), |_| {})
}

fn results_for(files: &[(String, String)], environment: impl Fn(&mut Command)) -> Results {
    run(&project(files), environment)
}

#[track_caller]
fn assert_same(actual: &Results, expected: &Results) {
    for (actual, expected) in actual.runs.iter().zip(&expected.runs) {
        assert_eq!(actual, expected);
    }
    let names = |results: &Results| results.files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(actual), names(expected));
    for (path, bytes) in &actual.files {
        assert!(*bytes == expected.files[path], "{}", path.display());
    }
}

#[test]
fn every_command_produces_output() {
    let Results { runs, files } = default_results();
    for (line, code, out, err) in &runs {
        let expected = i32::from(line.starts_with("check"));
        assert_eq!(*code, Some(expected), "{line}\n{err}");
        assert!(!out.is_empty() || !err.is_empty(), "{line}");
    }
    // Exports have a copy of the runtime.
    for (folder, least) in [
        ("generated", 5),
        ("crate", 50),
        ("module", 50),
        ("stale", 5),
    ] {
        let count = files.keys().filter(|path| path.starts_with(folder)).count();
        assert!(count > least, "{folder}: {count}");
    }
    assert!(files.keys().any(|path| path.ends_with("CHANGELOG.md")));
}

fn set_threads(command: &mut Command, number: &str) {
    command.env("RAYON_NUM_THREADS", number);
}

#[test]
fn output_does_not_depend_on_the_number_of_threads() {
    let one = results_for(&specs(), |it| set_threads(it, "1"));
    for threads in ["2", "8"] {
        let many = results_for(&specs(), |it| set_threads(it, threads));
        assert_same(&many, &one);
    }
}

#[test]
fn output_does_not_depend_on_the_locale() {
    let expected = default_results();
    for language in [
        "C",
        "POSIX",
        "tr_TR.UTF-8",
        "de_DE.ISO-8859-1",
        "ja_JP.eucJP",
        "no such",
    ] {
        let actual = results_for(&specs(), |it| {
            it.env("LANG", language)
                .env("LC_ALL", language)
                .env("LANGUAGE", language);
        });
        assert_same(&actual, &expected);
    }
}

#[test]
fn output_does_not_depend_on_the_creation_order_of_files() {
    let expected = default_results();
    let mut files = specs();
    files.sort();
    for turn in [0, files.len() / 2] {
        files.rotate_left(turn);
        assert_same(&results_for(&files, |_| {}), &expected);
        files.reverse();
        assert_same(&results_for(&files, |_| {}), &expected);
    }
}

#[test]
fn output_does_not_depend_on_line_endings_of_the_spec() {
    let crlf = |(path, text): (String, String)| (path, text.replace('\n', "\r\n"));
    let files: Files = specs().into_iter().map(crlf).collect();
    assert_same(&results_for(&files, |_| {}), &default_results());
}

#[test]
fn output_does_not_depend_on_time_or_environment() {
    let expected = default_results();
    let project = project(&specs());
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1);
    for path in project.everything().keys().filter(|path| path.is_file()) {
        let file = File::options().append(true).open(path).unwrap();
        file.set_modified(long_ago).unwrap();
    }
    let actual = run(&project, |command| {
        command
            .env_clear()
            .env("HOME", "/no/such/home")
            .env("USER", "nobody");
        command
            .env("TZ", "Pacific/Kiritimati")
            .env("SOURCE_DATE_EPOCH", "1")
            .env("TERM", "dumb");
    });
    assert_same(&actual, &expected);
}

#[test]
fn output_does_not_depend_on_the_working_directory() {
    let expected = default_results();
    let project = project(&specs());
    fs::create_dir_all(project.path("a/b")).unwrap();
    let root = project.path("");
    let root = root.to_str().unwrap();
    for (dir, up) in [("", "."), ("a/b", "../.."), ("spec", ".."), ("a", root)] {
        let run = |args: &str| {
            let args = args.replace('@', up);
            let mut command = project.command(&args.split(' ').collect::<Vec<_>>());
            RunOutput::of(command.current_dir(project.path(dir))).exits_with(0)
        };
        run("generate --spec @/spec --out @/out/generated");
        run("export --spec @/spec --out @/out/crate --name some-models");
        run("export --spec @/spec --out @/out/module --module --roots @/roots.txt");
        let schema = run("schema --spec @/spec").out;
        assert!(expected.runs.iter().any(|(_, _, out, _)| *out == schema));
        for folder in ["generated", "crate", "module"] {
            let files = expected
                .files
                .iter()
                .filter(|(path, _)| path.starts_with(folder));
            for (path, bytes) in files {
                let actual = fs::read(project.path("out").join(path)).unwrap();
                assert!(actual == *bytes, "{} in `{dir}`", path.display());
            }
        }
        fs::remove_dir_all(project.path("out")).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn the_umask_decides_permissions_but_not_contents() {
    use std::os::unix::fs::PermissionsExt;

    let expected = default_results();
    for (umask, file, folder) in [
        ("077", 0o600, 0o700),
        ("022", 0o644, 0o755),
        ("002", 0o664, 0o775),
    ] {
        let project = project(&specs());
        for args in [
            "generate --spec old --out out/generated",
            "generate --spec spec --out out/generated",
            "export --spec spec --out out/crate --name some-models",
            "export --spec spec --out out/module --module --roots roots.txt",
        ] {
            let args: Vec<_> = args.split(' ').collect();
            RunOutput::of(&mut project.command_after(&format!("umask {umask}"), &args))
                .exits_with(0);
        }
        for (path, (bytes, _)) in project.files("out") {
            let data = path.symlink_metadata().unwrap();
            let expected_mode = if data.is_dir() { folder } else { file };
            let mode = data.permissions().mode() & 0o777;
            assert_eq!(
                mode,
                expected_mode,
                "{}: {mode:o} with umask {umask}",
                path.display()
            );
            let name = path.strip_prefix(project.path("out")).unwrap();
            assert!(
                data.is_dir() || bytes == expected.files[name],
                "{}",
                path.display()
            );
        }
    }
}
