//! Key texts and tokens made to break or to cost: there is always an answer, it is bounded, and no step takes long.

// What Clippy lets off in test functions, it does not in what they call.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, clippy::panic)]
// The core reads no clock and no file; these tests measure it, and read the key files.
#![allow(clippy::disallowed_methods)]

#[path = "hostile/any_text.rs"]
mod any_text;
#[path = "hostile/encrypted.rs"]
mod encrypted;
#[path = "hostile/key_texts.rs"]
mod key_texts;
#[path = "hostile/signed.rs"]
mod signed;
#[path = "hostile/steps.rs"]
mod steps;

use std::time::{Duration, Instant};

use decode::Token;
use decode::base64url::encode;
use verify::decrypt::{Decrypter, Decryption, DecryptionOutcome};
use verify::key::{self, KeyRing};
use verify::{Checker, SignatureCheck};

/// 1 MB, which is what is read of a key text.
const MEGABYTE: usize = key::LONGEST;

/// What a text of a million characters may take without optimisation on a busy machine. Quadratic work takes minutes.
const LONG: Duration = Duration::from_secs(30);

/// How often a text grows in the tests of growth, and by how much the time may.
const LARGER: usize = 4;
const SLOWER: u32 = 10;

/// A token with random-looking bytes in place of a signature.
fn unfit(header: &str, payload: &str, signature: usize) -> String {
    format!("{}.{}.{}", encode(header.as_bytes()), encode(payload.as_bytes()), encode(&bytes(signature)))
}

/// Bytes in no order that can be seen; the same ones each time.
fn bytes(count: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let next = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    (0..count).map(next).collect()
}

/// An RSA modulus, odd and of exactly so many bits.
fn modulus(bits: usize) -> String {
    let mut number = bytes(bits / 8);
    *number.first_mut().expect("a byte") |= 0x80;
    *number.last_mut().expect("a byte") |= 1;
    encode(&number)
}

/// A compact JWE of the form alone.
fn sealed(header: &str, encrypted_key: usize, ciphertext: usize) -> String {
    let (iv, tag) = if header.contains("CBC") { (16, 32) } else { (12, 16) };
    let parts = [bytes(encrypted_key), bytes(iv), bytes(ciphertext), bytes(tag)].map(|part| encode(&part));
    format!("{}.{}", encode(header.as_bytes()), parts.join("."))
}

/// Each token of the text with all keys, decrypted too where it is encrypted. What is said is bounded.
fn all_answers(tokens: &str, keys: &str) -> (KeyRing, Vec<SignatureCheck>, Vec<Decryption>) {
    let ring = key::read(keys);
    assert_bounded(&ring, keys);
    let decoded = decode::decode(tokens);
    let mut checks = Vec::new();
    let mut decryptions = Vec::new();
    for token in decoded.tokens.iter().take(3) {
        let of_token =
            Checker::new(token, &ring).with_key_text(keys).beside(&decoded.tokens).at(1_700_000_000).finish();
        assert_eq!(of_token.len(), token.group_count().max(1), "an answer for each signature");
        checks.extend(of_token);
        if token.format.is_encrypted() {
            decryptions.push(decrypted(token, &ring));
        }
    }
    let said: usize = checks.iter().flat_map(|check| &check.explanations).map(|said| said.message.len()).sum();
    assert!(said <= 20_000 * checks.len().max(1), "{said} bytes of explanations");
    (ring, checks, decryptions)
}

fn decrypted(token: &Token, ring: &KeyRing) -> Decryption {
    let mut decrypter = Decrypter::new(token, ring);
    let decryption = decrypter.advance(u64::MAX).expect("an end");
    if let DecryptionOutcome::Failed(reasons) = &decryption.outcome {
        assert!(!reasons.is_empty() && reasons.len() < 3_000, "{} reasons", reasons.len());
        assert!(reasons.iter().all(|reason| reason.message.len() < 2_000));
    }
    decryption
}

/// What was read of a text takes no more memory than a few times the text, and says no more than can be read.
#[track_caller]
fn assert_bounded(ring: &KeyRing, text: &str) {
    assert!(ring.keys.len() <= key::LIMIT, "{} keys", ring.keys.len());
    assert!(ring.remarks.len() <= 102, "{} remarks", ring.remarks.len());
    let on_keys = ring.keys.iter().flat_map(|key| &key.remarks);
    for remark in ring.remarks.iter().chain(on_keys) {
        assert!(remark.message.len() < 2_000, "a remark of {} bytes: {}", remark.message.len(), remark.id);
    }
    let held: usize = ring.keys.iter().map(held_by).sum();
    assert!(held <= 3 * text.len() + 8_000 * ring.keys.len(), "{held} bytes are held of {}", text.len());
    assert!(ring.keys.iter().all(|key| key.span.end <= text.len()), "each stands in the text");
}

fn held_by(key: &key::CandidateKey) -> usize {
    use key::{KeyMaterial, PrivateMaterial};
    let public = match &key.material {
        KeyMaterial::Secret(secret) => secret.len(),
        KeyMaterial::Rsa { modulus, exponent } => modulus.len() + exponent.len(),
        KeyMaterial::Ec { x, y, .. } => x.len() + y.len(),
        KeyMaterial::Okp { x, .. } => x.len(),
        KeyMaterial::MlDsa { public, .. } => public.len(),
    };
    let private = match &key.private {
        Some(PrivateMaterial::Rsa { d, p, q }) => d.len() + [p, q].into_iter().flatten().map(Vec::len).sum::<usize>(),
        Some(PrivateMaterial::Scalar(scalar)) => scalar.len(),
        None => 0,
    };
    public + private + key.kid.as_deref().map_or(0, str::len)
}

/// Fails where the work grows faster than the text. The shortest of three times counts, small ones tell nothing, and where
/// the machine was busy with other work it is measured anew.
#[track_caller]
fn assert_linear<T>(name: &str, text_of: impl Fn(usize) -> T, work: impl Fn(&T)) {
    let shortest = |size| {
        let text = text_of(size);
        let time = || {
            let start = Instant::now();
            work(&text);
            start.elapsed()
        };
        (0..3).map(|_| time()).min().unwrap_or_default()
    };
    let size = MEGABYTE / 16;
    let mut measured = Vec::new();
    for _ in 0..5 {
        let (small, large) = (shortest(size), shortest(size * LARGER));
        if large < LONG && large < (small * SLOWER).max(Duration::from_millis(100)) {
            return;
        }
        measured.push((small, large));
    }
    panic!("{name}: with a text {LARGER} times as long these became: {measured:?}");
}
