//! No secret of the key box stands in anything that is said of it: not in a report, a remark, an explanation or a failure.

use std::collections::HashSet;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use decode::Token;
use inspection::inspect;
use serde_json::{Value, json};
use share::report;
use verify::check::{Sha2, hmac};
use verify::decrypt::{Decrypter, DecryptionOutcome};
use verify::{Checker, key};

const NOW: i64 = 1_795_823_400;

/// So many characters of a secret in a row are too many.
const WINDOW: usize = 8;

/// 48 bytes that are printable, and stand in no English sentence.
const SECRET: &str = "Zq7!vK2#mX9$pL4%wT8^rJ3&bN6*yH5(gD1)fS0_cQuAeIoUzk";

fn url(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The spellings in which bytes could be said: as text, as base64 of either alphabet from each of its first three bytes on,
/// in hexadecimal digits of either case, and as a list of numbers.
fn readings(secret: &[u8]) -> Vec<String> {
    let mut all: Vec<String> = std::str::from_utf8(secret).map(str::to_owned).into_iter().collect();
    for from in 0..secret.len().min(3) {
        all.extend([STANDARD.encode(&secret[from..]), url(&secret[from..])]);
    }
    let digits = hex(secret);
    all.extend([digits.to_ascii_uppercase(), digits]);
    all.push(secret.iter().map(u8::to_string).collect::<Vec<_>>().join(", "));
    all
}

/// All stretches of so many bytes.
fn windows(text: &str, length: usize) -> HashSet<&[u8]> {
    text.as_bytes().windows(length).collect()
}

#[track_caller]
fn assert_says_nothing_of(secret: &[u8], said: &str, name: &str) {
    assert_holds_none(&readings(secret), said, name);
}

#[track_caller]
fn assert_holds_none(spellings: &[String], said: &str, name: &str) {
    // A list of numbers needs more characters to be told from another one.
    let [short, long] = [WINDOW, 6 * WINDOW].map(|length| (length, windows(said, length)));
    for spelling in spellings {
        let (length, said_windows) = if spelling.contains(", ") { &long } else { &short };
        for window in spelling.as_bytes().windows(*length) {
            let is_said = said_windows.contains(window);
            assert!(!is_said, "{name}: {:?} stands in\n{said}", String::from_utf8_lossy(window));
        }
    }
}

/// All that is said of a key text beside a token, but for what the token's own text says.
fn said(token: &str, key_text: &str) -> String {
    let inspection = inspect(token, NOW);
    let ring = key::read(key_text);
    let checks = |token: &Token| {
        let others = inspection.tokens.iter().map(|inspected| &*inspected.token);
        Checker::new(token, &ring).beside(others).with_key_text(key_text).at(NOW).finish()
    };
    let mut said = vec![report::json_with_keys(&inspection, &ring, key_text, None), format!("{ring:?}")];
    for inspected in &inspection.tokens {
        said.push(report::markdown(inspected, None, NOW));
        said.push(format!("{:?}", checks(&inspected.token)));
        let mut decrypter = Decrypter::new(&inspected.token, &ring);
        let decryption = decrypter.advance(u64::MAX).expect("an end");
        said.push(match &decryption.outcome {
            DecryptionOutcome::Failed(reasons) => format!("{reasons:?}"),
            DecryptionOutcome::Decrypted(opened) => {
                format!("{} {:?} {:?}", opened.how, opened.key, opened.explanations)
            }
        });
        said.push(format!("{:?}", decryption.remarks));
    }
    said.extend(ring.keys.iter().map(key::describe));
    said.join("\n")
}

fn signed(header: &str, secret: &[u8]) -> String {
    let input = format!("{}.{}", url(header), url(r#"{"sub":"reader","n":1.0}"#));
    format!("{input}.{}", url(hmac(Sha2::Sha256, secret, input.as_bytes())))
}

const HS256: &str = r#"{"alg":"HS256","kid":"k1"}"#;

/// The texts in which a secret is pasted.
fn spellings(secret: &str) -> Vec<String> {
    let (base64, digits) = (STANDARD.encode(secret), hex(secret.as_bytes()));
    let mut all = vec![secret.to_owned()];
    for text in [secret, &base64, &url(secret), &digits, &digits.to_ascii_uppercase()] {
        all.extend([
            text.to_owned(),
            format!("{text}\n"),
            format!(" \"{text}\"\r\n"),
            format!("JWT_SECRET={text}"),
            format!("export JWT_SECRET='{text}'\nOTHER_PASSWORD=x{text}\n"),
            format!("base64:{text}"),
            format!("{text}:{text}"),
            format!("{text}="),
            json!({ "kty": "oct", "k": url(text), "kid": "k1" }).to_string(),
            json!({ "kty": "oct", "k": text, "kid": "k1" }).to_string(),
            json!({ "kty": "oct", "k": [text], "kid": "k1" }).to_string(),
            json!({ "keys": [{ "kty": "oct", "k": url(text), "kid": "k1" }, { "kty": "oct", "k": url(format!("{text}2")), "kid": "k1" }] }).to_string(),
            json!({ "type": "HS256", "key": text }).to_string(),
            json!({ "jwt": { "client_secret": text, "password": text } }).to_string(),
        ]);
    }
    all
}

/// The bytes with which the token is signed, so that each explanation is given.
fn signing_bytes(secret: &str) -> Vec<Vec<u8>> {
    let mut all = vec![
        secret.as_bytes().to_vec(),
        format!("{secret}\n").into_bytes(),
        format!("\"{secret}\"").into_bytes(),
        STANDARD.encode(secret).into_bytes(),
        hex(secret.as_bytes()).into_bytes(),
        verify::check::digest(Sha2::Sha256, secret.as_bytes()),
        secret.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        b"another one".to_vec(),
    ];
    all.push(secret.as_bytes()[..30].to_vec());
    all
}

#[test]
fn no_report_holds_a_secret() {
    let mut explained = std::collections::BTreeSet::new();
    for bytes in signing_bytes(SECRET) {
        let token = signed(HS256, &bytes);
        for text in spellings(SECRET) {
            let said = said(&token, &text);
            assert_says_nothing_of(SECRET.as_bytes(), &said, &text);
            for id in [
                "secret-base64",
                "secret-hex",
                "secret-trailing-newline",
                "secret-quoted",
                "secret-digest",
                "secret-name-removed",
                "secret-is-base64-of-it",
                "secret-other-encoding",
                "secret-trimmed",
            ] {
                if said.contains(&format!("{id:?}")) {
                    explained.insert(id);
                }
            }
        }
    }
    assert_eq!(explained.len(), 9, "each of these was said: {explained:?}");
}

/// A part of the secret that looks like a name, because it ends in `=` or `:`.
#[test]
fn what_looks_like_a_name_may_be_a_secret() {
    for separator in ["=", ":", " = "] {
        let token = signed(HS256, b"the rest of it");
        let said = said(&token, &format!("Zq7vK2mX9pL4wT8rJ3bN6yH5{separator}the rest of it"));
        assert!(said.contains("secret-name-removed"), "{said}");
        assert_says_nothing_of(b"Zq7vK2mX9pL4wT8rJ3bN6yH5", &said, separator);
    }
}

fn vectors() -> Value {
    serde_json::from_str(include_str!("data/jwe/vectors.json")).expect("JSON")
}

#[test]
fn no_private_member_of_a_jwk_is_said() {
    let vectors = vectors();
    let keys: Vec<&Value> =
        vectors["keys"].as_object().expect("keys").values().filter(|key| key["kty"].is_string()).collect();
    assert!(keys.len() >= 10, "{} keys", keys.len());
    let tokens: Vec<String> = ["RS256", "ES256", "ES384", "ES512", "EdDSA", "HS256"]
        .iter()
        .map(|alg| format!("{}.e30.{}", url(format!(r#"{{"alg":"{alg}"}}"#)), url([7; 64])))
        .chain(
            vectors["tokens"]
                .as_array()
                .expect("tokens")
                .iter()
                .step_by(52)
                .map(|token| token["token"].as_str().expect("text").to_owned()),
        )
        .collect();
    for key in keys {
        let private: Vec<Vec<u8>> = ["d", "p", "q", "dp", "dq", "qi", "k", "priv"]
            .iter()
            .filter_map(|name| key[*name].as_str())
            .map(|text| URL_SAFE_NO_PAD.decode(text).expect("base64url"))
            .collect();
        assert!(!private.is_empty(), "{key}");
        // As it is, in a set, and with each private member broken.
        let mut texts = vec![
            key.to_string(),
            json!({ "keys": [key, key] }).to_string(),
            json!({ "a": key.to_string() }).to_string(),
        ];
        for name in ["d", "p", "k", "x", "n"] {
            if let Some(text) = key[name].as_str() {
                for broken in
                    [format!("{text}!"), text[1..].to_owned(), format!(" {text}="), text[..text.len() / 2].to_owned()]
                {
                    let mut changed = key.clone();
                    changed[name] = broken.into();
                    texts.push(changed.to_string());
                }
                let mut changed = key.clone();
                changed[name] = json!({ "value": text });
                texts.push(changed.to_string());
            }
        }
        for text in &texts {
            for token in &tokens {
                let said = said(token, text);
                private.iter().for_each(|secret| assert_says_nothing_of(secret, &said, text));
            }
        }
    }
}

#[test]
fn no_body_of_a_private_pem_is_said() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/keys");
    let mut count = 0;
    for file in std::fs::read_dir(folder).expect("the key files") {
        let path = file.expect("a file").path();
        let pem = std::fs::read_to_string(&path).expect("text");
        if !pem.contains("PRIVATE KEY") {
            continue;
        }
        count += 1;
        // Of two blocks the second one is the key.
        let key = &pem[pem.rfind("-----BEGIN").expect("a block")..];
        let body: String = key.lines().filter(|line| !line.contains(['-', ':'])).collect();
        let bytes = STANDARD.decode(&body).expect("base64");
        let escaped = pem.replace('\n', "\\n");
        let cut = &pem[..pem.len() / 2];
        let texts = [
            pem.clone(),
            escaped.clone(),
            format!("KEY=\"{escaped}\""),
            body.clone(),
            cut.to_owned(),
            pem.replace('M', "!"),
            hex(&bytes),
            json!({ "private_key": pem, "private_key_id": "k" }).to_string(),
        ];
        for alg in ["RS256", "ES256", "EdDSA", "HS256"] {
            let token = format!("{}.e30.{}", url(format!(r#"{{"alg":"{alg}"}}"#)), url([7; 64]));
            for text in &texts {
                let said = said(&token, text);
                assert_says_nothing_of(body.as_bytes(), &said, &path.display().to_string());
                // What is printed of a public key, for those who debug, are its bytes as numbers.
                assert_holds_none(&[hex(&bytes)], &said, &path.display().to_string());
            }
        }
    }
    assert!(count >= 12, "{count} files");
}

/// A password, a site's secret and a content key: where they open the token, and where they do not.
#[test]
fn nothing_is_said_of_what_decrypts() {
    let vectors = vectors();
    let tokens = vectors["tokens"].as_array().expect("tokens");
    let mut opened = 0;
    for token in tokens.iter().filter(|token| {
        let name = token["name"].as_str().expect("a name");
        ["PBES2", "dir", "A128KW", "NextAuth", "Auth.js", "next"].iter().any(|kind| name.contains(kind))
    }) {
        let key = &vectors["keys"][token["key"].as_str().expect("a name")];
        let Some(secret) = key["password"].as_str().or(key["k"].as_str()).or(key["secret"].as_str()) else { continue };
        let wrong = format!("{secret}2");
        for text in
            [secret.to_owned(), wrong, format!("NEXTAUTH_SECRET={secret}"), key.to_string(), format!("\"{secret}\"\n")]
        {
            let said = said(token["token"].as_str().expect("text"), &text);
            opened += usize::from(said.contains("Decrypted with"));
            // Those that are English words share some with what is said: all of such a one must not stand there.
            let spellings = readings(secret.as_bytes());
            match secret.contains(' ') {
                true => assert!(!said.contains(secret), "{said}"),
                false => assert_holds_none(&spellings[..1], &said, &text),
            }
            assert_holds_none(&spellings[1..], &said, &text);
        }
    }
    assert!(opened > 20, "{opened} were decrypted");
    // The secret of a site stands for many keys.
    let cookie =
        "next-auth.session-token=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA";
    assert_says_nothing_of(SECRET.as_bytes(), &said(cookie, &format!("NEXTAUTH_SECRET={SECRET}")), "cookie");
}
