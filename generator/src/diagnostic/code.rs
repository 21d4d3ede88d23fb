//! The registry of all codes: one line each.

use std::{fmt, str::FromStr};

use super::Severity;

/// Makes the registry from its lines: variant, severity, code and title.
macro_rules! codes {
    ($($variant:ident $severity:ident $code:literal $title:literal;)*) => {
        /// A diagnostic's code: what kind of finding it is, and with that how bad.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`", $code, "`: ", $title, ".")] $variant,)*
        }

        impl Code {
            /// All codes, in the registry's order.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The code's text, such as `M0101`. It never changes its meaning.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $code,)* }
            }

            /// How bad a finding with this code is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// The code's meaning in one line.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Code::$variant => $title,)* }
            }

            /// The long explanation, as Markdown: what it means, an example and its fix.
            #[must_use]
            pub const fn explanation(self) -> &'static str {
                match self { $(Code::$variant => include_str!(concat!("explanations/", $code, ".md")),)* }
            }
        }
    };
}

codes! {
    // Reading the spec's files.
    SpecNotFound          Error   "M0001" "the spec's folder cannot be read";
    NoDefinitions         Error   "M0002" "the spec's folder holds no definitions";
    UnreadableFile        Error   "M0003" "a file cannot be read";
    NotUtf8               Error   "M0004" "a file is not UTF-8";
    FileTooLarge          Error   "M0006" "a file is larger than any that is meant";
    UnexpectedFile        Warning "M0005" "a Markdown file among the definitions is not named like one";

    // Taking a file apart.
    MissingTitle          Error   "M0101" "a definition has no title";
    InvalidTitle          Error   "M0102" "a title is not a single type name";
    MissingTable          Error   "M0103" "a definition has no property table";
    MissingColumn         Error   "M0104" "a property table has no `Property` or `Type` column";
    EmptyName             Error   "M0105" "a row has no property name";
    InvalidType           Error   "M0106" "a type is missing or invalid";
    SecondTable           Error   "M0107" "a file has a second property table";
    TooLarge              Error   "M0108" "a part of a file exceeds its size limit";

    // What was put right, or looks wrong, in a file.
    BrokenRow             Warning "M0151" "a row is split across several lines";
    UnescapedPipe         Warning "M0152" "a cell contains an unescaped pipe";
    MissingPipe           Warning "M0153" "a row does not start or end with a pipe";
    UnknownColumn         Warning "M0154" "a table has an unknown or repeated column";
    MissingRequiredColumn Warning "M0155" "a property table has no `Required` column";
    InvalidRequired       Warning "M0156" "a `Required` cell is neither `Yes` nor `No`";
    MissingCell           Warning "M0157" "a row has fewer cells than the table has columns";
    StrayText             Warning "M0158" "a page contains unexpected text";

    // What does not fit together.
    UnknownType           Error   "M0201" "a type is not known";
    MissingDefinition     Error   "M0202" "a link leads to a definition that is not there";
    LinkMismatch          Error   "M0203" "a link's text and its target disagree";
    DuplicateProperty     Error   "M0204" "a definition has a property twice";
    DuplicateDefinition   Error   "M0205" "a definition is there twice";
    UnknownRoot           Error   "M0206" "a type that was asked for is no definition";
    UnlinkedType          Warning "M0251" "a definition is named without a link";
    TooManyValues         Warning "M0252" "a description lists too many values";

    // Making Rust names.
    IdentifierCollision   Error   "M0301" "two names become one Rust identifier";
    FileCollision         Error   "M0302" "two definitions become one file";
    FeatureCollision      Error   "M0303" "the feature of an API is one that the crate has already";
    FileNameTooLong       Error   "M0304" "a file would have too long a name";
    ChainTooLong          Error   "M0305" "references lead farther than rustc follows them";
    VariantCollision      Warning "M0351" "two listed values become one Rust identifier";

    // Overrides.
    InvalidOverrides      Error   "M0401" "the overrides cannot be read";
    UnmatchedOverride     Error   "M0402" "an override matches nothing";
    InapplicableOverride  Error   "M0403" "an override does not apply to what it names";

    // Writing the output.
    ForeignFile           Error   "M0501" "a file in the output is not the generator's";
    UnwritableOutput      Error   "M0502" "the output cannot be read or written";
    InvalidOutput         Error   "M0503" "the generated code is not Rust";
    OutdatedOutput        Error   "M0504" "the output differs from the spec";
    OutdatedRuntime       Error   "M0505" "the runtime in the output is not the generator's";
    ReadOnlyOutput        Error   "M0506" "the output may not be written to";

    // Comparing schemas.
    InvalidSchema         Error   "M0601" "a schema's JSON cannot be read";
    UnreadableRevision    Error   "M0602" "a revision cannot be read";
    UnreadableProject     Error   "M0603" "a Rust project's sources cannot be read";
    SkippedSource         Warning "M0651" "a Rust file is left out";

    // Reading the APIs' pages.
    InvalidApi            Error   "M0701" "a page names no API";
    InvalidEndpoint       Error   "M0702" "a method has no endpoint that can be read";
    InvalidParameter      Error   "M0703" "a parameter of a method cannot be read";
    InvalidStatus         Error   "M0704" "a row of returned types has no HTTP status";
    DuplicateInApis       Error   "M0705" "an API, a method, a parameter or a status is there twice";
    PathParameter         Warning "M0751" "a parameter of a path is not described as one";
    MissingMethod         Warning "M0752" "a method is listed but not described";
    MissingResponses      Warning "M0753" "a method has no table of returned types";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A text that is no diagnostic's code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownCode(String);

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no diagnostic with the code `{}`", self.0)
    }
}

impl std::error::Error for UnknownCode {}

impl FromStr for Code {
    type Err = UnknownCode;

    /// Reads a code, in any case: `M0101`, `m0101`.
    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.as_str().eq_ignore_ascii_case(text))
            .ok_or_else(|| UnknownCode(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_code_is_unique() {
        let texts: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(texts.len(), Code::ALL.len());
    }

    #[test]
    fn every_code_is_an_m_and_four_digits() {
        for code in Code::ALL {
            let digits = code.as_str().strip_prefix('M').unwrap_or_default();
            assert!(
                digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()),
                "{code}"
            );
        }
    }

    #[test]
    fn every_code_parses_from_its_text_in_any_case() {
        for &code in Code::ALL {
            assert_eq!(code.as_str().parse(), Ok(code));
            assert_eq!(code.as_str().to_lowercase().parse(), Ok(code));
        }
    }

    #[test]
    fn an_unknown_code_is_an_error_that_shows_it() {
        let error = "M9999".parse::<Code>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "there is no diagnostic with the code `M9999`"
        );
    }

    #[test]
    fn every_explanation_shows_what_is_wrong_and_the_fix() {
        for code in Code::ALL {
            let blocks = code.explanation().matches("\n```").count();
            assert!(
                blocks >= 4,
                "{code}: an example and its fix, each in a fenced block"
            );
            assert!(
                code.explanation().contains("\nFix:\n")
                    || code.explanation().contains("\nThe fix:\n"),
                "{code}"
            );
        }
    }

    #[test]
    fn no_explanation_is_left_without_a_code() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/diagnostic/explanations");
        for entry in std::fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let code = name.strip_suffix(".md").unwrap();
            assert!(code.parse::<Code>().is_ok(), "{name}");
        }
    }
}
