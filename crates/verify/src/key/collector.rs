//! What was found so far: keys with what is odd about them, and remarks on what is no key.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use decode::Span;
use inspect::display::quoted;

use super::source::KeyText;
use super::{CandidateKey, KeyForm, KeyMaterial, KeyRing, LIMIT, PrivateMaterial, oddities};
use crate::Remark;
use crate::steps::pause;

/// The most remarks on a whole text.
const REMARKS: usize = 100;

/// How much of a name is quoted, in characters.
pub(super) const QUOTED: usize = 80;

/// A key as its form gives it, without a place.
pub(super) struct ReadKey {
    pub material: KeyMaterial,
    pub private: Option<PrivateMaterial>,
    /// Whether the text has the private key, whatever is kept of it.
    pub is_private: bool,
    pub form: KeyForm,
    pub not_after: Option<i64>,
    /// In DER.
    pub certificate: Option<Rc<[u8]>>,
    pub remarks: Vec<Remark>,
}

impl ReadKey {
    pub fn public(material: KeyMaterial, form: KeyForm) -> Self {
        Self {
            material,
            private: None,
            is_private: false,
            form,
            not_after: None,
            certificate: None,
            remarks: Vec::new(),
        }
    }

    pub fn private(material: KeyMaterial, private: Option<PrivateMaterial>, form: KeyForm) -> Self {
        Self { private, is_private: true, ..Self::public(material, form) }
    }

    pub fn remark(&mut self, id: &'static str, message: impl Into<String>) {
        self.remarks.push(Remark { id, message: message.into() });
    }
}

/// What cannot be read as a key.
pub(super) fn unreadable(message: impl Into<String>) -> Remark {
    Remark { id: "key-unreadable", message: message.into() }
}

/// So much is done in one step, in bytes that are read.
const STEP: usize = 64 * 1024;

/// A key costs as much as so many bytes: a public one some tenths of a millisecond, and a private one some milliseconds,
/// because its public part has to be computed.
const PUBLIC_KEY: usize = 1024;
const PRIVATE_KEY: usize = STEP;

pub(super) struct FoundKeys<'t> {
    paste: &'t str,
    /// What was done since the last pause, in bytes.
    done: usize,
    ring: KeyRing,
    left_out: usize,
    /// How often something could not be read.
    not_read: usize,
}

impl<'t> FoundKeys<'t> {
    pub fn new(paste: &'t str) -> Self {
        Self { paste, done: 0, ring: KeyRing::default(), left_out: 0, not_read: 0 }
    }

    /// Pauses if enough was done since the last pause.
    pub async fn rest(&mut self) {
        if self.done >= STEP {
            self.done = 0;
            pause().await;
        }
    }

    /// The same after so many bytes were read.
    pub async fn rest_after(&mut self, bytes: usize) {
        self.done += bytes;
        self.rest().await;
    }

    /// How much was found: keys and remarks.
    pub fn found(&self) -> usize {
        self.ring.keys.len() + self.ring.remarks.len() + self.left_out + self.not_read
    }

    pub fn key_count(&self) -> usize {
        self.ring.keys.len()
    }

    pub fn keys_since(&mut self, count: usize) -> &mut [CandidateKey] {
        self.ring.keys.get_mut(count..).unwrap_or_default()
    }

    /// Whether a key stands in this stretch.
    pub fn has_key_at(&self, span: Span) -> bool {
        self.ring.keys.iter().any(|key| key.span.overlaps(span))
    }

    pub fn is_full(&self) -> bool {
        self.ring.keys.len() >= LIMIT
    }

    pub fn remark(&mut self, id: &'static str, message: impl Into<String>) {
        let remark = Remark { id, message: message.into() };
        if self.ring.remarks.len() < REMARKS && !self.ring.remarks.contains(&remark) {
            self.ring.remarks.push(remark);
        }
    }

    /// What stands there and cannot be read: "A PEM block (line 12): …".
    pub fn not_read(&mut self, what: &str, source: KeyText, remark: Remark) {
        self.not_read += 1;
        self.done += PUBLIC_KEY;
        // Each line is counted from the beginning, so few are.
        if self.not_read > REMARKS {
            return;
        }
        let line = self.line_of(source);
        self.remark(remark.id, format!("{what}{line}: {}", remark.message));
    }

    fn line_of(&self, source: KeyText) -> String {
        let before = self.paste.get(..source.span().start).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        match source.is_exact() && self.paste.contains('\n') {
            true => format!(" (line {line})"),
            false => String::new(),
        }
    }

    pub fn key(&mut self, read: ReadKey, span: Span) -> Option<&mut CandidateKey> {
        self.done += if read.is_private { PRIVATE_KEY } else { PUBLIC_KEY };
        if self.is_full() {
            self.left_out += 1;
            return None;
        }
        let mut remarks = read.remarks;
        if read.is_private {
            remarks.push(Remark {
                id: "key-is-private",
                message: "This is a private key: whoever has it can sign. Only its public part is needed to check a signature.".to_owned(),
            });
        }
        oddities::remarks(&read.material, &mut remarks);
        self.ring.keys.push(CandidateKey {
            material: read.material,
            private: read.private,
            kid: None,
            alg: None,
            public_use: None,
            key_ops: Vec::new(),
            form: read.form,
            span,
            not_after: read.not_after,
            certificate: read.certificate,
            remarks,
        });
        self.ring.keys.last_mut()
    }

    pub fn secret(&mut self, text: &str, span: Span) -> Option<&mut CandidateKey> {
        self.key(ReadKey::public(KeyMaterial::Secret(text.as_bytes().to_vec()), KeyForm::Secret), span)
    }

    pub fn finish(mut self) -> KeyRing {
        if self.left_out > 0 {
            let message =
                format!("The text holds more keys: {} behind the first {LIMIT} were left out.", self.left_out);
            self.ring.remarks.push(Remark { id: "keys-left-out", message });
        }
        self.name_duplicate_kids();
        self.ring
    }

    /// Two different keys under one `kid`: which one is meant cannot be said. RFC 7517 section 4.5 asks for distinct ones.
    fn name_duplicate_kids(&mut self) {
        let mut first_of: HashMap<&str, usize> = HashMap::new();
        let mut is_duplicate = vec![false; self.ring.keys.len()];
        for (at, key) in self.ring.keys.iter().enumerate() {
            let Some(kid) = key.kid.as_deref() else { continue };
            match first_of.entry(kid) {
                Entry::Vacant(entry) => {
                    entry.insert(at);
                }
                Entry::Occupied(entry) => {
                    let first = *entry.get();
                    let differs = self.ring.keys.get(first).is_some_and(|first| first.material != key.material);
                    for at in [first, at].into_iter().filter(|_| differs) {
                        if let Some(flag) = is_duplicate.get_mut(at) {
                            *flag = true;
                        }
                    }
                }
            }
        }
        for (key, _) in self.ring.keys.iter_mut().zip(is_duplicate).filter(|(_, is_duplicate)| *is_duplicate) {
            let kid = quoted(key.kid.as_deref().unwrap_or_default(), QUOTED);
            let message = format!("Several different keys have the `kid` {kid}: it does not say which one is meant.");
            key.remarks.push(Remark { id: "key-duplicate-kid", message });
        }
    }
}
