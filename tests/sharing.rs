//! What a share copy must not hold: a signature, or a value that was masked, in whatever encoding.

mod common;
#[path = "sharing/decoders.rs"]
mod decoders;
#[path = "sharing/hostile.rs"]
mod hostile;
#[path = "sharing/masked.rs"]
mod masked;
#[path = "sharing/signatures.rs"]
mod signatures;
#[path = "sharing/unrecognised.rs"]
mod unrecognised;

use decode::{Token, decode};
use inspect::describe::describe;
use inspection::inspect;
use share::redact::{self, Redacted};
use share::{copy, link, report};

use decoders::{encode, holds};

/// The signature of the tokens inside, which nobody may get.
const SIGNATURE: [u8; 32] = *b"\x9a\x01\xfe\x33\xc7\x10\x88\xd2\x5b\xe9\x44\xaf\x0c\x71\xb6\xd0\x1f\x83\x95\x62\xee\x27\xba\x0d\x5c\x90\xf1\x48\x3e\xa7\x64\xd9";

/// The signature of the tokens around them.
const OUTER: [u8; 32] = *b"\x31\xe8\x5d\x92\xa6\x0b\xf7\xc4\x1a\x6e\xd3\x89\x20\xbc\x55\xf2\x97\x4a\xce\x08\x63\xad\x1e\xb9\xf4\x72\x2d\xc0\x86\x5f\xe1\x9b";

fn compact(header: &str, payload: &str, signature: &[u8]) -> String {
    format!("{}.{}.{}", encode(header), encode(payload), encode(signature))
}

/// A token with these claims.
fn outer(claims: &str) -> String {
    compact(r#"{"alg":"HS256"}"#, claims, &OUTER)
}

/// A token to put inside another.
fn inner() -> String {
    compact(r#"{"alg":"HS256"}"#, r#"{"sub":"inner"}"#, &SIGNATURE)
}

fn json_string(text: &str) -> String {
    serde_json::to_string(text).expect("a string")
}

fn first(text: &str) -> Token {
    decode(text).tokens.into_iter().next().unwrap_or_else(|| panic!("no token in {text}"))
}

#[track_caller]
fn redacted(token: &Token, names: &[&str]) -> Redacted {
    redact::redacted(token, names).expect("claims that can be masked")
}

fn markdown(text: &str) -> String {
    let inspection = inspect(text, 1_700_000_000);
    report::markdown(&inspection.tokens[0], None, 1_700_000_000)
}

/// No copy of the first token of this text holds a signature.
#[track_caller]
fn holds_no_signature(text: &str) {
    let token = first(text);
    let mut copies = vec![link::without_signature(&token), markdown(text)];
    copies.extend(redact::redacted(&token, &["a"]).map(|redacted| link::redacted(&redacted)));
    for copy in copies {
        for signature in [&SIGNATURE, &OUTER] {
            assert!(!holds(&copy, signature), "{copy}\nhas a signature of\n{text}");
            assert!(!holds(&copy, encode(signature).as_bytes()), "{copy}\nhas a signature of\n{text}");
        }
    }
}
