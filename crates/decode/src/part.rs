//! One part of a token: its role, its bytes and what could be read of them.

use std::borrow::Cow;

use super::error::{Fault, FaultKind};
use super::json::{self, Document, Value};
use super::{Span, base64url};

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
    /// Header parameters of one signature or recipient that nothing protects: the member `header` of a JSON
    /// serialization. RFC 7515 section 7.2.1, RFC 7516 section 7.2.1.
    UnprotectedHeader,
    /// Header parameters for all recipients that nothing protects: the member `unprotected`. RFC 7516 section 7.2.1.
    SharedHeader,
    /// What the authentication tag covers beside header and ciphertext: the member `aad`. RFC 7516 section 7.2.1.
    AdditionalData,
    /// A segment that the format has no place for.
    Extra,
}

impl Role {
    /// Whether it holds parameters of the JOSE header: protected, shared or of one signature alone.
    pub fn is_header(self) -> bool {
        matches!(self, Self::Header | Self::UnprotectedHeader | Self::SharedHeader)
    }

    /// Stable, as in the report.
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

    /// As a sentence says it.
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

/// How the bytes of a part stand in the token's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// RFC 7515 section 2.
    Base64url,
    /// As they are: an unencoded payload (RFC 7797), a header that is a JSON object of the text, a key binding JWT.
    Plain,
    /// base64url of a raw DEFLATE stream of `compressed` bytes; the part's bytes are what it inflates to. RFC 1951,
    /// `zip` of RFC 7516 section 4.1.3.
    Deflated { compressed: usize },
}

/// One part of a token, decoded as far as it can be.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub role: Role,
    /// Which signature or recipient of a JSON serialization it belongs to, from 0. None for what the whole token
    /// has once.
    pub group: Option<usize>,
    /// Bytes of the token's text, without the dots or quotes around them.
    pub span: Span,
    pub coding: Coding,
    /// Stands in a JSON string with escapes, so that its characters there are not one for one those of its text.
    pub is_escaped: bool,
    /// What it decodes to.
    pub bytes: Vec<u8>,
    pub content: Content,
    /// What is irregular in the encoding and in the text, in that order.
    pub faults: Vec<Fault>,
}

/// What the bytes of a part are.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// JSON, or what was meant to be.
    Json(Document),
    /// Bytes that are not to be read as text, such as a signature.
    Binary,
}

impl Part {
    /// A base64url part that should hold JSON.
    pub fn json(role: Role, text: &str, span: Span) -> Self {
        Self::decoded(role, span.in_str(text), span, false).read_as_json()
    }

    /// A base64url part whose bytes say nothing by themselves.
    pub fn binary(role: Role, text: &str, span: Span) -> Self {
        Self::decoded(role, span.in_str(text), span, false)
    }

    /// A part whose bytes stand in the text as they are, to be read as JSON or not.
    pub(super) fn plain(role: Role, text: &str, span: Span) -> Self {
        let bytes = text.as_bytes().to_vec();
        let (coding, content) = (Coding::Plain, Content::Binary);
        Self { role, group: None, span, coding, is_escaped: false, bytes, content, faults: Vec::new() }
    }

    /// A base64url part, not yet read. `segment` is what `span` holds, without escapes if it `is_escaped`.
    pub(super) fn decoded(role: Role, segment: &str, span: Span, is_escaped: bool) -> Self {
        let mut decoded = base64url::decode(segment);
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

    /// Reads what may be JSON or anything else.
    pub(super) fn read_if_json(self) -> Self {
        let document = json::read(&self.bytes);
        match document.faults.is_empty() {
            true => Self { content: Content::Json(document), ..self },
            false => self,
        }
    }

    /// Reads the bytes as JSON; faults of an earlier reading are the caller's.
    pub(super) fn read(&mut self) {
        let mut document = json::read(&self.bytes);
        self.faults.append(&mut document.faults);
        self.content = Content::Json(document);
    }

    /// Makes it a part with nothing to read in it, which is no fault.
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

    /// The JSON value, as far as it could be read.
    pub fn value(&self) -> Option<&Value> {
        match &self.content {
            Content::Json(document) => document.value.as_ref(),
            Content::Binary => None,
        }
    }

    pub fn members(&self) -> &[json::Member] {
        self.value().map_or(&[], Value::members)
    }

    /// The exact source text of a stretch of the decoded part.
    pub fn source(&self, span: Span) -> Cow<'_, str> {
        String::from_utf8_lossy(span.of(&self.bytes))
    }

    /// What kept it from being read whole: the first fault that is not soft.
    pub fn error(&self) -> Option<&Fault> {
        self.faults.iter().find(|fault| !fault.kind.is_soft())
    }

    /// Whether it holds JSON that simply stops too early.
    pub fn is_cut(&self) -> bool {
        let cut = |fault: &Fault| fault.kind.is_cut() || matches!(fault.kind, FaultKind::ImpossibleLength);
        self.error().is_some_and(cut)
    }
}
