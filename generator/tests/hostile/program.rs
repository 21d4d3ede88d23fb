//! Runs the program with a limit on its memory.

use std::{
    io::read_to_string,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::project::{Project, RunOutput};

/// The time after which a run is killed. Even on a slow machine a run takes only seconds, unless it hangs.
const TIMEOUT: Duration = Duration::from_mins(10);

/// The limit on the address space of a run, in KiB.
const ADDRESS_SPACE: u32 = 1_500_000;

/// Runs the program in a project, and kills it if it hangs.
#[track_caller]
pub fn run(project: &Project, args: &[&str]) -> RunOutput {
    let mut command = limited_command(project, args);
    // Each thread reserves address space for its stack.
    command.env("RAYON_NUM_THREADS", "2").stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    collect_output(command.spawn().unwrap(), args)
}

fn limited_command(project: &Project, args: &[&str]) -> Command {
    if cfg!(target_os = "linux") {
        project.command_after(&format!("ulimit -v {ADDRESS_SPACE}"), args)
    } else {
        project.command(args)
    }
}

#[track_caller]
fn collect_output(mut child: Child, args: &[&str]) -> RunOutput {
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
        if start.elapsed() > TIMEOUT {
            child.kill().unwrap();
            panic!("{args:?} is still running after {TIMEOUT:?}");
        }
        thread::sleep(Duration::from_millis(10));
    };
    let [out, err] = readers.map(|reader| reader.join().unwrap());
    let code = status.code();
    RunOutput { code, out, err }
}
