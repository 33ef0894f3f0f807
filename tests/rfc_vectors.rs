//! The official vectors: what the RFCs print as a token is read as exactly that.

use decode::format::Format;
use decode::{Coding, Part, Role, Token, decode};
use serde_json::Value;

const VECTORS: &str = include_str!("data/rfc-vectors.json");

fn all() -> Vec<Value> {
    serde_json::from_str(VECTORS).expect("the vectors are JSON")
}

fn vectors(kinds: &[&str]) -> Vec<Value> {
    all().into_iter().filter(|vector| kinds.iter().any(|kind| vector["kind"] == *kind)).collect()
}

/// As an RFC prints it: a compact token as it is, a JSON serialization on several lines.
fn text(vector: &Value) -> String {
    match &vector["token"] {
        Value::String(text) => text.clone(),
        token => serde_json::to_string_pretty(token).expect("JSON"),
    }
}

/// None for what is no token.
fn format(kind: &str) -> Option<Format> {
    Some(match kind {
        "jws-compact"
        | "jws-compact-unsecured"
        | "jws-compact-passport"
        | "jws-compact-detached"
        | "jws-compact-unencoded"
        | "passport-compact-form" => Format::JwsCompact,
        "jwe-compact" | "jwe-compact-nested" => Format::JweCompact,
        "jws-json-flattened" | "jws-json-flattened-detached" | "sd-jwt-jws-json-flattened" => Format::JwsJsonFlattened,
        "jws-json-general" | "jws-json-general-detached" | "sd-jwt-jws-json-general" => Format::JwsJsonGeneral,
        "jwe-json-flattened" => Format::JweJsonFlattened,
        "jwe-json-general" => Format::JweJsonGeneral,
        "sd-jwt" => Format::SdJwt,
        "sd-jwt+kb" => Format::SdJwtWithKeyBinding,
        "not-a-jwt" | "decoded-only" => return None,
        other => panic!("{other} is no known kind"),
    })
}

/// The token of a vector that has one.
#[track_caller]
fn token(vector: &Value) -> Token {
    let text = text(vector);
    let mut tokens = decode(&text).tokens;
    assert_eq!(tokens.len(), 1, "{}", vector["id"]);
    tokens.swap_remove(0)
}

/// What a part was read as, through serde_json, which must agree with our reader; null for a part that is not there.
fn parsed(part: Option<&Part>) -> Value {
    let Some(part) = part else { return Value::Null };
    match serde_json::from_slice(&part.bytes) {
        Ok(value) => {
            assert_eq!(part.error(), None, "{}", part.text());
            value
        }
        Err(_) => Value::String(part.text().into_owned()),
    }
}

#[test]
fn every_vector_has_its_format_and_nothing_was_repaired() {
    let vectors = all();
    assert_eq!(vectors.len(), 135);
    for vector in vectors {
        let id = &vector["id"];
        let Some(format) = format(vector["kind"].as_str().expect("a kind")) else {
            if vector["token"].is_string() {
                assert_eq!(decode(&text(&vector)).tokens, [], "{id}");
            }
            continue;
        };
        let token = token(&vector);
        assert_eq!(token.format, format, "{id}");
        assert_eq!(token.text, text(&vector), "{id}");
        assert_eq!(token.repairs, [], "{id}");
        assert!(!token.is_cut, "{id}");
        for part in token.parts.iter().filter(|part| part.role != Role::Payload || vector["payload"].is_object()) {
            assert_eq!(part.error(), None, "{id}: {}", part.role.name());
        }
        assert_eq!(token.is_detached(), vector["kind"].as_str().is_some_and(is_detached), "{id}");
    }
}

fn is_detached(kind: &str) -> bool {
    kind.ends_with("-detached") || kind == "passport-compact-form"
}

#[test]
fn every_compact_token_gives_its_header() {
    let mut read = 0;
    for vector in all().iter().filter(|vector| vector["token"].is_string() && vector["header"].is_object()) {
        assert_eq!(parsed(token(vector).header()), vector["header"], "{}", vector["id"]);
        read += 1;
    }
    assert_eq!(read, 81);
}

#[test]
fn every_signed_token_gives_its_payload() {
    let mut read = 0;
    for vector in all().iter().filter(|vector| !vector["payload"].is_null() && !vector["token"].is_null()) {
        let token = token(vector);
        if !token.format.is_encrypted() {
            assert_eq!(parsed(token.payload()), vector["payload"], "{}", vector["id"]);
            read += 1;
        }
    }
    assert_eq!(read, 82);
}

#[test]
fn every_json_serialization_gives_all_its_headers() {
    let mut read = 0;
    for vector in all().iter().filter(|vector| vector["token"].is_object()) {
        let token = token(vector);
        let part = |role: Role, group: Option<usize>| {
            parsed(token.parts.iter().find(|part| part.role == role && part.group == group))
        };
        let expected = &vector["header"];
        if token.format.is_encrypted() {
            assert_eq!(part(Role::Header, None), expected["protected"], "{}", vector["id"]);
            assert_eq!(part(Role::SharedHeader, None), expected["unprotected"], "{}", vector["id"]);
        }
        let own: Vec<(&Value, &Value)> = match (expected, &expected["recipients"]) {
            (Value::Array(signatures), _) => signatures.iter().map(|of| (&of["protected"], &of["header"])).collect(),
            (_, Value::Array(recipients)) => recipients.iter().map(|header| (&Value::Null, header)).collect(),
            _ if token.format.is_encrypted() => vec![(&Value::Null, &expected["header"])],
            _ => vec![(&expected["protected"], &expected["header"])],
        };
        for (group, (protected, unprotected)) in own.into_iter().enumerate() {
            assert_eq!(&part(Role::Header, Some(group)), protected, "{}", vector["id"]);
            assert_eq!(&part(Role::UnprotectedHeader, Some(group)), unprotected, "{}", vector["id"]);
            read += 1;
        }
    }
    assert_eq!(read, 57);
}

