//! Whether a key binding JWT speaks of this very SD-JWT: its `sd_hash`. RFC 9901 section 4.3.1.

use super::{DeclaredHash, hash_of};
use crate::display;
use crate::material::digest::{self, Hash};
use decode::json::JsonKind;
use decode::{Part, Role, Span, Token};

/// The result of checking the `sd_hash` of a key binding JWT.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyBinding {
    /// Which part of the token it is: an index into [`Token::parts`].
    pub part: usize,
    /// As it stands there, where it is text.
    pub sd_hash: Option<String>,
    /// What it should be, in base64url; None where the hash is not known.
    pub computed: Option<String>,
    pub outcome: SdHash,
    /// What that shows and what it does not, in full sentences.
    pub message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SdHash {
    Match,
    Mismatch,
    /// The payload of the key binding JWT has no `sd_hash`.
    Absent,
    /// It is no text.
    WrongType,
    /// The payload of the key binding JWT is no JSON object, or not a whole one.
    Unreadable,
    /// `_sd_alg` names a hash that is not known here.
    UnknownHash,
}

/// Hashes what stands before the key binding JWT, and compares. None without a key binding JWT.
pub fn key_binding(token: &Token) -> Option<KeyBinding> {
    let (at, part) = token.parts.iter().enumerate().find(|(_, part)| part.role == Role::KeyBinding)?;
    let payload = payload_of(token, part);
    let hash = declared_hash(token);
    let computed = hash.map(|hash| digest::base64url(&hash.digest(presented(token, part).as_bytes())));
    let claims = payload.as_ref().filter(|payload| payload.error().is_none()).and_then(Part::value);
    let claims = claims.filter(|claims| matches!(claims.kind, JsonKind::Object(_)));
    let stated = claims.and_then(|claims| claims.member("sd_hash"));
    let sd_hash = stated.and_then(|value| value.as_str()).map(str::to_owned);
    let outcome = match (claims, stated, &sd_hash, &computed) {
        (None, ..) => SdHash::Unreadable,
        (_, None, ..) => SdHash::Absent,
        (_, _, None, _) => SdHash::WrongType,
        (_, _, _, None) => SdHash::UnknownHash,
        (_, _, Some(stated), Some(computed)) if stated == computed => SdHash::Match,
        _ => SdHash::Mismatch,
    };
    let found = display::quoted(sd_hash.as_deref().unwrap_or_default(), 50);
    let message = match outcome {
        SdHash::Match => {
            "`sd_hash` is the hash of this SD-JWT with just these disclosures: the key binding JWT was made for it. \
             Who made it, only its signature can show, and that is not checked here."
                .to_owned()
        }
        SdHash::Mismatch => format!(
            "`sd_hash` is {found}, but the hash of what stands before the key binding JWT is `{}`: it was made for \
             another SD-JWT or for other disclosures, or something was changed.",
            computed.as_deref().unwrap_or_default()
        ),
        SdHash::Absent => {
            "The key binding JWT has no `sd_hash`, which it must have: it could be attached to any other SD-JWT."
                .to_owned()
        }
        SdHash::WrongType => {
            format!("`sd_hash` must be a string, but is {}.", stated.map_or("missing", |value| value.type_name()))
        }
        SdHash::Unreadable => {
            "The payload of the key binding JWT cannot be read as a JSON object, so its `sd_hash` is not known."
                .to_owned()
        }
        SdHash::UnknownHash => {
            "`_sd_alg` names a hash that is not known here, so `sd_hash` cannot be compared.".to_owned()
        }
    };
    Some(KeyBinding { part: at, sd_hash, message, computed, outcome })
}

fn declared_hash(token: &Token) -> Option<Hash> {
    match hash_of(token.payload().and_then(Part::value)?) {
        DeclaredHash::Absent => Some(Hash::Sha256),
        DeclaredHash::Known(hash) | DeclaredHash::Misspelled(hash, _) => Some(hash),
        DeclaredHash::Unknown(_) => None,
    }
}

/// The second segment of the key binding JWT.
fn payload_of(token: &Token, part: &Part) -> Option<Part> {
    let text = part.span.in_str(&token.text);
    let header = text.find('.')?;
    let rest = text.get(header + 1..)?;
    let start = part.span.start + header + 1;
    let length = rest.find('.').unwrap_or(rest.len());
    Some(Part::json(Role::Payload, &token.text, Span::new(start, start + length)))
}

/// What is hashed: all that stands before the key binding JWT, with the last `~`.
///
/// A JSON serialization is first brought into the compact form, with its first signature (RFC 9901 section 8.1).
fn presented(token: &Token, key_binding: &Part) -> String {
    let text = |span: Span| span.in_str(&token.text);
    let before = text(Span::new(0, key_binding.span.start));
    if before.ends_with('~') {
        return before.to_owned();
    }
    let first = |role: Role| token.part(role).map_or("", |part| text(part.span));
    let mut compact = format!("{}.{}.{}~", first(Role::Header), first(Role::Payload), first(Role::Signature));
    for part in token.parts.iter().filter(|part| part.role == Role::Disclosure) {
        compact.push_str(text(part.span));
        compact.push('~');
    }
    compact
}
