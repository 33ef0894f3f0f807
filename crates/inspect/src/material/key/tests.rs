//! Keys of the RFCs, private keys, broken keys, and what is no key.

use super::*;
use crate::material::digest::base64url;
use decode::json;

const RFC_7638: &str = r#"{"kty":"RSA",
 "n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
 "e":"AQAB","alg":"RS256","kid":"2011-04-29"}"#;

fn value(text: &str) -> Value {
    json::read(text.as_bytes()).value.unwrap_or_else(|| panic!("no JSON: {text}"))
}

fn key(text: &str) -> Key {
    read(&value(text)).unwrap_or_else(|| panic!("no key: {text}"))
}

/// The ids of the problems, and the text that each one points at.
fn problems(text: &str) -> Vec<(&'static str, String)> {
    let key = key(text);
    key.problems.iter().map(|problem| (problem.id, problem.span.in_str(text).to_owned())).collect()
}

/// Exactly one problem, with this sentence.
#[track_caller]
fn check_problem(text: &str, message: &str) {
    let messages: Vec<String> = key(text).problems.into_iter().map(|problem| problem.message).collect();
    assert_eq!(messages, [message]);
}

#[test]
fn tells_the_key_of_rfc_7638() {
    let key = key(RFC_7638);
    assert_eq!(key.kind, "RSA key");
    assert_eq!(key.bits, Some(2048));
    assert_eq!(key.purpose.as_deref(), Some("It is for the algorithm `RS256` (`alg`)."));
    assert_eq!(key.key_id.as_deref(), Some("2011-04-29"));
    assert_eq!(key.thumbprint.as_deref(), Some("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"));
    assert!(!key.is_private());
    assert_eq!(key.problems, []);
}

