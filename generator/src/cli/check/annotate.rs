//! Differences as annotations of a pull request.

use std::collections::BTreeMap;

use genesys_modelgen::{
    diagnostic::{self, Code, Diagnostic},
    output::{FileDiff, FileState},
    schema::Origin,
    span::SourceFile,
};

/// A line for each file, at the definition that it is made from or else in the file itself.
pub fn annotations(
    differences: &[FileDiff],
    origins: &BTreeMap<String, Origin>,
    fix: &str,
) -> String {
    // A page shows only the first few annotations: those that stand in the spec are the ones to be read.
    let (at_definitions, elsewhere): (Vec<_>, Vec<_>) = differences
        .iter()
        .map(|it| (it, origins.get(&it.file)))
        .partition(|(_, origin)| origin.is_some());
    let findings = at_definitions.into_iter().chain(elsewhere);
    let findings: Vec<_> = findings
        .map(|(difference, origin)| finding(difference, origin, fix))
        .collect();
    diagnostic::github(&findings)
}

fn finding(difference: &FileDiff, origin: Option<&Origin>, fix: &str) -> Diagnostic {
    let FileDiff { path, state, .. } = difference;
    let message = match state {
        FileState::Missing => format!("`{path}` is missing"),
        FileState::Modified => format!("`{path}` is not what the generator makes of the spec"),
        FileState::Stale => format!("`{path}` is left over: the generator no longer makes it"),
    };
    let finding = Diagnostic::new(Code::OutdatedOutput, message).help(format!("run `{fix}`"));
    match origin {
        Some(Origin { source, span }) => finding.label(source, span.clone(), ""),
        None => finding.label(&SourceFile::without_text(path), 0..0, ""),
    }
}
