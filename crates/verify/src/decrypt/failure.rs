//! What can be known of a token that no key decrypts.

use super::algorithm::KeyManagement;
use super::envelope::Envelope;
use super::plan::Attempt;
use crate::Explanation;

/// Why one attempt gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Miss {
    /// The encrypted key does not open with this key.
    NotUnwrapped,
    /// It opens, but to a content key of so many bytes.
    ContentKeyLength(usize),
    /// The tag of the content does not fit the content key.
    Tag,
    /// The ephemeral key is of another curve than the reader's.
    OtherCurve,
    /// The numbers of the key, or of the ephemeral key, are none.
    NoKey,
}

/// What was seen of all attempts.
#[derive(Default)]
pub(super) struct Misses {
    seen: Vec<(Miss, usize)>,
    /// The first key that opens the encrypted key, with a check of its own.
    right_key: Option<usize>,
}

impl Misses {
    pub(super) fn add(&mut self, miss: Miss, attempt: &Attempt, algorithm: Option<KeyManagement>) {
        let is_right = miss == Miss::Tag && algorithm.is_some_and(KeyManagement::is_authenticated);
        if is_right && attempt.twist.is_none() {
            self.right_key.get_or_insert(attempt.key);
        }
        // What other ways miss says nothing about the way that the header names.
        if attempt.twist.is_none() && !self.seen.contains(&(miss, attempt.key)) {
            self.seen.push((miss, attempt.key));
        }
    }

    /// The surest first.
    pub(super) fn explanations(
        &self,
        envelope: &Envelope,
        obstacles: &[Explanation],
        tried: usize,
    ) -> Vec<Explanation> {
        let enc = &envelope.enc;
        let mut explanations = Vec::new();
        let mut add = |id, message: String| explanations.push(Explanation { id, message });
        if let Some(key) = self.right_key {
            add(
                "content-damaged",
                format!(
                    "Key {} is the right one: it opens the encrypted key. But the tag does not fit the content, so the header, the initialization vector, the ciphertext or the tag was changed or cut off.",
                    key + 1
                ),
            );
        }
        for (miss, key) in &self.seen {
            let number = key + 1;
            match miss {
                Miss::ContentKeyLength(length) if *length != 0 => add(
                    "content-key-length",
                    format!(
                        "Key {number} opens the encrypted key to {length} bytes, but {enc} needs {}. What RSA1_5 gives may also be no content key at all: a wrong key gives bytes too.",
                        envelope.cipher.key_length()
                    ),
                ),
                Miss::OtherCurve => add(
                    "epk-other-curve",
                    format!(
                        "Key {number} is on another curve than the header's `epk`: the token was encrypted to another key."
                    ),
                ),
                Miss::NoKey => add(
                    "key-unreadable",
                    format!("The numbers of key {number}, or those of the header's `epk`, make no key."),
                ),
                _ => {}
            }
        }
        explanations.extend_from_slice(obstacles);
        let mut add = |id, message: &str| explanations.push(Explanation { id, message: message.to_owned() });
        let has = |wanted: Miss| self.seen.iter().any(|(miss, _)| *miss == wanted);
        if self.right_key.is_none() && has(Miss::NotUnwrapped) {
            add(
                "wrong-key-or-damaged",
                "No key opens the encrypted key: it is the wrong key, or the encrypted key was damaged. Which of the two cannot be told.",
            );
        } else if self.right_key.is_none() && (has(Miss::Tag) || tried > 0 && self.seen.is_empty()) {
            add(
                "wrong-key-or-damaged",
                "The tag fits no key: it is the wrong key, or the token was damaged. Which of the two cannot be told.",
            );
        }
        explanations
    }
}
