//! What is told of an encrypted token: how it opens, or why it does not.

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes128Gcm, KeyInit};
use decode::base64url::{decode, encode};
use serde_json::{Value, json};
use test_tokens::token_of;
use verify::check::{Sha2, digest};
use verify::decrypt::{Decrypter, DecryptionOutcome};
use verify::key::{self, KeyMaterial, KeyRing};

use super::{IdCase, Told, case};

/// What `tests/data/jwe/make.mjs` wrote.
fn made() -> Value {
    serde_json::from_str(include_str!("../../../../tests/data/jwe/vectors.json")).expect("JSON")
}

/// The token of this name, and the name of its key.
fn token(name: &str) -> (String, String) {
    let made = made();
    let found = made["tokens"].as_array().expect("a list").iter().find(|token| token["name"] == name).expect("a token");
    let text = |member: &str| found[member].as_str().expect("text").to_owned();
    (text("token"), text("key"))
}

fn key_named(name: &str) -> KeyRing {
    let key = &made()["keys"][name];
    match key["secret"].as_str().or(key["password"].as_str()) {
        Some(text) => secret(text.as_bytes()),
        None => key::read(&key.to_string()),
    }
}

fn secret(bytes: &[u8]) -> KeyRing {
    let mut ring = key::read("x");
    ring.keys[0].material = KeyMaterial::Secret(bytes.to_vec());
    ring
}

fn told(text: &str, ring: &KeyRing) -> Told {
    let decryption = Decrypter::new(&token_of(text), ring).advance(u64::MAX).expect("an end");
    let explanations = match decryption.outcome {
        DecryptionOutcome::Decrypted(decrypted) => decrypted.explanations,
        DecryptionOutcome::Failed(explanations) => explanations,
    };
    explanations.iter().map(|told| told.id).chain(decryption.remarks.iter().map(|remark| remark.id)).collect()
}

/// Of a token as it was written, with its key.
fn whole(name: &str) -> Told {
    let (text, key) = token(name);
    told(&text, &key_named(&key))
}

/// With another key.
fn with_key(name: &str, ring: &KeyRing) -> Told {
    told(&token(name).0, ring)
}

/// With one part changed.
fn with_part(name: &str, at: usize, change: impl Fn(&str) -> String) -> Told {
    let (text, key) = token(name);
    let mut parts: Vec<String> = text.split('.').map(str::to_owned).collect();
    parts[at] = change(&parts[at]);
    told(&parts.join("."), &key_named(&key))
}

/// With members of the header put in place of others, as text.
fn with_header(name: &str, from: &str, to: &str) -> Told {
    with_part(name, 0, |header| {
        let header = String::from_utf8(decode(header).bytes).expect("text");
        assert!(header.contains(from), "{header}");
        encode(header.replace(from, to).as_bytes())
    })
}

fn damaged(part: &str) -> String {
    format!("{}{}", if part.starts_with('A') { "B" } else { "A" }, &part[1..])
}

/// The bytes of a secret as some text.
fn as_text(key: &str, write: impl Fn(&[u8]) -> String) -> KeyRing {
    let ring = key_named(key);
    let KeyMaterial::Secret(bytes) = &ring.keys[0].material else { panic!("a secret") };
    secret(write(bytes).as_bytes())
}

fn with_says(member: &str, value: &str) -> Told {
    let (text, key) = token("A128KW A128GCM");
    let mut jwk = made()["keys"][&key].clone();
    jwk[member] = json!(value);
    told(&text, &key::read(&jwk.to_string()))
}

fn public(key: &str) -> KeyRing {
    let mut ring = key_named(key);
    ring.keys[0].private = None;
    ring
}

/// The token that a password of `count` keys opens none of.
fn with_many_keys(count: usize) -> Told {
    let (text, key) = token("A128KW A128GCM");
    let mut ring = key_named(&key);
    if let KeyMaterial::Secret(bytes) = &mut ring.keys[0].material {
        bytes[0] ^= 1;
    }
    let other = ring.keys[0].clone();
    ring.keys.resize(count, other);
    told(&text, &ring)
}

