//! The official vectors: what the RFCs print as a compact JWS is read as exactly that.

use jwt_inspector::decode::format::Format;
use jwt_inspector::decode::{Role, Token, decode};
use serde_json::Value;

const VECTORS: &str = include_str!("data/rfc-vectors.json");

fn vectors(kinds: &[&str]) -> Vec<Value> {
    let all: Vec<Value> = serde_json::from_str(VECTORS).expect("the vectors are JSON");
    all.into_iter().filter(|vector| kinds.iter().any(|kind| vector["kind"] == *kind)).collect()
}

/// The JSON that a part was read as, through serde_json, which must agree with our reader.
fn parsed(token: &Token, role: Role) -> Value {
    let part = token.part(role).unwrap_or_else(|| panic!("{} has no {}", token.text, role.name()));
    match serde_json::from_slice(&part.bytes) {
        Ok(value) => {
            assert_eq!(part.error(), None, "{}", part.text());
            value
        }
        Err(_) => Value::String(part.text().into_owned()),
    }
}

#[test]
fn every_compact_jws_gives_its_header_and_payload() {
    let vectors = vectors(&["jws-compact", "jws-compact-unsecured", "jws-compact-passport"]);
    assert_eq!(vectors.len(), 45);
    for vector in vectors {
        let id = vector["id"].as_str().unwrap_or_default();
        let text = vector["token"].as_str().unwrap_or_else(|| panic!("{id} is text"));
        let decoded = decode(text);
        assert_eq!(decoded.tokens.len(), 1, "{id}");
        let token = &decoded.tokens[0];
        assert_eq!(token.text, text, "{id}");
        assert_eq!(token.repairs, [], "{id}");
        assert_eq!(token.format, Format::JwsCompact, "{id}");
        assert_eq!(parsed(token, Role::Header), vector["header"], "{id}: header");
        assert_eq!(parsed(token, Role::Payload), vector["payload"], "{id}: payload");
        assert_eq!(token.parts.len(), 3, "{id}");
    }
}

/// The payload's members are where they say they are, and read back as what serde_json reads.
#[test]
fn every_member_is_where_its_span_says() {
    for vector in vectors(&["jws-compact", "jws-compact-unsecured", "jws-compact-passport"]) {
        let decoded = decode(vector["token"].as_str().unwrap_or_default());
        for part in decoded.tokens.iter().flat_map(|token| &token.parts) {
            for member in part.members() {
                let whole = format!("{{{}}}", part.source(member.span));
                let object: Value = serde_json::from_str(&whole).expect("a member");
                let value: Value = serde_json::from_str(&part.source(member.value.span)).expect("a value");
                assert_eq!(object[&member.name.text], value);
            }
        }
    }
}

/// Wrapped, quoted and put into other text, each of them is still found whole and alone.
#[test]
fn every_compact_jws_is_found_in_its_contexts() {
    for vector in vectors(&["jws-compact", "jws-compact-passport"]) {
        let text = vector["token"].as_str().unwrap_or_default();
        let wrapped = |width: usize| {
            let lines: Vec<_> = text.as_bytes().chunks(width).map(String::from_utf8_lossy).collect();
            lines.join("\n")
        };
        for paste in [
            format!("Authorization: Bearer {text}\r\nHost: example\r\n"),
            format!("{{\"access_token\":\"{text}\",\"expires_in\":1}}"),
            format!("Cookie: a=b; sid={text}; c=d"),
            wrapped(64),
            wrapped(76),
        ] {
            let texts: Vec<_> = decode(&paste).tokens.into_iter().map(|token| token.text).collect();
            assert_eq!(texts, [text], "{} in {paste}", vector["id"]);
        }
    }
}
