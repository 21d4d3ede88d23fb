//! Runs the program with a limit on its memory.

use std::{
    io::read_to_string,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::project::{Project, RunOutput};

/// The time after which a run is killed. It only ends a hang: no run takes more than seconds, even on a slow machine.
const HANG: Duration = Duration::from_mins(10);

/// The address space of a run, in KiB: enough to hold the largest file about ten times.
const MEMORY: u32 = 1_500_000;

/// Runs the program in a project.
#[track_caller]
pub fn run(project: &Project, args: &[&str]) -> RunOutput {
    let mut command = limited(project, args);
    // Each thread reserves address space of its own.
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

/// Collects the output of a child process, and kills it if it hangs.
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
        if start.elapsed() > HANG {
            child.kill().unwrap();
            panic!("{args:?} is still running after {HANG:?}");
        }
        thread::sleep(Duration::from_millis(10));
    };
    let [out, err] = readers.map(|reader| reader.join().unwrap());
    let code = status.code();
    RunOutput { code, out, err }
}
