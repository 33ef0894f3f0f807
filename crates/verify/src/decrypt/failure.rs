//! What can be known of a token that no key decrypts.

use super::envelope::Envelope;
use super::plan::DecryptionAttempt;
use super::twist::Twist;
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
    /// Of the ways that the header names, by the position of the key.
    seen: Vec<(Miss, usize)>,
    /// Of all other ways.
    seen_otherwise: Vec<Miss>,
    /// The first key that opens the encrypted key with a check of its own, and what had to be done otherwise for it.
    right_key: Option<(usize, Vec<Explanation>)>,
}

impl Misses {
    pub(super) fn add(&mut self, miss: Miss, attempt: &DecryptionAttempt) {
        let is_opened = matches!(miss, Miss::Tag | Miss::ContentKeyLength(_));
        if is_opened && attempt.is_authenticated() {
            self.right_key
                .get_or_insert_with(|| (attempt.key, attempt.twists.iter().map(Twist::explanation).collect()));
        }
        match attempt.twists.as_slice() {
            [] if !self.seen.contains(&(miss, attempt.key)) => self.seen.push((miss, attempt.key)),
            [_, ..] if !self.seen_otherwise.contains(&miss) => self.seen_otherwise.push(miss),
            _ => {}
        }
    }

    /// The surest first.
    pub(super) fn explanations(&self, envelope: &Envelope, obstacles: &[Explanation]) -> Vec<Explanation> {
        let enc = &envelope.enc;
        let wanted = envelope.cipher.key_length();
        let mut explanations = Vec::new();
        let mut add = |id, message: String| explanations.push(Explanation { id, message });
        for (miss, key) in &self.seen {
            let number = key + 1;
            let is_right = self.right_key.as_ref().is_some_and(|(right, _)| right == key);
            match miss {
                Miss::ContentKeyLength(length) if is_right => add(
                    "content-key-length",
                    format!(
                        "Key {number} is the right one: it opens the encrypted key. But what is in it has {length} bytes, and {enc} needs {wanted}."
                    ),
                ),
                // RSA1_5 alone: RFC 7516 section 11.5.
                Miss::ContentKeyLength(_) => add(
                    "wrong-key-or-damaged",
                    format!(
                        "What key {number} makes of the encrypted key is no key for {enc}: it is the wrong key, or the encrypted key was damaged. Which of the two cannot be told."
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
                Miss::NotUnwrapped | Miss::Tag => {}
            }
        }
        if let Some((key, twists)) = &self.right_key {
            if explanations.is_empty() {
                let number = key + 1;
                let message = format!(
                    "Key {number} is the right one: it opens the encrypted key. But the tag does not fit the content, so the header, the initialization vector, the ciphertext or the tag was changed or cut off."
                );
                explanations.push(Explanation { id: "content-damaged", message });
            }
            explanations.extend_from_slice(twists);
            return explanations;
        }
        explanations.extend_from_slice(obstacles);
        explanations.extend(self.doubt());
        explanations
    }

    /// A wrong key and a damaged token look the same.
    fn doubt(&self) -> Option<Explanation> {
        let seen: Vec<Miss> = match self.seen.is_empty() {
            true => self.seen_otherwise.clone(),
            false => self.seen.iter().map(|(miss, _)| *miss).collect(),
        };
        let message = if seen.contains(&Miss::NotUnwrapped) {
            "No key opens the encrypted key: it is the wrong key, or the encrypted key was damaged. Which of the two cannot be told."
        } else if seen.contains(&Miss::Tag) {
            "The tag fits no key: it is the wrong key, or the token was damaged. Which of the two cannot be told."
        } else {
            return None;
        };
        Some(Explanation { id: "wrong-key-or-damaged", message: message.to_owned() })
    }
}
