//! Which disclosures belong into an object or an array: those that its digests lead to, and that fit there.

use crate::display;
use decode::Span;
use decode::json::{JsonKind, Member, Value};
use std::collections::BTreeSet;

use super::digests::DigestLookup;
use super::process::Processor;

impl<'t> Processor<'t> {
    /// The disclosures that an `_sd` leads to, each with the position of that `_sd` among the members.
    pub fn disclosed_by(&mut self, part: usize, position: usize, list: &'t Value, disclosed: &mut Vec<(usize, usize)>) {
        let JsonKind::Array(digests) = &list.kind else {
            let message = format!("`_sd` must be an array of digests, but is {}.", list.type_name());
            return self.problem("sd-no-digests", part, list.span, message);
        };
        for value in digests {
            match value.as_str() {
                Some(digest) => {
                    disclosed.extend(self.find(part, digest, value.span, true).map(|at| (position, at)));
                }
                None => {
                    let message = format!("A digest in `_sd` must be a string, but this is {}.", value.type_name());
                    self.problem("sd-no-digests", part, value.span, message);
                }
            }
        }
    }

    /// The disclosure of a digest, if there is one and it fits the place: with a name in an object, without in an array.
    pub fn find(&mut self, part: usize, digest: &'t str, span: Span, wants_name: bool) -> Option<usize> {
        let at = match self.digests.find(&self.sd_jwt.disclosures, digest, part, span) {
            DigestLookup::Disclosure(at) => at,
            DigestLookup::Again => return None,
            DigestLookup::Nothing => {
                self.sd_jwt.undisclosed += 1;
                return None;
            }
        };
        let disclosure = self.sd_jwt.disclosures.get_mut(at)?;
        let sentence = match (wants_name, disclosure.name.is_some()) {
            _ if !disclosure.is_sound() => "",
            (true, false) => {
                "The digest of this disclosure stands for a claim, but the disclosure has no name: a verifier must reject the token."
            }
            (false, true) => {
                "The digest of this disclosure stands for an element of an array, but the disclosure has a name: a verifier must reject the token."
            }
            _ => return Some(at),
        };
        if !sentence.is_empty() {
            disclosure.problem("sd-wrong-place", Span::default(), sentence);
        }
        // Digests inside this disclosure were not read.
        self.is_partial = true;
        None
    }

    /// Step 3.3.2.3: leaves out those whose name the object has already, by itself or by a disclosure before.
    pub fn drop_taken_names(&mut self, members: &[Member], disclosed: &mut Vec<(usize, usize)>) {
        if disclosed.is_empty() {
            return;
        }
        let name = |(_, at): &(usize, usize)| {
            self.sd_jwt.disclosures.get(*at).and_then(|disclosure| disclosure.name.as_deref()).unwrap_or_default()
        };
        let taken = taken(members, &disclosed.iter().map(name).collect::<Vec<_>>());
        // Digests inside these disclosures were not read either.
        self.is_partial |= taken.contains(&true);
        let mut flags = taken.into_iter();
        disclosed.retain(|(_, at)| {
            let is_taken = flags.next().unwrap_or(false);
            if is_taken && let Some(disclosure) = self.sd_jwt.disclosures.get_mut(*at) {
                let name = display::quoted(disclosure.name.as_deref().unwrap_or_default(), 80);
                let message = format!(
                    "The claim {name} is there already where this disclosure belongs: a verifier must reject the token."
                );
                let span = disclosure.name_source;
                disclosure.problem("sd-claim-exists", span, message);
            }
            !is_taken
        });
    }
}

/// For each of the names, whether a member or an earlier name has it already.
fn taken(members: &[Member], names: &[&str]) -> Vec<bool> {
    let mut known: BTreeSet<&str> = members.iter().map(|member| member.name.text.as_str()).collect();
    names.iter().map(|name| !known.insert(name)).collect()
}
