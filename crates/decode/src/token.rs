//! A token that was found, with its parts and the tokens inside them.

use std::rc::Rc;

use crate::base64url;
use crate::format::{Format, Repeated};
use crate::groups::Groups;
use crate::json::Value;
use crate::{Coding, Part, Piece, Role, Span};

/// One token, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// What the text around it calls it: `access_token`, `cookie session`, `Authorization header`, or else `token`.
    pub label: String,
    /// From its first to its last character, in bytes of the pasted text.
    pub span: Span,
    /// Everything that was removed, joined or unescaped to read it, in the order of the text.
    pub repairs: Vec<Repair>,
    /// The token itself, after the repairs. Padding and the standard alphabet are kept as they were.
    pub text: String,
    /// Where each stretch of `text` stands in the pasted text.
    pub pieces: Vec<Piece>,
    pub format: Format,
    pub parts: Vec<Part>,
    /// It is a JSON serialization that ends before its last brace.
    pub is_cut: bool,
    /// Members that its JSON serialization has more than once. The list is limited to the first ones.
    pub repeated: Vec<Repeated>,
    /// Complete tokens inside its parts, in order.
    pub nested: Vec<Nested>,
    pub(crate) groups: Groups,
}

/// A token inside a part of another token.
///
/// The `span` of the inner token and the `paste` of its pieces count bytes of that decoded part, not of the pasted text.
#[derive(Debug, Clone, PartialEq)]
pub struct Nested {
    /// A JSON Pointer (RFC 6901) that begins with the role of the part: `/payload`, `/payload/id_token_hint`, `/keyBinding`.
    pub path: String,
    /// The position of the part among the parts of the outer token.
    pub part: usize,
    /// Its label is the claim's name, `key binding` or `nested token`.
    pub token: Rc<Token>,
}

/// Something done to the pasted text so that the token could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Stable, in kebab case.
    pub id: &'static str,
    /// A full sentence for people.
    pub message: String,
    /// Bytes of the pasted text.
    pub span: Span,
}

impl Token {
    pub fn part(&self, role: Role) -> Option<&Part> {
        self.parts.iter().find(|part| part.role == role)
    }

    pub fn header(&self) -> Option<&Part> {
        self.part(Role::Header)
    }

    pub fn payload(&self) -> Option<&Part> {
        self.part(Role::Payload)
    }

    pub fn signature(&self) -> Option<&Part> {
        self.part(Role::Signature)
    }

    /// Where the bytes `span` of [`Token::text`] stand in the pasted text: one span for each unbroken stretch.
    pub fn in_paste(&self, span: Span) -> Vec<Span> {
        let first = self.pieces.partition_point(|piece| piece.token.end <= span.start);
        let mut spans: Vec<Span> = Vec::new();
        for piece in self.pieces.iter().skip(first).take_while(|piece| piece.token.start < span.end) {
            let found = piece.in_paste(span);
            match spans.last_mut() {
                Some(last) if last.end == found.start => last.end = found.end,
                _ => spans.push(found),
            }
        }
        spans
    }

    /// How many segments stand in its last part, beyond the first of them. 0 but for a token of countless segments.
    pub fn unsplit_segments(&self) -> usize {
        let last = self.parts.last().filter(|last| last.role == Role::Extra);
        last.map_or(0, |last| last.span.in_str(&self.text).matches('.').count())
    }

    /// How many signatures or recipients it has. 0 in compact serializations, where no part belongs to one alone.
    pub fn group_count(&self) -> usize {
        self.groups.count()
    }

    /// The parts of a signature or recipient alone, with their positions.
    pub fn parts_of(&self, group: usize) -> impl Iterator<Item = (usize, &Part)> {
        self.groups.own(group).filter_map(|position| Some((position, self.parts.get(position)?)))
    }

    /// The headers of a signature or recipient, those first that it shares with all. In compact serializations the only
    /// group is 0.
    pub fn headers_of(&self, group: usize) -> impl Iterator<Item = &Part> {
        let positions = self.groups.common_headers().chain(self.groups.own(group));
        positions.filter_map(|position| self.parts.get(position)).filter(|part| part.role.is_header())
    }

    /// A parameter of the JOSE header of a signature or recipient, whether it is protected, shared or unprotected (RFC
    /// 7515 section 4, RFC 7516 section 4). In compact serializations the only group is 0.
    pub fn parameter_of(&self, group: usize, name: &str) -> Option<&Value> {
        self.headers_of(group).find_map(|part| part.value()?.member(name))
    }

    /// A parameter of the JOSE header of the first or only signature or recipient.
    pub fn parameter(&self, name: &str) -> Option<&Value> {
        self.parameter_of(0, name)
    }

    /// Whether its first or only signature is present and not empty.
    pub fn has_signature(&self) -> bool {
        self.signature().is_some_and(|signature| !signature.span.is_empty())
    }

    /// Whether it has a signature but not the payload that was signed: RFC 7515 appendix F.
    pub fn is_detached(&self) -> bool {
        let is_signed = self.parts.iter().any(|part| part.role == Role::Signature && !part.span.is_empty());
        let has_payload = match self.format {
            Format::JwsCompact => self.payload().is_none_or(|payload| !payload.span.is_empty()),
            Format::JwsJsonFlattened | Format::JwsJsonGeneral => self.payload().is_some(),
            _ => true,
        };
        is_signed && !has_payload
    }

    /// The last part of a compact token, if it is a header or payload that ends before its JSON does, or a disclosure
    /// without the `~` that must follow it, which may also be the beginning of a key binding JWT.
    pub fn cut_part(&self) -> Option<&Part> {
        let last = self.parts.last()?;
        let is_cut = match last.role {
            Role::Header | Role::Payload => last.is_cut(),
            Role::Disclosure => last.span.end == self.text.len(),
            _ => false,
        };
        (is_cut && !self.format.is_json() && !last.span.is_empty()).then_some(last)
    }

    /// Whether the token's end is missing.
    pub fn is_cut_off(&self) -> bool {
        self.is_cut || self.cut_part().is_some()
    }

    /// Whether a part of it was masked before it was shared.
    pub fn is_masked(&self) -> bool {
        self.parts.iter().any(|part| part.mask().is_some())
    }

    /// The bytes of [`Token::text`] that encode the bytes `span` of a decoded part. Where that is not known, the span of the
    /// whole part.
    pub fn characters_of(&self, part: &Part, span: Span) -> Span {
        let characters = match part.coding {
            _ if part.is_escaped => return part.span,
            Coding::Deflated { .. } => return part.span,
            Coding::Plain => span,
            Coding::Base64url => base64url::characters_of(span),
        };
        Span::new(part.span.start + characters.start, (part.span.start + characters.end).min(part.span.end))
    }
}
