//! Secrets stay as they stand there: what else they may mean is found by trying.

use super::super::{KeyForm, KeyMaterial, describe, read};
use super::{only, ring_ids};

#[test]
fn a_secret_is_kept_as_it_stands() {
    for text in [
        "your-256-bit-secret",
        "secret\n",
        " secret ",
        "\"secret\"",
        "JWT_SECRET=abc=",
        "export JWT_SECRET='a b'",
        "base64:c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0",
        "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0",
        "MzJieXRlc29mc2VjcmV0MzJieXRlc29mc2VjcmV0MzJieXRlc29mc2VjcmV0MzJieXRlc29mc2VjcmV0",
        "30313233343536373839303132333435363738393031323334353637383930313233343536",
        "two words\nand a line",
        "{not json",
        "[1,2]x",
        "BEGIN the beguine",
        "a-b_c.d-e",
        "ключ",
    ] {
        let key = only(text);
        assert_eq!(key.material, KeyMaterial::Secret(text.as_bytes().to_vec()), "{text}");
        assert_eq!((key.form, key.span.in_str(text)), (KeyForm::Secret, text));
        assert_eq!(ring_ids(&read(text)), [""; 0], "{text}");
    }
    assert_eq!(describe(&only("secret")), "secret of 6 bytes");
    assert_eq!(describe(&only("s")), "secret of 1 byte");
}

#[test]
fn several_lines_are_several_secrets() {
    let text = "# app\nPORT=80\nJWT_SECRET=abc\n";
    let found: Vec<String> = read(text).keys.iter().map(|key| key.span.in_str(text).to_owned()).collect();
    assert_eq!(found, [text, "PORT=80", "JWT_SECRET=abc"]);
}

#[test]
fn a_secret_beside_a_key_is_read_too() {
    let pem = include_str!("../../../../../tests/data/keys/p256.spki.pem");
    let text = format!("PORT=80\nJWT_SECRET=abcdefgh\nPUBLIC_KEY=\"{}\"\n", pem.trim());
    let names: Vec<String> = read(&text).keys.iter().map(describe).collect();
    assert_eq!(names, ["EC P-256", "secret of 19 bytes"]);
}

#[test]
fn secrets_in_json_are_read() {
    let text = r#"{"jwt":{"secret":"abc","issuer":"me"}}"#;
    let ring = read(text);
    let found: Vec<&str> = ring.keys.iter().map(|key| key.span.in_str(text)).collect();
    assert_eq!((found, ring_ids(&ring)), (vec!["\"abc\"", text], vec!["json-without-key"]));
}
