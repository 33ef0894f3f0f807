//! What was masked, and whether a text holds it.

use std::collections::BTreeSet;

use decode::json::{JsonKind, Value};
use inspect::jose;
use inspect::masked::MASK;

use super::readings;

/// Masked values and names, all in ASCII lower case.
#[derive(Default)]
pub(super) struct Secrets {
    /// Each is a secret where it is the whole text.
    alone: BTreeSet<Vec<u8>>,
    /// Words that name a member of a masked object: each is a secret where it is the whole value.
    names: BTreeSet<Vec<u8>>,
    /// Each is a secret inside other texts too. Sorted, and none begins with another.
    inside: Vec<Vec<u8>>,
}

/// A shorter value is looked for only where it stands alone: "en" is in many words.
const SHORT: usize = 4;

/// A text of this length is unlikely to occur by chance in base64 of something else.
const LONG: usize = 8;

impl Secrets {
    /// Those of chosen values, the bytes of whose part are beside each.
    pub(super) fn of(chosen: &[(&[u8], &Value)]) -> Self {
        let mut secrets = Self::default();
        for (bytes, value) in chosen {
            secrets.take(bytes, value, true);
        }
        let sorted = std::mem::take(&mut secrets.inside);
        secrets.inside = without_continuations(sorted);
        secrets
    }

    /// Those of these texts that are too long to stand somewhere by chance.
    pub(super) fn of_texts(texts: Vec<String>) -> Self {
        let long = texts.into_iter().filter(|text| text.len() >= LONG);
        let inside = without_continuations(long.map(|text| text.to_ascii_lowercase().into_bytes()).collect());
        Self { inside, ..Self::default() }
    }

    /// Whether one of them is this text, or in any reading of it.
    pub(super) fn are_in(&self, text: &str) -> bool {
        if self.alone.is_empty() && self.inside.is_empty() {
            return false;
        }
        self.alone.contains(text.to_ascii_lowercase().as_bytes())
            || !self.inside.is_empty() && readings::may_pass(text, |reading| self.are_inside(reading))
    }

    /// The same of a text that is a value, and no name.
    pub(super) fn are_in_value(&self, text: &str) -> bool {
        self.names.contains(text.to_ascii_lowercase().as_bytes()) || self.are_in(text)
    }

    fn are_inside(&self, reading: &[u8]) -> bool {
        let reading = reading.to_ascii_lowercase();
        (0..reading.len()).filter_map(|at| reading.get(at..)).any(|rest| {
            // None begins with another, so only the last that is not behind `rest` in the order can begin it.
            let behind = self.inside.partition_point(|known| known.as_slice() <= rest);
            let known = behind.checked_sub(1).and_then(|last| self.inside.get(last));
            known.is_some_and(|known| rest.starts_with(known))
        })
    }

    /// `is_chosen` says that somebody chose this value itself, not one around it.
    fn take(&mut self, bytes: &[u8], value: &Value, is_chosen: bool) {
        match &value.kind {
            JsonKind::String(text) => self.take_text(&text.text, is_chosen),
            JsonKind::Number => self.take_text(&String::from_utf8_lossy(value.span.of(bytes)), is_chosen),
            JsonKind::Array(values) => values.iter().for_each(|value| self.take(bytes, value, false)),
            JsonKind::Object(members) => {
                for member in members {
                    self.take_name(&member.name.text);
                    self.take(bytes, &member.value, false);
                }
            }
            JsonKind::Bool(_) | JsonKind::Null => {}
        }
    }

    /// A short value that only stands in a masked list or object is looked for nowhere else: an address says "DE".
    fn take_text(&mut self, text: &str, is_chosen: bool) {
        let text = text.to_ascii_lowercase();
        if text.len() >= SHORT {
            // What the mask itself says cannot be left out.
            if MASK.contains(&text) {
                return;
            }
            self.inside.push(text.into_bytes());
        } else if is_chosen && !text.is_empty() {
            self.alone.insert(text.into_bytes());
        }
    }

    /// The name of a member of a masked object. Where it is no word it is as telling as a value; a word is a secret only
    /// where it is a whole value, and the name of a known claim is none.
    fn take_name(&mut self, name: &str) {
        let is_word = name.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-'));
        if !is_word {
            self.take_text(name, false);
        } else if name.len() >= SHORT && jose::claim(name).is_none() {
            self.names.insert(name.to_ascii_lowercase().into_bytes());
        }
    }
}

/// The texts in their order, without those that begin with another of them.
fn without_continuations(mut texts: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    texts.sort_unstable();
    let mut kept: Vec<Vec<u8>> = Vec::new();
    for text in texts {
        if kept.last().is_none_or(|last| !text.starts_with(last)) {
            kept.push(text);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_texts_that_begin_with_each_other_the_shortest_is_looked_for() {
        let texts = ["grace hopper", "grac", "graces", "ada lovelace"].map(|text| text.as_bytes().to_vec());
        let secrets = Secrets { inside: without_continuations(texts.to_vec()), ..Secrets::default() };
        assert_eq!(secrets.inside.len(), 2);
        for text in ["GRACE", "xgrace hopp", "ada lovelace", "x ada lovelacex"] {
            assert!(secrets.are_in(text), "{text}");
        }
        for text in ["gra", "ada lovelac", "", "zzz"] {
            assert!(!secrets.are_in(text), "{text}");
        }
    }
}
