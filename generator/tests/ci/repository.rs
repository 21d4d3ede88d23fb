//! A repository with a spec and its models, a bare remote, and a `gh` that only writes down what it is asked for.

use std::{fs, os::unix::fs::PermissionsExt, path::Path, process::Command};

use tempfile::TempDir;

use crate::project::{PROGRAM, Project, Ran};

/// Stands in for GitHub: lists the pull requests in `open`, and keeps what it was asked for, and with which body.
const GH: &str = r#"#!/bin/sh
here=$(dirname "$0")
printf '%s\n' "$*" >>"$here/asked"
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
    /// Holds the remote, `remote.git`, and `bin/` with `gh`.
    around: TempDir,
}

impl Repository {
    /// All is committed and pushed to `main`.
    pub fn new() -> Self {
        let repository = Self {
            project: Project::new(),
            around: tempfile::tempdir().unwrap(),
        };
        fs::create_dir(repository.around("bin")).unwrap();
        let gh = repository.around("bin/gh");
        fs::write(&gh, GH).unwrap();
        fs::set_permissions(&gh, fs::Permissions::from_mode(0o755)).unwrap();
        repository.project.generate();
        let remote = repository.around("remote.git");
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

    fn around(&self, path: &str) -> String {
        self.around.path().join(path).display().to_string()
    }

    /// A program about to be run here, with nothing of the user's configuration and with the stand-ins on the path.
    pub fn command(&self, program: &str) -> Command {
        let own = Path::new(PROGRAM).parent().unwrap().display();
        let path = std::env::var("PATH").unwrap();
        let mut command = Command::new(program);
        command
            .current_dir(self.project.path(""))
            .env_remove("CARGO");
        command.env("PATH", format!("{}:{own}:{path}", self.around("bin")));
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

    /// What git prints.
    #[track_caller]
    pub fn git(&self, args: &[&str]) -> String {
        let ran = Ran::of(self.command("git").args(args)).exits_with(0);
        ran.out.trim_end().to_owned()
    }

    /// What git prints of the remote.
    #[track_caller]
    pub fn remote(&self, args: &[&str]) -> String {
        self.git(&[&["--git-dir", &self.around("remote.git")], args].concat())
    }

    /// What GitHub was asked for, a line each.
    pub fn asked(&self) -> Vec<String> {
        let asked = fs::read_to_string(self.around("bin/asked")).unwrap_or_default();
        asked.lines().map(str::to_owned).collect()
    }

    /// The body of the pull request.
    pub fn body(&self) -> String {
        fs::read_to_string(self.around("bin/body")).unwrap()
    }

    /// Makes GitHub say that a pull request is open.
    pub fn open_pull_request(&self, number: u32) {
        fs::write(self.around("bin/open"), number.to_string()).unwrap();
    }
}

/// The path of one of the project's own files.
pub fn own(path: &str) -> String {
    format!("{}/../{path}", env!("CARGO_MANIFEST_DIR"))
}
