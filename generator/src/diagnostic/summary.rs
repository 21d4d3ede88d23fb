//! Summaries of warnings with the same code.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Severity};

/// The number of warnings with the same code that are kept.
const KEPT: usize = 3;

/// Replaces the warnings of each code that has more than three by one with their number, in the place of the first. Errors
/// are kept.
///
/// ```
/// use genesys_modelgen::diagnostic::{Code, Diagnostic, summarize};
///
/// let warnings: Vec<_> = (1..=40).map(|row| Diagnostic::new(Code::StrayText, format!("text {row}"))).collect();
/// let summary = &summarize(&warnings)[0];
/// assert_eq!(summary.message, "a page contains unexpected text, 40 times");
/// assert_eq!(summary.help[0], "such as: text 1");
/// ```
#[must_use]
pub fn summarize(diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut by_code = BTreeMap::<Code, Vec<&Diagnostic>>::new();
    for diagnostic in diagnostics.iter().filter(|it| is_warning(it)) {
        by_code.entry(diagnostic.code).or_default().push(diagnostic);
    }
    by_code.retain(|_, warnings| warnings.len() > KEPT);
    let mut summaries = Vec::new();
    let mut summarized = Vec::new();
    for diagnostic in diagnostics {
        match by_code.get(&diagnostic.code) {
            None => summaries.push(diagnostic.clone()),
            Some(_) if summarized.contains(&diagnostic.code) => {}
            Some(warnings) => {
                summarized.push(diagnostic.code);
                summaries.push(summary(diagnostic, warnings));
            }
        }
    }
    summaries
}

fn is_warning(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity() == Severity::Warning
}

/// Returns the summary of warnings at the place of the first.
fn summary(first: &Diagnostic, warnings: &[&Diagnostic]) -> Diagnostic {
    let examples = warnings.iter().take(KEPT);
    let examples = examples.map(|warning| format!("such as: {}", warning.message));
    let details = "`--verbose` or `genesys-modelgen lint` shows each".to_owned();
    Diagnostic {
        code: first.code,
        message: format!("{}, {} times", first.code.title(), warnings.len()),
        labels: first.labels.clone(),
        help: examples.chain([details]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(code: Code, number: usize) -> Vec<Diagnostic> {
        (0..number)
            .map(|it| Diagnostic::new(code, format!("number {it}")))
            .collect()
    }

    #[test]
    fn a_few_warnings_with_the_same_code_are_kept() {
        let warnings = [all(Code::StrayText, KEPT), all(Code::BrokenRow, KEPT)].concat();
        assert_eq!(summarize(&warnings), warnings);
    }

    #[test]
    fn errors_are_kept() {
        let errors = all(Code::InvalidType, KEPT + 1);
        assert_eq!(summarize(&errors), errors);
    }

    #[test]
    fn many_warnings_with_the_same_code_become_one_in_the_place_of_the_first() {
        let few = all(Code::StrayText, 1);
        let many = all(Code::DifferentType, 1000);
        let (first, others) = many.split_at(1);
        let diagnostics = [first, &few, others].concat();
        let summaries = summarize(&diagnostics);
        assert_eq!(summaries.len(), 2);
        let expected = "the docs and the OpenAPI file disagree on a type, 1000 times";
        assert_eq!(summaries[0].message, expected);
        let help = [
            "such as: number 0",
            "such as: number 1",
            "such as: number 2",
            "`--verbose` or `genesys-modelgen lint` shows each",
        ];
        assert_eq!(summaries[0].help, help);
        assert_eq!(summaries[1..], few);
    }
}
