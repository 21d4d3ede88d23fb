//! Files that name definitions.

use std::path::Path;

use super::read;
use crate::span::{Source, Span, Spanned};
use crate::{diagnostic::Diagnostic, limit};

/// The names in a file, and the file.
#[derive(Debug, Clone)]
pub struct Names {
    /// The file.
    pub source: Source,
    /// The names, in their order.
    pub names: Vec<Spanned<String>>,
}

/// Reads a file with a definition's name a line; what follows a `#` is a comment.
///
/// # Errors
///
/// The file cannot be read, or is not UTF-8.
pub fn names(path: &Path) -> Result<Names, Diagnostic> {
    let source = read::stream(path, limit::PAGE)?;
    let mut names = Vec::new();
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        names.extend(name(line, start));
        start += line.len();
    }
    Ok(Names { source, names })
}

/// The name in a line that starts at some byte of its file.
fn name(line: &str, start: usize) -> Option<Spanned<String>> {
    let text = line.split('#').next().unwrap_or_default();
    let text = text.trim_end();
    let name =
        text.trim_start_matches(|c: char| c.is_whitespace() || c == crate::span::BYTE_ORDER_MARK);
    let start = start + text.len() - name.len();
    let span: Span = start..start + name.len();
    (!name.is_empty()).then(|| Spanned::new(name.to_owned(), span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_blank_lines_are_no_names() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("roots.txt");
        let text = "\u{feff}# Mine.\n\n  Ant # six legs\r\nNest";
        std::fs::write(&path, text).unwrap();
        let found = names(&path).unwrap();
        let texts: Vec<_> = found.names.iter().map(|name| name.value.as_str()).collect();
        assert_eq!(texts, ["Ant", "Nest"]);
        for name in found.names {
            assert_eq!(&text[name.span], name.value);
        }
    }
}
