//! What cannot be read is said, and the rest is read all the same. Nothing panics.

use proptest::prelude::*;
use serde_json::json;

use super::super::{KeyMaterial, read};
use super::{key_file, ids, only, ring_ids, vector_key};

#[test]
fn what_cannot_be_read_is_a_remark_with_its_place() {
    let cut = key_file!("rsa.spki.pem").lines().take(4).collect::<Vec<_>>().join("\n");
    let text = format!("{cut}\n-----END PUBLIC KEY-----\n{}", key_file!("p256.spki.pem"));
    let ring = read(&text);
    assert_eq!((ring.keys.len(), ring_ids(&ring)), (1, vec!["key-unreadable"]));
    let message = &ring.remarks[0].message;
    assert_eq!(
        message,
        "The PEM block `PUBLIC KEY` (line 1): expected 294 bytes, but found 144: the end is missing."
    );

    let foreign = key_file!("rsa.spki.pem").replacen("MIIB", "MI!B", 1);
    assert!(read(&foreign).remarks[0].message.contains("found `!`, at character 3 of its base64"));

    let mut off_curve = vector_key("rfc7515-a3-es256");
    off_curve["y"] = off_curve["x"].clone();
    off_curve["kid"] = json!("odd");
    let ring = read(&json!({ "keys": [off_curve, vector_key("rfc8037-a4-ed25519")] }).to_string());
    assert_eq!(ring.keys.len(), 1);
    assert_eq!(ring.remarks[0].message, "The JWK `odd`: expected a point on P-256, but `x` and `y` are not on the curve.");

    let mut short = vector_key("rfc8037-a4-ed25519");
    short["x"] = json!("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUQ");
    assert_eq!(
        read(&short.to_string()).remarks[0].message,
        "A JWK: `x`: expected 32 bytes of a public key on Ed25519, but found 31."
    );
}

#[test]
fn what_stands_in_the_wrong_box_is_named() {
    let token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.AAAA";
    for text in [token.to_owned(), format!("Authorization: Bearer {token}"), format!("{token}\n")] {
        let ring = read(&text);
        assert_eq!((ring.keys.len(), ring_ids(&ring)), (0, vec!["is-token"]), "{text}");
    }
    assert_eq!(ring_ids(&read("https://id.example/.well-known/jwks.json")), ["is-address"]);
}

#[test]
fn odd_keys_are_named() {
    let small = json!({ "kty": "RSA", "n": decode::base64url::encode(&[0xC5; 128]), "e": "AQ" });
    assert_eq!(ids(&only(&small.to_string())), ["key-rsa-small", "key-rsa-exponent"]);
    // The point of order 1: RFC 8032 section 5.1.
    let mut identity = [0; 32];
    identity[0] = 1;
    let weak = json!({ "kty": "OKP", "crv": "Ed25519", "x": decode::base64url::encode(&identity) });
    assert_eq!(ids(&only(&weak.to_string())), ["key-small-order"]);
}

#[test]
fn no_secret_stands_in_what_is_printed_for_debugging() {
    let secret = "correct horse battery staple";
    let printed = format!("{:?}", read(secret));
    assert!(!printed.contains("horse") && !printed.contains("99, 111, 114"), "{printed}");
    let private = format!("{:?}", read(key_file!("p256.pkcs8.pem")));
    assert!(private.contains("PrivateMaterial(…)"));
}

#[test]
fn a_megabyte_of_anything_takes_linear_time() {
    for piece in [
        "-----BEGIN ", "-----END ", "-----BEGIN A-----", "{\"a\":", "[", "{\"kty\":\"EC\"}", "AAAA ", "ssh-rsa AAAA ", "\\\"kty", "MIIB",
        "A=b\n", "{", "{\"kty\":\"RSA\",\"n\":\"AQ\",\"e\":\"Aw\"}\n", "\"", "%", "PASSWORD=12345678\n", "eyJ", "x: y\n",
    ] {
        let start = std::time::Instant::now();
        read(&piece.repeat(1_000_000 / piece.len()));
        assert!(start.elapsed().as_secs() < 10, "{piece}: {:?}", start.elapsed());
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in ".{0,300}") {
        read(&text);
    }

    #[test]
    fn any_mutilated_key_is_read(which in 0_usize..8, at in 0_usize..2000, byte in 0_u8..128, cut in 0_usize..2000) {
        let files = [
            key_file!("rsa.pkcs8.pem"), key_file!("rsa.pkcs1.pem"), key_file!("p256.sec1-parameters.pem"), key_file!("p256.certificate.pem"),
            key_file!("ed25519.spki.pem"), key_file!("rsa.openssh"), key_file!("p256.openssh.pub"), key_file!("ed448.pkcs8.pem"),
        ];
        let mut bytes = files[which].as_bytes().to_vec();
        let length = bytes.len();
        bytes[at % length] = byte;
        let text = String::from_utf8(bytes).expect("ASCII");
        for key in read(&text).keys {
            prop_assert!(key.span.end <= text.len());
        }
        let cut = cut % length;
        read(&text[..cut]);
        read(&text[cut..]);
    }
}

#[test]
fn an_empty_text_holds_nothing() {
    for text in ["", "  \n"] {
        assert_eq!(read(text), Default::default());
    }
    assert!(matches!(&only("x").material, KeyMaterial::Secret(secret) if secret == b"x"));
}
