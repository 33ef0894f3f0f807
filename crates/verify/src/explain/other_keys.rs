//! Another key fits than the one that was meant.

use super::Case;
use crate::candidates::Candidate;
use crate::{Explanation, key};

/// `named` is the key that the token's `kid` names.
pub(crate) fn other_key_in_set(case: &Case, named: &Candidate, fitting: &Candidate) -> Explanation {
    let (named, number, count) = (named.index + 1, fitting.index + 1, case.pasted.len());
    let kind = key::describe(&fitting.key);
    let message = format!("The token's `kid` names key {named}, which does not fit; key {number} of {count} ({kind}) does. Libraries that choose keys by `kid` refuse the token: correct the `kid` in the header or in the set.");
    Explanation { id: "other-key-in-set", message }
}

pub(crate) fn token_own_key(case: &Case, fitting: &Candidate) -> Explanation {
    let keys = if case.pasted.len() == 1 { "Your key does not fit" } else { "None of your keys fits" };
    let from = &fitting.from;
    let message = format!("{keys}. The key that the token itself carries fits ({from}), which proves nothing by itself: compare that key with the one that you expect.");
    Explanation { id: "token-own-key", message }
}

pub(crate) fn public_secret(fitting: &Candidate) -> Explanation {
    let publisher = &fitting.from;
    let message = format!("Your secret does not fit, but a published one does ({publisher}). The code that signs uses that one, for example because its setting is missing: anyone can sign such tokens. Give it a secret of its own.");
    Explanation { id: "public-secret", message }
}
