//! The instants of the timeline: where each stands, and in which words.

use inspect::time::{instants, numeric_date};
use inspect::validity::Validity;

/// Thousandths of the width: the margin at both ends, and the least that lies between two marks, so that the
/// words at them do not touch on a narrow screen.
const MARGIN: u64 = 20;
const LEAST: u64 = 300;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Instant {
    NotBefore,
    Issued,
    Expires,
    /// When a request with it was sent.
    Sent,
    Now,
    /// The instant that is looked at instead of now.
    AsOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimelineMark {
    /// Since 1970-01-01T00:00:00Z.
    pub seconds: i64,
    pub instant: Instant,
    /// In thousandths of the width.
    pub at: u64,
}

/// So many marks have room.
const MOST: usize = 4;

/// In the order of time. Now, or what is looked at instead, is always one of them. `sent` is when a request with the token
/// was sent: it is left out where there is no room for it.
pub fn marks(validity: &Validity, sent: Option<i64>, now: i64, is_live: bool) -> Vec<TimelineMark> {
    // What is out of range has no place among the others.
    let in_range = |at: Option<i64>| at.filter(|seconds| numeric_date::is_in_range(*seconds));
    let mark = |instant, at: Option<i64>| in_range(at).map(|seconds| TimelineMark { seconds, instant, at: 0 });
    let others = [
        mark(Instant::NotBefore, validity.not_before.filter(|instant| validity.issued_at != Some(*instant))),
        mark(Instant::Issued, validity.issued_at),
        mark(Instant::Expires, validity.expires_at),
        mark(if is_live { Instant::Now } else { Instant::AsOf }, Some(now)),
    ];
    let has_room = others.iter().flatten().count() < MOST;
    let sent = mark(Instant::Sent, sent.filter(|sent| has_room && *sent != now));
    let mut in_order: Vec<TimelineMark> = Vec::new();
    for mark in others.into_iter().chain([sent]).flatten() {
        let position = in_order.partition_point(|other| (other.seconds, other.instant) < (mark.seconds, mark.instant));
        in_order.insert(position, mark);
    }
    place(&mut in_order);
    in_order
}

/// Every gap gets the least width, and its share of what remains.
fn place(marks: &mut [TimelineMark]) {
    let (Some(first), Some(last)) = (marks.first().copied(), marks.last().copied()) else { return };
    let whole = first.seconds.abs_diff(last.seconds);
    // So that a thousand times as long is still a number.
    let shift = if whole > u64::MAX / 1_000 { 10 } else { 0 };
    let remaining = 1_000 - 2 * MARGIN - LEAST * (marks.len() as u64 - 1);
    for (position, mark) in marks.iter_mut().enumerate() {
        let share = remaining * (mark.seconds.abs_diff(first.seconds) >> shift) / (whole >> shift).max(1);
        mark.at = MARGIN + LEAST * position as u64 + share;
    }
}

pub fn id(instant: Instant) -> &'static str {
    match instant {
        Instant::NotBefore => "not-before",
        Instant::Issued => "issued",
        Instant::Expires => "expires",
        Instant::Sent => "sent",
        Instant::Now | Instant::AsOf => "now",
    }
}

pub fn name(instant: Instant, is_past: bool) -> &'static str {
    match instant {
        Instant::NotBefore => "not before",
        Instant::Issued => "issued",
        Instant::Expires if is_past => "expired",
        Instant::Expires => "expires",
        Instant::Sent => "sent",
        Instant::Now => "now",
        Instant::AsOf => "seen as of",
    }
}

/// "20 Nov", with the year where it is not this one.
pub fn day(instant: i64, now: i64) -> String {
    let day = instants::short_day(instant, 0);
    if instants::year(instant) != instants::year(now) {
        return day;
    }
    day.rsplit_once(' ').map_or(day.clone(), |(day, _)| day.to_owned())
}

/// "3 days 2 h", and one unit alone where that is still long.
pub fn short_duration(seconds: u64) -> String {
    let words = instants::duration(seconds);
    let mut short = String::new();
    for pair in words.split(' ').collect::<Vec<_>>().chunks(2) {
        let unit = match pair.get(1).copied().unwrap_or_default() {
            "hour" | "hours" => "h",
            "minute" | "minutes" => "min",
            "second" | "seconds" => "s",
            unit => unit,
        };
        let piece = format!("{} {unit}", pair.first().copied().unwrap_or_default());
        if short.is_empty() {
            short = piece;
        } else if short.len() + piece.len() < 14 {
            short = format!("{short} {piece}");
        }
    }
    short
}

/// All of them in words.
pub fn sentence(marks: &[TimelineMark], now: i64) -> String {
    let mut sentence = "Times in UTC: ".to_owned();
    for (position, mark) in marks.iter().enumerate() {
        if position > 0 {
            sentence += "; ";
        }
        sentence += name(mark.instant, mark.instant == Instant::Expires && mark.seconds <= now);
        sentence += " ";
        sentence += &instants::day_and_time(mark.seconds);
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::NOW;
    use inspect::validity::Status;

    fn validity(issued_at: Option<i64>, not_before: Option<i64>, expires_at: Option<i64>) -> Validity {
        Validity { status: Status::Unknown, issued_at, not_before, expires_at }
    }

    #[test]
    fn keeps_marks_apart_and_in_order() {
        let marks =
            marks(&validity(Some(NOW - 270_000), Some(NOW - 270_300), Some(NOW - 266_400)), Some(NOW - 5), NOW, true);
        let instants: Vec<Instant> = marks.iter().map(|mark| mark.instant).collect();
        assert_eq!(instants, [Instant::NotBefore, Instant::Issued, Instant::Expires, Instant::Now]);
        assert!(marks.windows(2).all(|pair| pair[1].at - pair[0].at >= LEAST));
        assert!(marks.iter().all(|mark| mark.at <= 1_000 - MARGIN));
    }

    #[test]
    fn says_in_words_what_it_shows() {
        let marks = marks(&validity(Some(NOW - 3_600), None, Some(NOW + 3_600)), None, NOW, true);
        assert_eq!(
            sentence(&marks, NOW),
            "Times in UTC: issued 23 Nov 2026, 14:00:00 UTC; now 23 Nov 2026, 15:00:00 UTC; expires 23 Nov 2026, 16:00:00 UTC"
        );
    }

    #[test]
    fn has_the_request_where_there_is_room() {
        let instants = |sent, not_before, is_live| {
            let validity = validity(Some(NOW - 4_000), not_before, Some(NOW - 400));
            marks(&validity, Some(sent), NOW, is_live).iter().map(|mark| mark.instant).collect::<Vec<_>>()
        };
        let with = [Instant::Issued, Instant::Expires, Instant::Sent, Instant::Now];
        assert_eq!(instants(NOW - 365, None, true), with);
        assert_eq!(instants(NOW - 365, Some(NOW - 4_000), true), with, "`nbf` is `iat`");
        assert_eq!(instants(NOW - 500, None, true), [Instant::Issued, Instant::Sent, Instant::Expires, Instant::Now]);
        // The page is looked at as of that request.
        assert_eq!(instants(NOW, None, false), [Instant::Issued, Instant::Expires, Instant::AsOf]);
        assert_eq!(
            instants(NOW - 365, Some(NOW - 3_000), true),
            [Instant::Issued, Instant::NotBefore, Instant::Expires, Instant::Now]
        );
    }

    #[test]
    fn shortens_durations() {
        assert_eq!(short_duration(266_400), "3 days 2 h");
        assert_eq!(short_duration(5_400), "1 h 30 min");
        assert_eq!(short_duration(3_600), "1 h");
    }
}
