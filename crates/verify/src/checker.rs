//! Checks the signatures of a token in steps, so that a page can respond between them.

mod signature_work;

use std::rc::Rc;

use decode::{Nested, Token};

use self::signature_work::SignatureWork;
use crate::candidates::{self, Candidate};
use crate::chain::ChainWork;
use crate::explain::{self, Case};
use crate::key::KeyRing;
use crate::signed_message::SignedMessage;
use crate::steps::{self, Work};
use crate::{Explanation, SignatureCheck, SignatureVerdict};

/// So many signatures of one token are checked. What is checked of a token has one in nearly all cases.
const SIGNATURES: usize = 100;

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
            while left > 0 && !work.is_done() {
                left = left.saturating_sub(work.step());
            }
            if !work.is_done() {
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
