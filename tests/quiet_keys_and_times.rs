//! An ordinary, well-made token shows no error and no warning: neither those of the corpus nor those that the RFCs
//! print.
//!
//! Looked at are the rules about times, keys, header parameters, encryption and selective disclosure.

mod common;

use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jwt_inspector::inspect;
use jwt_inspector::inspect::Inspected;
use jwt_inspector::inspect::rules::Severity;
use serde_json::Value;

const VECTORS: &str = include_str!("data/rfc-vectors.json");

const RULES: &[&str] = &[
    "auth0-opaque-jwe",
    "claims-in-header",
    "crit",
    "cty",
    "expires-soon",
    "header-not-string",
    "issued-in-future",
    "jwe-anatomy",
    "jwe-rsa-key-size",
    "jwk-broken",
    "jwk-embedded",
    "jwk-private",
    "key-url",
    "kid-injection",
    "kid-odd",
    "lifetime-long",
    "lifetime-over-limit",
    "p2c",
    "payload-coding",
    "sd-jwt-broken",
    "time-implausible",
    "time-order",
    "time-zero",
    "typ-mismatch",
    "x5c-malformed",
    "x5c-present",
];

/// What is rightly said of a token that somebody made well.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    (
        "access-token--home-assistant--long-lived",
        "lifetime-very-long",
        "ten years is what the name says, and a leak lasts as long",
    ),
    ("rfc7520-5.9-compact", "jwe-zip", COMPRESSION),
    ("rfc7520-5.9-json", "jwe-zip", COMPRESSION),
    ("rfc7520-5.9-json_flat", "jwe-zip", COMPRESSION),
];

const COMPRESSION: &str = "the example shows compression, which RFC 8725 section 3.6 has advised against since";

/// When the last of a token and those inside it was issued: a proof of a holder's key is made later than the rest.
fn issued(inspected: &Inspected) -> i64 {
    let within = inspected.nested.iter().map(issued).max();
    inspected.judgement.validity.issued_at.map_or(i64::MIN, |iat| iat + 1).max(within.unwrap_or(i64::MIN))
}

/// What is said of a token and of those inside it, apart from what may be.
fn loud(name: &str, inspected: &Inspected, found: &mut Vec<String>) {
    for finding in inspected.judgement.findings.iter().filter(|finding| RULES.contains(&finding.rule.id)) {
        let is_allowed = EXCEPTIONS.iter().any(|(of, id, _)| name == *of && finding.id == *id);
        if finding.severity <= Severity::Warning && !is_allowed {
            found.push(format!("{name}: {} at {}: {}", finding.id, finding.place.pointer(), finding.message));
        }
    }
    inspected.nested.iter().for_each(|nested| loud(name, nested, found));
}

#[test]
fn every_rule_is_one() {
    for rule in RULES {
        assert!(inspect::rules::RULES.iter().any(|known| known.id == *rule), "{rule}");
    }
}

#[test]
fn every_healthy_token_of_the_corpus_is_quiet() {
    let mut found = Vec::new();
    let mut read = 0;
    for (name, text, now) in common::corpus() {
        let Some(now) = now.filter(|_| !name.contains("near-miss")) else { continue };
        inspect::inspect(&text, now).tokens.iter().for_each(|inspected| loud(&name, inspected, &mut found));
        read += 1;
    }
    assert!(read >= 130, "only {read} tokens were read");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_vector_with_a_valid_signature_is_quiet() {
    let vectors: Vec<Value> = serde_json::from_str(VECTORS).expect("the vectors are JSON");
    let mut found = Vec::new();
    let mut read = 0;
    for vector in vectors.iter().filter(|vector| vector["valid"] == true) {
        let name = vector["id"].as_str().expect("an id");
        let text = vector["token"].as_str().map_or_else(|| vector["token"].to_string(), str::to_owned);
        let now = common::active_at(&vector["payload"]);
        let now = inspect::inspect(&text, now).tokens.iter().map(issued).max().unwrap_or(now).max(now);
        let inspection = inspect::inspect(&text, now);
        assert_eq!(inspection.tokens.len(), 1, "{name}");
        inspection.tokens.iter().for_each(|inspected| loud(name, inspected, &mut found));
        read += 1;
    }
    assert!(read >= 80, "only {read} vectors were read");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_exception_has_its_reason() {
    for (name, id, reason) in EXCEPTIONS {
        assert!(!reason.is_empty(), "{name}: {id}");
    }
}

#[test]
fn hostile_headers_take_bounded_time() {
    let before = Instant::now();
    for piece in ["'", "|", "`", "union ", "/*", ";", "\" ", "http:", "1.", "\n"] {
        let long = piece.repeat(100_000);
        let names: Vec<_> = (0..20_000).map(|at| format!("{piece}{}", at % 10_000)).collect();
        let header = serde_json::json!({"alg": "HS256", "kid": long, "jku": format!("https://{long}"), "crit": names});
        let token = format!("{}.e30.c2ln", URL_SAFE_NO_PAD.encode(header.to_string()));
        assert_eq!(inspect::inspect(&token, 0).tokens.len(), 1);
    }
    // A quadratic step takes minutes.
    assert!(before.elapsed() < Duration::from_secs(30), "{:?}", before.elapsed());
}

#[test]
fn countless_recipients_and_signatures_take_bounded_time() {
    let before = Instant::now();
    let one =
        r#"{"header":{"alg":"A128KW","kid":"k","zip":"DEF","b64":false},"encrypted_key":"AAAA","signature":"AAAA"}"#;
    let all = vec![one; 5_000].join(",");
    let header = URL_SAFE_NO_PAD.encode(r#"{"enc":"A128GCM"}"#);
    let encrypted =
        format!(r#"{{"protected":"{header}","recipients":[{all}],"iv":"AAAA","ciphertext":"AAAA","tag":"AAAA"}}"#);
    let signed = format!(r#"{{"payload":"e30","signatures":[{all}]}}"#);
    for text in [encrypted, signed] {
        assert_eq!(inspect::inspect(&text, 0).tokens.len(), 1);
    }
    assert!(before.elapsed() < Duration::from_secs(30), "{:?}", before.elapsed());
}
