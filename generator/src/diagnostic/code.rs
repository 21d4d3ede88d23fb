//! The registry of all diagnostic codes.

use std::{fmt, str::FromStr};

use super::Severity;

/// Defines [`Code`] from lines of variant, severity, code and title.
macro_rules! codes {
    ($($variant:ident $severity:ident $code:literal $title:literal;)*) => {
        /// The code of a diagnostic, which determines its severity.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`", $code, "`: ", $title, ".")] $variant,)*
        }

        impl Code {
            /// All codes, in the order of the enum.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// Returns the code, such as `M0101`. It is never reused for another diagnostic.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $code,)* }
            }

            /// Returns the severity of diagnostics with this code.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// Returns a one-line summary.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Code::$variant => $title,)* }
            }

            /// Returns the explanation as Markdown, with an example and its fix.
            #[must_use]
            pub const fn explanation(self) -> &'static str {
                match self { $(Code::$variant => include_str!(concat!("explanations/", $code, ".md")),)* }
            }
        }
    };
}

codes! {
    // Reading files.
    SpecNotFound          Error   "M0001" "the spec's folder cannot be read";
    NoDefinitions         Error   "M0002" "the spec's folder contains no definitions";
    UnreadableFile        Error   "M0003" "a file cannot be read";
    NotUtf8               Error   "M0004" "a file is not UTF-8";
    UnexpectedFile        Warning "M0005" "a Markdown file in the spec is misnamed";
    FileTooLarge          Error   "M0006" "a file exceeds the size limit";
    MergeConflict         Error   "M0007" "a file contains an unresolved merge conflict";
    HtmlPage              Error   "M0008" "a file is an HTML page";
    CutOffFile            Error   "M0009" "a page ends in the middle of a row";

    // Parsing definitions.
    MissingTitle          Error   "M0101" "a definition has no title";
    InvalidTitle          Error   "M0102" "a title is not a single type name";
    MissingTable          Error   "M0103" "a definition has no property table";
    MissingColumn         Error   "M0104" "a property table has no `Property` or `Type` column";
    EmptyName             Error   "M0105" "a row has no property name";
    InvalidType           Error   "M0106" "a type is missing or invalid";
    SecondTable           Error   "M0107" "a file has a second property table";
    TooLarge              Error   "M0108" "a part of a file exceeds its size limit";

    // Recovering from malformed definitions.
    BrokenRow             Warning "M0151" "a row is split across several lines";
    UnescapedPipe         Warning "M0152" "a cell contains an unescaped pipe";
    MissingPipe           Warning "M0153" "a row does not start or end with a pipe";
    UnknownColumn         Warning "M0154" "a table has an unknown or repeated column";
    MissingRequiredColumn Warning "M0155" "a property table has no `Required` column";
    InvalidRequired       Warning "M0156" "a `Required` cell is neither `Yes` nor `No`";
    MissingCell           Warning "M0157" "a row has fewer cells than the table has columns";
    StrayText             Warning "M0158" "a page contains unexpected text";

    // Resolving references.
    UnknownType           Error   "M0201" "a type is unknown";
    MissingDefinition     Error   "M0202" "a link refers to a missing definition";
    LinkMismatch          Error   "M0203" "a link's text does not match its target";
    DuplicateProperty     Error   "M0204" "a property is defined more than once";
    DuplicateDefinition   Error   "M0205" "a type is defined more than once";
    UnknownRoot           Error   "M0206" "a requested type is not defined";
    UnknownArea           Error   "M0207" "a requested area does not exist";
    UnlinkedType          Warning "M0251" "a type is not linked to its definition";
    TooManyValues         Warning "M0252" "a description lists too many values";

    // Creating Rust names.
    IdentifierCollision   Error   "M0301" "two names map to the same Rust identifier";
    FileCollision         Error   "M0302" "two definitions map to the same file";
    FeatureCollision      Error   "M0303" "the feature name of an API is reserved";
    FileNameTooLong       Error   "M0304" "a file name is too long";
    ChainTooLong          Error   "M0305" "a chain of references is too long for rustc";

    // Overrides.
    InvalidOverrides      Error   "M0401" "the overrides are malformed";
    UnmatchedOverride     Error   "M0402" "an override matches nothing";
    InapplicableOverride  Error   "M0403" "an override does not apply to its target";

    // Writing the output.
    ForeignFile           Error   "M0501" "a file in the output was not generated";
    UnwritableOutput      Error   "M0502" "the output cannot be read or written";
    InvalidOutput         Error   "M0503" "the generated code is not valid Rust";
    OutdatedOutput        Error   "M0504" "the output does not match the spec";
    OutdatedRuntime       Error   "M0505" "the runtime in the output differs from the generator's";
    ReadOnlyOutput        Error   "M0506" "the output is read-only";

    // Comparing schemas.
    InvalidSchema         Error   "M0601" "a schema's JSON is invalid";
    UnreadableRevision    Error   "M0602" "a git revision cannot be read";
    UnreadableProject     Error   "M0603" "a Rust project's sources cannot be read";
    SkippedSource         Warning "M0651" "a Rust source file is skipped";

    // Parsing API pages.
    InvalidApi            Error   "M0701" "a page has no title with the name of an API";
    InvalidEndpoint       Error   "M0702" "a method has no valid endpoint";
    InvalidParameter      Error   "M0703" "a parameter is malformed";
    InvalidStatus         Error   "M0704" "a returned type has no HTTP status";
    DuplicateInApis       Error   "M0705" "an API, a method, a parameter or a status is given more than once";
    PathParameter         Warning "M0751" "a path parameter is undocumented or optional";
    MissingMethod         Warning "M0752" "a method is listed but not described";
    MissingResponses      Warning "M0753" "a method has no table of returned types";

    // Reading an OpenAPI file.
    InvalidOpenApi        Error   "M0850" "an OpenAPI file is malformed";
    DuplicateInOpenApi    Error   "M0851" "a name in an OpenAPI file is given more than once";
    InvalidOperation      Error   "M0852" "an operation is malformed";
    UnresolvedReference   Warning "M0855" "a reference in an OpenAPI file leads nowhere";
    IgnoredSchema         Warning "M0856" "a part of a schema is ignored";
    IgnoredParameter      Warning "M0857" "a part of a parameter is ignored";

    // Refining the docs with an OpenAPI file.
    OtherApi              Error   "M0860" "an OpenAPI file describes another API than the docs";
    DifferentType         Warning "M0861" "the docs and the OpenAPI file disagree on a type";
    DifferentRequirement  Warning "M0862" "the docs and the OpenAPI file disagree on what is required";
    AdditionalValues      Warning "M0863" "the docs list a value that the OpenAPI file does not";
    OneSidedPart          Warning "M0864" "only the docs or only the OpenAPI file have a property or a parameter";
    MissingInFile         Warning "M0865" "a definition or a method is not in the OpenAPI file";
    Undocumented          Warning "M0866" "a definition or a method is only in the OpenAPI file";
    DifferentEndpoint     Warning "M0867" "the docs and the OpenAPI file disagree on the endpoint of a method";
    ReplacedType          Warning "M0868" "a type that cannot be read is replaced";

    // Combining inputs.
    InvalidSettings       Error   "M0871" "the settings of a spec are malformed";
    UnusedInput           Error   "M0872" "an input has no effect";

    // Notification topics.
    UnknownTopic          Error   "M0880" "a requested topic does not exist";
    InvalidEvents         Error   "M0881" "a file of events is malformed";
    InvalidTopic          Error   "M0882" "a topic is malformed";
    DuplicateInEvents     Error   "M0883" "a topic or a definition of events is given more than once";
    MissingEvent          Error   "M0884" "the definition of a topic's events does not exist";
    UntypedTopic          Warning "M0885" "a topic has no schema";
    DifferentSchemas      Warning "M0886" "schemas with the same `id` differ";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The error for an unknown code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownCode(String);

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown diagnostic code `{}`", self.0)
    }
}

