//! Claims that hold sets: what was added, what was removed and what stayed. The order of their words says nothing.

use super::pairs::partners;
use super::said::{each, is_mask, lacks, text};
use super::{ComparedTopic, Likeness, NamedSide};
use std::collections::BTreeSet;

use crate::display;
use crate::jose::natures;
use decode::Token;
use decode::json::{JsonKind, Value};

/// ComparedTopic, the claims that speak of it, and whether spaces part the words (RFC 8693 section 4.2).
const SETS: [(&str, &[&str], bool); 4] = [
    ("Audience", &["aud"], false),
    ("Scopes", &["scope", "scp", "scopes", "permissions"], true),
    ("Roles", &["roles", "role"], false),
    ("Groups", &["groups"], false),
];

/// The most words that a sentence names.
const LIMIT: usize = 12;
/// The same where nothing differs.
const SAME: usize = 4;
/// The most words of a list that are told one by one.
const WORDS: usize = 100;
const WORD_CHARACTERS: usize = 80;

/// Names whose words are a set wherever they stand, sorted: RFC 7519 section 4.1.3 (`aud`), RFC 8176 (`amr`), RFC 7515
/// section 4.1.11 (`crit`), RFC 7643 section 4.1.2 (`entitlements`, `groups`, `roles`), Entra (`wids`), Spring
/// (`authorities`), Auth0 (`permissions`).
const UNORDERED: [&str; 12] = [
    "amr",
    "aud",
    "authorities",
    "crit",
    "entitlements",
    "groups",
    "permissions",
    "role",
    "roles",
    "scopes",
    "scp",
    "wids",
];
/// Those whose text is a list of words with blanks between them. RFC 8693 section 4.2.
const SPACED: [&str; 4] = ["permissions", "scope", "scopes", "scp"];

/// Where two sets differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetDifference {
    /// RFC 6901; empty for the value of the member itself.
    pub path: String,
    /// What only the one has.
    pub removed: WordList,
    /// What only the other has.
    pub added: WordList,
    /// What both have.
    pub stayed: WordList,
}

/// The first of some words, and how many more there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordList {
    pub words: Vec<String>,
    pub more: usize,
}

impl WordList {
    fn new(words: &[&str]) -> Self {
        let shown = words.iter().take(WORDS).map(|word| display::capped(word, WORD_CHARACTERS));
        Self { words: shown.collect(), more: words.len().saturating_sub(WORDS) }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// What comparing two values as sets came to.
pub(super) struct ComparedSets {
    /// None where they are equal, as far as they are not masked.
    pub(super) difference: Option<SetDifference>,
    pub(super) has_masks: bool,
}

/// None where the name is not known for a set, and where one of the values is none. Two single words are no sets.
pub(super) fn compared(name: &str, one: &Value, other: &Value) -> Option<ComparedSets> {
    let name = natures::bare(name).to_ascii_lowercase();
    let has_spaces = SPACED.contains(&&*name);
    if !has_spaces && !UNORDERED.contains(&&*name) {
        return None;
    }
    let (here, there) = (SetWords::of(one, has_spaces)?, SetWords::of(other, has_spaces)?);
    let is_word = |value: &Value, set: &SetWords| value.as_str().is_some() && set.words.len() < 2;
    if is_word(one, &here) && is_word(other, &there) {
        return None;
    }
    // A masked word of one may be any word of the other.
    let only = |words: &SetWords<'_>, among: &SetWords<'_>| match among.has_masks {
        true => WordList::default(),
        false => WordList::new(&missing(&words.words, &among.words)),
    };
    let difference = SetDifference {
        path: String::new(),
        removed: only(&here, &there),
        added: only(&there, &here),
        stayed: WordList::new(&common(&here.words, &there.words)),
    };
    let is_equal = difference.removed.is_empty() && difference.added.is_empty();
    let has_masks = here.has_masks || there.has_masks;
    Some(ComparedSets { difference: (!is_equal).then_some(difference), has_masks })
}

/// The words of a value, each once.
struct SetWords<'v> {
    words: Vec<&'v str>,
    has_masks: bool,
}

impl<'v> SetWords<'v> {
    /// None where something in it is no text.
    fn of(value: &'v Value, has_spaces: bool) -> Option<Self> {
        let values = match &value.kind {
            JsonKind::Array(values) => values,
            _ => std::slice::from_ref(value),
        };
        let (mut words, mut has_masks) = (Vec::new(), false);
        for value in values {
            let JsonKind::String(text) = &value.kind else { return None };
            if !text.lone_surrogates.is_empty() {
                return None;
            }
            match &*text.text {
                _ if is_mask(value) => has_masks = true,
                text if has_spaces => words.extend(text.split(' ').filter(|word| !word.is_empty())),
                text => words.push(text),
            }
        }
        let mut known = BTreeSet::new();
        words.retain(|word| known.insert(*word));
        Some(Self { words, has_masks })
    }
}

fn common<'t>(words: &[&'t str], among: &[&str]) -> Vec<&'t str> {
    let partner = partners(words, among);
    words.iter().zip(partner).filter(|(_, partner)| partner.is_some()).map(|(word, _)| *word).collect::<Vec<_>>()
}

pub(super) fn topics(one: NamedSide, other: NamedSide) -> Vec<ComparedTopic> {
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
            let (who, other_who) = (one.name.noun(), other.name.noun());
            let says = match (lost.is_empty(), gained.is_empty()) {
                (true, true) => {
                    return Some(ComparedTopic::new(
                        name,
                        Likeness::Same,
                        format!("Both name the same: {}.", beginning(&here, SAME)),
                    ));
                }
                (true, false) => format!("Only {other_who}: {}.", listed(&gained)),
                (false, true) => format!("Only {who}: {}.", listed(&lost)),
                (false, false) if lost.len() == here.len() => {
                    each(one.name, &listed(&lost), other.name, &listed(&gained))
                }
                (false, false) => {
                    format!("Only {other_who}: {} · only {who}: {}.", listed(&gained), listed(&lost))
                }
            };
            Some(ComparedTopic::new(name, Likeness::Different, says))
        })
        .collect::<Vec<_>>()
}

/// All that stand in any of the claims, and whether they are all there are.
fn words<'t>(side: NamedSide<'t>, claims: &[&str], has_spaces: bool) -> (Vec<&'t str>, bool) {
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
    beginning(words, LIMIT)
}

/// The same with so many words.
fn beginning(words: &[&str], count: usize) -> String {
    let shown = words.iter().take(count).map(|word| quoted(word)).collect::<Vec<_>>().join(", ");
    match words.len().saturating_sub(count) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// Text from a token as code in a sentence.
pub(super) fn quoted(text: &str) -> String {
    display::quoted(text, 80)
}
