//! For how long a copy can be used, beside a token of 5 minutes and a session: what a picture of it shows.

use crate::validity::{Status, Validity};

/// A token's beginning and end as far as they can be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Times {
    begins: Option<i64>,
    pub(super) ends: Option<i64>,
}

impl Times {
    pub(super) fn of(validity: &Validity) -> Self {
        let ends = validity.ends_at();
        Self { begins: validity.begins_at().filter(|begins| ends.is_none_or(|ends| *begins < ends)), ends }
    }
}

/// All in seconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// When the token was issued, or now where it does not say.
    pub begins: i64,
    /// None for a token that has no expiry time.
    pub ends: Option<i64>,
    pub now: i64,
    /// When the copy is made: now, or when the token begins if it cannot be used now.
    pub leaks: i64,
    pub lives: Vec<Life>,
}

/// How long a copy of something can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Life {
    /// Stable, kebab-case.
    pub id: &'static str,
    pub name: &'static str,
    pub until: Until,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// Seconds since 1970-01-01T00:00:00Z.
    Instant(i64),
    /// It has no expiry time: as long as it is accepted.
    NoExpiry,
    /// Its row is deleted.
    Deletion,
}

/// RFC 9700 names no number for it; 5 minutes is what short-lived commonly means.
const SHORT: i64 = 300;

/// None where it cannot be told.
pub(super) fn window(status: Status, times: Times, now: i64) -> Option<Window> {
    let Times { begins, ends } = times;
    let (begins, ends) = match (status, begins, ends) {
        (Status::NoExpiry, begins, None) => (begins.filter(|begins| *begins < now).unwrap_or(now), None),
        (Status::Active | Status::Expired | Status::NotYetValid, Some(begins), Some(ends)) => (begins, Some(ends)),
        (Status::Active, None, Some(ends)) => (now, Some(ends)),
        _ => return None,
    };
    let is_usable = matches!(status, Status::Active | Status::NoExpiry) && now >= begins;
    let leaks = if is_usable { now } else { begins };
    let life = |id, name, until| Life { id, name, until };
    let mut lives = vec![life("this-token", "This token", ends.map_or(Until::NoExpiry, Until::Instant))];
    if ends.is_none_or(|ends| ends.abs_diff(begins) > SHORT as u64) {
        let until = Until::Instant(leaks.saturating_add(SHORT));
        lives.push(life("short-lived", "A 5-minute token", until));
    }
    lives.push(life("session-row", "A session row", Until::Deletion));
    Some(Window { begins, ends, now, leaks, lives })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_700_000_000;

    fn of(status: Status, issued_at: Option<i64>, expires_at: Option<i64>) -> Option<Window> {
        let validity = Validity { status, issued_at, not_before: None, expires_at };
        window(status, Times::of(&validity), NOW)
    }

    #[test]
    fn begins_when_it_leaks() {
        let active = of(Status::Active, Some(NOW - 600), Some(NOW + 3_000)).expect("a window");
        assert_eq!((active.begins, active.ends, active.leaks), (NOW - 600, Some(NOW + 3_000), NOW));
        let untils: Vec<Until> = active.lives.iter().map(|life| life.until).collect();
        assert_eq!(untils, [Until::Instant(NOW + 3_000), Until::Instant(NOW + 300), Until::Deletion]);
        let expired = of(Status::Expired, Some(NOW - 7_200), Some(NOW - 3_600)).expect("a window");
        assert_eq!((expired.leaks, expired.lives[1].until), (NOW - 7_200, Until::Instant(NOW - 6_900)));
    }

    #[test]
    fn knows_no_end() {
        let endless = of(Status::NoExpiry, None, None).expect("a window");
        assert_eq!((endless.begins, endless.ends, endless.lives[0].until), (NOW, None, Until::NoExpiry));
    }

    #[test]
    fn a_token_of_5_minutes_is_its_own_comparison() {
        let short = of(Status::Active, Some(NOW - 60), Some(NOW + 240)).expect("a window");
        assert_eq!(short.lives.iter().map(|life| life.id).collect::<Vec<_>>(), ["this-token", "session-row"]);
    }

    #[test]
    fn is_none_where_the_times_cannot_be_meant() {
        assert_eq!(of(Status::Active, Some(NOW), Some((NOW + 3_600) * 1_000)), None);
        assert_eq!(of(Status::Expired, None, Some(NOW - 1)), None);
        assert_eq!(of(Status::Expired, Some(NOW), Some(NOW - 1)), None);
        assert_eq!(of(Status::Unknown, Some(NOW), None), None);
        assert_eq!(of(Status::Active, Some(i64::MIN), Some(i64::MAX)), None);
    }

    #[test]
    fn each_limit_is_kept_to_the_second() {
        let lives = |from: i64, to: i64| of(Status::Active, Some(from), Some(to)).map(|window| window.lives.len());
        assert_eq!(lives(NOW, NOW + 300), Some(2));
        assert_eq!(lives(NOW, NOW + 301), Some(3));
        let begins = |from: i64| of(Status::Active, Some(from), Some(NOW + 1)).map(|window| window.begins);
        assert_eq!(begins(946_684_800), Some(946_684_800));
        assert_eq!(begins(946_684_799), Some(NOW), "too early to be meant");
        let endless = of(Status::NoExpiry, Some(NOW + 5), None).expect("a window");
        assert_eq!(endless.begins, NOW);
        let later = of(Status::NotYetValid, Some(NOW + 5), Some(NOW + 9)).expect("a window");
        assert_eq!(later.leaks, NOW + 5);
    }
}
