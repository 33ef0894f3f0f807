//! The JWS JSON serialization: flattened with one signature, general with several. RFC 7515 section 7.2.
//!
//! The parts come in the order in which people read them: the headers of each signature, the payload, the signatures, then
//! the disclosures and the key binding JWT of an SD-JWT, which stand in an unprotected header (RFC 9901 section 8).

use super::compact::is_compact_token;
use super::json_object::JsonObject;
use super::segments::segments;
use super::{Format, payload};
use crate::{Part, Role, Span};

/// Whether the object has the members of a signed token: a signature and its header, or a payload and a protected header
/// whose signature is missing. The payload may be missing (RFC 7515 appendix F), but must be a string.
pub(super) fn is_jws(object: JsonObject) -> bool {
    let has_payload = object.has_string("payload");
    if object.member("payload").is_some() && !has_payload {
        return false;
    }
    // Only a protected header can contain `b64`, so without one the payload is base64url.
    let may_be_signed =
        |of: JsonObject| of.has_header() && (of.has_string("protected") || object.is_base64url("payload"));
    if let Some(mut signatures) = object.elements("signatures") {
        let is_signature = |of: JsonObject| of.has_string("signature") || of.has_string("protected");
        return signatures.any(|of| is_signature(of) && may_be_signed(of) || compact_signature(of).is_some());
    }
    may_be_signed(object) && (object.has_string("signature") || has_payload && object.has_string("protected"))
}

/// The header, payload and signature of an element of `signatures` that is a compact JWS in a string and not an object, as
/// some programs write it by mistake.
fn compact_signature(element: JsonObject) -> Option<[Part; 3]> {
    let text = element.value.as_str().filter(|text| is_compact_token(text))?;
    let string = element.plain_string(Role::Signature).filter(|string| !string.is_escaped)?;
    let [header, payload, signature] = segments(text, Span::new(0, text.len())).try_into().ok()?;
    let part = |role, span: Span| {
        let place = Span::new(string.span.start + span.start, string.span.start + span.end);
        Part::decoded(role, span.in_str(text), place, false)
    };
    Some([part(Role::Header, header).read_as_json(), part(Role::Payload, payload), part(Role::Signature, signature)])
}

