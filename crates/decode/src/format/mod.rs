//! Takes a token apart into its parts, with one file for each format.

mod compact;
mod json_object;
mod jwe_compact;
mod jwe_json;
mod jws_compact;
mod jws_json;
mod payload;
mod sd_jwt;
mod segments;
mod single_segment;

pub(crate) use compact::{is_compact_token, is_whole_header};
pub(crate) use payload::is_unencoded_by;

use crate::Part;
use crate::json::{self, Value};
use crate::limits::INFLATED_PER_TOKEN;
use json_object::JsonObject;

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// RFC 7515 section 7.1.
    JwsCompact,
    /// RFC 7516 section 7.1.
    JweCompact,
    /// RFC 9901 section 4.
    SdJwt,
    /// RFC 9901 section 4, with a key binding JWT after the last `~`.
    SdJwtWithKeyBinding,
    /// RFC 7515 section 7.2.2.
    JwsJsonFlattened,
    /// RFC 7515 section 7.2.1.
    JwsJsonGeneral,
    /// RFC 7516 section 7.2.2.
    JweJsonFlattened,
    /// RFC 7516 section 7.2.1.
    JweJsonGeneral,
    /// A single segment: a header or a payload alone.
    Segment,
}

impl Format {
    /// The name of the format in the report. It never changes.
    pub fn id(self) -> &'static str {
        match self {
            Self::JwsCompact => "jws-compact",
            Self::JweCompact => "jwe-compact",
            Self::SdJwt => "sd-jwt",
            Self::SdJwtWithKeyBinding => "sd-jwt-kb",
            Self::JwsJsonFlattened => "jws-json-flattened",
            Self::JwsJsonGeneral => "jws-json-general",
            Self::JweJsonFlattened => "jwe-json-flattened",
            Self::JweJsonGeneral => "jwe-json-general",
            Self::Segment => "segment",
        }
    }

    /// Whether the payload is encrypted: RFC 7516.
    pub fn is_encrypted(self) -> bool {
        matches!(self, Self::JweCompact | Self::JweJsonFlattened | Self::JweJsonGeneral)
    }

    /// Whether it is a JSON serialization: RFC 7515 section 7.2, RFC 7516 section 7.2.
    pub fn is_json(self) -> bool {
        matches!(self, Self::JwsJsonFlattened | Self::JwsJsonGeneral | Self::JweJsonFlattened | Self::JweJsonGeneral)
    }
}

/// A token, taken apart.
pub(crate) struct ParsedToken {
    pub(crate) format: Format,
    pub(crate) parts: Vec<Part>,
    /// It is a JSON serialization that ends before its last brace.
    pub(crate) is_cut: bool,
    pub(crate) repeated: Vec<Repeated>,
}

/// A member that one object of a JSON serialization has more than once. Names should be unique, and JSON readers disagree
/// about which member counts: RFC 8259 section 4.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    pub name: &'static str,
    /// The signature or recipient that has it, counted from 0. None if the outer object has it.
    pub group: Option<usize>,
    pub count: usize,
}

/// The format of a token and its parts.
pub fn take_apart(token: &str) -> (Format, Vec<Part>) {
    let mut inflatable = INFLATED_PER_TOKEN;
    let ParsedToken { format, parts, .. } = take_apart_within(token, &mut inflatable);
    (format, parts)
}

/// Takes a token apart whose compressed payload may inflate to `inflatable` bytes. What it inflates to is subtracted
/// from `inflatable`.
pub(crate) fn take_apart_within(token: &str, inflatable: &mut usize) -> ParsedToken {
    let mut parsed = json_serialization(token).unwrap_or_else(|| {
        let (format, parts) = compact::take_apart(token);
        ParsedToken { format, parts, is_cut: false, repeated: Vec::new() }
    });
    if !parsed.format.is_encrypted() {
        payload::inflate_zipped(&mut parsed.parts, inflatable);
    }
    parsed
}

fn json_serialization(token: &str) -> Option<ParsedToken> {
    if !token.starts_with('{') {
        return None;
    }
    let document = json::read(token.as_bytes());
    let object = JsonObject { text: token, value: document.value.as_ref()? };
    let (format, parts) =
        if jwe_json::is_jwe(object) { jwe_json::take_apart(object) } else { jws_json::take_apart(object) };
    let is_cut = document.faults.last().is_some_and(|fault| fault.kind.is_cut());
    Some(ParsedToken { format, parts, is_cut, repeated: json_object::repeated(object) })
}

/// Whether a JSON value is the JSON serialization of a token.
pub fn is_json_serialization(value: &Value) -> bool {
    let object = JsonObject { text: "", value };
    jwe_json::is_jwe(object) || jws_json::is_jws(object)
}
