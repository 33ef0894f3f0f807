//! A copy of a token without its signature, written anew from what was read.
//!
//! Nothing goes into a copy as raw characters: a part is what its JSON value says, a text is what the finder left of it.
//! What could not be read whole is left out. A value that may still hold a signature is replaced by the mask.

use decode::format::{Format, is_json_serialization};
use decode::json::{self, JsonKind, Value};
use decode::{Coding, Part, Role, Span, Token, decode};
use inspect::masked::MASK;

use super::readings;
use super::rewrite::{self, Edits};
use super::secrets::Secrets;
use super::shape;

/// What is left of a token without its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsigned {
    /// `<header>.<payload>.`, with the disclosures of an SD-JWT, but no key binding. An encrypted token has no signature:
    /// whoever holds its ciphertext holds the token, so only its header goes along. Of several signatures the first
    /// one's header does. A JSON serialization is in the compact form where that can hold it.
    pub text: String,
    /// How many values could not be read whole, or looked into, and so were left out.
    pub unread: usize,
}

/// How many tokens, objects and arrays may stand around a value; what is deeper is masked.
const DEPTH_LIMIT: usize = 300;

/// So many of the places that are masked too are named.
const NAMED: usize = 20;

/// The fewest bytes in which a signed token was ever found: `{"alg":1}` in base64url, and two dots.
const SHORTEST_TOKEN: usize = 14;

pub fn without_signature(token: &Token) -> Unsigned {
    let secrets = Secrets::default();
    let mut writer = Writer::new(&secrets);
    let text = writer.token(token, &ChosenParts::default());
    Unsigned { text, unread: writer.unread }
}

/// Whether a text may hold a token with a signature: as it stands, or in any encoding.
pub(super) fn may_hold_token(text: &str) -> bool {
    proofs_in(text).is_none_or(|proofs| !proofs.is_empty())
}

/// A JSON text in which no value or name holds a token with a signature. None where it is no JSON.
pub(super) fn json_without_signatures(text: &str) -> Option<String> {
    let document = json::read(text.as_bytes());
    let value = document.value.filter(|_| document.faults.is_empty())?;
    let secrets = Secrets::default();
    let mut edits = Edits::new(text.as_bytes(), String::new());
    Writer::new(&secrets).value(&mut edits, &value, &[]);
    String::from_utf8(edits.done()).ok()
}

/// What makes the tokens in a text credentials, in any reading of it. None where it has too many readings.
fn proofs_in(text: &str) -> Option<Vec<String>> {
    let mut proofs = Vec::new();
    let has_too_many = readings::may_pass(text, |reading| {
        let text = String::from_utf8_lossy(reading);
        proofs.extend(shape::possible_signatures(reading).map(|found| String::from_utf8_lossy(found).into_owned()));
        let tokens = if reading.len() < SHORTEST_TOKEN { Vec::new() } else { decode(&text).tokens };
        for token in &tokens {
            proofs_of(token, &mut proofs);
            proofs.extend(Some(touching(&text, token).to_owned()).filter(|rest| !rest.is_empty()));
        }
        false
    });
    (!has_too_many).then_some(proofs)
}

/// The signatures of a token and of those inside it, and all else without which they are worth nothing.
fn proofs_of(token: &Token, proofs: &mut Vec<String>) {
    let is_proof = |part: &&Part| match part.role {
        Role::Signature | Role::KeyBinding | Role::Extra => true,
        Role::EncryptedKey | Role::InitializationVector | Role::Ciphertext | Role::AuthenticationTag => true,
        Role::Header | Role::Payload | Role::Disclosure => false,
        Role::UnprotectedHeader | Role::SharedHeader | Role::AdditionalData => false,
    };
    let own = token.parts.iter().filter(is_proof).map(|part| part.span.in_str(&token.text));
    proofs.extend(own.filter(|proof| !proof.is_empty()).map(str::to_owned));
    token.nested.iter().for_each(|nested| proofs_of(&nested.token, proofs));
}

