//! Keys in JSON.

use serde_json::{Value, json};

use super::super::{KeyForm, KeyMaterial, LIMIT, describe, read};
use super::{key_file, ids, only, ring_ids, same, vector_key};

fn rsa_jwk() -> Value {
    let mut key = vector_key("rfc7515-a2-rs256");
    key.as_object_mut().expect("an object").retain(|name, _| ["kty", "n", "e"].contains(&name.as_str()));
    key
}

fn rsa() -> KeyMaterial {
    only(key_file!("rsa.spki.pem")).material
}

#[test]
fn jwk_jwks_and_array_are_the_same_key() {
    let key = rsa();
    let jwk = rsa_jwk();
    for (value, form) in [
        (jwk.clone(), KeyForm::Jwk),
        (json!({ "keys": [jwk] }), KeyForm::Jwks),
        (json!([jwk]), KeyForm::Jwks),
        (json!({ "jwks": { "keys": [jwk] } }), KeyForm::Jwks),
        (json!({ "secret": jwk.to_string() }), KeyForm::Jwk),
    ] {
        for text in [
            value.to_string(),
            serde_json::to_string_pretty(&value).expect("JSON"),
            format!("const jwks = {value};"),
            format!("JWKS='{value}'"),
            format!("JWKS={}", Value::String(value.to_string())),
            format!("```json\n{value}\n```"),
        ] {
            assert_eq!(same(&text, &key).form, form, "{text}");
        }
    }
    use base64::Engine;
    let base64 = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(json!({ "keys": [jwk] }).to_string());
    same(&base64, &key);
    same(&format!("JWKS_BASE64={base64}"), &key);
}

#[test]
fn each_key_of_a_set_has_its_place_and_what_it_says_of_itself() {
    let mut first = rsa_jwk();
    first["kid"] = json!("a");
    first["use"] = json!("enc");
    first["alg"] = json!("RSA-OAEP");
    let mut second = vector_key("rfc7515-a3-es256");
    second["kid"] = json!("b");
    second["key_ops"] = json!(["verify", "sign"]);
    let text = serde_json::to_string_pretty(&json!({ "keys": [first, second] })).expect("JSON");
    let ring = read(&text);
    let [a, b] = &*ring.keys else { panic!("{ring:?}") };
    assert_eq!((a.kid.as_deref(), a.public_use.as_deref(), a.alg.as_deref()), (Some("a"), Some("enc"), Some("RSA-OAEP")));
    assert_eq!((b.kid.as_deref(), &*b.key_ops), (Some("b"), &["verify".to_owned(), "sign".to_owned()][..]));
    assert!(b.span.in_str(&text).contains("verify") && b.span.in_str(&text).starts_with('{'));
    assert_eq!(ids(b), ["key-is-private"]);
}

