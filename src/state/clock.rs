//! The instant at which everything is judged: what the device's clock shows, or another one that the reader looks at.

use std::rc::Rc;

use inspect::time::date_text::DateText;
use inspect::time::{date_text, instants, numeric_date};
use inspect::validity::Validity;

use super::State;
use super::change::StateChange;

pub struct Clock {
    /// The instant at which everything is judged, in seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// What the device's clock shows.
    pub device: i64,
    /// The instant that the reader looks at instead.
    pub looked_at: Option<i64>,
    /// What was written for an instant to look at, and could not be read.
    pub unread: Option<String>,
    pub zone: Rc<Zone>,
}

/// The local time zone.
#[derive(Debug, Clone)]
pub struct Zone {
    /// None until the browser was asked, which takes it a while.
    pub name: Option<Rc<str>>,
    /// Minutes east of Greenwich at an instant, where the browser can say.
    pub offset: fn(i64) -> Option<i32>,
}

impl Clock {
    pub fn new(device: i64, zone: Rc<Zone>) -> Self {
        Self { now: device, device, looked_at: None, unread: None, zone }
    }

    /// Whether the page is looked at as of now.
    pub fn is_live(&self) -> bool {
        self.looked_at.is_none()
    }

    pub fn tick(&mut self, device: i64) {
        self.device = device;
        self.now = self.looked_at.unwrap_or(device);
    }

    /// None goes back to what the device's clock shows.
    pub fn look_at(&mut self, instant: Option<i64>) {
        self.looked_at = instant;
        self.unread = None;
        self.tick(self.device);
    }
}

/// An instant that a button stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    Now,
    /// Its `iat`, or else its `nbf`.
    Issued,
    /// The last one before its `exp`.
    LastSecond,
    /// When a request was sent.
    Sent(i64),
}

impl Moment {
    /// In seconds since 1970-01-01T00:00:00Z.
    pub fn of(self, validity: &Validity) -> Option<i64> {
        let instant = match self {
            Self::Now => None,
            Self::Issued => validity.issued_at.or(validity.not_before),
            Self::LastSecond => validity.expires_at,
            Self::Sent(instant) => Some(instant),
        };
        let second = instant.filter(|instant| numeric_date::is_in_range(*instant))?;
        Some(if self == Self::LastSecond { second - 1 } else { second })
    }
}

/// An instant as people write it: seconds or milliseconds since 1970, or a date; one without a zone is meant in UTC.
pub fn read_moment(text: &str) -> Option<i64> {
    let seconds = match date_text::read_text(text)? {
        DateText::Date(seconds) => seconds,
        DateText::Number(date) if date.out_of_range => return None,
        DateText::Number(date) => match numeric_date::likely_unit(date.seconds) {
            Some(unit) => date.seconds / unit.per_second(),
            None => date.seconds,
        },
    };
    (1..=9_999).contains(&instants::year(seconds)).then_some(seconds)
}

impl State {
    pub(super) fn tick(&mut self, now: i64) -> StateChange {
        let before = self.clock.now;
        self.clock.tick(now);
        // Another instant does not move with the clock.
        if self.clock.now == before {
            return StateChange::NONE;
        }
        let judged = self.answer.inspected.clone();
        self.judge_again();
        let is_same = match (&judged, &self.answer.inspected) {
            (Some(judged), Some(again)) => Rc::ptr_eq(judged, again),
            _ => true,
        };
        let counts = self.shown().is_some_and(|shown| shown.description.has_instants);
        let has_changed = !is_same || counts || self.shows_table() || self.paste.reading.status_changes(before, now);
        if has_changed { StateChange::VISIBLE } else { StateChange::NONE }
    }

    pub(super) fn choose_moment(&mut self, moment: Moment) -> StateChange {
        let validity = self.shown().map(|shown| shown.judgement.validity);
        let instant = validity.and_then(|validity| moment.of(&validity));
        if moment == Moment::Now || instant.is_some() {
            self.look_at(instant);
        }
        StateChange::VISIBLE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_logs_write() {
        for text in [
            "1700003500",
            "1700003500000",
            "1700003500.25",
            "2023-11-14T23:11:40Z",
            " 2023-11-14 23:11:40 ",
            "2023-11-15T00:11:40+01:00",
        ] {
            assert_eq!(read_moment(text), Some(1_700_003_500), "{text}");
        }
        for text in ["", "yesterday", "1e400", "2023-13-01", "99999999999999999"] {
            assert_eq!(read_moment(text), None, "{text}");
        }
    }
}
