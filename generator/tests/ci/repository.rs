//! A git repository with a spec and models, a bare remote, and a fake `gh` that records its calls.

use std::{fs, os::unix::fs::PermissionsExt, path::Path, process::Command};

use tempfile::TempDir;

use crate::project::{PROGRAM, Project, RunOutput};

/// A fake `gh`: lists the pull requests in the file `open`, and records its arguments and the body.
const GH: &str = r#"#!/bin/sh
here=$(dirname "$0")
printf '%s\n' "$*" >>"$here/calls"
case "$1 $2" in
"pr list") cat "$here/open" 2>/dev/null || : ;;
*) while [ $# -gt 0 ]; do
    if [ "$1" = --body-file ]; then cp "$2" "$here/body"; fi
    shift
done ;;
esac
"#;

pub struct Repository {
    pub project: Project,
    /// A folder with the remote in `remote.git` and the fake `gh` in `bin`.
    outer: TempDir,
}

impl Repository {
    /// Creates a repository with one commit on `main`, which is pushed to the remote.
    pub fn new() -> Self {
        let repository = Self {
            project: Project::new(),
            outer: tempfile::tempdir().unwrap(),
        };
        fs::create_dir(repository.outer("bin")).unwrap();
        let gh = repository.outer("bin/gh");
        fs::write(&gh, GH).unwrap();
        fs::set_permissions(&gh, fs::Permissions::from_mode(0o755)).unwrap();
        repository.project.generate();
        let remote = repository.outer("remote.git");
        repository.git(&["init", "--quiet", "--initial-branch", "main"]);
        repository.git(&["init", "--quiet", "--bare", &remote]);
        repository.git(&["remote", "add", "origin", &remote]);
        repository.commit_all("First");
        repository.git(&["push", "--quiet", "origin", "main"]);
        repository
    }

    pub fn commit_all(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--no-verify", "--message", message]);
    }

    fn outer(&self, path: &str) -> String {
        self.outer.path().join(path).display().to_string()
    }

    /// Returns a command that runs in the repository, with the fake `gh` on the path and without the user's git configuration.
    pub fn command(&self, program: &str) -> Command {
        let program_folder = Path::new(PROGRAM).parent().unwrap().display();
        let path = std::env::var("PATH").unwrap();
        let mut command = Command::new(program);
        command
            .current_dir(self.project.path(""))
            .env_remove("CARGO");
        command.env(
            "PATH",
            format!("{}:{program_folder}:{path}", self.outer("bin")),
        );
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("GIT_")) {
            command.env_remove(name);
        }
        for name in ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"] {
            command.env(name, "/dev/null");
        }
        for role in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{role}_NAME"), "Ann");
            command.env(format!("GIT_{role}_EMAIL"), "ann@example.com");
        }
        command
    }

    /// Runs git and returns its output.
    #[track_caller]
    pub fn git(&self, args: &[&str]) -> String {
        let ran = RunOutput::of(self.command("git").args(args)).exits_with(0);
        ran.out.trim_end().to_owned()
    }

    /// Runs git on the remote and returns its output.
    #[track_caller]
    pub fn remote(&self, args: &[&str]) -> String {
        self.git(&[&["--git-dir", &self.outer("remote.git")], args].concat())
    }

    /// Returns the arguments of each call of `gh`.
    pub fn gh_calls(&self) -> Vec<String> {
        let calls = fs::read_to_string(self.outer("bin/calls")).unwrap_or_default();
        calls.lines().map(str::to_owned).collect()
    }

    /// Returns the body of the pull request.
    pub fn body(&self) -> String {
        fs::read_to_string(self.outer("bin/body")).unwrap()
    }

    /// Makes `gh` list an open pull request.
    pub fn open_pull_request(&self, number: u32) {
        fs::write(self.outer("bin/open"), number.to_string()).unwrap();
    }
}

/// Returns the path of a file in this workspace.
pub fn workspace_file(path: &str) -> String {
    format!("{}/../{path}", env!("CARGO_MANIFEST_DIR"))
}
