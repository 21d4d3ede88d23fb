//! Files of roots.

use std::path::Path;

use super::read;
use crate::{
    diagnostic::Diagnostic,
    limit,
    span::{BYTE_ORDER_MARK, Source, Span, Spanned},
};

/// A file of roots: the names of selected types.
#[derive(Debug, Clone)]
pub struct RootsFile {
    /// The source file.
    pub source: Source,
    /// The names in the order of the file.
    pub names: Vec<Spanned<String>>,
}

/// Reads a file with one type name per line, and comments after `#`.
///
/// # Errors
///
/// Returns a diagnostic if the file cannot be read, is too large or is not UTF-8.
pub fn load_roots(path: &Path) -> Result<RootsFile, Diagnostic> {
    let source = read::read_file_or_pipe(path, limit::PAGE)?;
    let mut names = Vec::new();
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        names.extend(parse_line(line, start));
        start += line.len();
    }
    Ok(RootsFile { source, names })
}

/// Parses the name in the line that starts at an offset in its file.
fn parse_line(line: &str, start: usize) -> Option<Spanned<String>> {
    let text = line.split('#').next().unwrap_or_default();
    let text = text.trim_end();
    let name = text.trim_start_matches(|c: char| c.is_whitespace() || c == BYTE_ORDER_MARK);
    let start = start + text.len() - name.len();
    let span: Span = start..start + name.len();
    (!name.is_empty()).then(|| Spanned::new(name.to_owned(), span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_blank_lines_are_skipped() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("roots.txt");
        let text = "\u{feff}# Comment.\n\n  Ant # six legs\r\nNest";
        std::fs::write(&path, text).unwrap();
        let roots = load_roots(&path).unwrap();
        let names: Vec<_> = roots.names.iter().map(|name| name.value.as_str()).collect();
        assert_eq!(names, ["Ant", "Nest"]);
        for name in roots.names {
            assert_eq!(&text[name.span], name.value);
        }
    }
}
