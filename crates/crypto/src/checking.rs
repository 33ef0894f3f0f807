//! A check of one token, in steps, so that the page can respond between them.

use std::pin::Pin;

use decode::Token;
use inspect::recognise;
use verify::decrypt::{Decrypter, Decryption};
use verify::key::{self, KeyRing};
use verify::steps::{self, pause};
use verify::{Checker, SignatureCheck};

use crate::CheckRequest;
use crate::answer::BlockAnswer;
use crate::request::AskedToken;

/// So many checks are made before the page may respond: one takes a millisecond with RSA.
const CHECKS: usize = 4;
/// The same for rounds of PBKDF2.
const ROUNDS: u64 = 2_000;

/// The work of a check, and where it stands. None once the answer was given.
pub struct OngoingCheck(Option<Pin<Box<dyn Future<Output = String>>>>);

impl OngoingCheck {
    /// The request is JSON: see [`CheckRequest`].
    pub fn new(request: &str) -> Self {
        let request = CheckRequest::read(request);
        Self(Some(Box::pin(async move { check(&request).await.json().to_string() })))
    }

    /// Goes on to the next pause. The answer, in JSON, comes once.
    pub fn advance(&mut self) -> Option<String> {
        let work = self.0.as_mut()?;
        let answer = steps::step(work.as_mut())?;
        self.0 = None;
        Some(answer)
    }

    /// All steps at once.
    pub fn finish(mut self) -> String {
        loop {
            if let Some(answer) = self.advance() {
                return answer;
            }
        }
    }
}

async fn check(request: &CheckRequest) -> BlockAnswer {
    let (asked, others) = request.tokens().await;
    let ring = key::read_in_steps(&request.keys).await;
    pause().await;
    let Some(asked) = asked else {
        return BlockAnswer { ring, signatures: Vec::new(), hint: None, decryption: None };
    };
    let token = asked.token();
    let signatures = signatures(&asked, &others, &ring, request).await;
    let hint = verify::where_keys_are(token, recognise::profile(token).known_issuer());
    let decryption = if token.format.is_encrypted() { Some(decryption(token, &ring).await) } else { None };
    BlockAnswer { ring, signatures, hint, decryption }
}

async fn signatures(
    asked: &AskedToken,
    others: &[Token],
    ring: &KeyRing,
    request: &CheckRequest,
) -> Vec<SignatureCheck> {
    let checker = match asked {
        AskedToken::Outer(token) => Checker::new(token, ring),
        AskedToken::Inner { outer, inner } => Checker::of_nested(outer, inner, ring),
    };
    let mut checker = checker.with_key_text(&request.keys).beside(others);
    if let Some(now) = request.now {
        checker = checker.at(now);
    }
    loop {
        if let Some(signatures) = checker.advance(CHECKS) {
            return signatures;
        }
        pause().await;
    }
}

async fn decryption(token: &Token, ring: &KeyRing) -> Decryption {
    let mut decrypter = Decrypter::new(token, ring);
    loop {
        if let Some(decryption) = decrypter.advance(ROUNDS) {
            return decryption;
        }
        pause().await;
    }
}

#[cfg(test)]
mod tests;
