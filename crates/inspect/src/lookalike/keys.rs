//! Keys and certificates: PEM (RFC 7468), OpenSSH, JSON Web Keys (RFC 7517).

use super::known::known;
use super::{Lookalike, Subject};
use decode::json::{self, Kind, Value};

/// Members that only private and secret keys have. RFC 7518 section 6, RFC 8037 section 2, RFC 9964.
const PRIVATE_MEMBERS: &str = "d p q dp dq qi oth k priv";

pub(super) fn recognise(subject: &Subject) -> Option<Lookalike> {
    known(pem(subject).or_else(|| open_ssh(subject.bare)).or_else(|| json_web_key(subject))?)
}

fn pem(subject: &Subject) -> Option<&'static str> {
    let (before, rest) = subject.beginning().split_once("-----BEGIN ")?;
    let (label, body) = rest.split_once("-----")?;
    if label.len() > 40 || body.len() < 40 {
        return None;
    }
    if label.contains("PRIVATE KEY") {
        return Some("looks-like-private-key");
    }
    // Others are named only where they begin the text: a public key inside something else does not make it one.
    before.trim().is_empty().then_some(if label.ends_with("CERTIFICATE REQUEST") {
        "looks-like-certificate-request"
    } else if label.ends_with("CERTIFICATE") {
        "looks-like-certificate"
    } else if label.contains("PUBLIC KEY") {
        "looks-like-public-key"
    } else {
        "looks-like-pem"
    })
}

fn open_ssh(text: &str) -> Option<&'static str> {
    let (kind, rest) = text.split_once(' ')?;
    let is_kind = ["ssh-", "ecdsa-sha2-nistp", "sk-ssh-", "sk-ecdsa-"].iter().any(|start| kind.starts_with(start));
    (is_kind && rest.trim_start().starts_with("AAAA")).then_some("looks-like-ssh-key")
}

fn json_web_key(subject: &Subject) -> Option<&'static str> {
    if !subject.whole.starts_with('{') {
        return None;
    }
    let value = json::read(subject.beginning().as_bytes()).value?;
    if is_key(&value) {
        return Some(if is_private(&value) { "looks-like-private-jwk" } else { "looks-like-public-jwk" });
    }
    let Kind::Array(keys) = &value.member("keys")?.kind else { return None };
    let is_private = keys.iter().any(is_private);
    (!keys.is_empty() && keys.iter().all(is_key)).then_some(if is_private {
        "looks-like-private-key-set"
    } else {
        "looks-like-key-set"
    })
}

fn is_key(value: &Value) -> bool {
    value.member("kty").is_some_and(|kty| kty.as_str().is_some())
}

fn is_private(key: &Value) -> bool {
    PRIVATE_MEMBERS.split(' ').any(|name| key.member(name).is_some())
}