#[test]
fn disclosures_and_key_binding_are_what_the_rfc_prints() {
    for vector in all().iter().filter(|vector| vector["disclosures"].is_array()) {
        let token = token(vector);
        let disclosures: Vec<_> =
            token.parts.iter().filter(|part| part.role == Role::Disclosure).map(|part| parsed(Some(part))).collect();
        let expected: Vec<_> =
            vector["disclosures"].as_array().into_iter().flatten().map(|of| of["decoded"].clone()).collect();
        assert_eq!(disclosures, expected, "{}", vector["id"]);
        let binding = token.nested.iter().find(|nested| nested.path == "/keyBinding").map(|nested| &nested.token);
        assert_eq!(binding.is_some(), vector["key_binding"].is_object(), "{}", vector["id"]);
        if let Some(binding) = binding {
            assert_eq!(binding.label, "key binding");
            assert_eq!(binding.format, Format::JwsCompact);
            assert_eq!(parsed(binding.header()), vector["key_binding"]["header"], "{}", vector["id"]);
            assert_eq!(parsed(binding.payload()), vector["key_binding"]["payload"], "{}", vector["id"]);
        }
    }
}

#[test]
fn selective_disclosure_in_json_has_disclosures_and_key_binding() {
    let vectors = vectors(&["sd-jwt-jws-json-flattened", "sd-jwt-jws-json-general"]);
    assert_eq!(vectors.len(), 3);
    for vector in vectors {
        let token = token(&vector);
        let header = match &vector["header"] {
            Value::Array(signatures) => &signatures[0]["header"],
            header => &header["header"],
        };
        let disclosures: Vec<&str> = token
            .parts
            .iter()
            .filter(|part| part.role == Role::Disclosure)
            .map(|part| part.span.in_str(&token.text))
            .collect();
        let expected: Vec<&str> =
            header["disclosures"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert_eq!(disclosures, expected, "{}", vector["id"]);
        let bindings: Vec<_> =
            token.nested.iter().map(|nested| (nested.path.as_str(), nested.token.text.as_str())).collect();
        let expected: Vec<_> = header["kb_jwt"].as_str().map(|text| ("/keyBinding", text)).into_iter().collect();
        assert_eq!(bindings, expected, "{}", vector["id"]);
    }
}

#[test]
fn unencoded_payloads_stand_as_they_are() {
    for id in ["rfc7797-4.2-b64-false-json", "cookbook-rfc7797-b64-false-inline"] {
        let vector = all().into_iter().find(|vector| vector["id"] == id).expect("the vector");
        let token = token(&vector);
        let payload = token.payload().expect("a payload");
        assert_eq!(payload.coding, Coding::Plain);
        assert_eq!(Some(payload.span.in_str(&token.text)), vector["payload"].as_str());
    }
}

/// The members of what can be read are where they say they are, and read back as what serde_json reads.
#[test]
fn every_member_is_where_its_span_says() {
    for vector in all().iter().filter(|vector| !vector["token"].is_null()) {
        let decoded = decode(&text(vector));
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
fn every_compact_token_is_found_in_its_contexts() {
    for vector in
        vectors(&["jws-compact", "jws-compact-passport", "sd-jwt", "sd-jwt+kb", "jwe-compact", "jwe-compact-nested"])
    {
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
            wrapped(100),
        ] {
            let texts: Vec<_> = decode(&paste).tokens.into_iter().map(|token| token.text).collect();
            assert_eq!(texts, [text], "{} in {paste}", vector["id"]);
        }
    }
}

/// A JSON serialization is one token wherever it stands, on one line or on several.
#[test]
fn every_json_serialization_is_found_in_its_contexts() {
    for vector in all().iter().filter(|vector| vector["token"].is_object()) {
        let minified = vector["token"].to_string();
        let quoted = serde_json::to_string(&minified).expect("a string");
        for (paste, expected) in [
            (minified.clone(), &minified),
            (format!("2026-01-01T00:00:00Z DEBUG \"sent\" {minified} to {{peer}}"), &minified),
            (format!("HTTP/1.1 200 OK\r\nContent-Type: application/jose+json\r\n\r\n{}", text(vector)), &text(vector)),
            (format!("{{\"a\":[1,{{\"jws\":{minified}}}],\"b\":\"{{\"}}"), &minified),
            (format!("{{\"body\":{quoted}}}"), &minified),
        ] {
            let decoded = decode(&paste);
            let texts: Vec<_> = decoded.tokens.iter().map(|token| token.text.as_str()).collect();
            assert_eq!(texts, [expected], "{} in {paste}", vector["id"]);
            assert_eq!(Some(decoded.tokens[0].format), format(vector["kind"].as_str().unwrap_or_default()));
        }
    }
}
