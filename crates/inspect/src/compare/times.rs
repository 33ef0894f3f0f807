//! By how much the times of the two lie apart, and how long each lasts.

use super::said::lacks;
use super::{ComparedTopic, Likeness, NamedSide, SideName};
use crate::time::instants;
use crate::time::numeric_date::MAXIMUM_SECONDS;
use crate::validity::{Validity, validity};

/// "After: 1 hour later."
pub(super) fn moved(from: i64, to: i64, name: SideName) -> String {
    match by(from, to) {
        Some(by) => format!("{}: {by}.", name.label()),
        None => String::new(),
    }
}

/// "1 hour later". Nothing where it is the same, and for what lies beyond all calendars.
fn by(from: i64, to: i64) -> Option<String> {
    let way = if to > from { " later" } else { " earlier" };
    (from != to && is_known(from) && is_known(to)).then(|| format!("{}{way}", instants::duration(from.abs_diff(to))))
}

pub(super) fn is_known(instant: i64) -> bool {
    instant.abs() < MAXIMUM_SECONDS
}

/// None if one of the two has no times.
pub(super) fn topic(one: NamedSide, other: NamedSide) -> Option<ComparedTopic> {
    // Only the times as written are compared, so any instant will do.
    let [a, b] = [one, other].map(|side| validity(side.token, 0));
    let mut said: Vec<String> = Vec::new();
    let mut is_same = true;
    // If both tokens have the same delay from `iat` to `nbf`, the two times are told as one.
    let wait = |times: &Validity| Some(times.not_before?.saturating_sub(times.issued_at?));
    let has_one_start = wait(&a).is_some() && wait(&a) == wait(&b);
    for (word, from, to) in [
        ("issued", a.issued_at, b.issued_at),
        ("usable from", a.not_before.filter(|_| !has_one_start), b.not_before),
        ("expires", a.expires_at, b.expires_at),
    ] {
        let (Some(from), Some(to)) = (from, to) else { continue };
        is_same &= from == to;
        match by(from, to) {
            Some(by) => said.push(format!("{word} {by}")),
            None if from != to => said.push(format!("{word} at another time")),
            None if is_known(from) => said.push(format!("{word} at the same time")),
            None => {}
        }
    }
    let mut is_known_whole = true;
    let lasts = match (a.lifetime(), b.lifetime()) {
        (Some(a), Some(b)) if a == b => format!("Both last {}.", instants::duration(a)),
        (Some(a), Some(b)) => {
            is_same = false;
            let (name, other_name) = (one.name.label(), other.name.label());
            format!("Lifetime: {other_name} {} · {name} {}.", instants::duration(b), instants::duration(a))
        }
        _ => {
            let unread = [(&a, one), (&b, other)].map(|(at, side)| at.expires_at.is_none() && !lacks(side, "exp"));
            is_known_whole = unread == [false; 2];
            let says = |with: NamedSide, without: NamedSide, is_unread: bool| match is_unread {
                true => format!("When {} expires cannot be read here.", without.name.noun()),
                false => format!("Only {} says when it expires.", with.name.noun()),
            };
            match (a.expires_at, b.expires_at) {
                (Some(_), None) => says(one, other, unread[1]),
                (None, Some(_)) => says(other, one, unread[0]),
                _ => String::new(),
            }
        }
    };
    let moved = match said.is_empty() {
        true if lasts.is_empty() => return None,
        true => String::new(),
        false if is_same => format!("Alike: {}. ", said.join(", ")),
        false => format!("{}: {}. ", other.name.label(), said.join(", ")),
    };
    let is_alike = |from: Option<i64>, to: Option<i64>| from.is_some() == to.is_some();
    let start = |times: &Validity| times.not_before.or(times.issued_at);
    let outcome = if !is_same || is_known_whole && !is_alike(a.expires_at, b.expires_at) {
        Likeness::Different
    } else if is_known_whole && is_alike(a.issued_at, b.issued_at) && start(&a) == start(&b) {
        Likeness::Same
    } else {
        Likeness::Unknown
    };
    Some(ComparedTopic::new("Times", outcome, format!("{moved}{lasts}")).trimmed())
}

impl ComparedTopic {
    fn trimmed(mut self) -> Self {
        self.message.truncate(self.message.trim_end().len());
        self
    }
}
