//! Creates the warnings about disagreements between the docs and the OpenAPI file.

use super::types::Conflict;
use crate::{
    diagnostic::{Code, Diagnostic},
    schema::{Origin, Type},
};

/// The number of values that a message lists.
const SHOWN_VALUES: usize = 5;

/// The warnings about the disagreements that were found.
#[derive(Debug, Default)]
pub struct Disagreements {
    pub diagnostics: Vec<Diagnostic>,
}

/// The places where the docs and the OpenAPI file describe the same thing.
#[derive(Clone, Copy)]
pub struct Places<'a> {
    pub docs: &'a Origin,
    pub exact: &'a Origin,
}

impl Disagreements {
    /// Reports a conflict between the types of `subject`, such as "`Ant.size`".
    pub fn conflict(
        &mut self,
        subject: &str,
        conflict: Conflict,
        [documented, exact]: [&Type; 2],
        places: Places<'_>,
    ) {
        match conflict {
            Conflict::Type => {
                let (documented, exact) = (format!("`{documented}`"), format!("`{exact}`"));
                self.difference(Code::DifferentType, subject, [&documented, &exact], places);
            }
            Conflict::AdditionalValues(values) => {
                let message = format!(
                    "the OpenAPI file does not list {} of {subject}",
                    quoted(&values)
                );
                let labels = ["listed here", "not listed here"];
                self.push(
                    Code::AdditionalValues,
                    message,
                    labels,
                    places,
                    "the values remain listed",
                );
            }
            Conflict::OtherValues => {
                let message =
                    format!("the OpenAPI file lists entirely different values of {subject}");
                let help = "the values in the OpenAPI file are used";
                self.push(
                    Code::AdditionalValues,
                    message,
                    ["", "listed here"],
                    places,
                    help,
                );
            }
        }
    }

    /// Reports that `subject` differs, such as `required` in the docs and `optional` in the OpenAPI file.
    pub fn difference(
        &mut self,
        code: Code,
        subject: &str,
        [documented, exact]: [&str; 2],
        places: Places<'_>,
    ) {
        let message =
            format!("{subject} is {documented} in the docs, but {exact} in the OpenAPI file");
        let labels = [format!("{documented} here"), format!("{exact} here")];
        let labels = [labels[0].as_str(), labels[1].as_str()];
        self.push(code, message, labels, places, "the docs take precedence");
    }

    /// Reports that `subject` is required only in the docs or only in the OpenAPI file.
    pub fn requirement(&mut self, subject: &str, is_documented: bool, places: Places<'_>) {
        let words = if is_documented {
            ["required", "optional"]
        } else {
            ["optional", "required"]
        };
        self.difference(Code::DifferentRequirement, subject, words, places);
    }

    /// Reports a property or a parameter, such as "the property `Ant.size`", that is only in the docs.
    pub fn only_in_docs(&mut self, subject: &str, places: Places<'_>) {
        let message = format!("{subject} is not in the OpenAPI file");
        let labels = ["described here", "missing here"];
        self.push(
            Code::OneSidedPart,
            message,
            labels,
            places,
            "it keeps the docs' type",
        );
    }

    /// Reports a property or a parameter, such as "the property `Ant.size`", that is only in the OpenAPI file.
    pub fn only_in_file(&mut self, subject: &str, places: Places<'_>) {
        let message = format!("{subject} is not in the docs");
        let labels = ["missing here", "described here"];
        self.push(
            Code::OneSidedPart,
            message,
            labels,
            places,
            "it is left out",
        );
    }

    /// Reports a definition or a method that is only in the docs or only in the OpenAPI file.
    pub fn one_sided(&mut self, code: Code, message: String, origin: &Origin, help: &str) {
        let diagnostic = Diagnostic::new(code, message)
            .label(&origin.source, origin.span.clone(), "")
            .help(help);
        self.diagnostics.push(diagnostic);
    }

    fn push(
        &mut self,
        code: Code,
        message: String,
        [documented, exact]: [&str; 2],
        places: Places<'_>,
        help: &str,
    ) {
        let Places { docs, exact: file } = places;
        let diagnostic = Diagnostic::new(code, message)
            .label(&docs.source, docs.span.clone(), documented)
            .label(&file.source, file.span.clone(), exact)
            .help(help);
        self.diagnostics.push(diagnostic);
    }
}

fn quoted(values: &[String]) -> String {
    let shown: Vec<_> = { values.iter().take(SHOWN_VALUES) }
        .map(|value| format!("`{value}`"))
        .collect();
    let others = values.len() - shown.len();
    let shown = shown.join(", ");
    if others == 0 {
        shown
    } else {
        format!("{shown} and {others} other values")
    }
}
