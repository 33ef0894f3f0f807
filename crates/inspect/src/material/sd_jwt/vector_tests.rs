//! The examples of RFC 9901 and its kin.

use std::collections::BTreeMap;

use serde_json::Value;

use super::tests::{ids, read_token, token};
use super::*;
use crate::material::digest::base64url;
use decode::{Content, decode};
use test_tokens::token_of;

fn vectors() -> Vec<Value> {
    let vectors = include_str!("../../../../../tests/data/rfc-vectors.json");
    serde_json::from_str(vectors).expect("the vectors are JSON")
}

/// The claims that a verifier sees, computed without the code under test: by serde_json, from the disclosures that the vector
/// lists.
fn expected(value: &Value, disclosures: &BTreeMap<String, Vec<Value>>, is_top: bool) -> Value {
    match value {
        Value::Object(members) => {
            let mut object = serde_json::Map::new();
            for (name, value) in members {
                if name == "_sd" {
                    for content in value.as_array().into_iter().flatten().filter_map(Value::as_str) {
                        if let Some([_, name, value]) = disclosures.get(content).map(Vec::as_slice) {
                            let name = name.as_str().unwrap_or_default().to_owned();
                            object.insert(name, expected(value, disclosures, false));
                        }
                    }
                } else if !(is_top && name == "_sd_alg") {
                    object.insert(name.clone(), expected(value, disclosures, false));
                }
            }
            Value::Object(object)
        }
        Value::Array(elements) => elements
            .iter()
            .filter_map(|element| match element["..."].as_str() {
                Some(digest) => match disclosures.get(digest).map(Vec::as_slice) {
                    Some([_, value]) => Some(expected(value, disclosures, false)),
                    _ => None,
                },
                None => Some(expected(element, disclosures, false)),
            })
            .collect(),
        other => other.clone(),
    }
}

fn digests_in(value: &Value) -> usize {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| match (name.as_str(), value) {
                ("_sd", Value::Array(digests)) => digests.len(),
                ("...", Value::String(_)) => 1,
                _ => digests_in(value),
            })
            .sum(),
        Value::Array(values) => values.iter().map(digests_in).sum(),
        _ => 0,
    }
}

/// A token that is a JSON serialization, with the parts where its members stand.
fn json_token(json: &Value) -> Token {
    let text = json.to_string();
    let signed = if json["signatures"].is_array() { &json["signatures"][0] } else { json };
    let mut parts = Vec::new();
    let mut part = |role: Role, value: &Value| {
        let Some(value) = value.as_str() else { return };
        let start = text.find(&format!("\"{value}\"")).expect("it stands there") + 1;
        let span = Span::new(start, start + value.len());
        parts.push(match role {
            Role::Signature | Role::KeyBinding => Part::binary(role, &text, span),
            _ => Part::json(role, &text, span),
        });
    };
    part(Role::Header, &signed["protected"]);
    part(Role::Payload, &json["payload"]);
    part(Role::Signature, &signed["signature"]);
    for disclosure in signed["header"]["disclosures"].as_array().into_iter().flatten() {
        part(Role::Disclosure, disclosure);
    }
    part(Role::KeyBinding, &signed["header"]["kb_jwt"]);
    let mut token = token("{}", &[]);
    (token.text, token.parts, token.format) = (text.clone(), parts, Format::JwsCompact);
    token
}

#[test]
fn every_vector_gives_the_claims_that_a_verifier_sees() {
    let mut count = 0;
    for vector in vectors().into_iter().filter(|vector| vector["disclosures"].is_array()) {
        let id = vector["id"].as_str().unwrap_or_default();
        let token = token_of(vector["token"].as_str().expect("text"));
        let sd_jwt = read_token(&token);
        let listed = vector["disclosures"].as_array().cloned().unwrap_or_default();
        let mut by_digest = BTreeMap::new();
        for (disclosure, listed) in sd_jwt.disclosures.iter().zip(&listed) {
            assert_eq!(disclosure.digest.as_deref(), listed["digest"].as_str(), "{id}");
            let decoded = listed["decoded"].as_array().cloned().unwrap_or_default();
            let [salt, .., value] = decoded.as_slice() else { panic!("{id}: {listed}") };
            assert_eq!(disclosure.salt.as_deref(), salt.as_str(), "{id}");
            let name = if decoded.len() == 3 { decoded[1].as_str() } else { None };
            assert_eq!(disclosure.name.as_deref(), name, "{id}");
            let source = token.parts[disclosure.part].source(disclosure.value.expect("a value"));
            assert_eq!(serde_json::from_str::<Value>(&source).expect("JSON"), *value, "{id}");
            by_digest.insert(disclosure.digest.clone().unwrap_or_default(), decoded);
        }
        assert_eq!((sd_jwt.disclosures.len(), by_digest.len()), (listed.len(), listed.len()), "{id}");
        let processed: Value = serde_json::from_str(&sd_jwt.processed).expect("JSON");
        assert_eq!(processed, expected(&vector["payload"], &by_digest, true), "{id}");
        let inner: usize = by_digest.values().filter_map(|decoded| decoded.last()).map(digests_in).sum();
        assert_eq!(sd_jwt.undisclosed, digests_in(&vector["payload"]) + inner - listed.len(), "{id}");
        for disclosure in &sd_jwt.disclosures {
            assert_eq!(ids(&disclosure.problems), [""; 0], "{id}");
            // The place is where the value stands.
            let place = disclosure.place.as_deref().expect("a place");
            assert!(processed.pointer(place).is_some(), "{id}: {place}");
        }
        assert_eq!(ids(&sd_jwt.problems), [""; 0], "{id}");
        assert!(!sd_jwt.processed_is_cut);
        let binding = key_binding(&token).map(|binding| binding.outcome);
        assert_eq!(binding, vector["key_binding"].is_object().then_some(SdHash::Match), "{id}");
        count += 1;
    }
    // 14 with disclosures and one that is only the issuer-signed JWT.
    assert_eq!(count, 15);
}

