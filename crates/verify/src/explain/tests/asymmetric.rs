//! RSA and elliptic curves: tokens that OpenSSL signed, each with its public key and what explains it.

use super::*;
use crate::KeyOwner;
use crate::key::KeyMaterial;

struct Signed {
    id: String,
    token: String,
    keys: KeyRing,
}

fn signed() -> Vec<Signed> {
    let text = include_str!("../../../../../tests/data/explain/asymmetric.json");
    let all: Vec<serde_json::Value> = serde_json::from_str(text).expect("JSON");
    let text = |value: &serde_json::Value| value.as_str().expect("a string").to_owned();
    let read = |vector: &serde_json::Value| Signed {
        id: text(&vector["id"]),
        token: text(&vector["token"]),
        keys: key::read(&vector["key"].to_string()),
    };
    all.iter().map(read).collect()
}

#[test]
fn each_is_explained() {
    for Signed { id, token, keys } in signed() {
        let check = check(&token, &keys);
        assert_eq!((check.signature, ids(&check)), (SignatureVerdict::DoesNotFit, vec![id.as_str()]), "{token}");
    }
}

#[test]
fn none_is_explained_by_another_key_of_its_kind() {
    let all = signed();
    for Signed { id, token, keys } in &all {
        let mut other = keys.clone();
        match &mut other.keys[0].material {
            // Another modulus, which is odd as well.
            KeyMaterial::Rsa { modulus, .. } => modulus[10] ^= 1,
            KeyMaterial::Okp { .. } => continue,
            material => {
                let is_other = |of: &&Signed| match (&of.keys.keys[0].material, &*material) {
                    (KeyMaterial::Ec { curve: one, x: a, .. }, KeyMaterial::Ec { curve: two, x: b, .. }) => {
                        one == two && a != b
                    }
                    _ => false,
                };
                let Some(of) = all.iter().find(is_other) else { continue };
                *material = of.keys.keys[0].material.clone();
            }
        }
        let found = check(token, &other);
        let by_form = ["signature-cut", "signature-length"];
        assert!(found.explanations.iter().all(|told| by_form.contains(&told.id)), "{id}: {:?}", ids(&found));
    }
}

#[test]
fn the_pasted_text_of_a_key_is_tried_as_a_secret() {
    let keys = signed().remove(0).keys;
    let text = "the key, as some file has it";
    let token = signed_with(text.as_bytes());
    let told = Checker::new(&token_of(&token), &keys).with_key_text(text).finish().remove(0);
    assert_eq!(ids(&told), ["pem-as-secret"]);
    let untold = check(&token, &keys);
    assert_eq!((untold.signature, ids(&untold)), (SignatureVerdict::CannotBeChecked, vec![]));
    assert_eq!(untold.reason.as_deref(), Some("HS256 needs a secret, and none of the keys is one."));
}

fn rs256() -> (String, KeyRing) {
    let vectors: serde_json::Value =
        serde_json::from_str(include_str!("../../../../../tests/data/rfc-vectors.json")).expect("JSON");
    let vector =
        vectors.as_array().expect("a list").iter().find(|vector| vector["id"] == "rfc7515-a2-rs256").expect("it");
    (vector["token"].as_str().expect("text").to_owned(), key::read(&vector["key"].to_string()))
}

#[test]
fn the_key_that_fits_is_found_whatever_is_said_of_it() {
    let (token, mut keys) = rs256();
    keys.keys[0].private = None;
    keys.keys[0].remarks.clear();
    let remarks = |keys: &KeyRing| check(&token, keys).remarks.iter().map(|remark| remark.id).collect::<Vec<_>>();
    assert_eq!(remarks(&keys), Vec::<&str>::new());
    let key = &mut keys.keys[0];
    key.public_use = Some("enc".to_owned());
    key.alg = Some("RSA-OAEP".to_owned());
    key.key_ops = vec!["encrypt".to_owned()];
    key.not_after = Some(1_700_000_000);
    key.private = Some(crate::key::PrivateMaterial::Scalar(vec![1]));
    assert_eq!(remarks(&keys), ["key-for-encryption", "key-alg-differs", "key-ops-differ", "key-is-private"]);
    let later = Checker::new(&token_of(&token), &keys).at(1_700_000_001).finish().remove(0);
    let expired = later.remarks.iter().find(|remark| remark.id == "key-certificate-expired").expect("a remark");
    assert!(expired.message.contains("2023"), "{}", expired.message);
    assert!(
        Checker::new(&token_of(&token), &keys).at(1_700_000_000).finish()[0]
            .remarks
            .iter()
            .all(|remark| remark.id != "key-certificate-expired")
    );
}

