//! A check of one token, in steps, so that the page can respond between them.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use verify::check::{self, SignatureRule};
use verify::key;

use crate::CheckRequest;
use crate::answer;
use crate::request::AskedToken;

/// The work of a check, and where it stands. None once the answer was given.
pub struct Checking(Option<Pin<Box<dyn Future<Output = String>>>>);

impl Checking {
    /// The request is JSON: see [`CheckRequest`].
    pub fn new(request: &str) -> Self {
        let request = CheckRequest::read(request);
        Self(Some(Box::pin(async move { check(&request).await })))
    }

    /// Goes on to the next pause. The answer, in JSON, comes once.
    pub fn advance(&mut self) -> Option<String> {
        let work = self.0.as_mut()?;
        match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => None,
            Poll::Ready(answer) => {
                self.0 = None;
                Some(answer)
            }
        }
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

/// Ends the step.
pub(crate) async fn pause() {
    let mut has_paused = false;
    std::future::poll_fn(|_| match std::mem::replace(&mut has_paused, true) {
        false => Poll::Pending,
        true => Poll::Ready(()),
    })
    .await;
}

async fn check(request: &CheckRequest) -> String {
    let (asked, _others) = request.tokens().await;
    let ring = key::read(&request.keys);
    pause().await;
    let token = asked.as_ref().map(AskedToken::token);
    let mut fits = Vec::new();
    if let Some(token) = token
        && let Some(rule) = token.parameter("alg").and_then(|alg| SignatureRule::named(alg.as_str()?))
        && let Some((input, _)) = token.text.rsplit_once('.')
        && let Some(signature) = token.signature()
    {
        for key in &ring.keys {
            fits.push(check::fits(rule, &key.material, input.as_bytes(), &signature.bytes) == Ok(true));
            pause().await;
        }
    }
    answer::json(&ring, &fits)
}
