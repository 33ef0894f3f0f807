//! Another key fits than the one that was meant.

use decode::display::quoted;
use inspect::display::listed;

use super::Case;
use crate::candidates::Candidate;
use crate::{Explanation, key};

/// `named` is the key that the token's `kid` names.
pub(crate) fn other_key_in_set(case: &Case, named: &Candidate, fitting: &Candidate) -> Explanation {
    let (named, number, count) = (named.index + 1, fitting.index + 1, case.pasted.len());
    let kind = key::describe(&fitting.key);
    let message = format!(
        "The token's `kid` names key {named}, which does not fit; key {number} of {count} ({kind}) does. Libraries that choose keys by `kid` refuse the token: correct the `kid` in the header or in the set."
    );
    Explanation { id: "other-key-in-set", message }
}

fn none_of_yours(case: &Case) -> &'static str {
    if case.pasted.len() == 1 { "Your key does not fit" } else { "None of your keys fits" }
}

pub(crate) fn token_own_key(case: &Case, fitting: &Candidate) -> Explanation {
    let (yours, from) = (none_of_yours(case), &fitting.from);
    let message = format!(
        "{yours}. The key that the token itself carries fits ({from}), which proves nothing by itself: compare that key with the one that you expect."
    );
    Explanation { id: "token-own-key", message }
}

pub(crate) fn public_secret(case: &Case, fitting: &Candidate) -> Explanation {
    let (yours, publisher) = (none_of_yours(case), &fitting.from);
    let message = format!(
        "{yours}, but a published secret does ({publisher}). The code that signs uses that one, for example because its setting is missing: anyone can sign such tokens. Give it a secret of its own."
    );
    Explanation { id: "public-secret", message }
}

/// Keys were pasted by name, and the one that the token names is not among them.
pub(crate) fn kid_not_in_set(case: &Case) -> Option<Explanation> {
    let named = case.message.kid.as_deref()?;
    let kids: Vec<&str> = case.pasted.iter().filter_map(|candidate| candidate.key.kid.as_deref()).collect();
    if kids.is_empty() || kids.contains(&named) {
        return None;
    }
    let mut shown: Vec<String> = kids.iter().take(4).map(|kid| quoted(kid, 60)).collect();
    if kids.len() > shown.len() {
        shown.push(format!("{} more", kids.len() - shown.len()));
    }
    let (named, kids) = (quoted(named, 60), listed(&shown, " and "));
    let message = format!(
        "The token names the key {named}, but the keys here are {kids}. Issuers change their keys: fetch the set again, and make sure that it is this issuer's."
    );
    Some(Explanation { id: "kid-not-in-set", message })
}
