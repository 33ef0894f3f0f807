//! The hash was signed in place of the input, so it was hashed once more.

use std::rc::Rc;

use super::{Attempt, Case, Tries};
use crate::check::{self, Sha2};

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let attempts = case.attempts();
    let case = Rc::clone(case);
    let tries = Sha2::ALL.into_iter().flat_map(move |hash| {
        let is_meant = |attempt: &Attempt| attempt.rule.hash().is_none_or(|of_rule| of_rule == hash);
        let attempts: Vec<Attempt> = attempts.iter().filter(|attempt| is_meant(attempt)).cloned().collect();
        let digest: Rc<[u8]> = match attempts.is_empty() {
            true => Rc::default(),
            false => check::digest(hash, &case.message.input()).into(),
        };
        let hex: Rc<[u8]> = inspect::material::digest::hex(&digest).into_bytes().into();
        attempts.into_iter().flat_map(move |attempt| {
            let name = hash.name();
            let raw = attempt.clone().input(Rc::clone(&digest)).named(
                "hashed-twice",
                format!("It fits the {name} hash of what should be signed: the code that signs makes a hash first, and its library makes another one. Hand the library the text itself, or tell it that it gets a digest."),
            );
            let digits = attempt.input(Rc::clone(&hex)).named(
                "hashed-twice",
                format!("It fits the {name} hash of what should be signed, in hexadecimal digits: the code that signs makes a hash first. Hand the library the text itself."),
            );
            [raw, digits]
        })
    });
    Box::new(tries)
}