pub(super) fn take_apart(object: JsonObject) -> (Format, Vec<Part>) {
    let (format, groups) = match object.elements("signatures") {
        Some(signatures) => (Format::JwsJsonGeneral, signatures.collect()),
        None => (Format::JwsJsonFlattened, vec![object]),
    };
    let mut parts: Vec<Part> = Vec::new();
    let mut payload_of_compact = None;
    let mut compact_signatures = Vec::new();
    for (position, group) in groups.iter().enumerate() {
        if let Some([header, payload, signature]) = compact_signature(*group) {
            parts.push(header.in_group(position));
            payload_of_compact = payload_of_compact.or(Some(payload).filter(|payload| !payload.span.is_empty()));
            compact_signatures.push(signature.in_group(position));
            continue;
        }
        let headers = [group.json(Role::Header, "protected"), group.value(Role::UnprotectedHeader, "header")];
        parts.extend(headers.into_iter().flatten().map(|part| part.in_group(position)));
    }
    // RFC 7797 section 3: either all signatures have `b64`, or none.
    let is_unencoded = parts.iter().any(|part| part.role == Role::Header && payload::is_unencoded(part));
    parts.extend(match is_unencoded {
        true => object.plain(Role::Payload, "payload").map(Part::read_as_json),
        false => object.binary(Role::Payload, "payload").or(payload_of_compact).map(payload::read_unless_empty),
    });
    parts.extend(compact_signatures);
    for (position, group) in groups.iter().enumerate() {
        parts.extend(group.binary(Role::Signature, "signature").map(|part| part.in_group(position)));
    }
    for header in groups.iter().filter_map(|group| group.member("header")) {
        let disclosures = header.elements("disclosures").into_iter().flatten();
        parts.extend(disclosures.filter_map(|of| of.string(Role::Disclosure)).map(Part::read_as_json));
        parts.extend(header.plain(Role::KeyBinding, "kb_jwt"));
    }
    (format, parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{HS256, encode, only, outline};
    use crate::{Coding, Span, decode};

    #[test]
    fn flattened_has_its_parts_in_reading_order() {
        let text = format!(
            r#"{{"signature":"AAEC","payload":"{}","header":{{"kid":"a"}},"protected":"{HS256}"}}"#,
            encode(r#"{"sub":"u"}"#)
        );
        let token = only(&text);
        assert_eq!((token.format, token.text.as_str()), (Format::JwsJsonFlattened, text.as_str()));
        assert_eq!(
            outline(&token),
            [
                (Role::Header, Some(0), r#"{"alg":"HS256"}"#.to_owned()),
                (Role::UnprotectedHeader, Some(0), r#"{"kid":"a"}"#.to_owned()),
                (Role::Payload, None, r#"{"sub":"u"}"#.to_owned()),
                (Role::Signature, Some(0), "\0\u{1}\u{2}".to_owned()),
            ]
        );
        let [header, unprotected, ..] = token.parts.as_slice() else { panic!("four parts") };
        assert_eq!((header.coding, header.span.in_str(&text)), (Coding::Base64url, HS256));
        assert_eq!(unprotected.coding, Coding::Plain);
        let kid = unprotected.members()[0].span;
        assert_eq!(token.characters_of(unprotected, kid).in_str(&text), r#""kid":"a""#);
        assert_eq!(token.characters_of(header, header.members()[0].span).in_str(&text), "yJhbGciOiJIUzI1NiJ");
        assert_eq!(token.parameter("kid").and_then(|kid| kid.as_str()), Some("a"));
    }

    #[test]
    fn general_keeps_each_signature_with_its_headers() {
        let text = format!(
            r#"{{"payload":"e30","signatures":[{{"protected":"{HS256}","signature":"AA"}},{{"header":{{"alg":"none"}},"signature":"AQ"}}]}}"#
        );
        let token = only(&text);
        assert_eq!(token.format, Format::JwsJsonGeneral);
        let roles: Vec<_> = token.parts.iter().map(|part| (part.role, part.group)).collect();
        assert_eq!(
            roles,
            [
                (Role::Header, Some(0)),
                (Role::UnprotectedHeader, Some(1)),
                (Role::Payload, None),
                (Role::Signature, Some(0)),
                (Role::Signature, Some(1)),
            ]
        );
        assert_eq!(token.parameter_of(1, "alg").and_then(|alg| alg.as_str()), Some("none"));
        assert_eq!(token.parameter_of(2, "alg"), None);
    }

    #[test]
    fn undoes_escapes_and_tells_no_finer_place() {
        let text = r#"{"protected":"eyJhbGci\u004fiJIUzI1NiJ9","payload":"e30","signature":"-_8\u002d"}"#;
        let token = only(text);
        let header = token.header().expect("a header");
        assert_eq!((header.text().as_ref(), header.is_escaped), (r#"{"alg":"HS256"}"#, true));
        assert_eq!(token.characters_of(header, Span::new(2, 3)), header.span);
        assert_eq!(token.signature().map(|part| part.bytes.as_slice()), Some(&[0xFB, 0xFF, 0x3E][..]));
        let broken = only(r#"{"protected":"eyJhbGciOiJIUzI1NiJ9","payload":"e30","signature":"A\u0021"}"#);
        let signature = broken.signature().expect("a signature");
        assert_eq!(signature.faults[0].span, signature.span);
    }

    #[test]
    fn a_payload_may_be_elsewhere_empty_or_unencoded() {
        let detached = only(&format!(r#"{{"protected":"{HS256}","signature":"AA"}}"#));
        assert!(detached.is_detached() && detached.payload().is_none());
        let empty = only(&format!(r#"{{"protected":"{HS256}","payload":"","signature":"AA"}}"#));
        assert!(!empty.is_detached());
        assert_eq!(empty.payload().map(|payload| payload.faults.len()), Some(0));
        let header = encode(r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#);
        let plain = only(&format!(r#"{{"protected":"{header}","payload":"$.02 \"x\"","signature":"AA"}}"#));
        let payload = plain.payload().expect("a payload");
        assert_eq!((payload.text().as_ref(), payload.coding), ("$.02 \"x\"", Coding::Plain));
    }

    #[test]
    fn signatures_may_be_compact_by_mistake() {
        let claims = encode(r#"{"sub":"u"}"#);
        for (text, payload) in [
            (format!(r#"{{"payload":"{claims}","signatures":["{HS256}..AAEC"]}}"#), r#"{"sub":"u"}"#),
            (format!(r#"{{"signatures":["{HS256}.{claims}.AAEC","{HS256}.{claims}.AAED"]}}"#), r#"{"sub":"u"}"#),
        ] {
            let token = only(&text);
            assert_eq!((token.format, token.text.as_str()), (Format::JwsJsonGeneral, text.as_str()));
            assert_eq!(token.payload().map(|payload| payload.text().into_owned()).as_deref(), Some(payload));
            let header = token.header().expect("a header");
            assert_eq!((header.text().as_ref(), header.span.in_str(&text)), (r#"{"alg":"HS256"}"#, HS256));
            assert_eq!(token.parameter_of(0, "alg").and_then(|alg| alg.as_str()), Some("HS256"));
            assert_eq!(token.signature().map(|part| part.span.in_str(&text)), Some("AAEC"));
        }
    }

    #[test]
    fn other_objects_are_none() {
        for text in [
            r#"{"payload":"hello","signature":"abc"}"#,
            r#"{"payload":{"sub":"u"},"header":{"alg":"HS256"},"signature":"abc"}"#,
            r#"{"protected":"yes","payload":"hello"}"#,
            r#"{"signatures":["a","b"],"payload":"e30"}"#,
            r#"{"signature":"abc","header":{"alg":"HS256"}}"#,
            r#"{"protected":1,"signature":2,"payload":3}"#,
            // A webhook, a reply of a secret store, source code.
            r#"{"payload":"hello","header":{"a":1},"signature":"sha256=abc"}"#,
            r#"{"payload":"{\"a\":1}","header":{"alg":"HS256"},"signature":"deadbeef"}"#,
            r#"{"payload":"aGVsbG8","signatures":[{"header":{"a":1},"signature":"abc"}]}"#,
            r#"{"name":"main","protected":"true","signature":"x"}"#,
            r#"{"protected":"private","signature":"void run()"}"#,
        ] {
            assert_eq!(decode(text).tokens, [], "{text}");
        }
    }
}
