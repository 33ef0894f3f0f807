//! Checks the signatures of a token in steps, so that a page can respond between them.

use std::collections::VecDeque;
use std::rc::Rc;

use decode::{Nested, Token};

use crate::candidates::{self, Candidate};
use crate::check::{self, Mismatch};
use crate::explain::{self, Case, Tries};
use crate::key::{KeyMaterial, KeyRing};
use crate::signed_message::SignedMessage;
use crate::{Explanation, FittingKey, KeyOwner, SignatureCheck, SignatureVerdict, remarks};

/// Checks each signature of a token with the keys of the reader, those in the token, and published secrets.
pub struct Checker {
    waiting: VecDeque<Case>,
    current: Option<SignatureWork>,
    done: Vec<SignatureCheck>,
    now: Option<i64>,
}

impl Checker {
    pub fn new(token: &Token, keys: &KeyRing) -> Self {
        let cases = (0..token.group_count().max(1)).map(|group| {
            let message = SignedMessage::of(token, group);
            let pasted = candidates::pasted(keys, message.kid.as_deref());
            let own = candidates::of_token(token, group);
            let obstacle = message.obstacle(token, group);
            let sources = explain::sources_of_keys(token);
            Case {
                message,
                obstacle,
                pasted,
                own,
                neighbours: Vec::new(),
                key_text: None,
                is_key_binding: false,
                sources,
            }
        });
        Self { waiting: cases.collect(), current: None, done: Vec::new(), now: None }
    }

    /// Of a token that stands in another one. A key binding JWT is tried with the key that the other one names in `cnf`.
    pub fn of_nested(outer: &Token, nested: &Nested, keys: &KeyRing) -> Self {
        let mut checker = Self::new(&nested.token, keys);
        if nested.path == "/keyBinding" {
            for case in &mut checker.waiting {
                case.own.splice(0..0, candidates::of_confirmation(outer));
                case.is_key_binding = true;
            }
        }
        checker
    }

    /// The instant at which certificates are judged, in seconds since 1970-01-01T00:00:00Z.
    pub fn at(mut self, now: i64) -> Self {
        self.now = Some(now);
        self
    }

    /// The text from which the keys were read, which may itself have been used as a secret.
    pub fn with_key_text(mut self, text: &str) -> Self {
        let text: Rc<str> = text.into();
        self.waiting.iter_mut().for_each(|case| case.key_text = Some(Rc::clone(&text)));
        self
    }

    /// Other tokens of the paste: parts of them may have been taken for parts of this one.
    pub fn beside<'t>(mut self, others: impl IntoIterator<Item = &'t Token>) -> Self {
        let others: Vec<SignedMessage> = others.into_iter().take(10).map(|other| SignedMessage::of(other, 0)).collect();
        for case in &mut self.waiting {
            let is_other =
                |other: &&SignedMessage| other.input() != case.message.input() && !other.header_text.is_empty();
            case.neighbours = others.iter().filter(is_other).cloned().collect();
        }
        self
    }

    /// Makes at most so many checks, at least one. The answer, one for each signature, comes once all are made.
    pub fn advance(&mut self, checks: usize) -> Option<Vec<SignatureCheck>> {
        let mut left = checks.max(1);
        loop {
            let Some(work) = &mut self.current else {
                let Some(case) = self.waiting.pop_front() else { return Some(self.done.clone()) };
                self.current = Some(SignatureWork::new(case));
                continue;
            };
            while left > 0 && !work.is_done {
                left -= work.step();
            }
            if !work.is_done {
                return None;
            }
            let now = self.now;
            self.done.extend(self.current.take().map(|work| work.conclude(now)));
        }
    }

    /// All checks at once.
    pub fn finish(mut self) -> Vec<SignatureCheck> {
        self.advance(usize::MAX).unwrap_or_default()
    }
}

/// The check of one signature, underway.
struct SignatureWork {
    case: Rc<Case>,
    input: Vec<u8>,
    /// Keys that are still to be tried as the token stands.
    plain: VecDeque<Candidate>,
    tries: Option<Tries>,
    fitting: Option<Candidate>,
    /// A key that the token names by `kid` was tried and does not fit.
    named_key: Option<Candidate>,
    explanations: Vec<Explanation>,
    tried: usize,
    unusable: usize,
    is_done: bool,
}

impl SignatureWork {
    fn new(case: Case) -> Self {
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
            plain,
            tries: None,
            fitting: None,
            named_key: None,
            explanations: Vec::new(),
            tried: 0,
            unusable: 0,
            is_done: is_hopeless,
        }
    }

    /// One check, if one can be made; how many were.
    fn step(&mut self) -> usize {
        match self.plain.pop_front() {
            Some(candidate) if self.fitting.is_none() => self.try_plainly(candidate),
            _ => self.try_to_explain(),
        }
    }

    fn try_plainly(&mut self, candidate: Candidate) -> usize {
        let message = &self.case.message;
        let Some(rule) = message.rule else { return 0 };
        match check::fits(rule, &candidate.key.material, &self.input, &message.signature) {
            Err(Mismatch::OtherKeyType) => return 0,
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
        1
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
            return 0;
        }
        let Some(fits) = next.fits() else { return 0 };
        self.tried += 1;
        if fits {
            self.explanations.push(Explanation { id: next.id, message: next.message });
        }
        1
    }

    fn conclude(mut self, now: Option<i64>) -> SignatureCheck {
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
        let mut remarks = remarks::of_token(&case);
        if let Some(fitting) = &self.fitting {
            remarks.extend(remarks::of_key(&case, fitting, now));
        }
        self.explain_by_owner();
        if matches!(signature, SignatureVerdict::DoesNotFit | SignatureVerdict::CannotBeChecked) {
            if signature == SignatureVerdict::DoesNotFit && self.explanations.is_empty() {
                self.explanations.extend(explain::kid_not_in_set(&case));
                self.explanations.extend(explain::by_length(&case));
            }
            self.explanations.extend(case.sources.iter().cloned());
        }
        SignatureCheck {
            signature,
            whose: self.fitting.as_ref().map(|fitting| fitting.owner),
            key: self.fitting.as_ref().map(|fitting| FittingKey::new(fitting.index, &fitting.key, &fitting.from)),
            remarks,
            explanations: self.explanations,
            tried: self.tried,
            reason,
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
            KeyOwner::Public => explain::public_secret(fitting),
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

impl Case {
    /// Whether a key binding JWT fits the key that it should: the one in `cnf` of the token around it.
    pub(crate) fn is_confirmed(&self, fitting: &Candidate) -> bool {
        self.is_key_binding && fitting.owner == KeyOwner::Token && fitting.from == candidates::CONFIRMATION
    }

    /// The keys whose failure is explained: the reader's, or else the token's.
    pub(crate) fn to_explain(&self) -> &[Candidate] {
        if self.pasted.is_empty() { &self.own } else { &self.pasted }
    }

    pub(crate) fn secrets(&self) -> impl Iterator<Item = (&Candidate, &[u8])> {
        self.to_explain().iter().filter_map(|candidate| match &candidate.key.material {
            KeyMaterial::Secret(secret) => Some((candidate, secret.as_slice())),
            _ => None,
        })
    }
}
