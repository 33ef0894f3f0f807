//! Recognises which of the compact formats a token has.

use super::segments::segments;
use super::{Format, jwe_compact, jws_compact, sd_jwt, single_segment};
use crate::{Part, Span, base64url, json};

type TakeApart = fn(&str, &[Span]) -> Option<(Format, Vec<Part>)>;

/// The compact formats. The first that recognises a token takes it apart.
const FORMATS: [TakeApart; 3] = [sd_jwt::take_apart, single_segment::take_apart, jwe_compact::take_apart];

/// The format of a compact token and its parts. A token that no format recognises is read as a JWS.
pub(super) fn take_apart(token: &str) -> (Format, Vec<Part>) {
    let segments = segments(token, Span::new(0, token.len()));
    FORMATS
        .iter()
        .find_map(|take_apart| take_apart(token, &segments))
        .unwrap_or_else(|| (Format::JwsCompact, jws_compact::parts(token, &segments)))
}

/// Whether a text is exactly one complete compact token: it has the segments of a format, and its header is a JSON
/// object with `alg` or `enc`.
pub(crate) fn is_compact_token(text: &str) -> bool {
    let is_token_byte = |byte: u8| base64url::is_character(byte) || matches!(byte, b'.' | b'~' | b'=');
    if !base64url::starts_object(text.as_bytes()) || !text.bytes().all(is_token_byte) {
        return false;
    }
    let dots = |text: &str| text.bytes().filter(|byte| *byte == b'.').count();
    let (issuer_signed, has_its_segments) = match text.split_once('~') {
        None => (text, matches!(dots(text), 2 | 4)),
        // Disclosures have no dots. A key binding JWT after the last `~` has two. RFC 9901 section 4.
        Some((issuer_signed, rest)) => {
            let (disclosures, key_binding) = rest.rsplit_once('~').unwrap_or(("", rest));
            let has_its_segments =
                dots(issuer_signed) == 2 && dots(disclosures) == 0 && matches!(dots(key_binding), 0 | 2);
            (issuer_signed, has_its_segments)
        }
    };
    has_its_segments && is_whole_header(issuer_signed.split('.').next().unwrap_or_default())
}

/// Whether a segment is a JSON object with `alg` or `enc`, as every header has.
pub(crate) fn is_whole_header(segment: &str) -> bool {
    let header = json::read(&base64url::decode(segment).bytes);
    let has = |name: &str| header.value.as_ref().is_some_and(|value| value.member(name).is_some());
    header.faults.iter().all(|fault| fault.kind.is_soft()) && (has("alg") || has("enc"))
}