#[test]
fn keys_in_the_json_of_services() {
    let key = rsa();
    let certificate = key_file!("rsa.certificate.pem");
    let spki = key_file!("rsa.spki.pem");
    let bare: String = spki.lines().filter(|line| !line.starts_with('-')).collect();
    for (value, kid, form) in [
        (json!({ "k1": certificate }), Some("k1"), KeyForm::KidMap),
        (json!({ "public_certs": [{ "kid": "k2", "cert": certificate }] }), Some("k2"), KeyForm::Certificate),
        (
            json!({ "type": "service_account", "private_key_id": "k3", "private_key": key_file!("rsa.pkcs8.pem"), "client_id": "1" }),
            Some("k3"),
            KeyForm::Pkcs8,
        ),
        (json!({ "realm": "demo", "public_key": bare, "token-service": "https://example.com" }), None, KeyForm::Spki),
        (json!({ "type": "RS256", "key": spki }), None, KeyForm::Spki),
        (json!({ "type": "RS256", "key": spki.replace('\n', "\\n") }), None, KeyForm::Spki),
        (json!({ "keys": [{ "kid": "k4", "publicKey": bare, "algorithm": "RS256", "use": "SIG" }] }), Some("k4"), KeyForm::Spki),
    ] {
        for text in [value.to_string(), serde_json::to_string_pretty(&value).expect("JSON")] {
            let found = same(&text, &key);
            assert_eq!((found.kid.as_deref(), found.form), (kid, form), "{text}");
        }
    }
    let hasura = only(r#"{"type":"HS256","key":"0123456789abcdef0123456789abcdef"}"#);
    assert_eq!((describe(&hasura), hasura.alg.as_deref()), ("secret of 32 bytes".to_owned(), Some("HS256")));
}

#[test]
fn metadata_names_the_address_to_open() {
    let ring = read(r#"{"issuer":"https://id.example","jwks_uri":"https://id.example/keys"}"#);
    assert_eq!((ring.keys.len(), ring_ids(&ring)), (0, vec!["is-oidc-metadata"]));
    assert!(ring.remarks[0].message.contains("`https://id.example/keys`"));
}

#[test]
fn odd_members_are_read_and_named() {
    let key = rsa();
    let mut padded = rsa_jwk();
    padded["e"] = json!("AQAB====");
    let mut mixed = rsa_jwk();
    mixed["n"] = json!(mixed["n"].as_str().expect("text").replace('-', "+"));
    let mut wrapped = rsa_jwk();
    wrapped["n"] = json!(mixed["n"].as_str().expect("text").replace('+', "-\n"));
    for jwk in [padded, mixed, wrapped] {
        assert_eq!(ids(&same(&jwk.to_string(), &key)), ["key-not-base64url"]);
    }
    let mut zero = rsa_jwk();
    let modulus = decode::base64url::decode(zero["n"].as_str().expect("text")).bytes;
    zero["n"] = json!(decode::base64url::encode(&[&[0], &modulus[..]].concat()));
    assert_eq!(ids(&same(&zero.to_string(), &key)), ["key-leading-zero"]);
    let mut lower = rsa_jwk();
    lower["kty"] = json!("rsa");
    assert_eq!(ids(&same(&lower.to_string(), &key)), ["key-type-case"]);
}

#[test]
fn post_quantum_keys_follow_from_their_seed() {
    for name in ["44", "65", "87"] {
        let jwk = vector_key(&format!("rfc9964-ml-dsa-{name}"));
        let key = only(&jwk.to_string());
        assert_eq!(describe(&key), format!("ML-DSA-{name}"));
        let mut seed_alone = jwk.clone();
        seed_alone.as_object_mut().expect("an object").remove("pub");
        same(&seed_alone.to_string(), &key.material);
    }
}

#[test]
fn two_keys_with_one_kid_are_named() {
    let with_kid = |mut key: Value, kid: &str| {
        key["kid"] = json!(kid);
        key
    };
    let other = vector_key("rfc8037-a4-ed25519");
    let ring = read(&json!([with_kid(rsa_jwk(), "a"), with_kid(other.clone(), "a"), with_kid(other, "b")]).to_string());
    let named: Vec<bool> = ring.keys.iter().map(|key| ids(key).contains(&"key-duplicate-kid")).collect();
    assert_eq!(named, [true, true, false]);
    // The same key twice is no question of which.
    let ring = read(&json!([with_kid(rsa_jwk(), "a"), with_kid(rsa_jwk(), "a")]).to_string());
    assert!(ring.keys.iter().all(|key| ids(key).is_empty()));
}

#[test]
fn no_more_than_the_limit_is_read() {
    let keys: Vec<Value> = (0..LIMIT + 5).map(|_| json!({ "kty": "oct", "k": "c2VjcmV0" })).collect();
    let ring = read(&json!({ "keys": keys }).to_string());
    assert_eq!((ring.keys.len(), ring_ids(&ring)), (LIMIT, vec!["keys-left-out"]));
}
