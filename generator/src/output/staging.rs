//! Where files wait until all of them are whole, and where one run waits for another.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use same_file::Handle;

/// The folder in the output folder, there only while a run writes; one that was stopped leaves it behind.
pub(super) const FOLDER: &str = ".genesys-modelgen";

/// The right to write into an output folder, and a folder in it for drafts. Both end with the value.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
    /// Whether there was no output folder before.
    is_new: bool,
    /// The lock is the system's, which takes it back from a process that was killed.
    lock: File,
}

impl Staging {
    /// Waits until no other run writes here, and clears away what one that was stopped has left.
    pub(super) fn enter(dir: &Path) -> io::Result<Self> {
        let is_new = !dir.exists();
        let folder = dir.join(FOLDER);
        let lock = lock(&folder).inspect_err(|_| leave(&folder, is_new))?;
        let staging = Self {
            folder,
            is_new,
            lock,
        };
        let drafts = staging.drafts();
        match fs::remove_dir_all(&drafts) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => fs::create_dir(drafts)?,
        }
        Ok(staging)
    }

    /// Whether a run writes here, or was stopped while it did.
    pub(super) fn is_in(dir: &Path) -> bool {
        dir.join(FOLDER).symlink_metadata().is_ok()
    }

    /// Waits until no run writes here, and keeps others from it as long as the returned file is open. It leaves no trace,
    /// and who cannot wait does not.
    pub(super) fn wait(dir: &Path) -> Option<File> {
        let path = lock_file(&dir.join(FOLDER));
        is_plain(&path).ok()?;
        let file = File::open(path).ok()?;
        file.lock_shared().ok();
        Some(file)
    }

    /// The path of a draft.
    pub(super) fn draft(&self, name: &str) -> PathBuf {
        self.drafts().join(name)
    }

    fn drafts(&self) -> PathBuf {
        self.folder.join("drafts")
    }
}

impl Drop for Staging {
    /// What cannot be removed now is left to the next run.
    fn drop(&mut self) {
        fs::remove_dir_all(self.drafts()).ok();
        fs::remove_file(lock_file(&self.folder)).ok();
        leave(&self.folder, self.is_new);
        self.lock.unlock().ok();
    }
}

/// Removes the folder, and an output folder that was made for it, unless something is in them.
fn leave(folder: &Path, is_new: bool) {
    fs::remove_dir(folder).ok();
    if is_new {
        folder.parent().map(fs::remove_dir);
    }
}

fn lock_file(folder: &Path) -> PathBuf {
    folder.join("lock")
}

/// Makes the folder and gets the lock in it.
fn lock(folder: &Path) -> io::Result<File> {
    let path = lock_file(folder);
    loop {
        make(folder)?;
        is_plain(&path)?;
        let file = match File::options().create(true).append(true).open(&path) {
            // The run before has just removed its folder.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            opened => opened?,
        };
        // Where files cannot be locked, runs do without: an error never means that another one has the lock.
        file.lock().ok();
        match Handle::from_path(&path) {
            Ok(there) if there == Handle::from_file(file.try_clone()?)? => return Ok(file),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            // Who was waited for has removed the file: the lock that counts is on the one that is there.
            _ => {}
        }
    }
}

/// Makes the folder, which must be one itself: drafts must not end where a link leads to.
fn make(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    match folder.symlink_metadata() {
        Ok(data) if !data.is_dir() => Err(io::ErrorKind::NotADirectory.into()),
        _ => Ok(()),
    }
}

/// Nor is a link in the lock's place followed, or a pipe waited for.
fn is_plain(lock: &Path) -> io::Result<()> {
    match lock.symlink_metadata() {
        Ok(data) if !data.is_file() => Err(io::Error::other("its lock is no file")),
        _ => Ok(()),
    }
}

#[cfg(test)]
impl Staging {
    /// Leaves it as a process that is killed does: the system takes the lock back, and nothing is cleared away.
    pub(super) fn abandon(self) {
        self.lock.unlock().unwrap();
        std::mem::forget(self);
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc, thread, time::Duration};

    use super::*;

    #[test]
    fn one_run_waits_for_another_and_nothing_is_left() {
        let dir = tempfile::tempdir().unwrap();
        let first = Staging::enter(dir.path()).unwrap();
        let (sender, receiver) = mpsc::channel();
        thread::scope(|scope| {
            scope.spawn(|| {
                let second = Staging::enter(dir.path()).unwrap();
                sender
                    .send(second.draft("x").parent().unwrap().is_dir())
                    .unwrap();
            });
            let early = receiver.recv_timeout(Duration::from_millis(50));
            assert!(early.is_err(), "the second run did not wait");
            drop(first);
            assert!(receiver.recv_timeout(Duration::from_mins(1)).unwrap());
        });
        assert!(!Staging::is_in(dir.path()));
    }

    #[test]
    fn many_runs_have_it_one_at_a_time() {
        let dir = tempfile::tempdir().unwrap();
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let staging = Staging::enter(dir.path()).unwrap();
                        // It fails where another run is in here.
                        fs::create_dir(staging.draft("mine")).unwrap();
                        thread::yield_now();
                        fs::remove_dir(staging.draft("mine")).unwrap();
                    }
                });
            }
        });
        assert!(!Staging::is_in(dir.path()));
    }

    #[test]
    fn who_only_waits_leaves_no_trace() {
        let dir = tempfile::tempdir().unwrap();
        assert!(Staging::wait(dir.path()).is_none());
        assert!(!Staging::is_in(dir.path()));
        let staging = Staging::enter(dir.path()).unwrap();
        thread::scope(|scope| {
            let waiting = scope.spawn(|| Staging::wait(dir.path()));
            thread::sleep(Duration::from_millis(50));
            assert!(!waiting.is_finished(), "it did not wait");
            drop(staging);
            assert!(waiting.join().unwrap().is_some());
        });
    }

    #[test]
    fn what_a_stopped_run_left_is_cleared_away() {
        let dir = tempfile::tempdir().unwrap();
        let left = dir.path().join(FOLDER).join("drafts/new-1");
        fs::create_dir_all(left.parent().unwrap()).unwrap();
        fs::write(&left, "half").unwrap();
        let staging = Staging::enter(dir.path()).unwrap();
        assert!(!left.exists());
        drop(staging);
        assert!(!Staging::is_in(dir.path()));
    }

    #[test]
    fn an_output_folder_into_which_nothing_was_written_was_not_made_either() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("out");
        drop(Staging::enter(&out).unwrap());
        assert!(!out.exists());
        let staging = Staging::enter(&out).unwrap();
        fs::write(out.join("file"), "").unwrap();
        drop(staging);
        assert!(out.join("file").exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_its_place_is_not_followed() {
        let (dir, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(other.path(), dir.path().join(FOLDER)).unwrap();
        let error = Staging::enter(dir.path()).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotADirectory);
        assert_eq!(fs::read_dir(other.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_place_of_the_lock_is_not_followed() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join(FOLDER);
        fs::create_dir(&folder).unwrap();
        std::os::unix::fs::symlink("nowhere", lock_file(&folder)).unwrap();
        let error = Staging::enter(dir.path()).unwrap_err();
        assert_eq!(error.to_string(), "its lock is no file");
        assert!(Staging::wait(dir.path()).is_none());
        assert!(!folder.join("nowhere").exists());
    }
}
