//! The objects of a JSON serialization, and their members as parts.

use super::Repeated;
use crate::json::{JsonKind, Text, Value};
use crate::{Part, Role, Span, base64url};

/// The members that are read of a JSON serialization, of one signature and of one recipient.
const KNOWN_NAMES: [&str; 12] = [
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

/// The most repeated members that are listed.
const REPEATED_LIMIT: usize = 20;

/// The known members that stand more than once in one object.
pub(super) fn repeated(object: JsonObject) -> Vec<Repeated> {
    let of = |object: JsonObject, group: Option<usize>| {
        let members = object.value.members();
        let count = move |name| members.iter().filter(|member| member.name.text == name).count();
        KNOWN_NAMES.map(|name| Repeated { name, group, count: count(name) }).into_iter().filter(|it| it.count > 1)
    };
    let within = |list| object.elements(list).into_iter().flatten().enumerate();
    let groups = within("signatures").chain(within("recipients"));
    let inner = groups.flat_map(|(group, object)| of(object, Some(group)));
    of(object, None).chain(inner).take(REPEATED_LIMIT).collect()
}

/// An object in the text of a JSON serialization: the whole serialization, or one of its signatures or recipients.
#[derive(Clone, Copy)]
pub(super) struct JsonObject<'t> {
    pub(super) text: &'t str,
    /// The spans in it count bytes of `text`.
    pub(super) value: &'t Value,
}

impl<'t> JsonObject<'t> {
    pub(super) fn member(self, name: &str) -> Option<Self> {
        self.value.member(name).map(|value| Self { text: self.text, value })
    }

    /// The elements of an array, if the member is one.
    pub(super) fn elements(self, name: &str) -> Option<impl Iterator<Item = Self>> {
        match &self.value.member(name)?.kind {
            JsonKind::Array(values) => Some(values.iter().map(move |value| Self { text: self.text, value })),
            _ => None,
        }
    }

    pub(super) fn has_string(self, name: &str) -> bool {
        self.value.member(name).is_some_and(|value| matches!(value.kind, JsonKind::String(_)))
    }

    /// Whether it has a header with an algorithm: a protected one, which is base64url of an object, or an unprotected one
    /// with `alg` or `enc`. Other JSON can have members of the same names.
    pub(super) fn has_header(self) -> bool {
        let text = |name: &str| self.member(name).and_then(|member| member.value.as_str());
        let names =
            |name: &str| self.member(name).is_some_and(|header| header.has_string("alg") || header.has_string("enc"));
        text("protected").is_some_and(|text| base64url::starts_object(text.as_bytes()))
            || names("header")
            || names("unprotected")
    }

    /// Whether a member is a string of base64url.
    pub(super) fn is_base64url(self, name: &str) -> bool {
        let text = self.member(name).and_then(|member| member.value.as_str());
        text.is_some_and(|text| text.bytes().all(|byte| base64url::is_character(byte) || byte == b'='))
    }

    /// A member that is a string of base64url and holds no text.
    pub(super) fn binary(self, role: Role, name: &str) -> Option<Part> {
        self.member(name)?.string(role)
    }

    /// A member that is a string of base64url and should hold JSON.
    pub(super) fn json(self, role: Role, name: &str) -> Option<Part> {
        Some(self.binary(role, name)?.read_as_json())
    }

    /// A member that is a string and is not encoded.
    pub(super) fn plain(self, role: Role, name: &str) -> Option<Part> {
        self.member(name)?.plain_string(role)
    }

    /// A member that is itself a JSON value of the text, such as an unprotected header. None for null, which counts as
    /// missing.
    pub(super) fn value(self, role: Role, name: &str) -> Option<Part> {
        let value = self.value.member(name).filter(|value| !matches!(value.kind, JsonKind::Null))?;
        Some(Part::plain(role, value.span.in_str(self.text), value.span).read_as_json())
    }

    /// This value as a part that is a string of base64url.
    pub(super) fn string(self, role: Role) -> Option<Part> {
        let (text, span) = self.text_and_place()?;
        Some(Part::decoded(role, &text.text, span, text.escaped))
    }

    /// This value as a part that is a string and is not encoded.
    pub(super) fn plain_string(self, role: Role) -> Option<Part> {
        let (text, span) = self.text_and_place()?;
        let mut part = Part::plain(role, &text.text, span);
        part.is_escaped = text.escaped;
        Some(part)
    }

    /// The text of a string without escapes, and its place between the quotes.
    fn text_and_place(self) -> Option<(&'t Text, Span)> {
        match &self.value.kind {
            JsonKind::String(text) => Some((text, self.value.span.within_quotes())),
            _ => None,
        }
    }
}
