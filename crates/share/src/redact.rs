//! A token with chosen claims masked: what is left can be shown to somebody who must not see those.
//!
//! A value that is masked in one claim is masked wherever else it stands in the token: as the whole or a part of
//! another value, in another spelling of its letters, percent-encoded, or inside a token that a claim holds.

use std::collections::HashSet;

use decode::json::{self, JsonKind, Member, Value};
use decode::{Part, Role, Span, Token};
use inspect::describe::Description;
use inspect::material::sd_jwt;
use inspect::material::sd_jwt::Disclosure;
use inspect::{Context, Evaluation};
use rules::sensitive_claims;

use super::copy::{ChosenParts, Writer};
use super::secrets::Secrets;

/// A claim that can be masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Maskable {
    pub name: String,
    /// It tells about somebody or leads to them, or holds a secret or another token.
    pub is_suggested: bool,
}

/// What is left of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redacted {
    /// Without its signature, as a link carries it.
    pub text: String,
    /// The payload, masked; as it was written otherwise.
    pub payload: String,
    /// RFC 6901, the part's role first: what holds the same as a chosen claim and so is masked too, the first of them.
    pub also: Vec<String>,
    /// Disclosures (RFC 9901) that are left out.
    pub left_out: usize,
    /// Values that could not be read whole, or looked into, and so were left out.
    pub unread: usize,
}

/// The claims of a token, in their order. None where there are no claims that could be taken apart. What is suggested is
/// what the findings speak of, and what leads to somebody: [`rules::sensitive_claims`].
pub fn maskable(token: &Token, description: &Description) -> Vec<Maskable> {
    let Some(payload) = whole_payload(token) else { return Vec::new() };
    let of_payload = payload.members().iter().map(|member| member.name.text.as_str());
    let disclosed = token.parts.iter().filter(|part| part.role == Role::Disclosure).filter_map(disclosure);
    let sensitive = sensitive_claims(&Evaluation::new(token, description, Context::default()));
    let mut known = HashSet::new();
    let mut offered = Vec::new();
    for name in of_payload.chain(disclosed.filter_map(|(name, _)| name)) {
        if !name.starts_with("_sd") && !name.is_empty() && known.insert(name) {
            let is_suggested = sensitive.contains(name) || holds_token(token, name);
            offered.push(Maskable { name: name.to_owned(), is_suggested });
        }
    }
    offered
}

fn holds_token(token: &Token, name: &str) -> bool {
    let mut path = "/payload".to_owned();
    json::descend(&mut path, name.chars());
    let is_within =
        |nested: &str| nested.strip_prefix(&*path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    token.nested.iter().any(|nested| is_within(&nested.path))
}

/// The claims, if nothing of the payload escapes being looked at.
fn whole_payload(token: &Token) -> Option<&Part> {
    let is_whole = |part: &&Part| part.error().is_none() && !part.members().is_empty();
    let payload = token.payload().filter(is_whole)?;
    // A header that cannot be read could hold anything.
    let headers = token.parts.iter().filter(|part| part.role.is_header());
    headers.into_iter().all(|header| header.error().is_none() && header.value().is_some()).then_some(payload)
}

/// Masks the claims of these names, and leaves out the signature.
pub fn redacted(token: &Token, names: &[&str]) -> Option<Redacted> {
    let payload = whole_payload(token)?;
    let masks: Vec<Span> = chosen_members(payload, names).map(|member| member.value.span).collect();
    let dropped = chosen_disclosures(token, names);
    let secrets = secrets(token, payload, names, &dropped);
    let mut writer = Writer::new(&secrets);
    let text = writer.token(token, &ChosenParts { masks: &masks, dropped: &dropped });
    let Writer { payload, also, unread, disclosures_left_out, .. } = writer;
    Some(Redacted { text, payload, also, left_out: disclosures_left_out, unread })
}

/// The values of masked claims.
pub struct MaskedValues(Secrets);

impl MaskedValues {
    /// Those that [`redacted`] masks.
    pub fn of(token: &Token, names: &[&str]) -> Option<Self> {
        Some(Self(secrets(token, whole_payload(token)?, names, &chosen_disclosures(token, names))))
    }

    /// Whether a text is one of them, or holds one in any reading.
    pub fn are_in(&self, text: &str) -> bool {
        self.0.are_in_value(text)
    }
}

/// The members of the payload that have one of these names.
fn chosen_members<'p>(payload: &'p Part, names: &'p [&'p str]) -> impl Iterator<Item = &'p Member> {
    let chosen: HashSet<&str> = names.iter().copied().collect();
    payload.members().iter().filter(move |member| chosen.contains(&*member.name.text))
}

/// What nothing that is handed on may hold.
fn secrets(token: &Token, payload: &Part, names: &[&str], dropped: &[usize]) -> Secrets {
    let of_payload = chosen_members(payload, names).map(|member| (&*payload.bytes, &member.value));
    let disclosed = dropped.iter().filter_map(|at| {
        let part = token.parts.get(*at)?;
        let (_, value) = disclosure(part)?;
        Some((&*part.bytes, value?))
    });
    Secrets::of(&of_payload.chain(disclosed).collect::<Vec<_>>())
}

/// The positions of the disclosures that tell chosen claims or anything in them. RFC 9901 section 7.1.
fn chosen_disclosures(token: &Token, names: &[&str]) -> Vec<usize> {
    let Some(sd_jwt) = sd_jwt::read(token) else { return Vec::new() };
    let tops = names.iter().map(|name| {
        let mut pointer = String::new();
        json::descend(&mut pointer, name.chars());
        pointer
    });
    let tops: Vec<String> = tops.collect();
    let is_chosen = |found: &&Disclosure| {
        let is_named = found.name.as_deref().is_some_and(|name| names.contains(&name));
        let is_below = |top: &String| {
            let rest = found.place.as_deref().and_then(|place| place.strip_prefix(top.as_str()));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        // Of one that no digest leads to, nobody can tell where it belongs.
        is_named || tops.iter().any(is_below) || found.place.is_none() && !names.is_empty()
    };
    sd_jwt.disclosures.iter().filter(is_chosen).map(|found| found.part).collect::<Vec<_>>()
}

/// RFC 9901 section 4.2: salt, name and value, or salt and value in an array.
fn disclosure(part: &Part) -> Option<(Option<&str>, Option<&Value>)> {
    let JsonKind::Array(values) = &part.value()?.kind else { return None };
    match values.as_slice() {
        [_, name, value] => Some((name.as_str(), Some(value))),
        [_, value] => Some((None, Some(value))),
        _ => None,
    }
}

#[cfg(test)]
mod offer_tests;
#[cfg(test)]
mod tests;