/// Whether a copy of this text may still hold something that makes a token in it a credential.
fn may_hold_proof(text: &str, copy: &str) -> bool {
    let still_holds = |proofs| Secrets::of_texts(proofs).are_in(copy);
    may_hold_token(copy) || copy != text && proofs_in(text).is_none_or(still_holds)
}

/// What of a token is masked or left out because somebody chose it.
#[derive(Default)]
pub(super) struct ChosenParts<'c> {
    /// Values of the payload, in bytes of it, sorted.
    pub(super) masks: &'c [Span],
    /// Positions of disclosures.
    pub(super) dropped: &'c [usize],
}

/// Writes copies, and remembers what became of what was in them.
pub(super) struct Writer<'s> {
    secrets: &'s Secrets,
    /// How many tokens, objects and arrays stand around what is being written.
    depth: usize,
    /// How many tokens inside others are being written.
    tokens_around: usize,
    /// RFC 6901, the part's role first: what holds the same as a chosen claim and so is masked too, the first of them.
    pub(super) also: Vec<String>,
    /// Values that could not be read whole, or looked into.
    pub(super) unread: usize,
    /// Disclosures that do not go along.
    pub(super) disclosures_left_out: usize,
    /// The payload of the outermost token, as it was written.
    pub(super) payload: String,
}

/// What became of a text.
enum TextCopy {
    Unchanged,
    Anew(String),
    /// Nobody can tell whether it holds a signature.
    Unread,
}

impl<'s> Writer<'s> {
    pub(super) fn new(secrets: &'s Secrets) -> Self {
        Self {
            secrets,
            depth: 0,
            tokens_around: 0,
            also: Vec::new(),
            unread: 0,
            disclosures_left_out: 0,
            payload: String::new(),
        }
    }

