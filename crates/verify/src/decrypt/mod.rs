//! What an encrypted token holds, with a key of the reader's. RFC 7516 section 5.2, RFC 7518 sections 4 and 5.
//!
//! Each key is tried for each recipient, whatever `kid`, `alg` and `use` say: first as the standards have it, and then as
//! writers and readers are known to depart from them (`twist`). A fact about a key that fits is a remark.
//!
//! | Module | What it has |
//! |---|---|
//! | `envelope` | the bytes and parameters of a JWE |
//! | `algorithm`, `content` | what `alg` and `enc` ask for |
//! | `plan` | what is tried, in which order |
//! | `secrets`, `cookies` | the bytes that a pasted secret can stand for |
//! | `rsa`, `agreement`, `wrapping`, `stretching` | the content key, by a family of algorithms each |
//! | `failure` | what can be known where nothing fits |

mod agreement;
mod algorithm;
mod content;
mod cookies;
mod decrypted;
mod envelope;
mod failure;
mod plan;
mod rsa;
mod secrets;
mod stretching;
#[cfg(test)]
mod tests;
mod twist;
mod wrapping;

use decode::Token;

pub(crate) use cookies::site_secret_wanted;
pub use decrypted::{Decrypted, whole_token};

use self::agreement::NoAgreement;
use self::content::Halves;
use self::envelope::Envelope;
use self::failure::{Miss, Misses};
use self::plan::{DecryptionAttempt, Plan, Unlocking};
use self::stretching::Stretching;
use self::twist::Twist;
use crate::key::{CandidateKey, KeyMaterial, KeyRing, PrivateMaterial};
use crate::{Explanation, Remark};

/// What came of decrypting a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decryption {
    pub outcome: DecryptionOutcome,
    /// On the key that fits, and on the token.
    pub remarks: Vec<Remark>,
    /// How many ways were tried.
    pub tried: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecryptionOutcome {
    Decrypted(Box<Decrypted>),
    /// What can be known, the surest first. Never empty.
    Failed(Vec<Explanation>),
}

/// How many steps all ways together may take: a minute or two in a page.
const STEPS_IN_ALL: u64 = 50_000_000;

/// Decrypts in slices, so that a page can respond between them.
pub struct Decrypter {
    envelope: Result<Envelope, Explanation>,
    keys: Vec<CandidateKey>,
    plan: Plan,
    position: usize,
    stretching: Option<Stretching>,
    steps_made: u64,
    misses: Misses,
    tried: usize,
}

impl Decrypter {
    pub fn new(token: &Token, ring: &KeyRing) -> Self {
        let envelope = Envelope::of(token);
        let cookie = cookies::cookie_name(&token.label);
        let mut plan = envelope.as_ref().map(|envelope| Plan::new(envelope, ring, cookie)).unwrap_or_default();
        if let Some(message) = site_secret_wanted(token) {
            plan.add_obstacle("site-secret-wanted", message);
        }
        Self {
            envelope,
            keys: ring.keys.clone(),
            plan,
            position: 0,
            stretching: None,
            steps_made: 0,
            misses: Misses::default(),
            tried: 0,
        }
    }

    /// Goes on for about so many steps: one is as much work as a round of PBKDF2, which is one HMAC. None while there is
    /// more to do. After the end every call gives the same.
    pub fn advance(&mut self, steps: u64) -> Option<Decryption> {
        let Ok(envelope) = &self.envelope else { return Some(self.failed()) };
        let mut left = steps.max(1);
        while left > 0 {
            let Some(attempt) = self.plan.attempts.get(self.position) else { return Some(self.failed()) };
            let work = work(envelope, attempt);
            if self.stretching.is_none() {
                if self.steps_made.saturating_add(work) > STEPS_IN_ALL {
                    let message = format!(
                        "Decrypting was given up after {} of {} ways, because the others take too long.",
                        self.tried,
                        self.plan.attempts.len()
                    );
                    self.plan.add_obstacle("not-all-tried", message);
                    self.position = self.plan.attempts.len();
                    continue;
                }
                self.steps_made = self.steps_made.saturating_add(work);
            }
            if let Unlocking::Password { password, salt, hash, rounds, .. } = &attempt.unlocking {
                if self.stretching.is_none() {
                    self.stretching = Stretching::new(*hash, password, salt, *rounds);
                }
                if let Some(stretching) = &mut self.stretching {
                    let rounds = stretching.left().min(left);
                    stretching.advance(rounds);
                    left -= rounds;
                    if stretching.left() > 0 {
                        return None;
                    }
                }
            }
            left = left.saturating_sub(cost(envelope, attempt));
            let result = self.attempt(envelope, attempt);
            match result {
                Ok(opened) => {
                    let tried = self.tried + 1;
                    return self
                        .keys
                        .get(attempt.key)
                        .map(|key| decrypted::decryption(envelope, attempt, key, opened, tried));
                }
                Err(miss) => self.misses.add(miss, attempt),
            }
            self.stretching = None;
            self.tried += 1;
            self.position += 1;
        }
        (self.position >= self.plan.attempts.len()).then(|| self.failed())
    }

