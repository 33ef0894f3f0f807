//! Members of a JSON serialization, each made a part.

use super::Repeated;
use crate::find::anchor;
use crate::json::{Kind, Text, Value};
use crate::{Part, Role, Span, base64url};

/// What is read of a JSON serialization, of one signature or of one recipient.
const NAMES: [&str; 12] = [
    "protected",
    "header",
    "unprotected",
    "payload",
    "signature",
    "signatures",
    "recipients",
    "encrypted_key",
    "aad",
    "iv",
    "ciphertext",
    "tag",
];

/// Of thousands of objects the first ones say it.
const REPEATED_LIMIT: usize = 20;

/// The members with a meaning that stand more than once in one object.
pub(super) fn repeated(object: Members) -> Vec<Repeated> {
    let of = |object: Members, group: Option<usize>| {
        let members = object.value.members();
        let count = move |name| members.iter().filter(|member| member.name.text == name).count();
        NAMES.map(|name| Repeated { name, group, count: count(name) }).into_iter().filter(|it| it.count > 1)
    };
    let within = |list| object.elements(list).into_iter().flatten().enumerate();
    let groups = within("signatures").chain(within("recipients"));
    let inner = groups.flat_map(|(group, object)| of(object, Some(group)));
    of(object, None).chain(inner).take(REPEATED_LIMIT).collect()
}

/// A JSON object of the token's text: the whole serialization, or one signature or recipient of it.
#[derive(Clone, Copy)]
pub(super) struct Members<'t> {
    pub(super) text: &'t str,
    /// Its spans count bytes of `text`.
    pub(super) value: &'t Value,
}

impl<'t> Members<'t> {
    pub(super) fn member(self, name: &str) -> Option<Self> {
        self.value.member(name).map(|value| Self { text: self.text, value })
    }

    /// The elements of an array, if the member is one.
    pub(super) fn elements(self, name: &str) -> Option<impl Iterator<Item = Self>> {
        match &self.value.member(name)?.kind {
            Kind::Array(values) => Some(values.iter().map(move |value| Self { text: self.text, value })),
            _ => None,
        }
    }

    pub(super) fn has_string(self, name: &str) -> bool {
        self.value.member(name).is_some_and(|value| matches!(value.kind, Kind::String(_)))
    }

    /// Whether a header goes with it that names an algorithm: a protected one, which begins as base64url of an object
    /// does, or one that stands here as it is. Other documents have members of these names, too.
    pub(super) fn has_header(self) -> bool {
        let text = |name: &str| self.member(name).and_then(|member| member.value.as_str());
        let names =
            |name: &str| self.member(name).is_some_and(|header| header.has_string("alg") || header.has_string("enc"));
        text("protected").is_some_and(|text| anchor::is_object_start(text.as_bytes()))
            || names("header")
            || names("unprotected")
    }

    /// Whether a member is a string of base64url and nothing else.
    pub(super) fn is_base64url(self, name: &str) -> bool {
        let text = self.member(name).and_then(|member| member.value.as_str());
        text.is_some_and(|text| text.bytes().all(|byte| base64url::value_of(byte).is_some() || byte == b'='))
    }

    /// A string of base64url whose bytes say nothing by themselves.
    pub(super) fn binary(self, role: Role, name: &str) -> Option<Part> {
        self.member(name)?.string(role)
    }

    /// A string of base64url that should hold JSON.
    pub(super) fn json(self, role: Role, name: &str) -> Option<Part> {
        Some(self.binary(role, name)?.read_as_json())
    }

    /// A string that stands for itself.
    pub(super) fn plain(self, role: Role, name: &str) -> Option<Part> {
        self.member(name)?.plain_string(role)
    }

    /// A value of the text itself, such as an unprotected header. None for null, as if it were not there.
    pub(super) fn value(self, role: Role, name: &str) -> Option<Part> {
        let value = self.value.member(name).filter(|value| !matches!(value.kind, Kind::Null))?;
        Some(Part::plain(role, value.span.in_str(self.text), value.span).read_as_json())
    }

    pub(super) fn string(self, role: Role) -> Option<Part> {
        let (text, span) = self.text_and_place()?;
        Some(Part::decoded(role, &text.text, span, text.escaped))
    }

    pub(super) fn plain_string(self, role: Role) -> Option<Part> {
        let (text, span) = self.text_and_place()?;
        let mut part = Part::plain(role, &text.text, span);
        part.is_escaped = text.escaped;
        Some(part)
    }

    /// A string without its escapes, and what stands between its quotes.
    fn text_and_place(self) -> Option<(&'t Text, Span)> {
        match &self.value.kind {
            Kind::String(text) => Some((text, self.value.span.within_quotes())),
            _ => None,
        }
    }
}
