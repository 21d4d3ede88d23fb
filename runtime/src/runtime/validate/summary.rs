//! Counts of the differences between many responses and the docs.

use ::std::{
    collections::{BTreeMap, btree_map::Entry},
    fmt::{self, Write},
};

use super::{
    super::{Model, ModelFields, debug::Printed, model_fields::definition, original::Sent},
    ViolationKind,
    finding::Finding,
    validator::Validator,
};

/// The differences between many responses and the docs, counted for logs and metrics.
///
/// Differences of the same kind at the same place are counted together. The place is a definition and a path in which `*`
/// replaces indices and the names in maps, such as `ShipListing /entities/*/state`.
///
/// Each difference has an example, from the first response with it. Secrets are redacted as in the `Debug` output of models;
/// other values may be personal data, so leave the examples out where that matters.
///
/// ```
/// use genesys_runtime::{DriftSummary, Model};
///
/// /// The differences in the responses since the last log entry.
/// #[derive(Default)]
/// struct DriftLog(DriftSummary);
///
/// impl DriftLog {
///     /// Call this for each response.
///     fn add(&mut self, response: &dyn Model) {
///         self.0.add(response);
///     }
///
///     /// Call this once an hour. It writes lines such as
///     /// `ShipListing /entities/*/afloat: expected a boolean, found a string (12 times, such as "maybe")`.
///     fn flush(&mut self) {
///         let summary = std::mem::take(&mut self.0);
///         if !summary.is_empty() {
///             eprintln!("{summary}");
///         }
///         for entry in summary.entries() {
///             let labels = [entry.definition, entry.path, entry.difference];
///             println!("drift_total{labels:?} {}", entry.count);
///         }
///     }
/// }
/// # let mut log = DriftLog::default();
/// # log.flush();
/// ```
///
/// Memory is bounded: a summary has at most [`CAPACITY`](Self::CAPACITY) entries, whose paths and examples are truncated at
/// 200 and 80 bytes. Differences beyond these entries are counted together.
///
/// Entries are sorted by definition, path and difference. The same responses in the same order produce the same summary.
#[derive(Debug, Clone, Default)]
pub struct DriftSummary {
    responses: u64,
    occurrences: BTreeMap<Difference, Occurrences>,
    without_entry: u64,
}

/// A kind of difference at a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Difference {
    definition: &'static str,
    path: String,
    description: String,
}

#[derive(Debug, Clone)]
struct Occurrences {
    count: u64,
    example: String,
}

/// An entry of a [`DriftSummary`]: a difference from the docs, and how often it occurred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct DriftEntry<'a> {
    /// The definition of the response.
    pub definition: &'static str,
    /// The path in the response, such as `/entities/*/state`.
    pub path: &'a str,
    /// A description without values, such as `expected a boolean, found a string` or `not a listed value`.
    pub difference: &'a str,
    /// The number of values with this difference.
    pub count: u64,
    /// The first such value, as in `Debug` output: `"maybe"`, or `<redacted>` for a secret.
    pub example: &'a str,
}

impl DriftSummary {
    /// The maximum number of entries.
    pub const CAPACITY: usize = 500;

    const MAX_PATH: usize = 200;

    const MAX_EXAMPLE: usize = 80;

    /// Creates an empty summary.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts the differences that [`drift`](Model::drift) reports for a response.
    pub fn add(&mut self, response: &dyn Model) {
        let response: &dyn ModelFields = response;
        let definition = definition(response);
        self.responses += 1;
        Validator::for_responses(&mut |finding| self.count(definition, &finding)).model(response);
    }

    /// Checks whether no differences were counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.occurrences.is_empty() && self.without_entry == 0
    }

    /// Returns the number of responses that were added.
    #[must_use]
    pub fn responses(&self) -> u64 {
        self.responses
    }

    /// Returns the number of differences that have no entry, because the summary was full.
    #[must_use]
    pub fn without_entry(&self) -> u64 {
        self.without_entry
    }

    /// Iterates over the differences, sorted by definition, path and difference.
    pub fn entries(&self) -> impl Iterator<Item = DriftEntry<'_>> {
        { self.occurrences.iter() }.map(|(difference, occurrences)| DriftEntry {
            definition: difference.definition,
            path: &difference.path,
            difference: &difference.description,
            count: occurrences.count,
            example: &occurrences.example,
        })
    }

    fn count(&mut self, definition: &'static str, finding: &Finding<'_>) {
        let has_space = self.occurrences.len() < Self::CAPACITY;
        let difference = Difference {
            definition,
            path: truncated(finding.path.pattern(), Self::MAX_PATH),
            description: description(&finding.kind),
        };
        match self.occurrences.entry(difference) {
            Entry::Occupied(mut entry) => entry.get_mut().count += 1,
            Entry::Vacant(entry) if has_space => {
                entry.insert(Occurrences {
                    count: 1,
                    example: example(finding),
                });
            }
            Entry::Vacant(_) => self.without_entry += 1,
        }
    }
}

/// Writes a line for each difference, without a line break at the end.
impl fmt::Display for DriftSummary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, entry) in self.entries().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{entry}")?;
        }
        if self.without_entry > 0 {
            write!(f, "\nother differences ({})", times(self.without_entry))?;
        }
        Ok(())
    }
}

impl fmt::Display for DriftEntry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            definition,
            path,
            difference,
            example,
            ..
        } = self;
        let times = times(self.count);
        write!(
            f,
            "{definition} {path}: {difference} ({times}, such as {example})"
        )
    }
}

fn times(count: u64) -> String {
    if count == 1 {
        "once".to_owned()
    } else {
        format!("{count} times")
    }
}

/// Returns the description of a kind of difference, without the value.
fn description(kind: &ViolationKind) -> String {
    match kind {
        ViolationKind::Unlisted { .. } => "not a listed value".to_owned(),
        ViolationKind::Unreadable { expected, .. } => format!("not {expected}"),
        ViolationKind::Missing
        | ViolationKind::ReadOnly
        | ViolationKind::Undocumented
        | ViolationKind::Shape { .. } => kind.to_string(),
    }
}

fn example(finding: &Finding<'_>) -> String {
    let secrets = finding.secrets;
    match finding.value {
        Some(_) if finding.is_secret => "<redacted>".to_owned(),
        Some(value) => {
            let sent = Sent::exact(value);
            let printed = Printed { sent, secrets };
            truncated(format_args!("{printed:?}"), DriftSummary::MAX_EXAMPLE)
        }
        None => String::new(),
    }
}

fn truncated(value: impl fmt::Display, limit: usize) -> String {
    let text = String::new();
    let mut truncated = Truncated { text, limit };
    // Fails at the limit, which ends the formatting of a large value early.
    write!(truncated, "{value}").unwrap_or_default();
    truncated.text
}

/// A text that is truncated at `limit` bytes, followed by `…`.
struct Truncated {
    text: String,
    limit: usize,
}

impl Write for Truncated {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let available = self.limit.saturating_sub(self.text.len());
        if text.len() <= available {
            self.text.push_str(text);
            return Ok(());
        }
        let end = text.floor_char_boundary(available);
        self.text.push_str(text.get(..end).unwrap_or_default());
        self.text.push('…');
        Err(fmt::Error)
    }
}
