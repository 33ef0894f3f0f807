//! What a key is made of: its curve or modulus, whether that is whole, and how large it is.

use crate::display;
use crate::display::counted;
use decode::base64url;
use decode::json::Value;

use super::Key;
use crate::jose;
use crate::jose::curves::{Curve, CurveFacts};

pub(super) fn read(key: &mut Key, value: &Value, key_type: &str) {
    match key_type {
        "EC" => on_curve(key, value, "EC", &["x", "y"]),
        "OKP" => on_curve(key, value, "OKP", &["x"]),
        "RSA" => rsa(key, value),
        "oct" => symmetric(key, value),
        "AKP" => lattice(key, value),
        other => {
            let name = display::quoted(other, 40);
            key.kind = format!("key of the type {name}");
            let span = value.member("kty").map_or(value.span, |kty| kty.span);
            key.problem(
                "jwk-unknown-type",
                span,
                format!("The key type {name} is not known here: only EC, RSA, oct, OKP and AKP are."),
            );
        }
    }
}

fn on_curve(key: &mut Key, value: &Value, key_type: &str, coordinates: &[&str]) {
    key.kind = "elliptic-curve key".to_owned();
    let mut wanted = None;
    if let Some(curve) = text(key, value, "crv", key_type) {
        let known = Curve::named(curve);
        let name = known.map_or_else(|| display::quoted(curve, 40), |_| curve.to_owned());
        key.kind = format!("elliptic-curve key on {name}");
        let span = value.member("crv").map_or(value.span, |crv| crv.span);
        match known.map(Curve::facts) {
            Some(CurveFacts { key_type: of_type, bits, coordinate_length, .. }) if of_type == key_type => {
                key.bits = Some(bits);
                wanted = Some((coordinate_length, format!(" on {curve}")));
            }
            Some(CurveFacts { key_type: of_type, .. }) => key.problem(
                "jwk-wrong-curve",
                span,
                format!("The curve {curve} belongs to keys of the type {of_type}, but this one says {key_type}."),
            ),
            None => key.problem(
                "jwk-unknown-curve",
                span,
                format!("The curve {name} is not known here, so the size of the key cannot be checked."),
            ),
        }
    }
    for name in coordinates {
        bytes(key, value, name, key_type, wanted.as_ref().map(|(length, whose)| (*length, whose.as_str())));
    }
}

/// RFC 7518 section 6.3.1.
fn rsa(key: &mut Key, value: &Value) {
    key.kind = "RSA key".to_owned();
    for name in ["n", "e"] {
        let Some(number) = bytes(key, value, name, "RSA", None) else { continue };
        let bits = bit_length(&number);
        if name == "n" {
            key.bits = Some(bits);
        }
        let span = value.member(name).map_or(value.span, |value| value.span);
        if bits == 0 {
            key.problem("jwk-zero", span, format!("`{name}` is zero: this is no RSA key."));
        } else if number.first() == Some(&0) {
            key.problem(
                "jwk-leading-zero",
                span,
                format!("`{name}` starts with a zero byte, which must be left out: the thumbprint differs from that of the same key without it."),
            );
        }
    }
}

/// The length in bits of a big-endian number, without leading zeros.
pub fn bit_length(number: &[u8]) -> usize {
    let first = number.iter().position(|byte| *byte != 0);
    let magnitude = first.and_then(|first| number.get(first..)).unwrap_or_default();
    let zeros = magnitude.first().map_or(0, |byte| byte.leading_zeros() as usize);
    magnitude.len() * 8 - zeros
}

/// The size in bits of a coordinate on this curve.
pub(crate) fn curve_bits(curve: &str) -> Option<usize> {
    Curve::named(curve).map(|curve| curve.facts().bits)
}

/// RFC 7518 section 6.4.
fn symmetric(key: &mut Key, value: &Value) {
    key.kind = "symmetric key".to_owned();
    key.bits = bytes(key, value, "k", "oct", None).map(|secret| secret.len() * 8);
}

/// RFC 9964 section 3.
fn lattice(key: &mut Key, value: &Value) {
    key.kind = "key of the type AKP".to_owned();
    let mut wanted = None;
    if let Some(algorithm) = text(key, value, "alg", "AKP") {
        let known = jose::algorithm(algorithm);
        let name = known.map_or_else(|| display::quoted(algorithm, 40), |known| known.name.to_owned());
        key.kind = format!("{name} key");
        wanted = known.and_then(|known| Some((known.public_key_length?, format!(" of {}", known.name))));
    }
    bytes(key, value, "pub", "AKP", wanted.as_ref().map(|(length, whose)| (*length, whose.as_str())));
}

/// A member that must be there and be text.
fn text<'v>(key: &mut Key, value: &'v Value, name: &str, key_type: &str) -> Option<&'v str> {
    let Some(member) = value.member(name) else {
        let message = format!("`{name}` is missing, which keys of the type {key_type} must have.");
        key.problem("jwk-member-missing", value.span, message);
        return None;
    };
    if member.as_str().is_none() {
        key.problem(
            "jwk-wrong-type",
            member.span,
            format!("`{name}` must be a string, but is {}.", member.type_name()),
        );
    }
    member.as_str()
}

/// The bytes of a member that must be there and be base64url, of the wanted length where that is known.
fn bytes(key: &mut Key, value: &Value, name: &str, key_type: &str, wanted: Option<(usize, &str)>) -> Option<Vec<u8>> {
    let text = text(key, value, name, key_type)?;
    let span = value.member(name).map_or(value.span, |value| value.span);
    let decoded = base64url::decode(text);
    if let Some(fault) = decoded.faults.first() {
        let sentence = fault.kind.to_string();
        let at = fault.span.start.to_string();
        key.problem(
            "jwk-not-base64url",
            span,
            format!("`{name}` is not plain base64url at character {at}: {sentence}."),
        );
    }
    if decoded.faults.iter().any(|fault| !fault.kind.is_soft()) {
        return None;
    }
    if decoded.bytes.is_empty() {
        key.problem("jwk-empty", span, format!("`{name}` is empty."));
        return None;
    }
    if let Some((length, whose)) = wanted.filter(|(length, _)| *length != decoded.bytes.len()) {
        let (found, length) = (counted(decoded.bytes.len(), "byte"), counted(length, "byte"));
        key.problem("jwk-wrong-length", span, format!("`{name}` has {found}, but that of a key{whose} has {length}."));
    }
    Some(decoded.bytes)
}
