//! Claims that hold several words: what the other has more, and what it has not.

use super::pairs::partners;
use super::{Outcome, Side, Topic};
use crate::decode::Token;
use crate::decode::gather::Gather;
use crate::decode::json::{Kind, Value};
use crate::inspect::display;

/// Topic, the claims that speak of it, and whether spaces part the words (RFC 8693 section 4.2).
const SETS: [(&str, &[&str], bool); 4] = [
    ("Audience", &["aud"], false),
    ("Scopes", &["scope", "scp", "scopes", "permissions"], true),
    ("Roles", &["roles", "role"], false),
    ("Groups", &["groups"], false),
];

/// So many words are named.
const LIMIT: usize = 12;

pub(super) fn topics(one: Side, other: Side) -> Vec<Topic> {
    SETS.iter()
        .filter_map(|(name, claims, has_spaces)| {
            let [here, there] = [one.token, other.token].map(|token| words(token, claims, *has_spaces));
            let unread = |token: &Token| token.payload().is_none_or(|payload| payload.members().is_empty());
            if here.is_empty() && there.is_empty() || unread(one.token) || unread(other.token) {
                return None;
            }
            let (lost, gained) = (missing(&here, &there), missing(&there, &here));
            let says = match (lost.is_empty(), gained.is_empty()) {
                (true, true) => {
                    return Some(Topic::new(name, Outcome::Same, &["Both name the same: ", &listed(&here), "."]));
                }
                (true, false) => ["The other also names ", &listed(&gained), "."].concat(),
                (false, true) => ["The other does not name ", &listed(&lost), "."].concat(),
                (false, false) => ["The other names ", &listed(&gained), ", and not ", &listed(&lost), "."].concat(),
            };
            Some(Topic::new(name, Outcome::Different, &[&says]))
        })
        .gather()
}

/// All that stand in any of the claims.
fn words<'t>(token: &'t Token, claims: &[&str], has_spaces: bool) -> Vec<&'t str> {
    let mut words = Vec::new();
    let Some(payload) = token.payload().and_then(|payload| payload.value()) else { return words };
    for value in claims.iter().filter_map(|claim| payload.member(claim)) {
        let values = match &value.kind {
            Kind::Array(values) => values,
            _ => std::slice::from_ref(value),
        };
        for text in values.iter().filter_map(Value::as_str) {
            match has_spaces {
                true => words.extend(text.split(' ').filter(|word| !word.is_empty())),
                false => words.push(text),
            }
        }
    }
    words
}

/// Those of the first that the second has not.
fn missing<'t>(words: &[&'t str], among: &[&str]) -> Vec<&'t str> {
    let partner = partners(words, among);
    words.iter().zip(partner).filter(|(_, partner)| partner.is_none()).map(|(word, _)| *word).gather()
}

/// "`a`, `b` and 3 more".
fn listed(words: &[&str]) -> String {
    let shown = words.iter().take(LIMIT).map(|word| quoted(word)).gather().join(", ");
    match words.len().saturating_sub(LIMIT) {
        0 => shown,
        more => [&shown, " and ", &more.to_string(), " more"].concat(),
    }
}

/// Text from a token as code in a sentence.
pub(super) fn quoted(text: &str) -> String {
    let text = crate::decode::search::replaced(&display::capped(text, 80), "`", "'");
    ["`", &text, "`"].concat()
}
