//! Trees that are not this one's to change: without a spec, or read only.

use std::fs;

use crate::copy::Workspace;

const OUTPUT: &str = "generated/src/models/voicemail.rs";

#[test]
fn without_a_spec_there_is_nothing_to_do_and_nothing_to_say() {
    let workspace = Workspace::new();
    fs::remove_dir_all(workspace.path("spec")).unwrap();
    let before = workspace.read(OUTPUT);
    for variables in [&[][..], &[("CI", "true")]] {
        let built = workspace.build(variables).succeeds();
        built.never_tells("warning: ").never_tells("error: ");
        let again = workspace.build(variables).succeeds();
        again.tells("Fresh genesys-models ").never_tells("Running");
    }
    assert_eq!(workspace.read(OUTPUT), before);
}

#[test]
fn a_spec_that_is_asked_for_must_be_there() {
    let workspace = Workspace::new();
    fs::remove_dir_all(workspace.path("spec")).unwrap();
    for mode in ["check", "write"] {
        let built = workspace.build(&[("GENESYS_MODELGEN", mode)]).fails();
        built.tells("spec").tells("[M0001]");
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

    use crate::copy::{Workspace, mirror};

    const VOICEMAIL: &str = "spec/definitions/voicemail-definition.md";

    /// Somebody without rights, as whom the script runs where the tests are run by root.
    const NOBODY: u32 = 65534;

    /// A copy of spec, crate and build script, of which nobody may change the crate.
    struct Tree(TempDir);

    impl Tree {
        fn new(workspace: &Workspace) -> Self {
            let dir = tempfile::tempdir().unwrap();
            for path in ["spec", "generated"] {
                mirror(&workspace.path(path), &dir.path().join(path));
            }
            fs::copy(script(), dir.path().join("script")).unwrap();
            permit(dir.path(), 0o755);
            permit(&dir.path().join("generated"), 0o555);
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

    impl Drop for Tree {
        fn drop(&mut self) {
            permit(&self.path("generated"), 0o755);
        }
    }

    /// Gives a folder and all folders in it these permissions.
    fn permit(folder: &Path, mode: u32) {
        fs::set_permissions(folder, Permissions::from_mode(mode)).unwrap();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                permit(&path, mode);
            }
        }
    }

    /// The build script as the last build has compiled it.
    fn script() -> PathBuf {
        let folders = fs::read_dir(Path::new(crate::copy::TARGET).join("debug/build")).unwrap();
        let scripts = folders.map(|folder| folder.unwrap().path().join("build-script-build"));
        let is_ours =
            |path: &PathBuf| path.is_file() && path.to_string_lossy().contains("/genesys-models-");
        let newest = |path: &PathBuf| fs::metadata(path).unwrap().modified().unwrap();
        scripts.filter(is_ours).max_by_key(newest).unwrap()
    }

    fn instructions(output: &Output) -> Vec<String> {
        assert!(output.status.success(), "{output:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        let told = String::from_utf8_lossy(&output.stdout);
        let lines = told.lines().map(str::to_owned);
        lines.filter(|line| !line.contains("rerun-if-")).collect()
    }

    #[test]
    fn one_that_is_up_to_date_is_no_matter() {
        let workspace = Workspace::new();
        workspace.build(&[]).succeeds();
        let tree = Tree::new(&workspace);
        assert_eq!(instructions(&tree.build()), [""; 0]);
    }

    #[test]
    fn one_that_is_stale_is_a_warning_and_stays_as_it_is() {
        let workspace = Workspace::new();
        workspace.build(&[]).succeeds();
        let tree = Tree::new(&workspace);
        let page = workspace.read(VOICEMAIL).replace("| id |", "| key |");
        fs::write(tree.path(VOICEMAIL), page).unwrap();
        let told = instructions(&tree.build());
        assert_eq!(
            told,
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
