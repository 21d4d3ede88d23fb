use super::moment::Moment;
use super::span::Span;
use super::stamp::Stamp;
use super::text::{Text, TextVisitor};
use super::text_type::text_type;
use super::{DateTime, TimeError};

text_type! {
    /// Two instants, such as `2023-01-19T00:00:00Z/2023-01-20T00:00:00Z`, kept as the text that was
    /// sent.
    ///
    /// The instants are written as in [`DateTime`]. One of them can be a [`Duration`](super::Duration)
    /// instead, `2023-01-19T00:00:00Z/P1D`. An end without a zone is in the zone of the start. That
    /// an interval ends before it starts is no error here. Equality is that of the text.
    Interval,
    Bounds::read => Bounds,
    "an interval such as 2023-01-19T00:00:00Z/2023-01-20T00:00:00Z"
}

impl Interval {
    /// The interval from `start` to `end`, which can be values of the time libraries.
    #[must_use]
    pub fn between(start: impl Into<DateTime>, end: impl Into<DateTime>) -> Self {
        format!("{}/{}", start.into(), end.into()).into()
    }

    /// The start and the end, each with the text that the interval has for it, if it has one.
    ///
    /// # Errors
    ///
    /// Shows a text that is no interval.
    pub fn bounds(&self) -> Result<(DateTime, DateTime), TimeError> {
        let Bounds { start, end } = self.read()?;
        let (first, second) = self.as_str().split_once('/').unwrap_or_default();
        Ok((date_time(start, first), date_time(end, second)))
    }

    /// The start and the end, in UTC.
    pub(super) fn instants(&self) -> Result<(Moment, Moment), TimeError> {
        self.read()
            .map(|bounds| (bounds.start.instant(), bounds.end.instant()))
    }
}

/// What an interval's text says.
pub(super) struct Bounds {
    start: Stamp,
    end: Stamp,
}

impl Bounds {
    fn read(text: &str) -> Option<Self> {
        let (first, second) = text.split_once('/')?;
        match (Stamp::read(first), Stamp::read(second)) {
            (Some(start), Some(end)) => {
                let offset = end.offset.or(start.offset);
                Some(Self {
                    start,
                    end: Stamp { offset, ..end },
                })
            }
            (Some(start), None) => {
                let end = start.plus(&Span::read(second)?)?;
                Some(Self { start, end })
            }
            (None, Some(end)) => {
                let start = end.plus(&Span::read(first)?.times(-1))?;
                Some(Self { start, end })
            }
            (None, None) => None,
        }
    }
}

/// The stamp in the words of `text`, where that is what the text says by itself.
fn date_time(stamp: Stamp, text: &str) -> DateTime {
    if Stamp::read(text) == Some(stamp) {
        text.into()
    } else {
        stamp.to_string().into()
    }
}
