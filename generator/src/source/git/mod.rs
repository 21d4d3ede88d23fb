//! Reading from a revision in git, with git itself: it knows every way to name a revision and to keep it.

mod call;
mod files;

use std::path::{Path, PathBuf};

use super::{
    Found, Revision, Spec,
    listing::{CLASSES, DEFINITIONS, Listing},
    problem::unreadable_revision,
    read::text,
    spec::{OVERRIDES, gather, join},
};
use crate::{diagnostic::Diagnostic, limit};

use call::git;
use files::{Blob, Files, contents};

/// Reads a folder or a file of a revision, in three or four calls of git, however many files there are.
pub fn load(revision: &Revision) -> Result<Found, Vec<Diagnostic>> {
    let object = find(revision).map_err(|error| vec![error])?;
    let path = PathBuf::from(format!("{}:{}", revision.name, revision.path));
    match object {
        Object::Tree(id) => folder(revision, &path, &id).map(Found::Spec),
        Object::Blob(id) => file(revision, path, id)
            .map(Found::Json)
            .map_err(|error| vec![error]),
    }
}

/// What a path leads to, by its name among git's objects.
enum Object {
    Tree(String),
    Blob(String),
}

fn find(revision: &Revision) -> Result<Object, Diagnostic> {
    let Revision { name, path } = revision;
    let missing = |what: String| unreadable_revision(revision, &what);
    if name.contains('\n') || path.contains('\n') {
        return Err(missing("its name has several lines".to_owned()));
    }
    let asked = format!("{name}^{{tree}}\n{name}:./{path}\n");
    let answer = git(revision, &["cat-file", "--batch-check"], &asked)?;
    let answer = String::from_utf8_lossy(&answer);
    let mut lines = answer.lines().map(object);
    if lines.next().flatten().is_none() {
        return Err(missing(format!("there is no revision `{name}`")));
    }
    let found = lines.next().flatten();
    found.ok_or_else(|| missing(format!("there is no `{path}` in the revision `{name}`")))
}

/// The object in a line such as `c0ffee tree 42`; the line of a missing object looks different.
fn object(line: &str) -> Option<Object> {
    let words: Vec<_> = line.split(' ').collect();
    match words.as_slice() {
        [id, "tree", _] => Some(Object::Tree((*id).to_owned())),
        [id, "blob", _] => Some(Object::Blob((*id).to_owned())),
        _ => None,
    }
}

fn file(revision: &Revision, path: PathBuf, id: String) -> Result<crate::span::Source, Diagnostic> {
    let mut read = contents(revision, vec![Blob { path, id }], limit::OTHER_FILE)?;
    let lost = || Err(unreadable_revision(revision, "git did not send it"));
    read.pop().unwrap_or_else(lost)
}

fn folder(revision: &Revision, dir: &Path, tree: &str) -> Result<Spec, Vec<Diagnostic>> {
    let list = ["ls-tree", "-r", "-z", "--full-tree", tree];
    let list = git(revision, &list, "").map_err(|error| vec![error])?;
    let files = Files::new(&list);
    let tree = Tree {
        revision,
        dir,
        files: &files,
    };
    let is_inner = files.has_folder("definitions/");
    let (definitions, prefix) = if is_inner {
        (DEFINITIONS.folder(dir), "definitions/")
    } else {
        (dir.to_owned(), "")
    };
    let definitions = Listing::new(definitions, DEFINITIONS, files.names_in(prefix));
    let has_classes = is_inner && files.has_folder("classes/");
    let classes =
        has_classes.then(|| Listing::new(CLASSES.folder(dir), CLASSES, files.names_in("classes/")));
    tree.read(definitions, prefix, classes)
        .map_err(|error| vec![error])?
}

/// The files below the folder of a revision.
struct Tree<'a> {
    revision: &'a Revision,
    dir: &'a Path,
    files: &'a Files<'a>,
}

impl Tree<'_> {
    /// Reads a spec, all its files at once.
    fn read(
        &self,
        definitions: Listing,
        prefix: &str,
        classes: Option<Listing>,
    ) -> Result<Result<Spec, Vec<Diagnostic>>, Diagnostic> {
        let mut wanted = self.blobs(&definitions, prefix);
        let definition_count = wanted.len();
        wanted.extend(
            classes
                .iter()
                .flat_map(|classes| self.blobs(classes, "classes/")),
        );
        let page_count = wanted.len() - definition_count;
        wanted.extend(self.files.blob(OVERRIDES, join(self.dir, OVERRIDES)));
        let mut read = contents(self.revision, wanted, limit::PAGE)?.into_iter();
        let definitions = (definitions, read.by_ref().take(definition_count).collect());
        let pages: Vec<_> = read.by_ref().take(page_count).collect();
        let classes = classes.map(|listing| (listing, pages));
        Ok(gather(
            self.dir,
            definitions,
            classes,
            read.next().transpose(),
        ))
    }

    fn blobs(&self, listing: &Listing, prefix: &str) -> Vec<Blob> {
        let names = listing.files().into_iter();
        names
            .filter_map(|name| {
                self.files
                    .blob(&format!("{prefix}{name}"), join(&listing.folder, name))
            })
            .collect()
    }
}
