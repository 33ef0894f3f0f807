//! Claims that hold several words: what the other has more, and what it has not.

use super::pairs::partners;
use super::said::{lacks, text};
use super::{ComparedTopic, Likeness, Side};
use crate::display;
use decode::Token;
use decode::json::JsonKind;

/// ComparedTopic, the claims that speak of it, and whether spaces part the words (RFC 8693 section 4.2).
const SETS: [(&str, &[&str], bool); 4] = [
    ("Audience", &["aud"], false),
    ("Scopes", &["scope", "scp", "scopes", "permissions"], true),
    ("Roles", &["roles", "role"], false),
    ("Groups", &["groups"], false),
];

/// The most words that a sentence names.
const LIMIT: usize = 12;

pub(super) fn topics(one: Side, other: Side) -> Vec<ComparedTopic> {
    SETS.iter()
        .filter_map(|(name, claims, has_spaces)| {
            let [(here, is_whole), (there, is_other_whole)] = [one, other].map(|side| words(side, claims, *has_spaces));
            let unread = |token: &Token| token.payload().is_none_or(|payload| payload.members().is_empty());
            if here.is_empty() && there.is_empty() || unread(one.token) || unread(other.token) {
                return None;
            }
            if !(is_whole && is_other_whole) {
                return Some(ComparedTopic::new(name, Likeness::Unknown, "They may name more than can be read here."));
            }
            let (lost, gained) = (missing(&here, &there), missing(&there, &here));
            let says = match (lost.is_empty(), gained.is_empty()) {
                (true, true) => {
                    return Some(ComparedTopic::new(
                        name,
                        Likeness::Same,
                        format!("Both name the same: {}.", listed(&here)),
                    ));
                }
                (true, false) => format!("Only in the other: {}.", listed(&gained)),
                (false, true) => format!("Only in this token: {}.", listed(&lost)),
                (false, false) => format!(
                    "Only in the other: {}. Only in this token: \
                    {}.",
                    listed(&gained),
                    listed(&lost)
                ),
            };
            Some(ComparedTopic::new(name, Likeness::Different, says))
        })
        .collect::<Vec<_>>()
}

/// All that stand in any of the claims, and whether they are all there are.
fn words<'t>(side: Side<'t>, claims: &[&str], has_spaces: bool) -> (Vec<&'t str>, bool) {
    let mut words = Vec::new();
    let mut is_whole = true;
    let payload = side.token.payload().and_then(|payload| payload.value());
    for claim in claims {
        let Some(value) = payload.and_then(|payload| payload.member(claim)) else {
            is_whole &= lacks(side, claim);
            continue;
        };
        let values = match &value.kind {
            JsonKind::Array(values) => values,
            _ => std::slice::from_ref(value),
        };
        for value in values {
            match text(value) {
                Some(text) if has_spaces => words.extend(text.split(' ').filter(|word| !word.is_empty())),
                Some(text) => words.push(text),
                // An empty value names nothing.
                None => is_whole &= value.kind == JsonKind::Null || value.as_str() == Some(""),
            }
        }
    }
    (words, is_whole && side.token.payload().is_some_and(|payload| payload.error().is_none()))
}

/// The words of the first list that the second lacks.
fn missing<'t>(words: &[&'t str], among: &[&str]) -> Vec<&'t str> {
    let partner = partners(words, among);
    words.iter().zip(partner).filter(|(_, partner)| partner.is_none()).map(|(word, _)| *word).collect::<Vec<_>>()
}

/// "`a`, `b` and 3 more".
fn listed(words: &[&str]) -> String {
    let shown = words.iter().take(LIMIT).map(|word| quoted(word)).collect::<Vec<_>>().join(", ");
    match words.len().saturating_sub(LIMIT) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// Text from a token as code in a sentence.
pub(super) fn quoted(text: &str) -> String {
    display::quoted(text, 80)
}
