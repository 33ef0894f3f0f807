//! Checks the signatures of a token in steps, so that a page can respond between them.

use std::collections::VecDeque;
use std::rc::Rc;

use decode::{Nested, Token};

use crate::candidates::{self, Candidate};
use crate::chain::{ChainWork, CheckedChain};
use crate::check::{self, Mismatch};
use crate::explain::{self, Case, Tries};
use crate::key::{KeyMaterial, KeyRing, LARGEST_RSA_BITS};
use crate::signed_message::SignedMessage;
use crate::steps::{self, Work};
use crate::{ChainEnd, Explanation, FittingKey, KeyOwner, SignatureCheck, SignatureVerdict, remarks};

/// So many signatures of one token are checked. What is checked of a token has one in nearly all cases.
const SIGNATURES: usize = 100;

/// A check of a longer input counts as several, in bytes: a hash takes some milliseconds for a megabyte.
const INPUT: usize = 256 * 1024;

/// Checks each signature of a token with the keys of the reader, those in the token, and published secrets.
pub struct Checker<'t> {
    /// Signatures that wait for their turn, by their positions in the token.
    waiting: std::ops::Range<usize>,
    told: ToldBeforehand<'t>,
    /// What the next check starts from, while it is read out of the token.
    gathering: Option<Work<'t, Case>>,
    current: Option<SignatureWork>,
    done: Vec<SignatureCheck>,
    now: Option<i64>,
}

/// What is the same for each signature of the token.
#[derive(Clone)]
struct ToldBeforehand<'t> {
    token: &'t Token,
    /// The token around a key binding JWT.
    holder: Option<&'t Token>,
    pasted: Rc<[Candidate]>,
    neighbours: Vec<Rc<SignedMessage>>,
    key_text: Option<Rc<str>>,
    sources: Vec<Explanation>,
}

impl<'t> Checker<'t> {
    pub fn new(token: &'t Token, keys: &KeyRing) -> Self {
        Self {
            waiting: 0..token.group_count().max(1),
            told: ToldBeforehand {
                token,
                holder: None,
                pasted: candidates::pasted(keys).into(),
                neighbours: Vec::new(),
                key_text: None,
                sources: explain::sources_of_keys(token),
            },
            gathering: None,
            current: None,
            done: Vec::new(),
            now: None,
        }
    }

    /// Of a token that stands in another one. A key binding JWT is tried with the key that the other one names in `cnf`.
    pub fn of_nested(outer: &'t Token, nested: &'t Nested, keys: &KeyRing) -> Self {
        let mut checker = Self::new(&nested.token, keys);
        checker.told.holder = Some(outer).filter(|_| nested.path == "/keyBinding");
        checker
    }

    /// The instant at which certificates are judged, in seconds since 1970-01-01T00:00:00Z.
    pub fn at(mut self, now: i64) -> Self {
        self.now = Some(now);
        self
    }

    /// The text from which the keys were read, which may itself have been used as a secret.
    pub fn with_key_text(mut self, text: &str) -> Self {
        self.told.key_text = Some(text.into());
        self
    }

    /// Other tokens of the paste: parts of them may have been taken for parts of this one.
    pub fn beside<'o>(mut self, others: impl IntoIterator<Item = &'o Token>) -> Self {
        let messages = others.into_iter().take(10).map(|other| SignedMessage::of(other, 0));
        self.told.neighbours = messages.filter(|other| !other.header_text.is_empty()).map(Rc::new).collect();
        self
    }

    /// Makes at most so many checks, at least one; those of long tokens count as several. The answer, one for each
    /// signature, comes once all are made.
    pub fn advance(&mut self, checks: usize) -> Option<Vec<SignatureCheck>> {
        let mut left = checks.max(1);
        loop {
            let Some(work) = &mut self.current else {
                if self.gathering.is_none() {
                    let Some(group) = self.waiting.next() else { return Some(self.done.clone()) };
                    if group >= SIGNATURES {
                        self.leave_out();
                        continue;
                    }
                    self.gathering = Some(Box::pin(self.told.clone().case(group)));
                }
                let case = steps::step(self.gathering.as_mut()?.as_mut())?;
                self.gathering = None;
                self.current = Some(SignatureWork::new(case, self.now));
                continue;
            };
            while left > 0 && !work.is_done {
                left = left.saturating_sub(work.step());
            }
            if !work.is_done {
                return None;
            }
            self.done.extend(self.current.take().map(SignatureWork::conclude));
        }
    }

    /// All checks at once.
    pub fn finish(mut self) -> Vec<SignatureCheck> {
        loop {
            if let Some(done) = self.advance(usize::MAX) {
                return done;
            }
        }
    }

    /// Of a signature behind the last one that is checked.
    fn leave_out(&mut self) {
        let count = self.told.token.group_count();
        self.done.push(SignatureCheck {
            signature: SignatureVerdict::CannotBeChecked,
            whose: None,
            key: None,
            chain: None,
            remarks: Vec::new(),
            explanations: Vec::new(),
            tried: 0,
            reason: Some(format!("The token has {count} signatures. Only the first {SIGNATURES} are checked here.")),
        });
    }
}

impl ToldBeforehand<'_> {
    async fn case(self, group: usize) -> Case {
        let message = SignedMessage::of(self.token, group);
        let mut own = match self.holder {
            Some(holder) => candidates::of_confirmation(holder).await,
            None => Vec::new(),
        };
        own.extend(candidates::of_token(self.token, group).await);
        let is_named = |candidate: &Candidate| message.kid.is_some() && candidate.key.kid == message.kid;
        let (named, others): (Vec<Candidate>, Vec<Candidate>) = self.pasted.iter().cloned().partition(is_named);
        let input = message.input();
        Case {
            obstacle: message.obstacle(self.token, group),
            chain: ChainWork::of(self.token, group, &self.pasted),
            // Those that the token names by `kid` come first.
            pasted: [named, others].concat(),
            own,
            neighbours: self.neighbours.into_iter().filter(|other| other.input() != input).collect(),
            key_text: self.key_text,
            is_key_binding: self.holder.is_some(),
            sources: self.sources,
            message,
        }
    }
}

/// The check of one signature, underway.
struct SignatureWork {
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
    fn new(mut case: Case, now: Option<i64>) -> Self {
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

    /// One check, if one can be made; as how many it counts.
    fn step(&mut self) -> usize {
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

    fn conclude(mut self) -> SignatureCheck {
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
