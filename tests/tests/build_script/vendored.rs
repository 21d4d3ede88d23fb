//! Workspaces that the build script must not change: without a spec, or read-only.

use std::fs;

use crate::workspace::Workspace;

const OUTPUT: &str = "generated/src/models/voicemail.rs";

#[test]
fn without_a_spec_a_build_does_nothing_and_prints_nothing() {
    let workspace = Workspace::new();
    fs::remove_dir_all(workspace.path("spec")).unwrap();
    let before = workspace.read(OUTPUT);
    for variables in [&[][..], &[("CI", "true")]] {
        let built = workspace.build(variables).succeeds();
        built.stderr_lacks("warning: ").stderr_lacks("error: ");
        let again = workspace.build(variables).succeeds();
        again
            .stderr_contains("Fresh genesys-models ")
            .stderr_lacks("Running");
    }
    assert_eq!(workspace.read(OUTPUT), before);
}

#[test]
fn without_a_spec_an_explicit_mode_is_an_error() {
    let workspace = Workspace::new();
    fs::remove_dir_all(workspace.path("spec")).unwrap();
    for mode in ["check", "write"] {
        let built = workspace.build(&[("GENESYS_MODELGEN", mode)]).fails();
        built.stderr_contains("spec").stderr_contains("[M0001]");
    }
}

#[cfg(unix)]
mod read_only {
    use std::{
        fs::{self, Permissions},
        os::unix::{
            fs::{MetadataExt, PermissionsExt},
            process::CommandExt,
        },
        path::{Path, PathBuf},
        process::{Command, Output},
    };

    use tempfile::TempDir;

    use crate::workspace::{Workspace, mirror};

    const VOICEMAIL: &str = "spec/definitions/voicemail-definition.md";

    /// The user that runs the script if the tests are run by root, who has all permissions.
    const NOBODY: u32 = 65534;

    /// A copy of spec, crate and build script, with a read-only crate.
    struct ReadOnlyTree(TempDir);

    impl ReadOnlyTree {
        fn new(workspace: &Workspace) -> Self {
            let dir = tempfile::tempdir().unwrap();
            for path in ["spec", "generated"] {
                mirror(&workspace.path(path), &dir.path().join(path));
            }
            fs::copy(script(), dir.path().join("script")).unwrap();
            set_mode(dir.path(), 0o755);
            set_mode(&dir.path().join("generated"), 0o555);
            Self(dir)
        }

        /// Runs the build script as cargo does.
        fn build(&self) -> Output {
            let mut script = Command::new(self.0.path().join("script"));
            script.current_dir(self.0.path().join("generated"));
            script.env_remove("CI").env_remove("GENESYS_MODELGEN");
            if fs::metadata(self.0.path()).unwrap().uid() == 0 {
                script.uid(NOBODY).gid(NOBODY);
            }
            script.output().unwrap()
        }

        fn path(&self, path: &str) -> PathBuf {
            self.0.path().join(path)
        }
    }

    impl Drop for ReadOnlyTree {
        fn drop(&mut self) {
            set_mode(&self.path("generated"), 0o755);
        }
    }

    /// Sets the permissions of a folder and of all folders in it.
    fn set_mode(folder: &Path, mode: u32) {
        fs::set_permissions(folder, Permissions::from_mode(mode)).unwrap();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                set_mode(&path, mode);
            }
        }
    }

    /// Returns the path of the build script that was compiled last.
    fn script() -> PathBuf {
        let folders =
            fs::read_dir(Path::new(crate::workspace::TARGET).join("debug/build")).unwrap();
        let scripts = folders.map(|folder| folder.unwrap().path().join("build-script-build"));
        let is_ours =
            |path: &PathBuf| path.is_file() && path.to_string_lossy().contains("/genesys-models-");
        let newest = |path: &PathBuf| fs::metadata(path).unwrap().modified().unwrap();
        scripts.filter(is_ours).max_by_key(newest).unwrap()
    }

    fn instructions_other_than_rerun(output: &Output) -> Vec<String> {
        assert!(output.status.success(), "{output:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        let stdout = String::from_utf8_lossy(&output.stdout);
        let lines = stdout.lines().map(str::to_owned);
        lines.filter(|line| !line.contains("rerun-if-")).collect()
    }

    #[test]
    fn an_up_to_date_output_causes_no_warning() {
        let workspace = Workspace::new();
        workspace.build(&[]).succeeds();
        let tree = ReadOnlyTree::new(&workspace);
        assert_eq!(instructions_other_than_rerun(&tree.build()), [""; 0]);
    }

    #[test]
    fn a_stale_output_causes_a_warning_and_is_not_changed() {
        let workspace = Workspace::new();
        workspace.build(&[]).succeeds();
        let tree = ReadOnlyTree::new(&workspace);
        let page = workspace.read(VOICEMAIL).replace("| id |", "| key |");
        fs::write(tree.path(VOICEMAIL), page).unwrap();
        let stdout = instructions_other_than_rerun(&tree.build());
        assert_eq!(
            stdout,
            [
                "cargo::warning=`generated` is out of date with `spec` and was not updated: \
                 `generated` cannot be written: Permission denied (os error 13)"
            ]
        );
        let model = fs::read_to_string(tree.path("generated/src/models/voicemail.rs"));
        assert!(model.unwrap().contains("pub id: "));
        assert!(!tree.path("generated/.genesys-modelgen").exists());
    }
}