impl std::error::Error for UnknownCode {}

impl FromStr for Code {
    type Err = UnknownCode;

    /// Parses a code in any case: `M0101`, `m0101`.
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
    fn codes_are_unique() {
        let texts: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(texts.len(), Code::ALL.len());
    }

    #[test]
    fn codes_are_the_letter_m_and_four_digits() {
        for code in Code::ALL {
            let digits = code.as_str().strip_prefix('M').unwrap_or_default();
            assert!(
                digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()),
                "{code}"
            );
        }
    }

    #[test]
    fn codes_parse_in_any_case() {
        for &code in Code::ALL {
            assert_eq!(code.as_str().parse(), Ok(code));
            assert_eq!(code.as_str().to_lowercase().parse(), Ok(code));
        }
    }

    #[test]
    fn the_error_for_an_unknown_code_contains_it() {
        let error = "M9999".parse::<Code>().unwrap_err();
        assert_eq!(error.to_string(), "unknown diagnostic code `M9999`");
    }

    #[test]
    fn every_explanation_has_an_example_and_a_fix() {
        for code in Code::ALL {
            let blocks = code.explanation().matches("\n```").count();
            assert!(
                blocks >= 4,
                "{code}: an example and its fix, each in a fenced block"
            );
            assert!(code.explanation().contains("\nFix:\n"), "{code}");
        }
    }

    #[test]
    fn every_explanation_belongs_to_a_code() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/diagnostic/explanations");
        for entry in std::fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let code = name.strip_suffix(".md").unwrap();
            assert!(code.parse::<Code>().is_ok(), "{name}");
        }
    }
}
