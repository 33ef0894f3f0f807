//! A token with chosen claims masked: what is left can be shown to somebody who must not see those.
//!
//! A value that is masked in one claim is masked wherever else it stands in the token: as the whole or a part of
//! another value, in another spelling of its letters, percent-encoded, or inside a token that a claim holds.

use std::borrow::Cow;

use crate::decode::gather::Gather;
use crate::decode::json::{self, Kind, Member, Value};
use crate::decode::{Coding, Part, Role, Span, Token, base64url, search};
use crate::inspect::masked::MASK;
use crate::inspect::nature::{self, Nature};
use crate::inspect::order::order;

use super::link;

/// A claim that can be masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Maskable {
    pub name: String,
    /// It usually says who somebody is, or holds another token.
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
}

/// Of so many claims a choice is offered.
const OFFERED: usize = 100;

/// Claims by which an issuer knows somebody.
const IDENTIFIERS: [&str; 5] = ["sub", "oid", "user_id", "uid", "username"];

/// The claims of a token, in their order. None where there are no claims that could be taken apart.
pub fn maskable(token: &Token) -> Vec<Maskable> {
    let Some(payload) = whole_payload(token) else { return Vec::new() };
    let mut names: Vec<&Member> = Vec::new();
    for member in payload.members() {
        if names.len() < OFFERED && !names.iter().any(|known| known.name.text == member.name.text) {
            names.push(member);
        }
    }
    let disclosed = token.parts.iter().filter(|part| part.role == Role::Disclosure).filter_map(disclosure);
    let of_payload = names.into_iter().map(|member| (member.name.text.as_str(), Some(&member.value)));
    let mut offered: Vec<Maskable> = Vec::new();
    for (name, value) in of_payload.chain(disclosed.map(|(name, value)| (name.unwrap_or_default(), value))) {
        let is_offered = name.starts_with("_sd") || name.is_empty() || offered.iter().any(|known| known.name == name);
        if offered.len() < OFFERED && !is_offered {
            let is_suggested = Nature::of(name).is_personal()
                || IDENTIFIERS.contains(&name)
                || value.and_then(Value::as_str).is_some_and(nature::is_address)
                || holds_token(token, name);
            offered.push(Maskable { name: name.to_owned(), is_suggested });
        }
    }
    offered
}

fn holds_token(token: &Token, name: &str) -> bool {
    let mut path = "/payload".to_owned();
    json::descend(&mut path, name.chars());
    token.nested.iter().any(|nested| nested.path == path)
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
    let is_chosen = |name: &str| names.contains(&name);
    let mut secrets = Secrets::default();
    let mut masks = Vec::new();
    for member in payload.members().iter().filter(|member| is_chosen(&member.name.text)) {
        secrets.gather(payload, &member.value);
        masks.push(member.value.span);
    }
    for part in token.parts.iter().filter(|part| part.role == Role::Disclosure) {
        if let Some((Some(name), Some(value))) = disclosure(part)
            && is_chosen(name)
        {
            secrets.gather(part, value);
        }
    }
    secrets.order();
    secrets.add_tokens(token);

    let mut also = Vec::new();
    let mut cover = |part: &Part, mut masks: Vec<Span>| -> Option<Vec<u8>> {
        let chosen = masks.clone();
        let pointer = ["/", part.role.id()].concat();
        let mut place = Place { part, secrets: &secrets, chosen: &chosen, pointer, masks: &mut masks, also: &mut also };
        place.enter(part.value()?);
        (!masks.is_empty()).then(|| masked(&part.bytes, masks))
    };
    let headers: Vec<_> =
        token.parts.iter().map(|part| part.role.is_header().then(|| cover(part, Vec::new())).flatten()).gather();
    let claims = cover(payload, masks);
    let mut left_out = 0;
    let shown = claims.as_deref().unwrap_or(&payload.bytes);
    let shown = String::from_utf8_lossy(shown).into_owned();
    let is_secret = |part: &Part| match disclosure(part) {
        Some((name, value)) => {
            name.is_some_and(|name| is_chosen(name) || secrets.has(name))
                || value.is_none_or(|value| secrets.are_in(part, value))
        }
        // Nobody can tell what is in it.
        None => true,
    };
    let position = |part: &Part| token.parts.iter().position(|other| std::ptr::eq(other, part));
    let text = link::unsigned(token, &mut |part: &Part| match part.role {
        Role::Disclosure if is_secret(part) => {
            left_out += 1;
            None
        }
        Role::Payload => {
            Some(claims.as_ref().map_or_else(|| link::characters(token, part), |bytes| written(part, bytes)))
        }
        _ => {
            let bytes = position(part).and_then(|at| headers.get(at)?.as_ref());
            Some(bytes.map_or_else(|| link::characters(token, part), |bytes| written(part, bytes)))
        }
    });
    Some(Redacted { text, payload: shown, also, left_out })
}

