//! Which kind of time a text holds, told from its description.
//!
//! Three sorts of evidence, the strongest first:
//!
//! 1. the docs' standard sentence, `<Subject> is represented as an ISO-8601 string`, decides alone;
//! 2. a pattern, such as `yyyy-MM-dd`;
//! 3. free prose that mentions ISO 8601, such as `in ISO-8601 format`, with the noun it is about.
//!
//! The second and the third must agree where both are there. A zone's name, a granularity, a time of day, a
//! recurrence or a choice between several representations is no kind: the text stays text.

mod disqualified;
mod mention;
mod noun;
mod pattern;
mod standard;

#[cfg(test)]
mod tests;

use super::words::{Word, sentences, words};

/// A kind of time that the docs write as a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeKind {
    /// An instant, such as `2023-01-19T15:18:42Z`.
    DateTime,
    /// A date and a time of day without a time zone.
    LocalDateTime,
    /// A day of the calendar.
    Date,
    /// The time between two instants, written `A/B`.
    Interval,
    /// A length of time, such as `P1DT12H`.
    Duration,
}

/// What one sort of evidence says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Evidence<T> {
    /// There is none.
    Silent,
    /// It says this.
    Says(T),
    /// It is there and speaks for no kind, or for several.
    Against,
}

impl<T: PartialEq> Evidence<T> {
    /// Both taken together: they have to agree.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Silent, one) | (one, Self::Silent) => one,
            (Self::Says(one), Self::Says(same)) if one == same => Self::Says(one),
            _ => Self::Against,
        }
    }
}

/// The kind of time that a property of type `string`, or each item of a `string[]`, holds; `None` where the
/// description does not say, or leaves room for doubt.
///
/// ```
/// use genesys_modelgen::schema::prose::{TimeKind, time_kind};
///
/// let kind = time_kind("Opening time. Date time is represented as an ISO-8601 string.");
/// assert_eq!(kind, Some(TimeKind::DateTime));
/// assert_eq!(time_kind("Last day of the fair, in yyyy-MM-dd format"), Some(TimeKind::Date));
/// assert_eq!(time_kind("The zone in which the fair takes place"), None);
/// ```
#[must_use]
pub fn time_kind(description: &str) -> Option<TimeKind> {
    let sentences: Vec<Vec<Word>> = sentences(description).into_iter().map(words).collect();
    let kind = match standard::evidence(&sentences) {
        Evidence::Silent => from_free_prose(description, &sentences),
        Evidence::Says(kind) => Some(kind),
        Evidence::Against => None,
    };
    kind.filter(|kind| *kind != TimeKind::Duration || !disqualified::is_granularity(&sentences))
}

fn from_free_prose(description: &str, sentences: &[Vec<Word>]) -> Option<TimeKind> {
    if disqualified::is_about_something_else(sentences) {
        return None;
    }
    match (pattern::evidence(description), mention::evidence(sentences)) {
        (Evidence::Says(kind), Evidence::Silent) => Some(kind),
        (Evidence::Says(kind), Evidence::Says(noun)) if noun.allows(kind) => Some(kind),
        (Evidence::Silent, Evidence::Says(noun)) => noun.kind(),
        _ => None,
    }
}
