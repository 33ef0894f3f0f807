//! A part of a token as it is handed on: masked where it must be, and without the signatures of the tokens in it.

use std::borrow::Cow;

use decode::json::{self, Kind, Value};
use decode::{Coding, Part, Role, Span, Token, base64url, decode};
use inspect::masked::MASK;
use inspect::order::order;

use super::link;
use super::secrets::Secrets;

/// What is done to the parts of one token.
pub(super) struct Rewriter<'t> {
    pub(super) token: &'t Token,
    pub(super) secrets: &'t Secrets,
    /// RFC 6901, the part's role first: what holds the same as a chosen claim and so is masked too, the first of them.
    pub(super) also: Vec<String>,
}

/// So many of the places that are masked too are named.
const NAMED: usize = 20;

/// A part that is being looked at.
struct Place<'p, 't> {
    rewriter: &'p mut Rewriter<'t>,
    part: &'t Part,
    pointer: String,
    /// What stands in the places of which bytes.
    edits: Vec<(Span, String)>,
}

impl<'t> Rewriter<'t> {
    /// The bytes of a part; None where they stay what they are. `chosen` are values that are masked in any case.
    pub(super) fn bytes(&mut self, part: &'t Part, chosen: &[Span]) -> Option<Vec<u8>> {
        let Some(value) = part.value() else {
            // RFC 7519 section 5.2: the payload may be a token.
            let stripped = if part.role == Role::Payload { without_signatures(&part.text()) } else { None };
            return stripped.map(String::into_bytes);
        };
        let mask = ["\"", MASK, "\""].concat();
        let edits = chosen.iter().map(|span| (*span, mask.clone())).collect::<Vec<_>>();
        let pointer = ["/", part.role.id()].concat();
        let mut place = Place { rewriter: self, part, pointer, edits };
        place.enter(value, chosen);
        let edits = place.edits;
        (!edits.is_empty()).then(|| edited(&part.bytes, &edits))
    }

    /// The characters of a part; None for a disclosure that cannot go along.
    pub(super) fn characters(&mut self, part: &'t Part, chosen: &[Span]) -> Option<Cow<'t, str>> {
        match self.bytes(part, chosen) {
            None => Some(link::characters(self.token, part)),
            // RFC 9901 section 4.2.3: with a single byte changed it belongs to no digest any more.
            Some(_) if part.role == Role::Disclosure => None,
            Some(bytes) => Some(Cow::Owned(written(part, &bytes))),
        }
    }
}

impl Place<'_, '_> {
    /// No deeper than the reader goes: [`json::DEPTH_LIMIT`].
    fn enter(&mut self, value: &Value, chosen: &[Span]) {
        if chosen.binary_search_by_key(&value.span.start, |span| span.start).is_ok() {
            return;
        }
        let secrets = self.rewriter.secrets;
        let length = self.pointer.len();
        match &value.kind {
            Kind::String(text) if secrets.are_in_text(&text.text) => self.mask(value.span),
            Kind::String(text) => {
                if let Some(stripped) = without_signatures(&text.text) {
                    self.edits.push((value.span, quoted(&stripped)));
                }
            }
            Kind::Number if secrets.are_in(&self.part.bytes, value) => self.mask(value.span),
            Kind::Array(values) => {
                for (at, value) in values.iter().enumerate() {
                    json::descend(&mut self.pointer, at.to_string().chars());
                    self.enter(value, chosen);
                    self.pointer.truncate(length);
                }
            }
            Kind::Object(_) if self.nested(value.span).is_some() => {
                let inner = self.nested(value.span);
                if inner.is_some_and(|token| secrets.are_in_token(token)) {
                    self.mask(value.span);
                } else if let Some(inner) = inner {
                    self.edits.push((value.span, quoted(&link::text_without_signature(inner))));
                }
            }
            Kind::Object(members) => {
                for member in members {
                    json::descend(&mut self.pointer, member.name.text.chars());
                    if secrets.are_in_text(&member.name.text) {
                        self.mask(member.name_span(&self.part.bytes));
                    }
                    self.enter(&member.value, chosen);
                    self.pointer.truncate(length);
                }
            }
            _ => {}
        }
    }

    /// The token in a JSON serialization that these bytes of the part are.
    fn nested(&self, span: Span) -> Option<&Token> {
        let is_here = |at: usize| self.rewriter.token.parts.get(at).is_some_and(|part| std::ptr::eq(part, self.part));
        let mut nested = self.rewriter.token.nested.iter();
        nested.find(|it| it.token.span == span && it.token.format.is_json() && is_here(it.part)).map(|it| &*it.token)
    }

    fn mask(&mut self, span: Span) {
        self.edits.push((span, ["\"", MASK, "\""].concat()));
        let also = &mut self.rewriter.also;
        if also.len() < NAMED && !also.contains(&self.pointer) {
            also.push(self.pointer.clone());
        }
    }
}

/// A text whose tokens have lost their signatures; None where it has none that has one.
pub(super) fn without_signatures(text: &str) -> Option<String> {
    if !link::may_hold_token(text) {
        return None;
    }
    let mut rest = String::new();
    let mut at = 0;
    let is_whole = |token: &&Token| {
        token.format.is_encrypted()
            || token.parts.iter().any(|part| part.role == Role::Signature && !part.span.is_empty())
            || !token.nested.is_empty()
    };
    for token in decode(text).tokens.iter().filter(is_whole) {
        let Some(before) = text.get(at..token.span.start) else { continue };
        rest += before;
        rest += &link::text_without_signature(token);
        at = token.span.end;
    }
    (at > 0).then(|| rest + text.get(at..).unwrap_or_default()).filter(|rest| rest != text)
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// Bytes as a part of its coding writes them.
fn written(part: &Part, bytes: &[u8]) -> String {
    match part.coding {
        Coding::Base64url => base64url::encode(bytes),
        Coding::Plain => String::from_utf8_lossy(bytes).into_owned(),
        Coding::Deflated { .. } => base64url::encode(&stored(bytes)),
    }
}

/// RFC 1951 section 3.2.4: as a stream that compresses nothing.
pub(super) fn stored(bytes: &[u8]) -> Vec<u8> {
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

/// The text with these edits, of which none overlaps another that does not hold it.
fn edited(bytes: &[u8], edits: &[(Span, String)]) -> Vec<u8> {
    let place = |at: usize| edits.get(at).map(|(span, _)| (span.start, usize::MAX - span.end));
    let mut text = Vec::with_capacity(bytes.len());
    let mut at = 0;
    for (span, by) in order(edits.len(), &|a, b| place(a) < place(b)).into_iter().filter_map(|it| edits.get(it)) {
        if !span.is_empty() && span.start >= at {
            text.extend_from_slice(bytes.get(at..span.start).unwrap_or_default());
            text.extend_from_slice(by.as_bytes());
            at = span.end;
        }
    }
    text.extend_from_slice(bytes.get(at..).unwrap_or_default());
    text
}
