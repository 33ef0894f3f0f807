//! What must not be in what is handed on, and whether it is in a text.

use decode::json::{self, Kind, Value};
use decode::{Part, Token, base64url, decode};
use inspect::masked::MASK;
use inspect::order::order;

use super::link;

#[derive(Default)]
pub(super) struct Secrets {
    /// In ASCII lower case, sorted: each is looked for where it stands alone.
    alone: Vec<String>,
    /// The first of them, those that were chosen by themselves before what stands in lists and objects: each is looked
    /// for inside other texts too.
    inside: Vec<String>,
    /// The same in base64url, which keeps its case, without what depends on what follows.
    coded: Vec<String>,
}

/// A shorter one is looked for only where it stands alone: "en" is in many words.
const SHORT: usize = 4;
/// So many are looked for inside other texts. Whoever masks more of them at once hides a structure, not a person.
const LOOKED_FOR: usize = 200;

impl Secrets {
    /// Those of chosen values, the bytes of whose part are beside each.
    pub(super) fn of(chosen: &[(&[u8], &Value)]) -> Self {
        let mut texts = Vec::new();
        let is_plain = |value: &Value| !matches!(value.kind, Kind::Array(_) | Kind::Object(_));
        for is_wanted in [true, false] {
            for (bytes, value) in chosen.iter().filter(|(_, value)| is_plain(value) == is_wanted) {
                gather(bytes, value, &mut texts);
            }
        }
        let long = texts.iter().filter(|text| text.len() >= SHORT).take(LOOKED_FOR);
        let coded =
            long.clone().map(|text| whole_characters(text)).filter(|text| text.len() >= SHORT).collect::<Vec<_>>();
        let inside = long.map(|text| text.to_ascii_lowercase()).collect::<Vec<_>>();
        let lower: Vec<String> = texts.iter().map(|text| text.to_ascii_lowercase()).collect();
        let in_order = order(lower.len(), &|a, b| lower.get(a) < lower.get(b));
        let alone = in_order.into_iter().filter_map(|at| lower.get(at).cloned()).collect::<Vec<_>>();
        Self { alone, inside, coded }
    }

    pub(super) fn are_in_token(&self, token: &Token) -> bool {
        let in_part = |part: &Part| part.value().is_some_and(|value| self.are_in(&part.bytes, value));
        token.parts.iter().any(in_part) || token.nested.iter().any(|nested| self.are_in_token(&nested.token))
    }

    pub(super) fn are_in(&self, bytes: &[u8], value: &Value) -> bool {
        match &value.kind {
            Kind::String(text) => self.are_in_text(&text.text),
            Kind::Number => self.are_in_text(&String::from_utf8_lossy(value.span.of(bytes))),
            Kind::Array(values) => values.iter().any(|value| self.are_in(bytes, value)),
            Kind::Object(members) => {
                members.iter().any(|member| self.are_in_text(&member.name.text) || self.are_in(bytes, &member.value))
            }
            Kind::Bool(_) | Kind::Null => false,
        }
    }

    /// Whether one of them is this text, or in it: in other case, percent-encoded, in base64url, in JSON, or in a token.
    pub(super) fn are_in_text(&self, text: &str) -> bool {
        if self.alone.is_empty() {
            return false;
        }
        if self.are_written_in(text) || self.coded.iter().any(|known| text.contains(known)) {
            return true;
        }
        let mut plain = text.to_owned();
        for _ in 0..ENCODED {
            if !plain.contains(['%', '+']) {
                break;
            }
            plain = link::unescaped(&plain).replace('+', " ");
            if self.are_written_in(&plain) {
                return true;
            }
        }
        let is_json = text.trim_start().starts_with(['{', '[', '"']);
        let in_json =
            || json::read(text.as_bytes()).value.is_some_and(|value| self.are_in_json(text.as_bytes(), &value));
        is_json && in_json()
            || link::may_hold_token(text) && decode(text).tokens.iter().any(|token| self.are_in_token(token))
    }

    /// A text in JSON in a text, and so on, is not looked into for ever.
    fn are_in_json(&self, bytes: &[u8], value: &Value) -> bool {
        match &value.kind {
            Kind::String(text) => self.are_written_in(&text.text),
            Kind::Array(values) => values.iter().any(|value| self.are_in_json(bytes, value)),
            Kind::Object(members) => members
                .iter()
                .any(|member| self.are_written_in(&member.name.text) || self.are_in_json(bytes, &member.value)),
            _ => self.are_in(bytes, value),
        }
    }

    fn are_written_in(&self, text: &str) -> bool {
        let text = text.to_ascii_lowercase();
        self.alone.binary_search(&text).is_ok() || self.inside.iter().any(|known| text.contains(known))
    }
}

/// So often a text may be percent-encoded.
const ENCODED: usize = 3;

fn gather(bytes: &[u8], value: &Value, texts: &mut Vec<String>) {
    match &value.kind {
        Kind::String(text) if text.text.is_empty() || text.text == MASK => {}
        Kind::String(text) => texts.push(text.text.clone()),
        Kind::Number => texts.push(String::from_utf8_lossy(value.span.of(bytes)).into_owned()),
        Kind::Array(values) => values.iter().for_each(|value| gather(bytes, value, texts)),
        Kind::Object(members) => members.iter().for_each(|member| gather(bytes, &member.value, texts)),
        Kind::Bool(_) | Kind::Null => {}
    }
}

/// Its base64url as far as that is the same whatever follows.
fn whole_characters(text: &str) -> String {
    let mut coded = base64url::encode(text.as_bytes());
    if !text.len().is_multiple_of(3) {
        coded.pop();
    }
    coded
}
