//! SD-JWT: an issuer-signed JWT, then disclosures and optionally a key binding JWT, joined by `~`. RFC 9901 section 4.

use super::segments::segments;
use super::{Format, jws_compact, payload};
use crate::{Part, Role, Span};

pub(super) fn take_apart(token: &str, _: &[Span]) -> Option<(Format, Vec<Part>)> {
    let issuer_signed = token.find('~')?;
    let mut parts = jws_compact::parts(token, &segments(token, Span::new(0, issuer_signed)));
    // The `~` may be part of an unencoded payload.
    if parts.len() < 3 && parts.first().is_some_and(payload::is_unencoded) {
        return None;
    }
    let mut format = Format::SdJwt;
    let mut start = issuer_signed + 1;
    for piece in token.get(start..).unwrap_or_default().split('~') {
        let span = Span::new(start, start + piece.len());
        start = span.end + 1;
        if piece.contains('.') {
            format = Format::SdJwtWithKeyBinding;
            parts.push(Part::plain(Role::KeyBinding, piece, span));
        } else if !piece.is_empty() {
            parts.push(Part::json(Role::Disclosure, token, span));
        }
    }
    Some((format, parts))
}
