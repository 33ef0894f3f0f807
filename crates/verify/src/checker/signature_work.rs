//! The check of one signature, in steps: its certificates, each key as the token stands, then the tries that explain.

use std::collections::VecDeque;
use std::rc::Rc;

use crate::candidates::{self, Candidate};
use crate::chain::{ChainWork, CheckedChain};
use crate::check::{self, Mismatch};
use crate::explain::{self, Case, Tries};
use crate::key::LARGEST_RSA_BITS;
use crate::{ChainEnd, Explanation, FittingKey, KeyOwner, SignatureCheck, SignatureVerdict, remarks};

/// A check of a longer input counts as several, in bytes: a hash takes some milliseconds for a megabyte.
const INPUT: usize = 256 * 1024;

/// The check of one signature, underway.
pub(super) struct SignatureWork {
    case: Rc<Case>,
    now: Option<i64>,
    input: Vec<u8>,
    /// The certificates are checked first: they may lead from the token's key to what the reader pasted.
    chain: Option<ChainWork>,
    checked_chain: Option<CheckedChain>,
    /// Keys that are still to be tried as the token stands.
    plain: VecDeque<Candidate>,
    tries: Option<Tries>,
    fitting: Option<Candidate>,
    /// A key that the token names by `kid` was tried and does not fit.
    named_key: Option<Candidate>,
    explanations: Vec<Explanation>,
    tried: usize,
    unusable: usize,
    /// The key has more bits than are tried.
    has_too_large_key: bool,
    is_done: bool,
}

impl SignatureWork {
    pub fn new(mut case: Case, now: Option<i64>) -> Self {
        let chain = case.chain.take();
        let message = &case.message;
        let is_hopeless = case.obstacle.is_some() || message.says_none() || message.signature_text.is_empty();
        // Where the signature is not base64url, it does not fit as it stands.
        let is_plain =
            message.rule.is_some() && !message.is_signature_broken && !message.signature_text.contains(['+', '/']);
        let plain = match is_plain {
            true => [case.pasted.clone(), case.own.clone(), candidates::published()].concat().into(),
            false => VecDeque::new(),
        };
        Self {
            input: message.input(),
            case: Rc::new(case),
            now,
            chain,
            checked_chain: None,
            plain,
            tries: None,
            fitting: None,
            named_key: None,
            explanations: Vec::new(),
            tried: 0,
            unusable: 0,
            has_too_large_key: false,
            is_done: is_hopeless,
        }
    }

    pub fn is_done(&self) -> bool {
        self.is_done
    }

    /// One check, if one can be made; as how many it counts.
    pub fn step(&mut self) -> usize {
        if let Some(chain) = self.chain.take() {
            return self.check_chain(chain);
        }
        match self.plain.pop_front() {
            Some(candidate) if self.fitting.is_none() => self.try_plainly(candidate),
            _ => self.try_to_explain(),
        }
    }

    /// Where it leads to what the reader pasted, the key of its first certificate is tried as one of the reader's.
    fn check_chain(&mut self, mut chain: ChainWork) -> usize {
        if chain.step() {
            self.chain = Some(chain);
            return 1;
        }
        if let (Some(position), Some(first)) = (chain.vouching_key(), chain.first_key())
            && let Some(candidate) = candidates::vouched_for(&self.case.own, first, position)
        {
            if !self.plain.is_empty() {
                self.plain.push_front(candidate.clone());
            }
            if let Some(case) = Rc::get_mut(&mut self.case) {
                case.pasted.push(candidate);
            }
        }
        self.checked_chain = Some(chain.conclude(self.now));
        0
    }

    fn try_plainly(&mut self, candidate: Candidate) -> usize {
        let message = &self.case.message;
        let Some(rule) = message.rule else { return 0 };
        match check::fits(rule, &candidate.key.material, &self.input, &message.signature) {
            Err(Mismatch::OtherKeyType) => return 0,
            Err(Mismatch::TooLarge) => {
                self.has_too_large_key |= candidate.owner != KeyOwner::Public;
                return 0;
            }
            Err(Mismatch::NoKey) => self.unusable += 1,
            Ok(true) => self.fitting = Some(candidate.clone()),
            Ok(false) => {
                let is_named = message.kid.is_some() && candidate.key.kid == message.kid;
                if candidate.owner == KeyOwner::Pasted && is_named {
                    self.named_key.get_or_insert(candidate.clone());
                }
            }
        }
        self.tried += 1;
        if candidate.owner == KeyOwner::Pasted && self.fitting.is_some() {
            self.is_done = true;
        }
        count_of(&self.input)
    }

    fn try_to_explain(&mut self) -> usize {
        let fits_without_pasted = self.fitting.is_some() && self.case.pasted.is_empty();
        let is_elsewhere = self.case.message.is_detached();
        if fits_without_pasted || is_elsewhere || self.case.to_explain().is_empty() {
            self.is_done = true;
            return 0;
        }
        let case = &self.case;
        let tries = self.tries.get_or_insert_with(|| explain::tries(case));
        let Some(next) = tries.next() else {
            self.is_done = true;
            return 0;
        };
        if self.explanations.iter().any(|explanation| explanation.id == next.id) {
            return 1;
        }
        let Some(fits) = next.fits() else { return 1 };
        self.tried += 1;
        if fits {
            self.explanations.push(Explanation { id: next.id, message: next.message });
        }
        count_of(&next.input)
    }