/// RFC 8037 appendix A.3, of the private key of A.1: the thumbprint is that of the public one.
#[test]
fn tells_the_key_of_rfc_8037() {
    let key = key(r#"{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
        "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#);
    assert_eq!(key.kind, "elliptic-curve key on Ed25519");
    assert_eq!(key.bits, Some(256));
    assert_eq!(key.thumbprint.as_deref(), Some("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"));
    assert_eq!(key.private_members, ["d"]);
    assert_eq!(key.problems, []);
}

/// Every key of the vectors is read whole; where its `kid` is its thumbprint, ours is that too.
#[test]
fn tells_the_keys_of_the_vectors() {
    let vectors = include_str!("../../../../../tests/data/rfc-vectors.json");
    let vectors: serde_json::Value = serde_json::from_str(vectors).expect("the vectors are JSON");
    let (mut keys, mut thumbprints) = (0, 0);
    for vector in vectors.as_array().expect("an array") {
        let list = vector["key"].as_array().cloned().unwrap_or_else(|| vec![vector["key"].clone()]);
        for jwk in list.into_iter().filter(|jwk| jwk["kty"].is_string()) {
            let read = key(&jwk.to_string());
            keys += 1;
            assert_eq!(read.problems, [], "{}", vector["id"]);
            assert!(read.thumbprint.is_some());
            let is_private = ["d", "k", "priv"].iter().any(|name| jwk[name].is_string());
            assert_eq!(read.is_private(), is_private, "{jwk}");
            let (kind, bits) = match (jwk["kty"].as_str(), jwk["crv"].as_str()) {
                (Some("RSA"), _) => (
                    "RSA key".to_owned(),
                    Some(if jwk["n"].as_str().unwrap_or_default().len() > 342 { 4096 } else { 2048 }),
                ),
                (Some("AKP"), _) => (format!("{} key", jwk["alg"].as_str().unwrap_or_default()), None),
                (Some("oct"), _) => ("symmetric key".to_owned(), read.bits),
                (_, Some(curve)) => (
                    format!("elliptic-curve key on {curve}"),
                    Some(match curve {
                        "P-384" => 384,
                        "P-521" => 521,
                        _ => 256,
                    }),
                ),
                _ => panic!("an unknown key: {jwk}"),
            };
            assert_eq!((read.kind, read.bits), (kind, bits), "{jwk}");
            if jwk["kty"] == "AKP" {
                assert_eq!(read.thumbprint.as_deref(), jwk["kid"].as_str());
                thumbprints += 1;
            }
        }
    }
    assert_eq!((keys, thumbprints), (KEYS, 3));
}

const KEYS: usize = 110;

#[test]
fn counts_the_bits_of_a_modulus_exactly() {
    let bits = |modulus: &[u8]| key(&format!(r#"{{"kty":"RSA","e":"AQAB","n":"{}"}}"#, base64url(modulus))).bits;
    assert_eq!(bits(&[0x80, 0]), Some(16));
    assert_eq!(bits(&[0x7f, 0]), Some(15));
    assert_eq!(bits(&[0, 0x01]), Some(1));
    assert_eq!(bits(&[0, 0]), Some(0));
}

#[test]
fn names_private_members_and_never_their_values() {
    let secret = r#"{"kty":"RSA","n":"sXch","e":"AQAB","qi":"c2VjcmV0","d":"c2VjcmV0","d":"c2VjcmV0","p":"c2VjcmV0","oth":[{"r":"c2VjcmV0"}]}"#;
    assert_eq!(key(secret).private_members, ["qi", "d", "p", "oth"]);
    assert!(!format!("{:?}", key(secret)).contains("c2VjcmV0"));
    let shared = key(
        r#"{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}"#,
    );
    assert_eq!((shared.kind.as_str(), shared.bits), ("symmetric key", Some(512)));
    assert_eq!(shared.private_members, ["k"]);
    // A private member reveals a secret even if keys of this type do not have such a member.
    assert_eq!(key(r#"{"kty":"new","priv":"c2VjcmV0","d":7}"#).private_members, ["priv", "d"]);
}

#[test]
fn what_is_null_or_empty_gives_nothing_away() {
    let key = key(
        r#"{"kty":"OKP","crv":"X25519","x":"3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08","d":null,"k":"","oth":[]}"#,
    );
    assert_eq!(key.private_members, [""; 0]);
}

#[test]
fn says_what_it_is_for() {
    let purpose = |members: &str| key(&format!(r#"{{"kty":"x"{members}}}"#)).purpose;
    assert_eq!(purpose(""), None);
    assert_eq!(
        purpose(r#","use":"sig","key_ops":["sign","verify"],"alg":"ES256""#).as_deref(),
        Some(
            "It is for signatures (`use`), the operations `sign`, `verify` (`key_ops`), the algorithm `ES256` (`alg`)."
        )
    );
    assert_eq!(purpose(r#","use":"tls\u202e""#).as_deref(), Some("It is for `tls⟨U+202E⟩` (`use`)."));
    assert_eq!(purpose(r#","use":1,"key_ops":[]"#), None);
}

#[test]
fn says_what_is_wrong_and_where() {
    check_problem(r#"{"kty":"RSA","e":"AQAB"}"#, "`n` is missing, which keys of the type RSA must have.");
    check_problem(r#"{"kty":"RSA","e":65537,"n":"sXch"}"#, "`e` must be a string, but is a number.");
    check_problem(
        r#"{"kty":"RSA","e":"AQAB","n":"ALF3IQ"}"#,
        "`n` starts with a zero byte, which must be left out: the thumbprint differs from that of the same key without it.",
    );
    check_problem(
        r#"{"kty":"OKP","crv":"Ed25519","x":"AAAA"}"#,
        "`x` has 3 bytes, but that of a key on Ed25519 has 32 bytes.",
    );
    check_problem(
        r#"{"kty":"EC","crv":"Ed25519","x":"AAAA","y":"AAAA"}"#,
        "The curve Ed25519 belongs to keys of the type OKP, but this one says EC.",
    );
    check_problem(
        r#"{"kty":"EC","crv":"P-\u202e999","x":"AAAA","y":"AAAA"}"#,
        "The curve `P-⟨U+202E⟩999` is not known here, so the size of the key cannot be checked.",
    );
    check_problem(r#"{"kty":"ec"}"#, "The key type `ec` is not known here: only EC, RSA, oct, OKP and AKP are.");
    check_problem(
        r#"{"kty":"AKP","alg":"ML-DSA-44","pub":"AAAA"}"#,
        "`pub` has 3 bytes, but that of a key of ML-DSA-44 has 1312 bytes.",
    );
    check_problem(r#"{"kty":"oct","k":""}"#, "`k` is empty.");
    check_problem(
        r#"{"kty":"oct","k":"AA*A"}"#,
        "`k` is not plain base64url at character 2: expected a base64url character, but found `*`.",
    );
    let text = r#"{"kty":"EC","crv":"P-256","x":"+A==","kid":5}"#;
    let expected = [
        ("jwk-not-base64url", "\"+A==\""),
        ("jwk-wrong-length", "\"+A==\""),
        ("jwk-member-missing", text),
        ("jwk-wrong-type", "5"),
    ];
    assert_eq!(problems(text), expected.map(|(id, place)| (id, place.to_owned())));
}

#[test]
fn what_is_new_is_no_fault() {
    let severities =
        |text: &str| -> Vec<Severity> { key(text).problems.iter().map(|problem| problem.severity).collect() };
    assert_eq!(severities(r#"{"kty":"new"}"#), [Severity::Notice]);
    assert_eq!(severities(r#"{"kty":"OKP","crv":"new","x":"AAAA"}"#), [Severity::Notice]);
    assert_eq!(severities(r#"{"kty":"oct"}"#), [Severity::Error]);
}

#[test]
fn a_broken_key_gives_what_can_be_said() {
    let key = key(r#"{"kty":"EC","crv":"P-384","x":7,"kid":"a"}"#);
    assert_eq!((key.kind.as_str(), key.bits), ("elliptic-curve key on P-384", Some(384)));
    assert_eq!((key.key_id.as_deref(), key.thumbprint), (Some("a"), None));
}

/// RFC 7638 section 3.3: names and values are hashed as they are meant, not as they are escaped.
#[test]
fn escapes_do_not_change_the_thumbprint() {
    let escaped = RFC_7638.replace("\"e\"", r#""\u0065""#).replace("AQAB", r"\u0041QAB");
    assert_eq!(key(&escaped).thumbprint, key(RFC_7638).thumbprint);
    assert_eq!(key(r#"{"kty":"oct","k":"a\"b"}"#).thumbprint, None);
}

#[test]
fn what_is_no_key_is_none() {
    for text in [r#"{"kty":5}"#, r#"{"kty":null}"#, r#"{"alg":"RS256"}"#, r#""kty""#, r#"["kty"]"#, "7", "{}"] {
        assert_eq!(read(&value(text)), None, "{text}");
    }
}

#[test]
fn finds_keys_where_headers_and_claims_have_them() {
    let pointers =
        |text: &str| -> Vec<String> { all_in(&value(text)).into_iter().map(|(pointer, _)| pointer).collect() };
    let oct = r#"{"kty":"oct","k":"AAAA"}"#;
    assert_eq!(pointers(&format!(r#"{{"alg":"x","epk":{oct},"jwk":{oct}}}"#)), ["/jwk", "/epk"]);
    assert_eq!(pointers(&format!(r#"{{"cnf":{{"jwk":{oct}}},"sub_jwk":{oct}}}"#)), ["/cnf/jwk", "/sub_jwk"]);
    assert_eq!(pointers(&format!(r#"{{"jwks":{{"keys":[7,{oct}]}}}}"#)), ["/jwks/keys/1"]);
    assert_eq!(pointers(&format!(r#"{{"keys":[{oct},{oct}]}}"#)), ["/keys/0", "/keys/1"]);
    assert_eq!(pointers(&format!(r#"{{"jwk":"text","keys":{{}},"cnf":{{"jkt":"x"}},"key":{oct}}}"#)), [""; 0]);
    assert_eq!(pointers(&format!(r#"{{"keys":[{}]}}"#, vec![oct; 1_000].join(","))).len(), 100);
}
