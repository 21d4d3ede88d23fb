//! The staging folder inside an output folder: a lock that admits one writer at a time, and the drafts of its files.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use same_file::Handle;

use super::if_found;

/// The staging folder's name. The folder exists only during an update, or after an update that was killed.
pub(super) const FOLDER: &str = ".genesys-modelgen";

/// The exclusive right to write to an output folder. Dropping it removes the staging folder.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
    /// Whether the output folder was created for it.
    is_new: bool,
    /// Released by the operating system if the process is killed.
    lock: File,
}

impl Staging {
    /// Waits until no other run writes to an output folder, and removes what a killed run left.
    pub(super) fn enter(dir: &Path) -> io::Result<Self> {
        let is_new = !dir.exists();
        let folder = dir.join(FOLDER);
        let lock = lock(&folder).inspect_err(|_| remove_empty(&folder, is_new))?;
        let staging = Self {
            folder,
            is_new,
            lock,
        };
        if_found(fs::remove_dir_all(staging.drafts()))?;
        fs::create_dir(staging.drafts())?;
        Ok(staging)
    }

    /// Checks whether a run writes to an output folder, or was killed while it did.
    pub(super) fn exists(dir: &Path) -> bool {
        dir.join(FOLDER).symlink_metadata().is_ok()
    }

    /// Waits until no run writes to an output folder, and prevents writing while the returned file is open.
    ///
    /// Creates nothing; returns `None` without waiting if there is no lock.
    pub(super) fn wait(dir: &Path) -> Option<File> {
        let file = File::open(lock_file(&dir.join(FOLDER))).ok()?;
        file.lock_shared().ok();
        Some(file)
    }

    /// Returns the path of a draft.
    pub(super) fn draft(&self, name: &str) -> PathBuf {
        self.drafts().join(name)
    }

    fn drafts(&self) -> PathBuf {
        self.folder.join("drafts")
    }
}

impl Drop for Staging {
    /// Ignores errors: the next run removes what is left.
    fn drop(&mut self) {
        fs::remove_dir_all(self.drafts()).ok();
        fs::remove_file(lock_file(&self.folder)).ok();
        remove_empty(&self.folder, self.is_new);
        self.lock.unlock().ok();
    }
}

/// Removes the staging folder, and an output folder that was created for it, if they are empty.
fn remove_empty(folder: &Path, is_new: bool) {
    fs::remove_dir(folder).ok();
    if is_new {
        folder.parent().map(fs::remove_dir);
    }
}

fn lock_file(folder: &Path) -> PathBuf {
    folder.join("lock")
}

/// Creates the staging folder and locks the file in it.
fn lock(folder: &Path) -> io::Result<File> {
    let path = lock_file(folder);
    loop {
        create_folder(folder)?;
        let opened = File::options().create(true).append(true).open(&path);
        let Some(file) = if_found(opened)? else {
            // The previous run has just removed the folder.
            continue;
        };
        // An error means that the file system has no locks, not that another run holds this one.
        file.lock().ok();
        // The previous run may have removed the file that was waited for: only the present file's lock counts.
        if let Some(present) = if_found(Handle::from_path(&path))?
            && present == Handle::from_file(file.try_clone()?)?
        {
            return Ok(file);
        }
    }
}

fn create_folder(folder: &Path) -> io::Result<()> {
    folder.parent().map_or(Ok(()), fs::create_dir_all)?;
    match fs::create_dir(folder) {
        // Not `create_dir_all`, which fails if another run is just removing the folder.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        created => created?,
    }
    if folder.is_symlink() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    Ok(())
}

#[cfg(test)]
impl Staging {
    /// Releases the lock without removing anything, as if the process had been killed.
    pub(super) fn abandon(self) {
        self.lock.unlock().unwrap();
        std::mem::forget(self);
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::{Mutex, mpsc},
        thread,
    };

    use super::*;

    /// Runs `wait` in a thread while the lock is held, and checks that it returns only after the lock was released.
    fn waits_for_release(dir: &Path, wait: impl FnOnce() + Send) {
        let events = Mutex::new(Vec::new());
        let (sender, is_started) = mpsc::channel();
        let staging = Staging::enter(dir).unwrap();
        thread::scope(|scope| {
            scope.spawn(|| {
                sender.send(()).unwrap();
                wait();
                events.lock().unwrap().push("waited");
            });
            is_started.recv().unwrap();
            for _ in 0..1000 {
                thread::yield_now();
            }
            events.lock().unwrap().push("released");
            drop(staging);
        });
        assert_eq!(events.into_inner().unwrap(), ["released", "waited"]);
    }

    #[test]
    fn a_writer_waits_for_another_and_nothing_is_left() {
        let dir = tempfile::tempdir().unwrap();
        waits_for_release(dir.path(), || {
            let second = Staging::enter(dir.path()).unwrap();
            assert!(second.draft("x").parent().unwrap().is_dir());
        });
        assert!(!Staging::exists(dir.path()));
    }

    #[test]
    fn a_reader_waits_for_a_writer() {
        let dir = tempfile::tempdir().unwrap();
        waits_for_release(dir.path(), || drop(Staging::wait(dir.path())));
    }

    #[test]
    fn a_held_lock_is_refused_to_others() {
        let dir = tempfile::tempdir().unwrap();
        let staging = Staging::enter(dir.path()).unwrap();
        let other = File::open(lock_file(&staging.folder)).unwrap();
        assert!(other.try_lock_shared().is_err());
        staging.abandon();
        other.try_lock_shared().unwrap();
    }

    #[test]
    fn many_writers_enter_one_at_a_time() {
        let dir = tempfile::tempdir().unwrap();
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let staging = Staging::enter(dir.path()).unwrap();
                        // Fails if another writer has entered.
                        fs::create_dir(staging.draft("mine")).unwrap();
                        thread::yield_now();
                        fs::remove_dir(staging.draft("mine")).unwrap();
                    }
                });
            }
        });
        assert!(!Staging::exists(dir.path()));
    }

    #[test]
    fn a_reader_creates_nothing_without_a_lock() {
        let dir = tempfile::tempdir().unwrap();
        assert!(Staging::wait(dir.path()).is_none());
        assert!(!Staging::exists(dir.path()));
    }

    #[test]
    fn leftovers_of_a_killed_run_are_removed() {
        let dir = tempfile::tempdir().unwrap();
        let left = dir.path().join(FOLDER).join("drafts/new-1");
        fs::create_dir_all(left.parent().unwrap()).unwrap();
        fs::write(&left, "half").unwrap();
        let staging = Staging::enter(dir.path()).unwrap();
        assert!(!left.exists());
        drop(staging);
        assert!(!Staging::exists(dir.path()));
    }

    #[test]
    fn a_new_output_folder_is_removed_if_it_stays_empty() {
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
    fn a_link_in_place_of_the_folder_is_not_followed() {
        let (dir, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(other.path(), dir.path().join(FOLDER)).unwrap();
        let error = Staging::enter(dir.path()).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotADirectory);
        assert_eq!(fs::read_dir(other.path()).unwrap().count(), 0);
    }
}
