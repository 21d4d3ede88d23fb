//! The nouns that say what a text in ISO 8601 is.

use super::super::words::{Word, from_each, starts_with};
use super::TimeKind;

/// What a description calls its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    /// A date or a time, as one says of time stamps and of days.
    Moment,
    /// Expressly both date and time.
    DateTime,
    /// The same, and expressly without a zone.
    LocalDateTime,
    /// A whole day.
    Day,
    /// An interval.
    Interval,
    /// A duration.
    Duration,
    /// A range or a period, which can be written in more than one way.
    Range,
    /// A zone, a weekday, a time of day: none of the kinds.
    Other,
}

/// The phrases; the first that fits counts.
const PHRASES: &[(&[&str], Noun)] = &[
    (&["time", "zone"], Noun::Other),
    (&["timezone"], Noun::Other),
    (&["time", "of", "day"], Noun::Other),
    (&["day", "of"], Noun::Other),
    (&["amount", "of", "time"], Noun::Duration),
    (&["length", "of", "time"], Noun::Duration),
    (&["time", "duration"], Noun::Duration),
    (&["time", "interval"], Noun::Interval),
    (&["date", "and", "time", "range"], Noun::Range),
    (&["date", "time", "range"], Noun::Range),
    (&["date", "range"], Noun::Range),
    (&["time", "range"], Noun::Range),
    (&["time", "period"], Noun::Range),
    (&["date", "and", "time"], Noun::DateTime),
    (&["date", "time"], Noun::DateTime),
    (&["datetime"], Noun::DateTime),
    (&["timestamp"], Noun::DateTime),
    (&["time", "stamp"], Noun::DateTime),
    (&["date", "only"], Noun::Day),
    (&["date"], Noun::Moment),
    (&["time"], Noun::Moment),
    (&["day"], Noun::Day),
    (&["workday"], Noun::Day),
    (&["interval"], Noun::Interval),
    (&["duration"], Noun::Duration),
    (&["period"], Noun::Range),
    (&["range"], Noun::Range),
];

/// Words that make a moment of what follows: the start of an interval is none.
const BOUNDS: &[&str] = &[
    "start",
    "starting",
    "begin",
    "beginning",
    "end",
    "ending",
    "stop",
    "when",
];

impl Noun {
    /// The kind to take where nothing else is known.
    pub fn kind(self) -> Option<TimeKind> {
        match self {
            Self::Moment | Self::DateTime => Some(TimeKind::DateTime),
            Self::LocalDateTime => Some(TimeKind::LocalDateTime),
            Self::Day => Some(TimeKind::Date),
            Self::Interval => Some(TimeKind::Interval),
            Self::Duration => Some(TimeKind::Duration),
            Self::Range | Self::Other => None,
        }
    }

    /// Whether a text of this kind is called so.
    pub fn allows(self, kind: TimeKind) -> bool {
        match self {
            Self::Moment => matches!(
                kind,
                TimeKind::DateTime | TimeKind::LocalDateTime | TimeKind::Date
            ),
            Self::DateTime => matches!(kind, TimeKind::DateTime | TimeKind::LocalDateTime),
            Self::Range => kind == TimeKind::Interval,
            _ => self.kind() == Some(kind),
        }
    }

    /// The same without a zone.
    pub fn local(self) -> Self {
        match self {
            Self::Moment | Self::DateTime => Self::LocalDateTime,
            other => other,
        }
    }
}

/// The noun that the words start with.
pub(super) fn leading(words: &[Word]) -> Option<Noun> {
    PHRASES
        .iter()
        .find(|(phrase, _)| starts_with(words, phrase))
        .map(|(_, noun)| *noun)
}

/// The first noun in the words: what their sentence is about.
pub(super) fn subject(words: &[Word]) -> Option<Noun> {
    let mut nouns = from_each(words).map(leading).enumerate();
    let first = nouns.find_map(|(at, noun)| Some((at, noun?)));
    let read = first.map_or(words.len(), |(at, _)| at);
    let bounded = words.iter().take(read).any(|word| word.is_any(BOUNDS));
    match first {
        Some((_, Noun::Interval | Noun::Duration | Noun::Range)) | None if bounded => {
            Some(Noun::Moment)
        }
        other => other.map(|(_, noun)| noun),
    }
}
