//! One part of a token, with everything that could be read of it.

use std::borrow::Cow;

use super::error::{Fault, FaultKind};
use super::json::{self, Document, Member, Value};
use super::{Span, base64url, mask};

/// What a part is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The JOSE header. RFC 7515 section 4, RFC 7516 section 4.
    Header,
    /// The JWS payload; in a JWT the claims set. RFC 7519 section 4.
    Payload,
    /// RFC 7515 section 2.
    Signature,
    /// RFC 7516 section 2.
    EncryptedKey,
    /// RFC 7516 section 2.
    InitializationVector,
    /// RFC 7516 section 2.
    Ciphertext,
    /// RFC 7516 section 2.
    AuthenticationTag,
    /// RFC 9901 section 4.2.
    Disclosure,
    /// RFC 9901 section 4.3.
    KeyBinding,
    /// Unprotected header parameters of one signature or recipient: the member `header` of a JSON serialization. RFC 7515 section 7.2.1, RFC 7516 section 7.2.1.
    UnprotectedHeader,
    /// Unprotected header parameters for all recipients: the member `unprotected`. RFC 7516 section 7.2.1.
    SharedHeader,
    /// Additional data that the authentication tag covers: the member `aad`. RFC 7516 section 7.2.1.
    AdditionalData,
    /// A segment beyond those that the format has.
    Extra,
}

impl Role {
    /// Whether it holds parameters of the JOSE header: protected, shared or unprotected ones.
    pub fn is_header(self) -> bool {
        matches!(self, Self::Header | Self::UnprotectedHeader | Self::SharedHeader)
    }

    /// The name of the role in the report. It never changes.
    pub fn id(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Payload => "payload",
            Self::Signature => "signature",
            Self::EncryptedKey => "encryptedKey",
            Self::InitializationVector => "initializationVector",
            Self::Ciphertext => "ciphertext",
            Self::AuthenticationTag => "authenticationTag",
            Self::Disclosure => "disclosure",
            Self::KeyBinding => "keyBinding",
            Self::UnprotectedHeader => "unprotectedHeader",
            Self::SharedHeader => "sharedHeader",
            Self::AdditionalData => "additionalData",
            Self::Extra => "extra",
        }
    }

    /// The name of the role in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Payload => "payload",
            Self::Signature => "signature",
            Self::EncryptedKey => "encrypted key",
            Self::InitializationVector => "initialization vector",
            Self::Ciphertext => "ciphertext",
            Self::AuthenticationTag => "authentication tag",
            Self::Disclosure => "disclosure",
            Self::KeyBinding => "key binding JWT",
            Self::UnprotectedHeader => "unprotected header",
            Self::SharedHeader => "shared unprotected header",
            Self::AdditionalData => "additional authenticated data",
            Self::Extra => "extra segment",
        }
    }
}

/// How the bytes of a part are encoded in the token's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// RFC 7515 section 2.
    Base64url,
    /// Not encoded: an unencoded payload (RFC 7797), a header that is a JSON object of the text, a key binding JWT.
    Plain,
    /// base64url of a raw DEFLATE stream (RFC 1951) of `compressed` bytes, as `zip` says (RFC 7516 section 4.1.3). The part
    /// has the inflated bytes.
    Deflated { compressed: usize },
}

/// One part of a token, decoded as far as possible.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub role: Role,
    /// The signature or recipient of a JSON serialization to which it belongs, counted from 0. None if it belongs to the
    /// whole token.
    pub group: Option<usize>,
    /// Bytes of the token's text, without the dots or quotes around them.
    pub span: Span,
    pub coding: Coding,
    /// It is written as a JSON string with escapes, so its characters do not correspond one to one to its text.
    pub is_escaped: bool,
    /// The decoded bytes.
    pub bytes: Vec<u8>,
    pub content: Content,
    /// The faults of the encoding, then those of the decoded text.
    pub faults: Vec<Fault>,
}

/// What the bytes of a part hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// JSON, or text that should be JSON.
    Json(Document),
    /// Bytes that hold no text, such as a signature.
    Binary,
}

impl Part {
    /// A base64url part that should hold JSON.
    pub fn json(role: Role, text: &str, span: Span) -> Self {
        Self::decoded(role, span.in_str(text), span, false).read_as_json()
    }

    /// A base64url part that holds no text.
    pub fn binary(role: Role, text: &str, span: Span) -> Self {
        Self::decoded(role, span.in_str(text), span, false)
    }