#[test]
fn json_serializations_give_the_same() {
    let mut count = 0;
    for vector in vectors().into_iter().filter(|vector| vector["token"].is_object()) {
        if !vector["kind"].as_str().is_some_and(|kind| kind.starts_with("sd-jwt")) {
            continue;
        }
        let token = json_token(&vector["token"]);
        let sd_jwt = read_token(&token);
        assert!(!sd_jwt.disclosures.is_empty());
        let by_digest: BTreeMap<String, Vec<Value>> = token
            .parts
            .iter()
            .filter(|part| part.role == Role::Disclosure)
            .map(|part| {
                let digest = Hash::Sha256.digest(part.span.in_str(&token.text).as_bytes());
                (base64url(&digest), serde_json::from_slice(&part.bytes).expect("a disclosure"))
            })
            .collect();
        let processed: Value = serde_json::from_str(&sd_jwt.processed).expect("JSON");
        assert_eq!(processed, expected(&vector["payload"], &by_digest, true), "{}", vector["id"]);
        for disclosure in &sd_jwt.disclosures {
            assert!(disclosure.place.is_some() && disclosure.problems.is_empty(), "{}", vector["id"]);
        }
        if let Some(binding) = key_binding(&token) {
            assert_eq!(binding.outcome, SdHash::Match, "{}", vector["id"]);
            count += 1;
        }
    }
    assert_eq!(count, 2);
}

/// RFC 9901 section 5.2: order, numbers and strings as they are written.
#[test]
fn writes_what_the_rfc_prints() {
    let vector =
        vectors().into_iter().find(|vector| vector["id"] == "rfc9901-5.2-presentation-kb").expect("it is there");
    let token = token_of(vector["token"].as_str().expect("text"));
    let sd_jwt = read_token(&token);
    assert_eq!((sd_jwt.hash, sd_jwt.hash_is_declared, sd_jwt.undisclosed), (Some(Hash::Sha256), true, 6));
    let places: Vec<_> = sd_jwt.disclosures.iter().filter_map(|disclosure| disclosure.place.as_deref()).collect();
    assert_eq!(places, ["/family_name", "/address", "/given_name", "/nationalities/0"]);
    assert_eq!(
        sd_jwt.processed,
        r#"{
  "family_name": "Doe",
  "address": {
    "street_address": "123 Main St",
    "locality": "Anytown",
    "region": "Anystate",
    "country": "US"
  },
  "given_name": "John",
  "iss": "https://issuer.example.com",
  "iat": 1683000000,
  "exp": 1883000000,
  "sub": "user_42",
  "nationalities": [
    "US"
  ],
  "cnf": {
    "jwk": {
      "kty": "EC",
      "crv": "P-256",
      "x": "TCAER19Zvu3OHF4j4W4vfSVoHIP1ILilDls7vCeGemc",
      "y": "ZxjiWWbZMQGHVWKVQ4hbSIirsVfuecCE6t4jT9F2HZQ"
    }
  }
}"#
    );
}

/// One character of one disclosure changed: neither does it fit its digest, nor the whole its `sd_hash`.
#[test]
fn a_changed_disclosure_shows() {
    let vector =
        vectors().into_iter().find(|vector| vector["id"] == "rfc9901-5.2-presentation-kb").expect("it is there");
    let text = vector["token"].as_str().expect("text").replacen("~WyJ", "~WyK", 1);
    let token = token_of(&text);
    assert_eq!(key_binding(&token).map(|binding| binding.outcome), Some(SdHash::Mismatch));
    assert!(read_token(&token).disclosures[0].place.is_none());
}

/// Every beginning of a token: something is said, nothing breaks.
#[test]
fn every_beginning_of_a_token_is_read() {
    let vector =
        vectors().into_iter().find(|vector| vector["id"] == "rfc9901-5.2-presentation-kb").expect("it is there");
    let text = vector["token"].as_str().expect("text");
    for end in 1..text.len() {
        for token in decode(&text[..end]).tokens {
            let sd_jwt = read(&token);
            key_binding(&token);
            let payload = token.payload().map(|part| matches!(part.content, Content::Json(_)));
            assert!(sd_jwt.is_none() || payload == Some(true));
        }
    }
}
