//! The instants of the timeline: where each stands, and in which words.

use inspect::calendar;
use inspect::validity::Validity;

/// Thousandths of the width: the margin at both ends, and the least that lies between two marks, so that the
/// words at them do not touch on a narrow screen.
const MARGIN: u64 = 20;
const LEAST: u64 = 300;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    NotBefore,
    Issued,
    Expires,
    Now,
    /// The instant that is looked at instead of now.
    AsOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub instant: i64,
    pub kind: Kind,
    /// In thousandths of the width.
    pub at: u64,
}

/// In the order of time. Now, or what is looked at instead, is always one of them.
pub fn marks(validity: &Validity, now: i64, is_live: bool) -> Vec<Mark> {
    let mark = |kind, instant: Option<i64>| instant.map(|instant| Mark { instant, kind, at: 0 });
    let marks = [
        mark(Kind::NotBefore, validity.not_before.filter(|instant| validity.issued_at != Some(*instant))),
        mark(Kind::Issued, validity.issued_at),
        mark(Kind::Expires, validity.expires_at),
        mark(if is_live { Kind::Now } else { Kind::AsOf }, Some(now)),
    ];
    let mut in_order: Vec<Mark> = Vec::new();
    for mark in marks.into_iter().flatten() {
        let position = in_order.partition_point(|other| (other.instant, other.kind) < (mark.instant, mark.kind));
        in_order.insert(position, mark);
    }
    place(&mut in_order);
    in_order
}

/// Every gap gets the least width, and its share of what remains.
fn place(marks: &mut [Mark]) {
    let (Some(first), Some(last)) = (marks.first().copied(), marks.last().copied()) else { return };
    let whole = first.instant.abs_diff(last.instant);
    // So that a thousand times as long is still a number.
    let shift = if whole > u64::MAX / 1_000 { 10 } else { 0 };
    let remaining = 1_000 - 2 * MARGIN - LEAST * (marks.len() as u64 - 1);
    for (position, mark) in marks.iter_mut().enumerate() {
        let share = remaining * (mark.instant.abs_diff(first.instant) >> shift) / (whole >> shift).max(1);
        mark.at = MARGIN + LEAST * position as u64 + share;
    }
}

pub fn id(kind: Kind) -> &'static str {
    match kind {
        Kind::NotBefore => "not-before",
        Kind::Issued => "issued",
        Kind::Expires => "expires",
        Kind::Now | Kind::AsOf => "now",
    }
}

pub fn name(kind: Kind, is_past: bool) -> &'static str {
    match kind {
        Kind::NotBefore => "not before",
        Kind::Issued => "issued",
        Kind::Expires if is_past => "expired",
        Kind::Expires => "expires",
        Kind::Now => "now",
        Kind::AsOf => "seen as of",
    }
}

/// "20 Nov", with the year where it is not this one.
pub fn day(instant: i64, now: i64) -> String {
    let day = calendar::short_day(instant, 0);
    if calendar::year(instant) != calendar::year(now) {
        return day;
    }
    day.rsplit_once(' ').map_or(day.clone(), |(day, _)| day.to_owned())
}

/// "3 days 2 h", and one unit alone where that is still long.
pub fn short_duration(seconds: u64) -> String {
    let words = calendar::duration(seconds);
    let mut short = String::new();
    for pair in words.split(' ').collect::<Vec<_>>().chunks(2) {
        let unit = match pair.get(1).copied().unwrap_or_default() {
            "hour" | "hours" => "h",
            "minute" | "minutes" => "min",
            "second" | "seconds" => "s",
            unit => unit,
        };
        let piece = [pair.first().copied().unwrap_or_default(), " ", unit].concat();
        if short.is_empty() {
            short = piece;
        } else if short.len() + piece.len() < 14 {
            short = [&short, " ", &piece].concat();
        }
    }
    short
}

/// All of them in words.
pub fn sentence(marks: &[Mark], now: i64) -> String {
    let mut sentence = "Times in UTC: ".to_owned();
    for (position, mark) in marks.iter().enumerate() {
        if position > 0 {
            sentence += "; ";
        }
        sentence += name(mark.kind, mark.kind == Kind::Expires && mark.instant <= now);
        sentence += " ";
        sentence += &calendar::day_and_time(mark.instant);
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::super::testing::NOW;
    use super::*;
    use inspect::validity::Status;

    fn validity(issued_at: Option<i64>, not_before: Option<i64>, expires_at: Option<i64>) -> Validity {
        Validity { status: Status::Unknown, issued_at, not_before, expires_at }
    }

    #[test]
    fn keeps_marks_apart_and_in_order() {
        let marks = marks(&validity(Some(NOW - 270_000), Some(NOW - 270_300), Some(NOW - 266_400)), NOW, true);
        let kinds: Vec<Kind> = marks.iter().map(|mark| mark.kind).collect();
        assert_eq!(kinds, [Kind::NotBefore, Kind::Issued, Kind::Expires, Kind::Now]);
        assert!(marks.windows(2).all(|pair| pair[1].at - pair[0].at >= LEAST));
        assert!(marks.iter().all(|mark| mark.at <= 1_000 - MARGIN));
    }

    #[test]
    fn says_in_words_what_it_shows() {
        let marks = marks(&validity(Some(NOW - 3_600), None, Some(NOW + 3_600)), NOW, true);
        assert_eq!(
            sentence(&marks, NOW),
            "Times in UTC: issued 23 Nov 2026, 14:00:00 UTC; now 23 Nov 2026, 15:00:00 UTC; expires 23 Nov 2026, 16:00:00 UTC"
        );
    }

    #[test]
    fn shortens_durations() {
        assert_eq!(short_duration(266_400), "3 days 2 h");
        assert_eq!(short_duration(5_400), "1 h 30 min");
        assert_eq!(short_duration(3_600), "1 h");
    }
}
