//! Colors are printed only on terminals.

use crate::project::Project;

fn with_a_warning() -> Project {
    let project = Project::new();
    project.define("Stone", "| weight | `number` | No | In\ngrams. |\n");
    project
}

const COMMANDS: [&[&str]; 6] = [
    &["lint"],
    &["check"],
    &["generate"],
    &["diff", "spec", "spec"],
    &["--help"],
    &["nonsense"],
];

#[test]
fn a_pipe_gets_no_escape_sequences() {
    for args in COMMANDS {
        let ran = with_a_warning().run(args);
        assert!(!(ran.out + &ran.err).contains('\u{1b}'), "{args:?}");
    }
}

/// Runs the program on a terminal created by `script`.
#[cfg(target_os = "linux")]
fn on_a_terminal(command: &str, no_color: Option<&str>) -> Option<String> {
    let project = with_a_warning();
    let line = format!("'{}' {command}", crate::project::PROGRAM);
    let mut script = std::process::Command::new("script");
    script
        .args(["-qec", &line, "/dev/null"])
        .current_dir(project.path(""))
        .env("TERM", "xterm")
        .env_remove("NO_COLOR");
    script.envs(no_color.map(|value| ("NO_COLOR", value)));
    match script.output() {
        Ok(output) => Some(String::from_utf8(output.stdout).unwrap()),
        Err(error) => {
            eprintln!("skipped: `script`, which provides a terminal, cannot be run: {error}");
            None
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_colors_unless_no_color_is_set() {
    for (command, text) in [("lint", "M0151"), ("diff spec spec", "Major Changes")] {
        let Some(plain) = on_a_terminal(command, Some("1")) else {
            return;
        };
        assert!(plain.contains(text) && !plain.contains('\u{1b}'), "{plain}");
        for unset in [None, Some("")] {
            let colored = on_a_terminal(command, unset).unwrap();
            assert!(
                colored.contains(text) && colored.contains('\u{1b}'),
                "{colored}"
            );
        }
    }
}
