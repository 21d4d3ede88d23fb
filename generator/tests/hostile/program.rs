//! The program, run with little memory and not for long.

use std::{
    io::read_to_string,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::project::{Project, RunOutput};

/// How long a run may take: all that comes here takes a second or two where it grows as its input does, and minutes
/// where it grows with the square.
const PATIENCE: Duration = Duration::from_secs(30);

/// A run's address space, in KiB: a program that keeps ten times the largest file fits in.
const MEMORY: u32 = 1_500_000;

/// Runs the program in a project.
#[track_caller]
pub fn run(project: &Project, args: &[&str]) -> RunOutput {
    let mut command = limited(project, args);
    // Each thread reserves addresses for itself.
    command.env("RAYON_NUM_THREADS", "2").stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    wait(command.spawn().unwrap(), args)
}

fn limited(project: &Project, args: &[&str]) -> Command {
    if cfg!(target_os = "linux") {
        project.command_after(&format!("ulimit -v {MEMORY}"), args)
    } else {
        project.command(args)
    }
}

/// Reads all that a child says, and ends it where it takes too long.
#[track_caller]
fn wait(mut child: Child, args: &[&str]) -> RunOutput {
    let (mut out, mut err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let start = Instant::now();
    let readers = [
        thread::spawn(move || read_to_string(&mut out).unwrap()),
        thread::spawn(move || read_to_string(&mut err).unwrap()),
    ];
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("{args:?} takes more than {PATIENCE:?}");
        }
        thread::sleep(Duration::from_millis(10));
    };
    let [out, err] = readers.map(|reader| reader.join().unwrap());
    let code = status.code();
    RunOutput { code, out, err }
}