    /// A part that is not encoded and not yet read.
    pub(super) fn plain(role: Role, text: &str, span: Span) -> Self {
        let bytes = text.as_bytes().to_vec();
        let (coding, content) = (Coding::Plain, Content::Binary);
        Self { role, group: None, span, coding, is_escaped: false, bytes, content, faults: Vec::new() }
    }

    /// A base64url part that is not yet read. `segment` is the text of `span`, without its escapes if it `is_escaped`.
    pub(super) fn decoded(role: Role, segment: &str, span: Span, is_escaped: bool) -> Self {
        let mut decoded = base64url::decode(segment);
        if role == Role::Signature && mask::is_placeholder(segment) {
            decoded.faults = vec![Fault { kind: FaultKind::Masked, span: Span::new(0, segment.len()), place: None }];
        }
        for fault in &mut decoded.faults {
            fault.span = match is_escaped {
                true => span,
                false => Span::new(fault.span.start + span.start, fault.span.end + span.start),
            };
        }
        let base64url::Segment { bytes, faults } = decoded;
        let (coding, content) = (Coding::Base64url, Content::Binary);
        Self { role, group: None, span, coding, is_escaped, bytes, content, faults }
    }

    pub(super) fn read_as_json(mut self) -> Self {
        self.read();
        self
    }

    /// Reads the bytes as JSON if they are. Otherwise the part stays binary, which is no fault.
    pub(super) fn read_if_json(self) -> Self {
        let document = json::read(&self.bytes);
        match document.faults.is_empty() {
            true => Self { content: Content::Json(document), ..self },
            false => self,
        }
    }

    /// Reads the bytes as JSON. The caller must remove the faults of an earlier reading.
    pub(super) fn read(&mut self) {
        let mut document = json::read(&self.bytes);
        self.faults.append(&mut document.faults);
        self.content = Content::Json(document);
    }

    /// Marks the part as empty on purpose, which is no fault.
    pub(super) fn leave_unread(&mut self) {
        self.faults.retain(|fault| fault.kind.is_of_encoding());
        self.content = Content::Json(Document::default());
    }

    pub(super) fn in_group(mut self, group: usize) -> Self {
        self.group = Some(group);
        self
    }

    /// The decoded text, with U+FFFD where it is not UTF-8.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }

    /// The last top-level member with this name, which is the one that counts.
    pub fn last_member(&self, name: &str) -> Option<&Member> {
        self.value()?.last_member(name)
    }

    /// How many faults of its JSON are not told, after all those that are.
    pub fn faults_left_out(&self) -> usize {
        match &self.content {
            Content::Json(document) => document.faults_left_out,
            Content::Binary => 0,
        }
    }

    /// The JSON value, as far as it could be read.
    pub fn value(&self) -> Option<&Value> {
        match &self.content {
            Content::Json(document) => document.value.as_ref(),
            Content::Binary => None,
        }
    }

    /// Whether it holds a JSON object that could be read to its end.
    pub(super) fn is_object(&self) -> bool {
        let is_object = self.value().is_some_and(|value| matches!(value.kind, json::JsonKind::Object(_)));
        is_object && self.error().is_none()
    }

    pub fn members(&self) -> &[json::Member] {
        self.value().map_or(&[], Value::members)
    }

    /// The source text of a span of the decoded part.
    pub fn source(&self, span: Span) -> Cow<'_, str> {
        String::from_utf8_lossy(span.of(&self.bytes))
    }

    /// The first fault because of which the part could not be read completely.
    pub fn error(&self) -> Option<&Fault> {
        self.faults.iter().find(|fault| !fault.kind.is_soft())
    }

    /// Where a mask stands in place of what it holds, in bytes of the token's text.
    pub fn mask(&self) -> Option<Span> {
        self.faults.iter().find(|fault| fault.kind == FaultKind::Masked).map(|fault| fault.span)
    }

    /// Whether it holds JSON that ends too early, or so does the compressed stream that holds the JSON.
    pub fn is_cut(&self) -> bool {
        use FaultKind::{BrokenDeflate, ControlCharacter, ImpossibleLength, InvalidUtf8};
        let is_read_past = |fault: &&Fault| matches!(fault.kind, ControlCharacter(_) | InvalidUtf8(_));
        let mut faults = self.faults.iter().filter(|fault| !fault.kind.is_soft() && !is_read_past(fault));
        faults.next().is_some_and(|fault| fault.kind.is_cut() || matches!(fault.kind, ImpossibleLength | BrokenDeflate))
    }
}