    fn failed(&self) -> Decryption {
        let explanations = match &self.envelope {
            Ok(envelope) => self.misses.explanations(envelope, &self.plan.obstacles),
            Err(explanation) => vec![explanation.clone()],
        };
        Decryption { outcome: DecryptionOutcome::Failed(explanations), remarks: Vec::new(), tried: self.tried }
    }

    /// The plaintext, with what had to be done otherwise for it.
    fn attempt(&self, envelope: &Envelope, attempt: &DecryptionAttempt) -> Result<OpenedContent, Miss> {
        let content_key = self.content_key(envelope, attempt)?;
        let length = envelope.cipher.key_length();
        if content_key.len() != length {
            return Err(Miss::ContentKeyLength(content_key.len()));
        }
        let ways = [(Halves::HmacFirst, None), (Halves::AesFirst, Some(Twist::HalvesSwapped))];
        for (halves, twist) in ways {
            if let Some(plaintext) = envelope.cipher.open(&content_key, halves, envelope.sealed()) {
                return Ok(OpenedContent { plaintext, twist });
            }
        }
        Err(Miss::Tag)
    }

    fn content_key(&self, envelope: &Envelope, attempt: &DecryptionAttempt) -> Result<Vec<u8>, Miss> {
        let recipient = envelope.recipients.get(attempt.recipient).ok_or(Miss::NoKey)?;
        let key = self.keys.get(attempt.key).ok_or(Miss::NoKey)?;
        let encrypted_key = recipient.encrypted_key.as_slice();
        match &attempt.unlocking {
            Unlocking::Direct(secret) => Ok(secret.clone()),
            Unlocking::AesKw(secret) => wrapping::unwrap_aes_kw(secret, encrypted_key).ok_or(Miss::NotUnwrapped),
            Unlocking::AesGcmKw(secret) => {
                let sealed = content::Sealed {
                    iv: &recipient.key_iv,
                    additional_data: &[],
                    ciphertext: encrypted_key,
                    tag: &recipient.key_tag,
                };
                content::open_gcm(secret, sealed).ok_or(Miss::NotUnwrapped)
            }
            Unlocking::Rsa(padding) => {
                let KeyMaterial::Rsa { modulus, exponent } = &key.material else { return Err(Miss::NoKey) };
                let Some(PrivateMaterial::Rsa { d, p, q }) = &key.private else { return Err(Miss::NoKey) };
                let primes = p.as_deref().zip(q.as_deref());
                let key = rsa::private_key(modulus, exponent, d, primes).ok_or(Miss::NoKey)?;
                rsa::decrypt(key, *padding, encrypted_key).ok_or(Miss::NotUnwrapped)
            }
            Unlocking::Agreement { algorithm, party_u, party_v, wrapping } => {
                let (Some(private), Some(ephemeral)) = (&key.private, &recipient.ephemeral) else {
                    return Err(Miss::NoKey);
                };
                let secret = agreement::agree(&key.material, private, ephemeral).map_err(|error| match error {
                    NoAgreement::OtherCurve => Miss::OtherCurve,
                    NoAgreement::NoKey => Miss::NoKey,
                })?;
                let length = wrapping.unwrap_or(envelope.cipher.key_length());
                let agreed = agreement::concat_kdf(&secret, algorithm, party_u, party_v, length);
                match wrapping {
                    None => Ok(agreed),
                    Some(_) => wrapping::unwrap_aes_kw(&agreed, encrypted_key).ok_or(Miss::NotUnwrapped),
                }
            }
            Unlocking::Password { key_length, .. } => {
                let stretched = self.stretching.as_ref().map(|stretching| stretching.key(*key_length));
                let unwrapped = wrapping::unwrap_aes_kw(&stretched.ok_or(Miss::NoKey)?, encrypted_key);
                unwrapped.ok_or(Miss::NotUnwrapped)
            }
        }
    }
}

/// All steps of an attempt.
fn work(envelope: &Envelope, attempt: &DecryptionAttempt) -> u64 {
    let rounds = match attempt.unlocking {
        Unlocking::Password { rounds, .. } => rounds,
        _ => 0,
    };
    rounds.saturating_add(cost(envelope, attempt))
}

struct OpenedContent {
    plaintext: Vec<u8>,
    twist: Option<Twist>,
}

/// About how many rounds of PBKDF2 an attempt is worth, apart from those that it makes.
fn cost(envelope: &Envelope, attempt: &DecryptionAttempt) -> u64 {
    let opening = 10 + envelope.sealed().ciphertext.len() as u64 / 64;
    opening
        + match attempt.unlocking {
            Unlocking::Rsa(_) => 20_000,
            Unlocking::Agreement { .. } => 1_000,
            _ => 0,
        }
}