/// A token with `dir` or ECDH-ES alone, whose content is encrypted with this key.
fn sealed(header: &str, key: &[u8]) -> String {
    let header = encode(header.as_bytes());
    let content = Payload { msg: b"{}", aad: header.as_bytes() };
    let cipher = Aes128Gcm::new_from_slice(key).expect("16 bytes");
    let sealed = cipher.encrypt(&[0; 12].into(), content).expect("a ciphertext");
    let (ciphertext, tag) = sealed.split_at(sealed.len() - 16);
    format!("{header}..{}.{}.{}", encode(&[0; 12]), encode(ciphertext), encode(tag))
}

/// Of a token by ECDH-ES whose content key is derived with these names: RFC 7518 section 4.6.2. The sender's key is the
/// reader's own.
fn agreed(algorithm: &str, parties: [&str; 2]) -> Told {
    let jwk = &made()["keys"]["P-256"];
    let d = decode(jwk["d"].as_str().expect("text")).bytes;
    let key = p256::SecretKey::from_slice(&d).expect("a key");
    let shared = p256::ecdh::diffie_hellman(key.to_nonzero_scalar(), key.public_key().as_affine());
    let mut input = [&[0, 0, 0, 1], &shared.raw_secret_bytes()[..]].concat();
    for name in [algorithm, parties[0], parties[1]] {
        input.extend(u32::try_from(name.len()).expect("short").to_be_bytes());
        input.extend(name.as_bytes());
    }
    input.extend(128_u32.to_be_bytes());
    let epk = json!({ "kty": "EC", "crv": "P-256", "x": jwk["x"], "y": jwk["y"] });
    let header =
        json!({ "alg": "ECDH-ES", "enc": "A128GCM", "epk": epk, "apu": encode(b"Alice"), "apv": encode(b"Bob") });
    told(&sealed(&header.to_string(), &digest(Sha2::Sha256, &input)[..16]), &key_named("P-256"))
}

fn zipped(zip: &str) -> Told {
    let header = json!({ "alg": "dir", "enc": "A128GCM", "zip": zip }).to_string();
    told(&sealed(&header, &[7; 16]), &secret(&[7; 16]))
}

const RSA: &str = "RSA-OAEP A128GCM";
const DIRECT: &str = "dir A128GCM";
const PASSWORD: &str = "PBES2-HS256+A128KW A128GCM";
const AGREED: &str = "ECDH-ES P-256 A128GCM apu apv";
const COOKIE: &str = "Auth.js v5 authjs.session-token";

