//! Keys and certificates: PEM (RFC 7468), OpenSSH, JSON Web Keys (RFC 7517).

use super::{Lookalike, Subject, beginning_of};
use crate::decode::json::{self, Kind, Value};

const PRIVATE: &str =
    "Keep it to yourself: whoever holds it can sign or decrypt in its owner's name. If others saw it, replace it.";
const PUBLIC: &str = "It may be shown to anyone; it is what signatures are checked with.";

/// Members that only private and secret keys have. RFC 7518 section 6, RFC 8037 section 2, RFC 9964.
const PRIVATE_MEMBERS: [&str; 9] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];

pub(super) fn recognise(subject: &Subject) -> Option<Lookalike> {
    pem(subject).or_else(|| open_ssh(subject.bare)).or_else(|| json_web_key(subject))
}

fn key(id: &'static str, name: &'static str, message: &str, advice: &'static str) -> Option<Lookalike> {
    let is_secret = advice == PRIVATE;
    Some(Lookalike { id, name, message: message.to_owned(), advice, is_secret, inside: None })
}

fn pem(subject: &Subject) -> Option<Lookalike> {
    let text = subject.beginning();
    let (before, rest) = text.split_once("-----BEGIN ")?;
    let (label, body) = rest.split_once("-----")?;
    if label.len() > 40 || body.len() < 40 {
        return None;
    }
    if label.contains("PRIVATE KEY") {
        return key("looks-like-private-key", "a private key", "It is a private key in PEM form.", PRIVATE);
    }
    // Others are named only where they begin the text: a public key inside something else does not make it one.
    if !before.trim().is_empty() {
        return None;
    }
    match label {
        "CERTIFICATE" | "TRUSTED CERTIFICATE" | "X509 CERTIFICATE" => key(
            "looks-like-certificate",
            "a certificate",
            "It is an X.509 certificate in PEM form: a public key, and who is said to own it.",
            PUBLIC,
        ),
        "CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST" => key(
            "looks-like-certificate-request",
            "a certificate request",
            "It asks a certificate authority for a certificate.",
            PUBLIC,
        ),
        _ if label.contains("PUBLIC KEY") => {
            key("looks-like-public-key", "a public key", "It is a public key in PEM form.", PUBLIC)
        }
        _ => key("looks-like-pem", "a PEM block", "It is a cryptographic object in PEM form.", super::NOTHING_TO_DO),
    }
}

fn open_ssh(text: &str) -> Option<Lookalike> {
    let (kind, rest) = text.split_once(' ')?;
    let is_kind = ["ssh-rsa", "ssh-dss", "ssh-ed25519"].contains(&kind)
        || kind.starts_with("ecdsa-sha2-nistp")
        || kind.starts_with("sk-ssh-")
        || kind.starts_with("sk-ecdsa-");
    if !is_kind || !rest.trim_start().starts_with("AAAA") {
        return None;
    }
    key("looks-like-public-key", "an OpenSSH public key", "It is a public key as OpenSSH writes it.", PUBLIC)
}

fn json_web_key(subject: &Subject) -> Option<Lookalike> {
    if !subject.whole.starts_with('{') {
        return None;
    }
    let value = json::read(beginning_of(subject.whole).as_bytes()).value?;
    if is_key(&value) {
        return if is_private(&value) {
            key("looks-like-private-key", "a private key (JWK)", "It is a JSON Web Key with its private part.", PRIVATE)
        } else {
            key("looks-like-public-key", "a public key (JWK)", "It is a JSON Web Key without a private part.", PUBLIC)
        };
    }
    let Kind::Array(keys) = &value.member("keys")?.kind else { return None };
    if keys.is_empty() || !keys.iter().all(is_key) {
        return None;
    }
    if keys.iter().any(is_private) {
        key(
            "looks-like-private-key-set",
            "a set of private keys (JWK Set)",
            "It is a set of JSON Web Keys, and at least one has its private part.",
            PRIVATE,
        )
    } else {
        key(
            "looks-like-key-set",
            "a set of public keys (JWK Set)",
            "It is a set of JSON Web Keys without private parts.",
            PUBLIC,
        )
    }
}

fn is_key(value: &Value) -> bool {
    value.member("kty").is_some_and(|kty| kty.as_str().is_some())
}

fn is_private(key: &Value) -> bool {
    PRIVATE_MEMBERS.iter().any(|name| key.member(name).is_some())
}