#[test]
fn another_key_than_the_one_that_is_named() {
    let (_, rsa) = rs256();
    let entra = signed().into_iter().find(|signed| signed.id == "entra-nonce").expect("a token with `kid`");
    let token = entra.token;
    let mut keys = KeyRing { keys: vec![rsa.keys[0].clone(), rsa.keys[0].clone()], remarks: Vec::new() };
    keys.keys[0].kid = Some("a".to_owned());
    keys.keys[1].kid = Some("b".to_owned());
    if let KeyMaterial::Rsa { modulus, .. } = &mut keys.keys[0].material {
        modulus[10] ^= 1;
    }
    // The hash of the nonce is in place, so that the second key fits as it stands.
    let (header, rest) = token.split_once('.').expect("segments");
    let header = String::from_utf8(decode::base64url::decode(header).bytes).expect("text");
    let hash = encode(&crate::check::digest(Sha2::Sha256, b"n-0S6_WzA2Mj"));
    let token = format!("{}.{rest}", encode(header.replace("n-0S6_WzA2Mj", &hash).as_bytes()));
    let found = check(&token, &keys);
    assert_eq!((found.signature, found.whose), (SignatureVerdict::Fits, Some(KeyOwner::Pasted)));
    assert_eq!(found.key.as_ref().map(|key| key.index), Some(1));
    assert_eq!(ids(&found), ["other-key-in-set"]);
    let differs = found.remarks.iter().find(|remark| remark.id == "kid-differs").expect("a remark");
    assert_eq!(differs.message, "Key 2 of 2 fits, though the token's `kid` names key 1.");
    // Two keys of one name.
    keys.keys[1].kid = Some("a".to_owned());
    assert!(check(&token, &keys).remarks.iter().any(|remark| remark.id == "key-duplicate-kid"));
    // One that names the fitting key itself.
    keys.keys[0].kid = Some("b".to_owned());
    let named = check(&token, &keys);
    assert_eq!((ids(&named), named.remarks.iter().any(|remark| remark.id == "kid-differs")), (vec![], false));
}

#[test]
fn the_key_in_the_token_proves_nothing() {
    let (_, keys) = rs256();
    let all = signed();
    let of = all.iter().find(|signed| signed.id == "ecdsa-swapped").expect("one");
    let KeyMaterial::Ec { x, y, .. } = &of.keys.keys[0].material else { panic!("an EC key") };
    let header =
        format!(r#"{{"alg":"ES256","jwk":{{"kty":"EC","crv":"P-256","x":"{}","y":"{}"}}}}"#, encode(x), encode(y));
    let forged = format!("{}.{}.{}", encode(header.as_bytes()), encode(CLAIMS.as_bytes()), encode(&[7; 64]));
    let found = check(&forged, &KeyRing::default());
    assert_eq!((found.signature, found.whose), (SignatureVerdict::DoesNotFit, None));
    assert_eq!(check(&forged, &keys).signature, SignatureVerdict::CannotBeChecked);
}

#[test]
fn says_which_keys_are_there_where_the_named_one_is_not() {
    let (token, mut keys) = rs256();
    let (header, rest) = token.split_once('.').expect("segments");
    assert_eq!(decode::base64url::decode(header).bytes, br#"{"alg":"RS256"}"#);
    let named = format!("{}.{rest}", encode(br#"{"alg":"RS256","kid":"new"}"#));
    keys.keys[0].kid = Some("old".to_owned());
    let found = check(&named, &keys);
    assert_explained(&found, "kid-not-in-set");
    keys.keys[0].kid = Some("new".to_owned());
    assert_unexplained(&check(&named, &keys));
}
