//! The hash was signed in place of the input, so it was hashed once more.

use std::rc::Rc;

use super::{Case, Tries};
use crate::check::{self, Sha2};

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let tries = case.attempts().into_iter().flat_map(|attempt| {
        let hashes = attempt.rule.hash().map_or(Sha2::ALL.to_vec(), |hash| vec![hash]);
        hashes.into_iter().flat_map(move |hash| {
            let digest = check::digest(hash, &attempt.input);
            let hex = inspect::material::digest::hex(&digest);
            let name = hash.name();
            let raw = attempt.clone().input(digest).named(
                "hashed-twice",
                format!("It fits the {name} hash of what should be signed: the code that signs makes a hash first, and its library makes another one. Hand the library the text itself, or tell it that it gets a digest."),
            );
            let digits = attempt.clone().input(hex.into_bytes()).named(
                "hashed-twice",
                format!("It fits the {name} hash of what should be signed, in hexadecimal digits: the code that signs makes a hash first. Hand the library the text itself."),
            );
            [raw, digits]
        })
    });
    Box::new(tries.collect::<Vec<_>>().into_iter())
}
