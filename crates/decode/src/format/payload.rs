//! Payloads that are not base64url of JSON: unencoded ones, compressed ones and empty ones.

use crate::error::Fault;
use crate::inflate::inflate;
use crate::json::{self, JsonKind, Value};
use crate::{Coding, Part, Role};

/// Whether a header says that the payload is not encoded.
pub(super) fn is_unencoded(header: &Part) -> bool {
    header.value().is_some_and(is_unencoded_by)
}

/// Whether the value of a header says that the payload is not encoded: `b64` is false (RFC 7797 section 3) and listed in
/// `crit` (section 6). If it is not critical, readers that do not know it decode the payload.
pub(crate) fn is_unencoded_by(header: &Value) -> bool {
    let is_critical = |value: &Value| match &value.kind {
        JsonKind::Array(names) => names.iter().any(|name| name.as_str() == Some("b64")),
        _ => false,
    };
    header.member("b64").is_some_and(|value| matches!(value.kind, JsonKind::Bool(false)))
        && header.member("crit").is_some_and(is_critical)
}

/// Reads the payload as JSON. If it is empty, that is an empty message and no fault.
pub(super) fn read_unless_empty(mut payload: Part) -> Part {
    if payload.span.is_empty() {
        payload.leave_unread();
        return payload;
    }
    payload.read_as_json()
}

/// Inflates the payload of a signed token whose header has `zip`, unless the payload turns out to be plain JSON. It may
/// inflate to `inflatable` bytes; what it inflates to is subtracted from that.
pub(super) fn inflate_zipped(parts: &mut [Part], inflatable: &mut usize) {
    let is_zipped = |part: &Part| {
        part.role == Role::Header && part.value().and_then(|value| value.member("zip")?.as_str()) == Some("DEF")
    };
    if !parts.iter().any(is_zipped) {
        return;
    }
    let Some(payload) = parts.iter_mut().find(|part| part.role == Role::Payload) else { return };
    if payload.coding != Coding::Base64url || payload.bytes.is_empty() || payload.error().is_none() {
        return;
    }
    let (bytes, ended) = inflate(&payload.bytes, *inflatable);
    *inflatable -= bytes.len().min(*inflatable);
    if ended.is_some() && payload.bytes.starts_with(b"{") && json::read(&bytes).value.is_none() {
        return;
    }
    payload.faults.retain(|fault| fault.kind.is_of_encoding());
    payload.faults.extend(ended.map(|kind| Fault { kind, span: payload.span, place: None }));
    payload.coding = Coding::Deflated { compressed: payload.bytes.len() };
    payload.bytes = bytes;
    payload.read();
}

#[cfg(test)]
mod tests {
    use crate::error::FaultKind;
    use crate::format::Format;
    use crate::testing::{HS256, encode, only, signed};
    use crate::{Coding, Span, Token};

    const ZIPPED: &str = "q1bKLC5WslLKKCkpKLbS1wfySlOL9FIrEnMLclKVdJTyktKUrAzNLMHAwEBHqSxZyapaqaSyIFXJKhqurzg3sagkIzUxpyRDLzmxKKVYGcLRBXGUYmtrAQ";
    const JSON: &str =
        r#"{"iss":"https://issuer.example","nbf":1699999900,"vc":{"type":["https://smarthealth.cards#health-card"]}}"#;

    fn zipped(payload: &str) -> Token {
        only(&format!("{}.{payload}.{}", encode(r#"{"alg":"ES256","zip":"DEF"}"#), encode([7; 64])))
    }

    #[test]
    fn inflates_what_the_header_calls_deflated() {
        let token = zipped(ZIPPED);
        let payload = token.payload().expect("a payload");
        assert_eq!((payload.text().as_ref(), payload.error()), (JSON, None));
        assert_eq!(payload.coding, Coding::Deflated { compressed: 88 });
        assert_eq!(token.characters_of(payload, Span::new(0, 1)), payload.span);
    }

    #[test]
    fn keeps_what_a_broken_stream_held() {
        let token = zipped(&ZIPPED[..80]);
        let payload = token.payload().expect("a payload");
        assert!(JSON.starts_with(payload.text().as_ref()) && payload.bytes.len() > 20, "{}", payload.text());
        assert_eq!(payload.faults[0].kind, FaultKind::BrokenDeflate);
        assert!(!payload.members().is_empty());
        assert_eq!(payload.faults[0].span, payload.span);
    }

    #[test]
    fn reads_plain_json_as_it_is() {
        let token = zipped(&encode(r#"{"sub":"u"}"#));
        let payload = token.payload().expect("a payload");
        assert_eq!((payload.text().as_ref(), payload.coding), (r#"{"sub":"u"}"#, Coding::Base64url));
        let cut = zipped(&encode(r#"{"sub":"u","n"#));
        assert_eq!(cut.payload().map(|payload| payload.members().len()), Some(1));
        let unzipped = only(&signed(r#"{"alg":"ES256"}"#, [0xCB, 0x48]));
        assert_eq!(unzipped.payload().map(|payload| payload.coding), Some(Coding::Base64url));
    }

    #[test]
    fn an_unencoded_payload_is_any_text_without_a_dot() {
        let header = encode(r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#);
        for payload in ["Hello, ~ World!\n  \u{E9}", "eyJzdWIiOiJ1In0", "a b"] {
            let text = format!("{header}.{payload}.{}", encode([7; 32]));
            let token = only(&text);
            assert_eq!((token.text.as_str(), token.format), (text.as_str(), Format::JwsCompact));
            let part = token.payload().expect("a payload");
            assert_eq!((part.text().as_ref(), part.coding), (payload, Coding::Plain));
            assert_eq!(token.characters_of(part, Span::new(0, 2)).in_str(&text), &payload[..2]);
            let around = only(&format!("signed: {text}\n"));
            assert_eq!(around.text, text);
        }
    }

    #[test]
    fn b64_that_is_not_critical_changes_nothing() {
        let token = only(&signed(r#"{"alg":"HS256","b64":false}"#, r#"{"sub":"u"}"#));
        assert_eq!(token.payload().map(|payload| payload.coding), Some(Coding::Base64url));
    }

    #[test]
    fn an_empty_payload_is_no_fault() {
        let token = only(&format!("{HS256}..{}", encode([7; 32])));
        assert!(token.is_detached() && token.parts.iter().all(|part| part.faults.is_empty()));
        let proof = format!("..{}", encode([7; 64]));
        for text in [proof.clone(), format!("Identity: {proof};info=<https://a.example/c>;alg=ES256")] {
            let token = only(&text);
            assert_eq!((token.text.as_str(), token.format), (proof.as_str(), Format::JwsCompact));
            assert!(token.is_detached() && token.parts.iter().all(|part| part.faults.is_empty()));
        }
        assert!(!only(&format!("{HS256}.e30.")).is_detached());
    }
}
