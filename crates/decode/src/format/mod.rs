//! The token formats, one file each; the first that recognises a token takes it apart.

mod jwe_compact;
mod jwe_json;
mod jws_compact;
mod jws_json;
mod members;
pub(super) mod payload;
mod sd_jwt;
mod segment;

use super::json::{self, Value};
use super::{Part, Role, Span, inflate};
use members::Members;

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// RFC 7515 section 7.1.
    JwsCompact,
    /// RFC 7516 section 7.1.
    JweCompact,
    /// RFC 9901 section 4.
    SdJwt,
    /// RFC 9901 section 4, with a key binding JWT behind the last `~`.
    SdJwtWithKeyBinding,
    /// RFC 7515 section 7.2.2.
    JwsJsonFlattened,
    /// RFC 7515 section 7.2.1.
    JwsJsonGeneral,
    /// RFC 7516 section 7.2.2.
    JweJsonFlattened,
    /// RFC 7516 section 7.2.1.
    JweJsonGeneral,
    /// A single segment of some token.
    Segment,
}

impl Format {
    /// Stable, as in the report.
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

    /// Whether nothing but headers can be read without a key: RFC 7516.
    pub fn is_encrypted(self) -> bool {
        matches!(self, Self::JweCompact | Self::JweJsonFlattened | Self::JweJsonGeneral)
    }

    /// Whether the token's text is a JSON object: RFC 7515 section 7.2, RFC 7516 section 7.2.
    pub fn is_json(self) -> bool {
        matches!(self, Self::JwsJsonFlattened | Self::JwsJsonGeneral | Self::JweJsonFlattened | Self::JweJsonGeneral)
    }
}

type TakeApart = fn(&str, &[Span]) -> Option<(Format, Vec<Part>)>;

/// The compact ones, in the order in which they are asked. The last takes whatever is left.
const COMPACT: [TakeApart; 4] =
    [sd_jwt::take_apart, segment::take_apart, jwe_compact::take_apart, jws_compact::take_apart];

/// The format of a token and its parts.
pub fn take_apart(token: &str) -> (Format, Vec<Part>) {
    let mut inflatable = inflate::LIMIT;
    let Anatomy { format, parts, .. } = take_apart_within(token, &mut inflatable);
    (format, parts)
}

/// A token taken apart.
pub(super) struct Anatomy {
    pub(super) format: Format,
    pub(super) parts: Vec<Part>,
    /// It is JSON that stops too early.
    pub(super) is_cut: bool,
    pub(super) repeated: Vec<Repeated>,
}

/// A member of a JSON serialization that stands more than once in one object. RFC 7515 section 7.2.1 has the names be
/// unique; readers disagree which one counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    pub name: &'static str,
    /// In which signature or recipient, from 0. None for the object around them.
    pub group: Option<usize>,
    pub count: usize,
}

/// The same, where compressed payloads may come to no more than `inflatable` bytes, which goes down by what they do.
pub(super) fn take_apart_within(token: &str, inflatable: &mut usize) -> Anatomy {
    let mut anatomy = json_serialization(token).unwrap_or_else(|| {
        let (format, parts) = compact(token);
        Anatomy { format, parts, is_cut: false, repeated: Vec::new() }
    });
    if !anatomy.format.is_encrypted() {
        payload::inflate_zipped(&mut anatomy.parts, inflatable);
    }
    anatomy
}

fn compact(token: &str) -> (Format, Vec<Part>) {
    let segments = segments(token, 0, token.len());
    COMPACT
        .iter()
        .find_map(|take_apart| take_apart(token, &segments))
        .unwrap_or_else(|| (Format::JwsCompact, jws_compact::parts(token, &segments)))
}

fn json_serialization(token: &str) -> Option<Anatomy> {
    if !token.starts_with('{') {
        return None;
    }
    let document = json::read(token.as_bytes());
    let object = Members { text: token, value: document.value.as_ref()? };
    let (format, parts) = match jwe_json::is_one(object) {
        true => jwe_json::take_apart(object),
        false => jws_json::take_apart(object),
    };
    let is_cut = document.faults.last().is_some_and(|fault| fault.kind.is_cut());
    Some(Anatomy { format, parts, is_cut, repeated: members::repeated(object) })
}

/// Whether a JSON value is a JSON serialization of a token.
pub fn is_json_serialization(value: &Value) -> bool {
    let object = Members { text: "", value };
    jwe_json::is_one(object) || jws_json::is_one(object)
}

/// What stands between the dots of `token[start..end]`.
fn segments(token: &str, start: usize, end: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = start;
    for segment in Span::new(start, end).in_str(token).split('.') {
        spans.push(Span::new(at, at + segment.len()));
        at += segment.len() + 1;
    }
    spans
}

/// The parts of a compact serialization: the first is the header, the others as `roles` say, then extra ones.
fn in_order(token: &str, segments: &[Span], roles: &[Role]) -> Vec<Part> {
    let roles = roles.iter().copied().chain(std::iter::repeat(Role::Extra));
    segments
        .iter()
        .zip(roles)
        .map(|(span, role)| match role {
            Role::Header | Role::Payload => Part::json(role, token, *span),
            _ => Part::binary(role, token, *span),
        })
        .collect::<Vec<_>>()
}