pub const CASES: &[IdCase] = &[
    case("no-key", || with_key(RSA, &KeyRing::default()), || whole(RSA)),
    case("not-encrypted", || told("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1In0.AAAA", &secret(b"x")), || whole(DIRECT)),
    case(
        "jwe-incomplete",
        || {
            let (text, key) = token(DIRECT);
            told(text.rsplit_once('.').expect("parts").0, &key_named(&key))
        },
        || whole(DIRECT),
    ),
    case(
        "jwe-unreadable",
        || with_part(DIRECT, 3, |part| format!("{}A", &part[..part.len() / 4 * 4])),
        || whole(DIRECT),
    ),
    case("alg-missing", || with_header(DIRECT, r#""alg""#, r#""Alg""#), || whole(DIRECT)),
    case("alg-unknown", || with_header(DIRECT, r#""dir""#, r#""DIR""#), || whole(DIRECT)),
    case("enc-missing", || with_header(DIRECT, r#""enc""#, r#""Enc""#), || whole(DIRECT)),
    case("enc-unknown", || with_header(DIRECT, "A128GCM", "A128CCM"), || with_header(DIRECT, "A128GCM", "A192GCM")),
    case("iv-length", || with_part(DIRECT, 2, |part| part[4..].to_owned()), || with_part(DIRECT, 2, damaged)),
    case("tag-length", || with_part(DIRECT, 4, |part| part[..20].to_owned()), || with_part(DIRECT, 4, damaged)),
    case(
        "ciphertext-too-long",
        || with_part(DIRECT, 3, |_| "A".repeat(26_666_672)),
        || with_part(DIRECT, 3, |part| part.repeat(4)),
    ),
    case("encrypted-key-not-empty", || with_part(DIRECT, 1, |_| "AAAA".to_owned()), || whole(DIRECT)),
    case("key-is-public", || with_key(RSA, &public("rsa")), || whole(RSA)),
    case("key-type-differs", || with_key(RSA, &key_named("P-256")), || whole(RSA)),
    case(
        "key-length",
        || with_key("A192KW A128GCM", &secret(b"short")),
        || with_key("A192KW A128GCM", &secret(&[7; 24])),
    ),
    case("key-for-signatures", || with_says("use", "sig"), || with_says("use", "enc")),
    case("not-all-tried", || with_many_keys(20_001), || with_many_keys(2)),
    case("content-damaged", || with_part("A128KW A128GCM", 4, damaged), || with_part(DIRECT, 4, damaged)),
    case(
        "wrong-key-or-damaged",
        || with_key("A128KW A128GCM", &secret(&[7; 16])),
        || with_part("A128KW A128GCM", 4, damaged),
    ),
    case(
        "content-key-length",
        || {
            // A content key of 16 bytes under an `enc` that needs 32.
            let wrapped = token("A128KW A128GCM").0.split('.').nth(1).expect("a part").to_owned();
            with_part("A128KW A128CBC-HS256", 1, |_| wrapped.clone())
        },
        || with_part("A128KW A128CBC-HS256", 1, damaged),
    ),
    case(
        "epk-other-curve",
        || with_key("ECDH-ES P-256 A128GCM", &key_named("P-384")),
        || with_key("ECDH-ES P-256 A128GCM", &public("P-256")),
    ),
    case("epk-unreadable", || with_header(AGREED, r#""epk""#, r#""other""#), || whole(AGREED)),
    case(
        "party-info-not-base64url",
        || with_header(AGREED, "QWxpY2U", "Alice!"),
        || with_header(AGREED, "QWxpY2U", "Ym9i"),
    ),
    case("party-info-as-text", || agreed("A128GCM", ["QWxpY2U", "Qm9i"]), || agreed("A128GCM", ["Alice", "Bob"])),
    case("party-info-left-out", || agreed("A128GCM", ["", ""]), || agreed("A128GCM", ["Alice", "Bob"])),
    case(
        "derivation-names-other-algorithm",
        || agreed("ECDH-ES", ["Alice", "Bob"]),
        || agreed("A128GCM", ["Alice", "Bob"]),
    ),
    case("zip-unknown", || zipped("GZIP"), || zipped("DEF")),
    case("p2s-missing", || with_header(PASSWORD, r#""p2s""#, r#""P2s""#), || whole(PASSWORD)),
    case("p2c-missing", || with_header(PASSWORD, r#""p2c""#, r#""P2c""#), || whole(PASSWORD)),
    case("p2c-unreadable", || with_header(PASSWORD, r#""p2c":"#, r#""p2c":-"#), || whole(PASSWORD)),
    case("p2c-too-many", || with_header(PASSWORD, r#""p2c":"#, r#""p2c":99999"#), || whole(PASSWORD)),
    case("key-halves-swapped", || whole("halves swapped"), || whole("dir A128CBC-HS256")),
    case("rsa-other-padding", || whole("OAEP names the other hash"), || whole(RSA)),
    case("next-auth-cookie", || whole("next-auth v4"), || whole(COOKIE)),
    case("auth-js-cookie", || whole(COOKIE), || whole("next-auth v4")),
    case(
        "secret-name-removed",
        || with_key(COOKIE, &secret(b"AUTH_SECRET=\"a secret that the site keeps to itself\"")),
        || with_key(COOKIE, &secret(b"AUTH SECRET=\"a secret that the site keeps to itself\"")),
    ),
    case(
        "secret-base64",
        || with_key("dir A256GCM", &as_text("dir-A256GCM", encode)),
        || with_key("dir A256GCM", &as_text("dir-A256GCM", |bytes| encode(&bytes[1..]))),
    ),
];
