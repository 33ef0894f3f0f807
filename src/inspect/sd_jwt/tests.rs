//! The examples of RFC 9901 and its kin, and tokens made to break the rules.

use std::collections::BTreeMap;

use serde_json::Value;

use super::*;
use crate::decode::{Content, decode};
use crate::inspect::digest::base64url;
use crate::inspect::testing::{encode, token_of};

fn vectors() -> Vec<Value> {
    let vectors = include_str!("../../../tests/data/rfc-vectors.json");
    serde_json::from_str(vectors).expect("the vectors are JSON")
}

/// A disclosure as it stands in a token, and its digest.
fn disclosed(json: &str) -> (String, String) {
    let encoded = encode(json);
    let digest = base64url(&Hash::Sha256.digest(encoded.as_bytes()));
    (encoded, digest)
}

fn token(payload: &str, disclosures: &[&str]) -> Token {
    let mut text = format!("{}.{}.c2ln~", encode(r#"{"alg":"ES256"}"#), encode(payload));
    for disclosure in disclosures {
        text.push_str(disclosure);
        text.push('~');
    }
    token_of(&text)
}

fn read_token(token: &Token) -> SdJwt {
    read(token).unwrap_or_else(|| panic!("no SD-JWT: {}", token.text))
}

fn ids(problems: &[Problem]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.id).collect()
}

const SALT: &str = "2GLC42sKQveCfGfryNRN9w";

/// What a verifier sees, reckoned apart from the code under test: by serde_json, from the disclosures that the vector
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

#[test]
fn copies_names_numbers_and_strings_as_they_are_written() {
    let (encoded, digest) = disclosed(&format!(r#"["{SALT}", "\u006eum", 1.50e+2]"#));
    let payload =
        format!(r#"{{ "a\u002fb" :{{"_sd":["{digest}"],"n":-0.0,"t":"\u00e9"}},"big":12345678901234567890}}"#);
    let sd_jwt = read_token(&token(&payload, &[&encoded]));
    assert_eq!(sd_jwt.disclosures[0].place.as_deref(), Some("/a~1b/num"));
    assert_eq!(
        sd_jwt.processed,
        r#"{
  "a\u002fb": {
    "\u006eum": 1.50e+2,
    "n": -0.0,
    "t": "\u00e9"
  },
  "big": 12345678901234567890
}"#
    );
}

#[test]
fn what_is_hidden_is_removed_and_counted() {
    let sd_jwt = read_token(&token(r#"{"a":{"_sd":["x","y"]},"l":[{"...":"z"}],"_sd_alg":"sha-512"}"#, &[]));
    assert_eq!(sd_jwt.processed, "{\n  \"a\": {},\n  \"l\": []\n}");
    assert_eq!((sd_jwt.undisclosed, sd_jwt.hash), (3, Some(Hash::Sha512)));
    assert_eq!(sd_jwt.problems, []);
}

#[test]
fn disclosures_lead_to_disclosures() {
    let (inner, inner_digest) = disclosed(&format!(r#"["{SALT}","inner",true]"#));
    let (element, element_digest) = disclosed(&format!(r#"["{SALT}",[1,{{"...":"decoy"}}]]"#));
    let (outer, outer_digest) =
        disclosed(&format!(r#"["{SALT}","outer",{{"_sd":["{inner_digest}"],"l":[{{"...":"{element_digest}"}}]}}]"#));
    let sd_jwt = read_token(&token(&format!(r#"{{"_sd":["{outer_digest}"]}}"#), &[&inner, &element, &outer]));
    let places: Vec<_> = sd_jwt.disclosures.iter().map(|disclosure| disclosure.place.as_deref()).collect();
    assert_eq!(places, [Some("/outer/inner"), Some("/outer/l/0"), Some("/outer")]);
    assert_eq!(sd_jwt.undisclosed, 1);
    // Without the outer one, nothing leads to the others.
    let sd_jwt = read_token(&token(&format!(r#"{{"_sd":["{outer_digest}"]}}"#), &[&inner, &element]));
    assert!(sd_jwt.disclosures.iter().all(|disclosure| ids(&disclosure.problems) == ["sd-unmatched-disclosure"]));
}

/// One disclosure in `_sd` of the payload, and what is said of it.
#[track_caller]
fn check_disclosure(json: &str, id: &str, message: &str) {
    let (encoded, digest) = disclosed(json);
    let token = token(&format!(r#"{{"_sd":["{digest}"],"iat":1}}"#), &[&encoded]);
    let sd_jwt = read_token(&token);
    let problems: Vec<_> =
        sd_jwt.disclosures[0].problems.iter().map(|problem| (problem.id, problem.message.as_str())).collect();
    assert_eq!(problems, [(id, message)]);
    assert_eq!(sd_jwt.problems, []);
    let is_used = matches!(id, "sd-short-salt" | "sd-hidden-claim");
    assert_eq!(sd_jwt.disclosures[0].place.is_some(), is_used);
}

#[test]
fn says_what_is_wrong_with_a_disclosure() {
    check_disclosure(r#"{"a":1}"#, "sd-malformed-disclosure", "A disclosure must be an array, but this is an object.");
    check_disclosure(
        r#"["a"]"#,
        "sd-malformed-disclosure",
        "A disclosure must have 2 elements (salt, value) or 3 (salt, name, value), but this has 1 element.",
    );
    check_disclosure(r#"[1,"a",2]"#, "sd-malformed-disclosure", "The salt must be a string, but is a number.");
    check_disclosure(
        &format!(r#"["{SALT}",null,2]"#),
        "sd-malformed-disclosure",
        "The name must be a string, but is null.",
    );
    check_disclosure(
        &format!(r#"["{SALT}","a","#),
        "sd-malformed-disclosure",
        "The disclosure cannot be read: expected a JSON value, but the text ends here.",
    );
    for name in ["_sd", "..."] {
        check_disclosure(
            &format!(r#"["{SALT}","{name}",["x"]]"#),
            "sd-reserved-name",
            "The name of a disclosed claim may not be `_sd` or `...`: a verifier must reject the token.",
        );
    }
    check_disclosure(
        r#"["c2FsdA","a",2]"#,
        "sd-short-salt",
        "The salt has 4 bytes; at least 16 random ones are recommended, so that nobody can guess the value from its digest.",
    );
    check_disclosure(
        &format!(r#"["{SALT}","exp",2]"#),
        "sd-hidden-claim",
        "`exp` is needed to judge the token, yet its holder can keep it back: it should not be selectively disclosable.",
    );
    check_disclosure(
        &format!(r#"["{SALT}","iat",2]"#),
        "sd-claim-exists",
        "The claim `iat` is there already where this disclosure belongs: a verifier must reject the token.",
    );
    check_disclosure(
        &format!(r#"["{SALT}",2]"#),
        "sd-wrong-place",
        "The digest of this disclosure stands for a claim, but the disclosure has no name: a verifier must reject the token.",
    );
}

#[test]
fn a_name_in_an_array_has_no_place() {
    let (encoded, digest) = disclosed(&format!(r#"["{SALT}","a",2]"#));
    let sd_jwt = read_token(&token(&format!(r#"{{"l":[{{"...":"{digest}"}}]}}"#), &[&encoded]));
    assert_eq!(ids(&sd_jwt.disclosures[0].problems), ["sd-wrong-place"]);
    assert_eq!(sd_jwt.processed, "{\n  \"l\": []\n}");
}

#[test]
fn two_disclosures_of_one_name_give_the_first() {
    let (first, first_digest) = disclosed(&format!(r#"["{SALT}","a",1]"#));
    let (second, second_digest) = disclosed(&format!(r#"["{SALT}","a",2]"#));
    let sd_jwt = read_token(&token(&format!(r#"{{"_sd":["{second_digest}","{first_digest}"]}}"#), &[&first, &second]));
    assert_eq!(ids(&sd_jwt.disclosures[0].problems), ["sd-claim-exists"]);
    assert_eq!(sd_jwt.processed, "{\n  \"a\": 2\n}");
    // In objects that stand beside each other, both are fine.
    let payload = format!(r#"{{"x":{{"_sd":["{second_digest}"]}},"_sd":["{first_digest}"]}}"#);
    let sd_jwt = read_token(&token(&payload, &[&first, &second]));
    assert!(sd_jwt.disclosures.iter().all(|disclosure| disclosure.problems.is_empty()));
}

#[test]
fn names_digests_that_stand_twice_and_disclosures_that_repeat() {
    let (encoded, digest) = disclosed(&format!(r#"["{SALT}","a",1]"#));
    let payload =
        format!(r#"{{"_sd":["{digest}","decoy"],"b":{{"_sd":["{digest}"]}},"c":["decoy",{{"...":"decoy"}}]}}"#);
    let sd_jwt = read_token(&token(&payload, &[&encoded, &encoded]));
    let messages: Vec<_> = sd_jwt.problems.iter().map(|problem| problem.message.clone()).collect();
    let twice = |digest: &str| format!("The digest {digest} stands in the token 2 times: a verifier must reject it.");
    assert!(messages.contains(&twice(&digest)) && messages.contains(&twice("decoy")) && messages.len() == 2);
    assert_eq!(sd_jwt.problems[0].span.in_str(&payload).len(), sd_jwt.problems[0].span.len());
    assert_eq!(ids(&sd_jwt.disclosures[0].problems), [""; 0]);
    assert_eq!(ids(&sd_jwt.disclosures[1].problems), ["sd-repeated-disclosure"]);
    assert_eq!(sd_jwt.disclosures[0].place.as_deref(), Some("/a"));
}

#[test]
fn an_unknown_hash_matches_nothing() {
    let (encoded, digest) = disclosed(&format!(r#"["{SALT}","a",1]"#));
    let sd_jwt = read_token(&token(&format!(r#"{{"_sd":["{digest}"],"_sd_alg":"md5\u202e"}}"#), &[&encoded]));
    assert_eq!((sd_jwt.hash, sd_jwt.hash_is_declared, sd_jwt.undisclosed), (None, true, 1));
    assert_eq!((&sd_jwt.disclosures[0].digest, &sd_jwt.disclosures[0].place), (&None, &None));
    assert_eq!(ids(&sd_jwt.disclosures[0].problems), [""; 0]);
    let messages: Vec<_> = sd_jwt.problems.iter().map(|problem| problem.message.as_str()).collect();
    let message = "`_sd_alg` is “md5⟨U+202E⟩”, which is not known here: only sha-256, sha-384 and sha-512 are, so no disclosure can be matched.";
    assert_eq!(messages, [message]);
}

#[test]
fn every_known_hash_matches() {
    for hash in [Hash::Sha256, Hash::Sha384, Hash::Sha512] {
        let encoded = encode(&format!(r#"["{SALT}","a",1]"#));
        let digest = base64url(&hash.digest(encoded.as_bytes()));
        let payload = format!(r#"{{"_sd":["{digest}"],"_sd_alg":"{}"}}"#, hash.name());
        let sd_jwt = read_token(&token(&payload, &[&encoded]));
        assert_eq!(sd_jwt.disclosures[0].place.as_deref(), Some("/a"));
    }
}

#[test]
fn says_what_is_wrong_with_a_payload() {
    let payload = r#"{"_sd":"x","a":{"_sd":[1],"_sd_alg":"sha-256"},"...":"y","l":[{"...":"z","b":1},{"...":2}]}"#;
    let sd_jwt = read_token(&token(payload, &[]));
    let problems: Vec<_> = sd_jwt.problems.iter().map(|problem| (problem.id, problem.span.in_str(payload))).collect();
    assert_eq!(
        problems,
        [
            ("sd-no-digests", "\"x\""),
            ("sd-reserved-name", r#""...":"y""#),
            ("sd-no-digests", "1"),
            ("sd-nested-hash", r#""_sd_alg":"sha-256""#),
            ("sd-reserved-name", r#""...":"z""#),
            ("sd-reserved-name", r#""...":2"#),
        ]
    );
    assert_eq!(sd_jwt.undisclosed, 0);
}

#[test]
fn what_is_no_sd_jwt_is_none() {
    let plain = |payload: &str| token_of(&format!("{}.{}.c2ln", encode(r#"{"alg":"ES256"}"#), encode(payload)));
    assert_eq!(read(&plain(r#"{"sub":"x","sd":["y"]}"#)), None);
    assert_eq!(read(&plain("[\"_sd\"]")), None);
    assert_eq!(read(&token("[1]", &[])), None);
    assert_eq!(key_binding(&plain("{}")), None);
    // Its issuer-signed JWT alone is one whose claims are all kept back.
    assert_eq!(read(&plain(r#"{"_sd":["x"]}"#)).map(|sd_jwt| sd_jwt.undisclosed), Some(1));
}

#[track_caller]
fn check_binding(payload: &str, outcome: SdHash, message: &str) {
    let mut text = format!("{}.{}.c2ln~", encode(r#"{"alg":"ES256"}"#), encode(r#"{"_sd_alg":"sha-384"}"#));
    let digest = base64url(&Hash::Sha384.digest(text.as_bytes()));
    text.push_str(&format!(
        "{}.{}.c2ln",
        encode(r#"{"alg":"ES256","typ":"kb+jwt"}"#),
        encode(&payload.replace("HASH", &digest))
    ));
    let binding = key_binding(&token_of(&text)).expect("a key binding JWT");
    assert_eq!((binding.outcome, binding.message), (outcome, message.replace("HASH", &digest)));
    assert_eq!(binding.computed, Some(digest));
}

#[test]
fn compares_what_a_key_binding_jwt_speaks_of() {
    check_binding(
        r#"{"sd_hash":"HASH"}"#,
        SdHash::Match,
        "`sd_hash` is the hash of this SD-JWT with just these disclosures: the key binding JWT was made for it. Who made it, only its signature can show, and that is not checked here.",
    );
    check_binding(
        r#"{"sd_hash":"x"}"#,
        SdHash::Mismatch,
        "`sd_hash` is x, but the hash of what stands before the key binding JWT is HASH: it was made for another SD-JWT or for other disclosures, or something was changed.",
    );
    check_binding(
        r#"{"nonce":"x"}"#,
        SdHash::Absent,
        "The key binding JWT has no `sd_hash`, which it must have: it could be put behind any other SD-JWT.",
    );
    check_binding(r#"{"sd_hash":1}"#, SdHash::WrongType, "`sd_hash` must be a string, but is a number.");
    check_binding(
        r#"{"sd_hash":"#,
        SdHash::Unreadable,
        "The payload of the key binding JWT cannot be read as a JSON object, so its `sd_hash` is not known.",
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

#[test]
fn ten_thousand_disclosures_are_no_burden() {
    let all: Vec<_> = (0..10_000).map(|at| disclosed(&format!(r#"["{SALT}{at}","claim-{at}",{at}]"#))).collect();
    let digests: Vec<_> = all.iter().map(|(_, digest)| format!("\"{digest}\"")).collect();
    let encoded: Vec<_> = all.iter().map(|(encoded, _)| encoded.as_str()).collect();
    let sd_jwt = read_token(&token(&format!(r#"{{"_sd":[{}]}}"#, digests.join(",")), &encoded));
    assert_eq!(sd_jwt.disclosures.iter().filter(|disclosure| disclosure.place.is_some()).count(), 10_000);
    assert_eq!(sd_jwt.processed.lines().count(), 10_002);
    // And all of them the same one.
    let sd_jwt = read_token(&token(
        &format!(r#"{{"_sd":[{}]}}"#, vec![digests[0].as_str(); 10_000].join(",")),
        &vec![encoded[0]; 10_000],
    ));
    assert_eq!(sd_jwt.disclosures.iter().filter(|disclosure| disclosure.place.is_some()).count(), 1);
    assert_eq!(ids(&sd_jwt.problems), ["sd-duplicate-digest"]);
}

/// Each inside the one before it, deeper than anyone looks.
#[test]
fn a_chain_of_disclosures_has_an_end() {
    let mut digest = "end".to_owned();
    let mut encoded = Vec::new();
    for _ in 0..10_000 {
        let (text, next) = disclosed(&format!(r#"["{SALT}","a",{{"_sd":["{digest}"]}}]"#));
        encoded.push(text);
        digest = next;
    }
    let encoded: Vec<_> = encoded.iter().map(String::as_str).collect();
    let sd_jwt = read_token(&token(&format!(r#"{{"_sd":["{digest}"]}}"#), &encoded));
    assert_eq!(sd_jwt.disclosures.iter().filter(|disclosure| disclosure.place.is_some()).count(), 128);
    let first = &sd_jwt.disclosures[0].problems[0];
    assert_eq!(first.message, "No digest that was read leads to this disclosure; not all of them could be.");
    assert_eq!(ids(&sd_jwt.disclosures[10_000 - 128].problems), ["sd-too-deep"]);
}

/// A long name above many disclosures would make their places as large as the square of the token.
#[test]
fn places_are_bounded() {
    let all: Vec<_> = (0..1_000).map(|at| disclosed(&format!(r#"["{SALT}{at}",{at}]"#))).collect();
    let elements: Vec<_> = all.iter().map(|(_, digest)| format!(r#"{{"...":"{digest}"}}"#)).collect();
    let encoded: Vec<_> = all.iter().map(|(encoded, _)| encoded.as_str()).collect();
    let payload = format!(r#"{{"{}":[{}]}}"#, "n".repeat(200_000), elements.join(","));
    let sd_jwt = read_token(&token(&payload, &encoded));
    let longest = sd_jwt.disclosures.iter().filter_map(|disclosure| disclosure.place.as_ref()).map(String::len).max();
    assert_eq!(longest, Some(500 + '…'.len_utf8()));
}

#[test]
fn the_text_is_bounded() {
    let mut payload = "[".repeat(100);
    payload.push_str(&"0,".repeat(400_000));
    let payload = format!(r#"{{"_sd":[],"a":{payload}0{}}}"#, "]".repeat(100));
    let sd_jwt = read_token(&token(&payload, &[]));
    assert!(sd_jwt.processed_is_cut);
    assert_eq!(sd_jwt.processed.len(), 5_000_000);
}

#[test]
fn too_many_disclosures_are_left() {
    let token = token("{}", &vec!["W10"; 20_001]);
    let sd_jwt = read_token(&token);
    assert_eq!(sd_jwt.disclosures.len(), 20_000);
    assert_eq!(ids(&sd_jwt.problems), ["sd-many-disclosures"]);
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