    pub fn conclude(mut self) -> SignatureCheck {
        let case = Rc::clone(&self.case);
        let message = &case.message;
        let mut reason = None;
        let signature = if case.obstacle.is_some() {
            reason = case.obstacle.clone();
            SignatureVerdict::CannotBeChecked
        } else if message.says_none() || message.signature_text.is_empty() {
            SignatureVerdict::Unsigned
        } else if self.fitting.is_some() {
            SignatureVerdict::Fits
        } else if !self.explanations.is_empty() || self.is_refuted() {
            SignatureVerdict::DoesNotFit
        } else {
            reason = Some(self.why_not_checked());
            SignatureVerdict::CannotBeChecked
        };
        let whose = self.fitting.as_ref().map(|fitting| fitting.owner);
        let mut remarks = remarks::of_token(&case);
        if let Some(fitting) = &self.fitting {
            remarks.extend(remarks::of_key(&case, fitting, self.now));
        }
        let chain = self.checked_chain.take().map(|CheckedChain { check, remarks: of_chain }| {
            // A key of the reader's that is not in the chain needs no certificates.
            let is_needed = whose != Some(KeyOwner::Pasted) || !matches!(check.end, ChainEnd::Whole);
            remarks.extend(of_chain.into_iter().filter(|_| is_needed));
            check
        });
        self.explain_by_owner();
        if matches!(signature, SignatureVerdict::DoesNotFit | SignatureVerdict::CannotBeChecked) {
            if signature == SignatureVerdict::DoesNotFit && self.explanations.is_empty() {
                self.explanations.extend(explain::kid_not_in_set(&case));
                self.explanations.extend(explain::by_length(&case));
            }
            self.explanations.extend(case.sources.iter().cloned());
            remarks.extend(self.tries.is_some().then(|| explain::of_many_keys(&case)).flatten());
        }
        SignatureCheck {
            signature,
            whose,
            key: self.fitting.as_ref().map(|fitting| FittingKey::new(fitting.index, &fitting.key, &fitting.from)),
            remarks,
            explanations: self.explanations,
            tried: self.tried,
            reason,
            chain,
        }
    }

    /// Whether a key of the right type was tried that is not merely one of those that are published.
    fn is_refuted(&self) -> bool {
        let message = &self.case.message;
        let Some(rule) = message.rule.filter(|_| !message.is_detached()) else { return false };
        self.case.to_explain().iter().any(|candidate| check::fits(rule, &candidate.key.material, &[], &[]).is_ok())
    }

    /// The reader's own keys do not fit, but another one does: the one that was meant, or one that proves nothing.
    fn explain_by_owner(&mut self) {
        let Some(fitting) = &self.fitting else { return };
        let explanation = match fitting.owner {
            KeyOwner::Pasted => match &self.named_key {
                Some(named) => explain::other_key_in_set(&self.case, named, fitting),
                None => return,
            },
            KeyOwner::Token if self.case.pasted.is_empty() || self.case.is_confirmed(fitting) => return,
            KeyOwner::Token => explain::token_own_key(&self.case, fitting),
            KeyOwner::Public if self.case.pasted.is_empty() => return,
            KeyOwner::Public => explain::public_secret(&self.case, fitting),
        };
        self.explanations.insert(0, explanation);
    }

    fn why_not_checked(&self) -> String {
        let message = &self.case.message;
        let Some(rule) = message.rule else {
            return match &message.alg {
                Some(alg) => format!("The algorithm {} is not known here.", decode::display::quoted(alg, 40)),
                None => "The header names no algorithm (`alg`).".to_owned(),
            };
        };
        if message.is_detached() {
            return "The payload is not in the token (RFC 7515 appendix F): what was signed is elsewhere.".to_owned();
        }
        if self.has_too_large_key {
            return format!(
                "The RSA key has more than {LARGEST_RSA_BITS} bits. Such a key is not tried here, because one check with it takes too long."
            );
        }
        if self.unusable > 0 {
            return "The numbers of the key are no key, so nothing can be checked with it.".to_owned();
        }
        let wanted = rule.wanted_key();
        if !self.case.pasted.is_empty() {
            return format!("{} needs {wanted}, and none of the keys is one.", rule.name());
        }
        match rule.hash().filter(|_| matches!(rule, check::SignatureRule::Hmac(_))) {
            Some(_) => format!(
                "{} needs the secret that it was signed with. Of {} published secrets none fits.",
                rule.name(),
                self.tried
            ),
            None => format!("{} needs {wanted}: the public key of whoever signed.", rule.name()),
        }
    }
}

/// As how many checks a check of this input counts.
fn count_of(input: &[u8]) -> usize {
    1 + input.len() / INPUT
}
