//! Keys and certificates: PEM (RFC 7468), OpenSSH, JSON Web Keys (RFC 7517).

use super::known::TextKind;
use super::{PastedText, RecognisedText};
use crate::material::key::PRIVATE_MEMBERS;
use decode::json::{self, JsonKind, Value};

pub(super) fn recognise(subject: &PastedText) -> Option<RecognisedText> {
    let kind = pem(subject).or_else(|| open_ssh(subject.bare)).or_else(|| json_web_key(subject))?;
    Some(kind.recognised())
}

fn pem(subject: &PastedText) -> Option<TextKind> {
    let (before, rest) = subject.beginning().split_once("-----BEGIN ")?;
    let (label, body) = rest.split_once("-----")?;
    if label.len() > 40 || body.len() < 40 {
        return None;
    }
    if label.contains("PRIVATE KEY") {
        return Some(TextKind::PrivateKey);
    }
    // Others are named only where they begin the text: a public key inside something else does not make it one.
    before.trim().is_empty().then_some(if label.ends_with("CERTIFICATE REQUEST") {
        TextKind::CertificateRequest
    } else if label.ends_with("CERTIFICATE") {
        TextKind::Certificate
    } else if label.contains("PUBLIC KEY") {
        TextKind::PublicKey
    } else {
        TextKind::Pem
    })
}

fn open_ssh(text: &str) -> Option<TextKind> {
    let (kind, rest) = text.split_once(' ')?;
    let is_kind = ["ssh-", "ecdsa-sha2-nistp", "sk-ssh-", "sk-ecdsa-"].iter().any(|start| kind.starts_with(start));
    (is_kind && rest.trim_start().starts_with("AAAA")).then_some(TextKind::SshKey)
}

fn json_web_key(subject: &PastedText) -> Option<TextKind> {
    if !subject.whole.starts_with('{') {
        return None;
    }
    let value = json::read(subject.beginning().as_bytes()).value?;
    if is_key(&value) {
        return Some(if is_private(&value) { TextKind::PrivateJwk } else { TextKind::PublicJwk });
    }
    let JsonKind::Array(keys) = &value.member("keys")?.kind else { return None };
    let is_private = keys.iter().any(is_private);
    (!keys.is_empty() && keys.iter().all(is_key)).then_some(if is_private {
        TextKind::PrivateKeySet
    } else {
        TextKind::KeySet
    })
}

fn is_key(value: &Value) -> bool {
    value.member("kty").is_some_and(|kty| kty.as_str().is_some())
}

fn is_private(key: &Value) -> bool {
    PRIVATE_MEMBERS.iter().any(|name| key.member(name).is_some())
}