    pub(super) fn token(&mut self, token: &Token, choice: &ChosenParts) -> String {
        if token.format == Format::Segment {
            return token.parts.first().and_then(|part| self.part(token, part, choice.masks)).unwrap_or_default();
        }
        let header = token.header().and_then(|part| self.part(token, part, &[]));
        if token.format.is_encrypted() {
            return header.unwrap_or_else(|| self.unprotected(token));
        }
        let payload = token.payload().and_then(|part| self.part(token, part, choice.masks)).unwrap_or_default();
        let Some(header) = header else { return payload };
        if token.payload().is_some_and(|payload| payload.coding == Coding::Plain) {
            // RFC 7797 section 5.2: the compact form does not hold every unencoded payload, JSON does.
            return format!(r#"{{"protected":"{header}","payload":{}}}"#, rewrite::quoted(&payload));
        }
        let mut unsigned = format!("{header}.{payload}.");
        if matches!(token.format, Format::SdJwt | Format::SdJwtWithKeyBinding) || token.part(Role::Disclosure).is_some()
        {
            unsigned.push('~');
        }
        for (position, part) in token.parts.iter().enumerate().filter(|(_, part)| part.role == Role::Disclosure) {
            match self.disclosure(token, part).filter(|_| !choice.dropped.contains(&position)) {
                Some(disclosure) => unsigned.extend([disclosure, "~"]),
                None => self.disclosures_left_out += 1,
            }
        }
        unsigned
    }

    /// An encrypted token without a protected header: one of its other headers, and nothing encrypted.
    fn unprotected(&mut self, token: &Token) -> String {
        let header = [(Role::SharedHeader, "unprotected"), (Role::UnprotectedHeader, "header")]
            .into_iter()
            .find_map(|(role, name)| Some((name, self.part(token, token.part(role)?, &[])?)));
        header.map_or_else(String::new, |(name, header)| format!(r#"{{"{name}":{header},"ciphertext":""}}"#))
    }

    /// The characters of a disclosure, if nothing of it changes: with a single byte changed it belongs to no digest any
    /// more. RFC 9901 section 4.2.3.
    fn disclosure<'t>(&mut self, token: &'t Token, part: &Part) -> Option<&'t str> {
        let value = part.value().filter(|value| part.faults.is_empty() && matches!(value.kind, JsonKind::Array(_)))?;
        let mut edits = Edits::new(&part.bytes, String::new());
        // Of one that is left out nothing else is said.
        let (unread, named) = (self.unread, self.also.len());
        self.value(&mut edits, value, &[]);
        self.unread = unread;
        self.also.truncate(named);
        let characters = part.span.in_str(&token.text);
        (edits.is_empty() && !part.is_escaped).then_some(characters)
    }

    /// The characters of a part; None where nothing of it could be read.
    fn part(&mut self, token: &Token, part: &Part, masks: &[Span]) -> Option<String> {
        if part.bytes.is_empty() && part.span.is_empty() {
            return Some(String::new());
        }
        let Some(bytes) = self.bytes(part, masks) else {
            self.unread += 1;
            return None;
        };
        if part.role == Role::Payload && self.tokens_around == 0 {
            self.payload = String::from_utf8_lossy(&bytes).into_owned();
        }
        Some(rewrite::characters(token, part, &bytes))
    }

    fn bytes(&mut self, part: &Part, masks: &[Span]) -> Option<Vec<u8>> {
        let pointer = format!("/{}", part.role.id());
        match part.value() {
            None => self.plain_text(part, &pointer),
            Some(value) if part.error().is_none() => {
                let mut edits = Edits::new(&part.bytes, pointer);
                masks.iter().for_each(|span| edits.replace(*span, MASK));
                self.value(&mut edits, value, masks);
                Some(edits.done())
            }
            Some(value) => {
                self.unread += usize::from(rewrite::has_lost(part));
                let whole = rewrite::written(value, &part.bytes);
                let document = json::read(whole.as_bytes());
                let mut edits = Edits::new(whole.as_bytes(), pointer);
                self.value(&mut edits, document.value.as_ref()?, &[]);
                Some(edits.done())
            }
        }
    }

    /// A payload may be any text, or a token by itself: RFC 7519 section 5.2. What begins like JSON is JSON that could not
    /// be read.
    fn plain_text(&mut self, part: &Part, pointer: &str) -> Option<Vec<u8>> {
        let text = std::str::from_utf8(&part.bytes).ok().filter(|_| part.role == Role::Payload)?;
        if text.trim_ascii_start().starts_with(['{', '[', '"']) {
            return None;
        }
        if self.secrets.are_in_value(text) {
            self.masked_too(pointer);
            return Some(MASK.into());
        }
        match self.text(text) {
            TextCopy::Unchanged => Some(text.into()),
            TextCopy::Anew(text) => Some(text.into_bytes()),
            TextCopy::Unread => None,
        }
    }

    fn value(&mut self, edits: &mut Edits, value: &Value, masks: &[Span]) {
        if is_one_of(masks, value) {
            return;
        }
        if self.depth >= DEPTH_LIMIT {
            return self.leave_out(edits, value.span);
        }
        self.depth += 1;
        match &value.kind {
            JsonKind::String(text) if self.secrets.are_in_value(&text.text) => self.mask(edits, value.span),
            JsonKind::String(text) => self.string(edits, value.span, &text.text),
            JsonKind::Number => {
                let digits = String::from_utf8_lossy(value.span.of(edits.bytes)).into_owned();
                if self.secrets.are_in_value(&digits) {
                    self.mask(edits, value.span);
                }
            }
            JsonKind::Array(values) => {
                for (position, value) in values.iter().enumerate() {
                    edits.within(&position.to_string(), |edits| self.value(edits, value, masks));
                }
            }
            JsonKind::Object(_) if is_json_serialization(value) => self.serialization(edits, value.span),
            JsonKind::Object(members) => {
                for member in members {
                    let is_secret = self.secrets.are_in(&member.name.text);
                    // The callback is told as well where something stood.
                    edits.within(if is_secret { MASK } else { &member.name.text }, |edits| {
                        let span = member.name_span(edits.bytes);
                        match is_secret {
                            true => self.mask(edits, span),
                            false => self.string(edits, span, &member.name.text),
                        }
                        match !is_one_of(masks, &member.value) && shape::is_possible_signature(member, members) {
                            true => self.leave_out(edits, member.value.span),
                            false => self.value(edits, &member.value, masks),
                        }
                    });
                }
            }
            JsonKind::Bool(_) | JsonKind::Null => {}
        }
        self.depth -= 1;
    }

    fn string(&mut self, edits: &mut Edits, span: Span, text: &str) {
        match self.text(text) {
            TextCopy::Unchanged => {}
            TextCopy::Anew(text) => edits.replace(span, &text),
            TextCopy::Unread => self.leave_out(edits, span),
        }
    }

    /// An object that is a token: RFC 7515 section 7.2, RFC 7516 section 7.2.
    fn serialization(&mut self, edits: &mut Edits, span: Span) {
        let source = String::from_utf8_lossy(span.of(edits.bytes)).into_owned();
        if self.secrets.are_in(&source) {
            return self.mask(edits, span);
        }
        let tokens = decode(&source).tokens;
        match tokens.as_slice() {
            [only] if only.span.len() == source.len() => {
                let copy = self.inner(only);
                match self.tokens_around == 0 && may_hold_proof(&source, &copy) {
                    true => self.leave_out(edits, span),
                    false => edits.replace(span, &copy),
                }
            }
            _ => self.leave_out(edits, span),
        }
    }

    /// What is left of a text once the tokens in it have lost their signatures.
    fn text(&mut self, text: &str) -> TextCopy {
        let unread = self.unread;
        let stripped = self.stripped(text);
        // The outermost looks into everything once more, so those inside need not.
        if self.tokens_around == 0 && may_hold_proof(text, stripped.as_deref().unwrap_or(text)) {
            self.unread = unread;
            return TextCopy::Unread;
        }
        stripped.map_or(TextCopy::Unchanged, TextCopy::Anew)
    }

    /// None where it stays as it is.
    fn stripped(&mut self, text: &str) -> Option<String> {
        let mut stripped = String::new();
        let mut at = 0;
        for token in &decode(text).tokens {
            let copy = self.inner(token);
            let rest = touching(text, token);
            let is_same = rest.is_empty() && copy.trim_end_matches('.') == token.text.trim_end_matches('.');
            if !is_same && token.span.start >= at {
                stripped += Span::new(at, token.span.start).in_str(text);
                stripped += &copy;
                at = token.span.end + rest.len();
            }
        }
        (at > 0).then(|| stripped + text.get(at..).unwrap_or_default())
    }

    fn inner(&mut self, token: &Token) -> String {
        if self.depth >= DEPTH_LIMIT {
            self.unread += 1;
            return MASK.to_owned();
        }
        self.depth += 1;
        self.tokens_around += 1;
        let copy = self.token(token, &ChosenParts::default());
        self.tokens_around -= 1;
        self.depth -= 1;
        copy
    }

    fn leave_out(&mut self, edits: &mut Edits, span: Span) {
        edits.replace(span, MASK);
        self.unread += 1;
    }

    fn mask(&mut self, edits: &mut Edits, span: Span) {
        edits.replace(span, MASK);
        self.masked_too(&edits.pointer);
    }

    fn masked_too(&mut self, pointer: &str) {
        if self.tokens_around == 0 && self.also.len() < NAMED && !self.also.iter().any(|known| known == pointer) {
            self.also.push(pointer.to_owned());
        }
    }
}

fn is_one_of(masks: &[Span], value: &Value) -> bool {
    masks.binary_search_by_key(&value.span.start, |span| span.start).is_ok()
}

/// What stands right behind a token and is written in the characters of one: nobody read it, and it may be of the token.
fn touching<'t>(text: &'t str, token: &Token) -> &'t str {
    let behind = text.get(token.span.end..).unwrap_or_default();
    let is_of_tokens = |letter: char| letter.is_ascii_alphanumeric() || "-_.~=+/".contains(letter);
    let length = behind.find(|letter| !is_of_tokens(letter)).unwrap_or(behind.len());
    let touching = behind.get(..length).unwrap_or_default();
    touching.trim_end_matches(['.', '=', '~', '/'])
}
