//! What it says: pasted text in, tokens out.
//!
//! Nothing here has a clock, an opinion or a page. Decoding never fails and never depends on `alg` or on any
//! claim: every token that can be found is taken apart as far as its bytes allow, and what could not be read
//! is a [`Fault`](error::Fault) with its place.

pub mod base64url;
pub mod error;
pub mod find;
pub mod format;
pub mod inflate;
pub mod json;
pub mod nested;
mod part;
mod span;

#[cfg(test)]
mod testing;

pub use part::{Coding, Content, Part, Role};
pub use span::{Piece, Span};

use std::rc::Rc;

use find::Finder;
use format::{Format, Repeated};
use nested::Limits;

/// Everything that was found in one pasted text, in the order in which it stands there.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Decoded {
    pub tokens: Vec<Token>,
    pub notes: Vec<Note>,
}

/// One token, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Where it stood: `access_token`, `cookie session`, `Authorization header`, or `token` when nothing says.
    pub label: String,
    /// From its first to its last character, in bytes of the pasted text.
    pub span: Span,
    /// Everything that was removed, joined or unescaped to get at it, in order.
    pub repairs: Vec<Repair>,
    /// The token itself, after the repairs. Padding and the standard alphabet are kept as they were.
    pub text: String,
    /// Where each stretch of `text` stands in the pasted text.
    pub pieces: Vec<Piece>,
    pub format: Format,
    pub parts: Vec<Part>,
    /// It is a JSON serialization that stops before its last brace.
    pub is_cut: bool,
    /// Members that its JSON has more than once, the first of them.
    pub repeated: Vec<Repeated>,
    /// Tokens that stand whole inside a part, in the order in which they stand there.
    pub nested: Vec<Nested>,
}

/// A token that one part of another holds.
///
/// Its token's `span` and the pieces' `paste` count bytes of that part once decoded, not of the pasted text.
#[derive(Debug, Clone, PartialEq)]
pub struct Nested {
    /// RFC 6901, with the part's role before it: `/payload`, `/payload/id_token_hint`, `/keyBinding`.
    pub path: String,
    /// The position of the part in the parts of the token around.
    pub part: usize,
    /// Labelled with the claim's name, or `key binding`, or `nested token`.
    pub token: Rc<Token>,
}

/// Something done to the pasted text so that the token could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Stable, kebab-case.
    pub id: &'static str,
    /// A full sentence for people.
    pub message: String,
    /// Bytes of the pasted text.
    pub span: Span,
}

/// A remark about the paste as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Stable, kebab-case.
    pub id: &'static str,
    /// A full sentence for people.
    pub message: String,
}

/// Finds and decodes every token of `text`.
pub fn decode(text: &str) -> Decoded {
    let mut reader = Reader::new(text);
    while reader.advance(usize::MAX) {}
    reader.finish()
}

/// Decodes a long text a stretch at a time, so that a page can stay responsive meanwhile.
pub struct Reader<'t> {
    text: &'t str,
    finder: Finder<'t>,
    tokens: Vec<Token>,
    /// What compressed payloads may still inflate to, in bytes.
    inflatable: usize,
}

/// How many bytes compressed payloads of one text may inflate to together.
const INFLATABLE: usize = 4 * inflate::LIMIT;

impl<'t> Reader<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, finder: Finder::new(text), tokens: Vec::new(), inflatable: INFLATABLE }
    }

    /// Reads about `bytes` more of the text; false once its end is reached.
    pub fn advance(&mut self, bytes: usize) -> bool {
        let until = self.finder.position().saturating_add(bytes);
        while self.finder.position() < until {
            match self.finder.next_before(until) {
                Some(found) => self.take(found),
                None if self.finder.position() >= self.text.len() => return false,
                None => return true,
            }
        }
        self.finder.position() < self.text.len()
    }

    /// How far it has come, in bytes of the text.
    pub fn position(&self) -> usize {
        self.finder.position()
    }

    fn take(&mut self, found: find::Found) {
        let mut limits = Limits::new(self.inflatable);
        let before = limits.inflatable;
        self.tokens.push(Token::new(found, 0, &mut limits));
        self.inflatable -= before - limits.inflatable;
    }

    pub fn finish(mut self) -> Decoded {
        self.finder.leftovers(self.tokens.is_empty()).into_iter().for_each(|found| self.take(found));
        let notes = if self.tokens.is_empty() { find::notes_on_tokenless_text(self.text) } else { Vec::new() };
        Decoded { tokens: self.tokens, notes }
    }
}

impl Token {
    /// A token that stands inside `depth` others.
    fn new(found: find::Found, depth: usize, limits: &mut Limits) -> Self {
        let find::Found { label, span, repairs, text, pieces } = found;
        let format::Anatomy { format, parts, is_cut, repeated } =
            format::take_apart_within(&text, &mut limits.inflatable);
        let nested = nested::nested(&parts, depth, limits);
        Self { label, span, repairs, text, pieces, format, parts, is_cut, repeated, nested }
    }

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

    /// Where bytes `span` of [`Token::text`] stand in the pasted text: one span for each unbroken stretch.
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

    /// What the JOSE header of a signature or recipient says under a name, wherever it stands: protected, shared or
    /// unprotected (RFC 7515 section 4, RFC 7516 section 4). Compact serializations have group 0 alone.
    pub fn parameter_of(&self, group: usize, name: &str) -> Option<&json::Value> {
        let is_header = |part: &&Part| part.role.is_header() && part.group.is_none_or(|of| of == group);
        self.parts.iter().filter(is_header).find_map(|part| part.value()?.member(name))
    }

    /// The same for the first or only signature or recipient.
    pub fn parameter(&self, name: &str) -> Option<&json::Value> {
        self.parameter_of(0, name)
    }

    /// Whether its first or only signature is there.
    pub fn has_signature(&self) -> bool {
        self.signature().is_some_and(|signature| !signature.span.is_empty())
    }

    /// Whether it is signed and leaves out what is signed: RFC 7515 appendix F.
    pub fn is_detached(&self) -> bool {
        let is_signed = self.parts.iter().any(|part| part.role == Role::Signature && !part.span.is_empty());
        let has_payload = match self.format {
            Format::JwsCompact => self.payload().is_none_or(|payload| !payload.span.is_empty()),
            Format::JwsJsonFlattened | Format::JwsJsonGeneral => self.payload().is_some(),
            _ => true,
        };
        is_signed && !has_payload
    }

    /// The last part, if it ends too early: a header or payload whose JSON stops before its last brace.
    pub fn cut_part(&self) -> Option<&Part> {
        let last = self.parts.last()?;
        let holds_json = matches!(last.role, Role::Header | Role::Payload);
        (holds_json && !self.format.is_json() && last.is_cut() && !last.bytes.is_empty()).then_some(last)
    }

    /// Whether the end of the token is missing.
    pub fn is_cut_off(&self) -> bool {
        self.is_cut || self.cut_part().is_some()
    }

    /// The characters of [`Token::text`] that carry bytes `span` of a decoded part: all of the part's where no
    /// fewer can be told.
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

// TEMPORARY: old names, until the other rooms follow
pub mod search {
    pub fn holds(text: &str, wanted: &str) -> bool {
        text.contains(wanted)
    }

    pub fn around<'t>(text: &'t str, wanted: &str) -> Option<(&'t str, &'t str)> {
        text.split_once(wanted)
    }

    pub fn replaced(text: &str, wanted: &str, other: &str) -> String {
        text.replace(wanted, other)
    }
}