/// RFC 9901 section 4.2: salt, name and value, or salt and value in an array.
fn disclosure(part: &Part) -> Option<(Option<&str>, Option<&Value>)> {
    let Kind::Array(values) = &part.value()?.kind else { return None };
    match values.as_slice() {
        [_, name, value] => Some((name.as_str(), Some(value))),
        [_, value] => Some((None, Some(value))),
        _ => None,
    }
}

/// Bytes as a part of its coding writes them.
fn written(part: &Part, bytes: &[u8]) -> Cow<'static, str> {
    Cow::Owned(match part.coding {
        Coding::Base64url => base64url::encode(bytes),
        Coding::Plain => String::from_utf8_lossy(bytes).into_owned(),
        Coding::Deflated { .. } => base64url::encode(&stored(bytes)),
    })
}

/// RFC 1951 section 3.2.4: as a stream that compresses nothing.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut stream = Vec::with_capacity(bytes.len() + 8);
    let mut blocks = bytes.chunks(0xFFFF).peekable();
    while let Some(block) = blocks.next() {
        let length = (block.len() as u16).to_le_bytes();
        stream.push(u8::from(blocks.peek().is_none()));
        stream.extend(length);
        stream.extend(length.map(|byte| !byte));
        stream.extend_from_slice(block);
    }
    stream
}

/// The text with the mask in the places of these spans, of which none overlaps another that does not hold it.
fn masked(bytes: &[u8], masks: Vec<Span>) -> Vec<u8> {
    let place = |at: usize| masks.get(at).map(|span| (span.start, usize::MAX - span.end));
    let in_order = order(masks.len(), &|a, b| place(a) < place(b));
    let mut text = Vec::with_capacity(bytes.len());
    let mut at = 0;
    for span in in_order.into_iter().filter_map(|position| masks.get(position)) {
        if !span.is_empty() && span.start >= at {
            text.extend_from_slice(bytes.get(at..span.start).unwrap_or_default());
            text.push(b'"');
            text.extend_from_slice(MASK.as_bytes());
            text.push(b'"');
            at = span.end;
        }
    }
    text.extend_from_slice(bytes.get(at..).unwrap_or_default());
    text
}

/// What must not be in what is left, in lower case.
#[derive(Default)]
struct Secrets<'t> {
    texts: Vec<Cow<'t, str>>,
    /// Texts of tokens that stand in claims and hold a secret.
    tokens: Vec<&'t str>,
}

/// A shorter one is looked for only where it stands alone: "en" is in many words.
const SHORT: usize = 4;
/// So many are looked for inside other texts. Whoever masks more of them at once hides a structure, not a person.
const LOOKED_FOR: usize = 200;

impl<'t> Secrets<'t> {
    fn gather(&mut self, part: &'t Part, value: &'t Value) {
        match &value.kind {
            Kind::String(text) => self.texts.push(Cow::Owned(text.text.to_ascii_lowercase())),
            Kind::Number => self.texts.push(part.source(value.span)),
            Kind::Array(values) => values.iter().for_each(|value| self.gather(part, value)),
            Kind::Object(members) => members.iter().for_each(|member| self.gather(part, &member.value)),
            Kind::Bool(_) | Kind::Null => {}
        }
    }

