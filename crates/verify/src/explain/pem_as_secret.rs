//! The text of a public key was used as the secret of an HMAC: the confusion of algorithms.

use std::rc::Rc;

use pem_rfc7468::LineEnding;

use super::{Case, Tries};
use crate::check::SignatureRule;
use crate::key::{EcCurve, KeyMaterial};

/// Longer key texts are no secrets, in bytes.
const LONGEST: usize = 64 * 1024;

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let Some(rule @ SignatureRule::Hmac(_)) = case.message.rule else { return Box::new(std::iter::empty()) };
    let mut texts: Vec<Vec<u8>> = Vec::new();
    let public = case.to_explain().iter().filter(|candidate| !matches!(candidate.key.material, KeyMaterial::Secret(_)));
    let whole = case.key_text.as_deref().filter(|text| text.len() <= LONGEST);
    let mut public = public.take(super::FEW_KEYS).peekable();
    if public.peek().is_some() {
        texts.extend(whole.into_iter().flat_map(with_line_ends));
    }
    for candidate in public {
        texts.extend(whole.into_iter().flat_map(|text| with_line_ends(candidate.key.span.in_str(text))));
        for (label, der) in encodings(&candidate.key.material) {
            let pem = pem_rfc7468::encode_string(label, LineEnding::LF, &der).unwrap_or_default();
            texts.extend(with_line_ends(&pem));
            texts.push(der);
        }
    }
    let input: Rc<[u8]> = case.message.input().into();
    let signature: Rc<[u8]> = case.message.signature.clone().into();
    let mut seen = Vec::new();
    texts.retain(|text| {
        let is_new = !text.is_empty() && !seen.contains(text);
        seen.push(text.clone());
        is_new
    });
    Box::new(texts.into_iter().map(move |text| {
        let key = Rc::new(KeyMaterial::Secret(text));
        let attempt = super::Attempt { rule, key, input: Rc::clone(&input), signature: Rc::clone(&signature) };
        attempt.named(
            "pem-as-secret",
            format!("This token was signed by {} with the text of the public key as the secret. Everyone who has the public key can do that: it is an attack on verifiers that let `alg` choose the algorithm, or a mistake in the code that signs. Fix the algorithm in the verifier; never accept {} with this key.", rule.name(), rule.name()),
        )
    }))
}

/// A text with each kind of line end, with and without one at its end, on one line, and without its armour.
fn with_line_ends(text: &str) -> Vec<Vec<u8>> {
    let lines = text.replace("\r\n", "\n");
    let trimmed = lines.trim();
    let body: String = trimmed.lines().filter(|line| !line.starts_with("-----")).collect();
    [
        text.to_owned(),
        trimmed.to_owned(),
        format!("{trimmed}\n"),
        format!("{trimmed}\n\n"),
        trimmed.replace('\n', "\r\n"),
        format!("{trimmed}\n").replace('\n', "\r\n"),
        trimmed.replace('\n', "\\n"),
        format!("{trimmed}\n").replace('\n', "\\n"),
        trimmed.replace('\n', ""),
        trimmed.replace('\n', " "),
        body,
    ]
    .map(String::into_bytes)
    .to_vec()
}

/// A public key in DER, with the label of its PEM: RFC 5280 section 4.1.2.7, RFC 8017 appendix A.1.1.
fn encodings(material: &KeyMaterial) -> Vec<(&'static str, Vec<u8>)> {
    const RSA_ENCRYPTION: &[u8] = &[0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1, 0x05, 0];
    const EC_PUBLIC_KEY: &[u8] = &[0x06, 7, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1];
    let spki = |algorithm: &[u8], key: &[u8]| {
        let bits = element(0x03, &[&[0], key].concat());
        element(0x30, &[element(0x30, algorithm), bits].concat())
    };
    match material {
        KeyMaterial::Rsa { modulus, exponent } => {
            let pkcs1 = element(0x30, &[integer(modulus), integer(exponent)].concat());
            vec![("PUBLIC KEY", spki(RSA_ENCRYPTION, &pkcs1)), ("RSA PUBLIC KEY", pkcs1)]
        }
        KeyMaterial::Ec { curve, x, y } => {
            let name: &[u8] = match curve {
                EcCurve::P256 => &[0x06, 8, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7],
                EcCurve::P384 => &[0x06, 5, 0x2B, 0x81, 4, 0, 34],
                EcCurve::P521 => &[0x06, 5, 0x2B, 0x81, 4, 0, 35],
                EcCurve::Secp256k1 => &[0x06, 5, 0x2B, 0x81, 4, 0, 10],
            };
            vec![("PUBLIC KEY", spki(&[EC_PUBLIC_KEY, name].concat(), &[&[4], x.as_slice(), y].concat()))]
        }
        KeyMaterial::Secret(_) | KeyMaterial::Okp { .. } | KeyMaterial::MlDsa { .. } => Vec::new(),
    }
}

/// A positive integer.
fn integer(number: &[u8]) -> Vec<u8> {
    let is_negative = number.first().is_none_or(|byte| *byte >= 0x80);
    element(0x02, &[if is_negative { &[0][..] } else { &[] }, number].concat())
}

fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let bytes = content.len().to_be_bytes();
    let length = bytes.iter().position(|byte| *byte != 0).and_then(|at| bytes.get(at..)).unwrap_or(&[0]);
    let mut element = vec![tag];
    if content.len() >= 0x80 {
        element.push(0x80 | u8::try_from(length.len()).unwrap_or_default());
    }
    element.extend_from_slice(length);
    element.extend_from_slice(content);
    element
}
