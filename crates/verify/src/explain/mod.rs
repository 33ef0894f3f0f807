//! Why a signature does not fit: tries in order of cost. Each says what fits, and what to change.

mod cut;
mod ecdsa_forms;
mod hashed_twice;
mod key_sources;
mod nonce;
mod other_keys;
mod other_rules;
mod other_tokens;
mod padding;
mod pem_as_secret;
mod reencoded;
mod secret_bytes;
mod secret_readings;
mod secret_texts;
mod signature_texts;
mod unencoded;

use std::rc::Rc;

use crate::candidates::{self, Candidate};
use crate::chain::ChainWork;
use crate::check::{self, SignatureRule};
use crate::key::KeyMaterial;
use crate::signed_message::SignedMessage;
use crate::{Explanation, KeyOwner, Remark};

pub(crate) use cut::by_length;
pub(crate) use key_sources::sources_of_keys;
pub use key_sources::{KeySourceHint, where_keys_are};
pub(crate) use other_keys::{kid_not_in_set, other_key_in_set, public_secret, token_own_key};

/// Shorter signatures fit too many things by chance, in bytes.
const SHORTEST_SIGNATURE: usize = 16;

/// Of many keys so many are worth many checks each.
const FEW_KEYS: usize = 8;

/// More keys than these are tried as the token stands, and not in other ways.
const MANY_KEYS: usize = 100;

/// One signature, and all that it may be checked with.
#[derive(Debug)]
pub(crate) struct Case {
    pub message: SignedMessage,
    /// Why it cannot be checked, whatever the keys are.
    pub obstacle: Option<String>,
    pub pasted: Vec<Candidate>,
    /// The token's own.
    pub own: Vec<Candidate>,
    /// The certificates that come with it.
    pub chain: Option<ChainWork>,
    pub neighbours: Vec<Rc<SignedMessage>>,
    pub key_text: Option<Rc<str>>,
    pub is_key_binding: bool,
    /// Where the keys of such tokens are, which is told where nothing fits.
    pub sources: Vec<Explanation>,
}

/// One check that would explain something.
pub(crate) struct Try {
    pub id: &'static str,
    pub message: String,
    pub rule: SignatureRule,
    pub key: Rc<KeyMaterial>,
    pub input: Rc<[u8]>,
    pub signature: Rc<[u8]>,
    /// Whether the signature may be the beginning of one that fits.
    pub is_cut: bool,
}

pub(crate) type Tries = Box<dyn Iterator<Item = Try>>;

impl Try {
    /// None if no such check can be made.
    pub fn fits(&self) -> Option<bool> {
        if let (true, SignatureRule::Hmac(hash), KeyMaterial::Secret(secret)) = (self.is_cut, self.rule, &*self.key) {
            return Some(check::hmac(hash, secret, &self.input).starts_with(&self.signature));
        }
        check::fits(self.rule, &self.key, &self.input, &self.signature).ok()
    }
}

/// What a try starts from: a key, the rule of the header or else that of the key, the input and the signature as they are.
#[derive(Clone)]
struct Attempt {
    rule: SignatureRule,
    key: Rc<KeyMaterial>,
    input: Rc<[u8]>,
    signature: Rc<[u8]>,
}

impl Attempt {
    fn named(self, id: &'static str, message: impl Into<String>) -> Try {
        let Self { rule, key, input, signature } = self;
        Try { id, message: message.into(), rule, key, input, signature, is_cut: false }
    }

    fn rule(self, rule: SignatureRule) -> Self {
        Self { rule, ..self }
    }

    fn input(self, input: impl Into<Rc<[u8]>>) -> Self {
        Self { input: input.into(), ..self }
    }

    fn signature(self, signature: impl Into<Rc<[u8]>>) -> Self {
        Self { signature: signature.into(), ..self }
    }

    fn secret(self, secret: Vec<u8>) -> Self {
        Self { key: Rc::new(KeyMaterial::Secret(secret)), ..self }
    }
}

/// All tries, in order of cost; within that, the likeliest first.
pub(crate) fn tries(case: &Rc<Case>) -> Tries {
    type Family = fn(&Rc<Case>) -> Tries;
    const FAMILIES: [Family; 14] = [
        signature_texts::tries,
        ecdsa_forms::tries,
        secret_texts::tries,
        secret_readings::tries,
        other_rules::tries,
        nonce::tries,
        padding::tries,
        cut::tries,
        hashed_twice::tries,
        pem_as_secret::tries,
        unencoded::tries,
        other_tokens::tries,
        secret_bytes::tries,
        reencoded::tries,
    ];
    if case.message.signature.len() < SHORTEST_SIGNATURE {
        return Box::new(std::iter::empty());
    }
    let case = Rc::clone(case);
    Box::new(FAMILIES.into_iter().flat_map(move |family| family(&case)))
}

/// Where there are more keys than are tried in other ways.
pub(crate) fn of_many_keys(case: &Case) -> Option<Remark> {
    let count = case.to_explain().len();
    (count > MANY_KEYS).then(|| Remark {
        id: "not-all-tried",
        message: format!(
            "Each of the {count} keys was tried as the token stands. Only the first {MANY_KEYS} were tried in other ways."
        ),
    })
}

impl Case {
    /// Whether a key binding JWT fits the key that it should: the one in `cnf` of the token around it.
    pub fn is_confirmed(&self, fitting: &Candidate) -> bool {
        self.is_key_binding && fitting.owner == KeyOwner::Token && fitting.from == candidates::CONFIRMATION
    }

    /// The keys whose failure is explained: the reader's, or else the token's.
    pub fn to_explain(&self) -> &[Candidate] {
        if self.pasted.is_empty() { &self.own } else { &self.pasted }
    }

    pub fn secrets(&self) -> impl Iterator<Item = (&Candidate, &[u8])> {
        self.to_explain().iter().filter_map(|candidate| match &candidate.key.material {
            KeyMaterial::Secret(secret) => Some((candidate, secret.as_slice())),
            _ => None,
        })
    }

    /// The attempts as the token stands, one for each key: by the rule of the header where the key is for it.
    fn attempts(&self) -> Vec<Attempt> {
        let input: Rc<[u8]> = self.message.input().into();
        let signature: Rc<[u8]> = self.message.signature.clone().into();
        let attempt = |candidate: &Candidate| {
            let key = &candidate.key.material;
            let rule = self.message.rule.filter(|rule| rule.is_for(key)).or_else(|| SignatureRule::of_key(key))?;
            Some(Attempt {
                rule,
                key: Rc::new(key.clone()),
                input: Rc::clone(&input),
                signature: Rc::clone(&signature),
            })
        };
        self.to_explain().iter().take(MANY_KEYS).filter_map(attempt).collect()
    }

    /// Those by the rule of the header alone.
    fn plain_attempts(&self) -> Vec<Attempt> {
        self.attempts().into_iter().filter(|attempt| Some(attempt.rule) == self.message.rule).collect()
    }
}

#[cfg(test)]
mod tests;
