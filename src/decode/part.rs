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
    /// A segment that the format has no place for.
    Extra,
}

impl Role {
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
            Self::Extra => "extra segment",
        }
    }
}

/// One part of a token, decoded as far as it can be.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub role: Role,
    /// Bytes of the token's text, without the dots around them.
    pub span: Span,
    /// What the segment decodes to.
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
    /// A part that should hold JSON.
    pub fn json(role: Role, text: &str, span: Span) -> Self {
        let segment = base64url::decode(span.in_str(text));
        let mut document = json::read(&segment.bytes);
        let mut faults = segment.faults;
        for fault in &mut faults {
            fault.span = Span::new(fault.span.start + span.start, fault.span.end + span.start);
        }
        faults.append(&mut document.faults);
        Self { role, span, bytes: segment.bytes, content: Content::Json(document), faults }
    }

    /// A part whose bytes say nothing by themselves.
    pub fn binary(role: Role, text: &str, span: Span) -> Self {
        let mut part = Self::json(role, text, span);
        part.faults.retain(|fault| fault.kind.is_of_encoding());
        part.content = Content::Binary;
        part
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
        let cut = |fault: &Fault| fault.kind.is_cut() || fault.kind == FaultKind::ImpossibleLength;
        self.error().is_some_and(cut)
    }
}
