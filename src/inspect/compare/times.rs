//! By how much the times of the two lie apart, and how long each lasts.

use super::{Outcome, Topic};
use crate::decode::Token;
use crate::inspect::calendar;
use crate::inspect::numeric_date::MAXIMUM_SECONDS;
use crate::inspect::validity::{Validity, validity};

/// "1 hour later in the other."
pub(super) fn moved(from: i64, to: i64) -> String {
    match by(from, to) {
        Some(by) => [&by, " in the other."].concat(),
        None => String::new(),
    }
}

/// "1 hour later". Nothing where it is the same, and for what lies beyond all calendars.
fn by(from: i64, to: i64) -> Option<String> {
    let way = if to > from { " later" } else { " earlier" };
    (from != to && is_known(from) && is_known(to)).then(|| [&calendar::duration(from.abs_diff(to)), way].concat())
}

fn is_known(instant: i64) -> bool {
    instant.abs() < MAXIMUM_SECONDS
}

/// Nothing where one of the two has no times.
pub(super) fn topic(one: &Token, other: &Token) -> Option<Topic> {
    // What is compared is what stands there, whatever the time is.
    let [a, b] = [one, other].map(|token| validity(token, 0));
    let mut said: Vec<String> = Vec::new();
    let mut is_same = true;
    for (word, from, to) in [
        ("issued", a.issued_at, b.issued_at),
        ("usable from", a.not_before.filter(|_| a.issued_at.is_none()), b.not_before.filter(|_| b.issued_at.is_none())),
        ("expires", a.expires_at, b.expires_at),
    ] {
        let (Some(from), Some(to)) = (from, to) else { continue };
        is_same &= from == to;
        match by(from, to) {
            Some(by) => said.push([word, " ", &by].concat()),
            None if from != to => said.push([word, " at another time"].concat()),
            None if is_known(from) => said.push([word, " at the same time"].concat()),
            None => {}
        }
    }
    let lasts = match (lifetime(&a), lifetime(&b)) {
        (Some(a), Some(b)) if a == b => ["Both last ", &calendar::duration(a), "."].concat(),
        (Some(a), Some(b)) => {
            is_same = false;
            ["This token lasts ", &calendar::duration(a), ", the other ", &calendar::duration(b), "."].concat()
        }
        _ => match (a.expires_at, b.expires_at) {
            (Some(_), None) => "Only this token expires.".to_owned(),
            (None, Some(_)) => "Only the other expires.".to_owned(),
            _ => String::new(),
        },
    };
    is_same &= a.expires_at.is_some() == b.expires_at.is_some();
    let moved = match said.is_empty() {
        true if lasts.is_empty() => return None,
        true => String::new(),
        false => ["The other says: ", &said.join(", "), ". "].concat(),
    };
    let outcome = if is_same { Outcome::Same } else { Outcome::Different };
    Some(Topic::new("Times", outcome, &[&moved, &lasts]).trimmed())
}

impl Topic {
    fn trimmed(mut self) -> Self {
        self.message.truncate(self.message.trim_end().len());
        self
    }
}

/// From `iat`, or else `nbf`, to `exp`, in seconds.
fn lifetime(validity: &Validity) -> Option<u64> {
    let (from, to) = (validity.issued_at.or(validity.not_before)?, validity.expires_at?);
    (to > from && is_known(from) && is_known(to)).then(|| to.abs_diff(from))
}