    /// The longest first, each once.
    fn order(&mut self) {
        self.texts.retain(|text| !text.is_empty() && text != MASK);
        let rank = |at: usize| self.texts.get(at).map(|text| (usize::MAX - text.len(), text));
        let in_order = order(self.texts.len(), &|a, b| rank(a) < rank(b));
        let mut texts: Vec<Cow<str>> = Vec::with_capacity(in_order.len());
        for at in in_order {
            if let Some(text) = self.texts.get_mut(at).map(std::mem::take)
                && texts.last() != Some(&text)
            {
                texts.push(text);
            }
        }
        self.texts = texts;
    }

    fn add_tokens(&mut self, token: &'t Token) {
        for nested in &token.nested {
            if self.are_in_token(&nested.token) {
                self.tokens.push(&nested.token.text);
            }
        }
    }

    fn are_in_token(&self, token: &Token) -> bool {
        let in_part = |part: &Part| part.value().is_some_and(|value| self.are_in(part, value));
        token.parts.iter().any(in_part) || token.nested.iter().any(|nested| self.are_in_token(&nested.token))
    }

    fn are_in(&self, part: &Part, value: &Value) -> bool {
        match &value.kind {
            Kind::String(text) => self.has(&text.text),
            Kind::Number => self.has(&part.source(value.span)),
            Kind::Array(values) => values.iter().any(|value| self.are_in(part, value)),
            Kind::Object(members) => {
                members.iter().any(|member| self.has(&member.name.text) || self.are_in(part, &member.value))
            }
            Kind::Bool(_) | Kind::Null => false,
        }
    }

    /// Whether one of them is this text, or in it.
    fn has(&self, text: &str) -> bool {
        if self.texts.is_empty() {
            return false;
        }
        let is_in = |text: &str| {
            let text = text.to_ascii_lowercase();
            let by_size = |known: &Cow<str>| text.len().cmp(&known.len()).then_with(|| (**known).cmp(&text));
            self.texts.binary_search_by(by_size).is_ok()
                || self.texts.iter().take(LOOKED_FOR).any(|known| known.len() >= SHORT && search::holds(&text, known))
        };
        is_in(text)
            || text.contains('%') && is_in(&link::unescaped(text))
            || self.tokens.iter().any(|token| search::holds(text, token))
    }
}

/// A value that is looked at, and where it stands.
struct Place<'p> {
    part: &'p Part,
    secrets: &'p Secrets<'p>,
    /// In the order of their places.
    chosen: &'p [Span],
    pointer: String,
    masks: &'p mut Vec<Span>,
    also: &'p mut Vec<String>,
}

/// So many of the places that are masked too are named.
const NAMED: usize = 20;

impl Place<'_> {
    fn mask(&mut self, span: Span) {
        self.masks.push(span);
        if self.also.len() < NAMED && !self.also.contains(&self.pointer) {
            self.also.push(self.pointer.clone());
        }
    }

    /// No deeper than the reader goes: [`json::DEPTH_LIMIT`].
    fn enter(&mut self, value: &Value) {
        if self.chosen.binary_search_by_key(&value.span.start, |span| span.start).is_ok() {
            return;
        }
        let length = self.pointer.len();
        match &value.kind {
            Kind::String(text) if self.secrets.has(&text.text) => self.mask(value.span),
            Kind::Number if self.secrets.has(&self.part.source(value.span)) => self.mask(value.span),
            Kind::Array(values) => {
                for (at, value) in values.iter().enumerate() {
                    json::descend(&mut self.pointer, at.to_string().chars());
                    self.enter(value);
                    self.pointer.truncate(length);
                }
            }
            Kind::Object(members) => {
                for member in members {
                    json::descend(&mut self.pointer, member.name.text.chars());
                    if self.secrets.has(&member.name.text) {
                        let name = Span::new(member.span.start, member.value.span.start);
                        let end = name.of(&self.part.bytes).iter().rposition(|byte| *byte == b'"');
                        self.mask(Span::new(name.start, name.start + end.unwrap_or_default() + 1));
                    }
                    self.enter(&member.value);
                    self.pointer.truncate(length);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
