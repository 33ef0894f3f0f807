//! The list of certificates that `x5c` is: its strings to bytes, its names to a chain. RFC 7515 section 4.1.6.

use crate::material::digest;
use crate::problem::Problem;
use crate::{Severity, display};
use decode::json::{JsonKind, Value};
use decode::{Span, base64url};

use super::{Certificate, Chain, x509};

/// The most certificates of one list that are read.
const LIMIT: usize = 50;

/// Reads the certificates of an `x5c`; the bytes of the first.
pub(super) fn read(chain: &mut Chain, list: &Value) -> Vec<u8> {
    let mut first = Vec::new();
    let mut problem = |id, message: String| chain.problems.push(Problem::new(id, Severity::Error, list.span, message));
    let values = match &list.kind {
        JsonKind::Array(values) => values.as_slice(),
        _ => {
            problem("x5c-no-array", format!("`x5c` must be an array of strings, but is {}.", list.type_name()));
            // One certificate by itself is read all the same, if it is one.
            if certificate(list).0.public_key.is_some() { std::slice::from_ref(list) } else { &[] }
        }
    };
    if values.is_empty() && matches!(list.kind, JsonKind::Array(_)) && !list.is_cut {
        problem("x5c-empty", "`x5c` is empty: it must hold at least the certificate of the key.".to_owned());
    }
    if values.len() > LIMIT {
        let count = values.len().to_string();
        let message = format!("`x5c` holds {count} certificates; only the first 50 were read.");
        chain.problems.push(Problem::new("x5c-long", Severity::Warning, list.span, message));
    }
    let mut issuer_before: Option<Vec<u8>> = None;
    for (at, value) in values.iter().enumerate().take(LIMIT) {
        let (certificate, names, bytes) = certificate(value);
        if at == 0 {
            first = bytes;
        }
        let subject = names.as_ref().map(|names| names.subject.as_slice());
        if let Some(before) = chain.certificates.last_mut() {
            before.is_named_by_next = issuer_before.as_deref().zip(subject).map(|(issuer, subject)| issuer == subject);
            if before.is_named_by_next == Some(false) {
                let (number, next) = (at.to_string(), (at + 1).to_string());
                let message = format!(
                    "The issuer named in certificate {number} of `x5c` is not the subject of certificate {next}: the \
                     list is not a chain, or not in order."
                );
                before.problems.push(Problem::new("x5c-order", Severity::Error, before.span, message));
            }
        }
        issuer_before = names.map(|names| names.issuer);
        chain.certificates.push(certificate);
    }
    first
}

/// A certificate that stands in another member, if it is one.
pub(super) fn in_place_of_address(value: &Value) -> Option<Certificate> {
    let (certificate, ..) = certificate(value);
    // How it would have to be written in `x5c` is not the question there.
    certificate.public_key.is_some().then(|| Certificate { problems: Vec::new(), ..certificate })
}

/// The bytes of two names, to be compared.
struct NameBytes {
    subject: Vec<u8>,
    issuer: Vec<u8>,
}

/// Reads one string of an `x5c`.
fn certificate(value: &Value) -> (Certificate, Option<NameBytes>, Vec<u8>) {
    let mut certificate = Certificate { span: value.span, ..Certificate::default() };
    let Some(text) = value.as_str() else {
        certificate.problem(
            "x5c-no-string",
            format!("A certificate in `x5c` must be a string, but is {}.", value.type_name()),
        );
        return (certificate, None, Vec::new());
    };
    let bytes = decode(&mut certificate, text);
    certificate.length = bytes.len();
    certificate.sha1 = digest::base64url(&digest::Hash::Sha1.digest(&bytes));
    let sha256 = digest::Hash::Sha256.digest(&bytes);
    certificate.sha256 = digest::base64url(&sha256);
    certificate.sha256_hex = digest::hex(&sha256);
    let mut names = x509::NameSpans::default();
    if let Err(fault) = x509::read(&mut certificate, &mut names, &bytes) {
        let at = fault.at.to_string();
        certificate.problem("x5c-broken", format!("The certificate is broken at byte {at}: {}.", fault.sentence));
    }
    let of = |span: Option<Span>| span.map(|span| span.of(&bytes).to_vec());
    let names = of(names.subject).zip(of(names.issuer)).map(|(subject, issuer)| NameBytes { subject, issuer });
    certificate.is_self_issued = names.as_ref().map(|names| names.subject == names.issuer);
    (certificate, names, bytes)
}

/// RFC 7515 section 4.1.6: base64 of RFC 4648 section 4, with padding, and nothing else. What is not, is said and read
/// as far as it can be.
fn decode(certificate: &mut Certificate, text: &str) -> Vec<u8> {
    let mut plain: String = text.chars().filter(|character| !character.is_ascii_whitespace()).collect();
    if text.trim_ascii_start().starts_with("-----BEGIN") {
        certificate
            .problem("x5c-pem", "The certificate has the lines of PEM around it, which must be left out of `x5c`.");
        let lines = text.lines().map(str::trim_ascii).filter(|line| !line.starts_with("-----"));
        plain = lines.collect();
    } else if plain.len() < text.len() {
        certificate.problem(
            "x5c-white-space",
            "The certificate has white space in its base64, which must be left out of `x5c`.",
        );
    }
    if plain.contains(['-', '_']) {
        certificate.problem(
            "x5c-base64url",
            "The certificate is written in base64url, but `x5c` wants ordinary base64 with `+`, `/` and padding (RFC 7515 section 4.1.6).",
        );
    } else if plain.len() % 4 > 1 && !plain.ends_with('=') {
        certificate.problem(
            "x5c-padding",
            "The certificate's base64 lacks the `=` at its end, which `x5c` wants (RFC 7515 section 4.1.6).",
        );
    }
    let decoded = base64url::decode(&plain);
    if let Some(fault) = decoded.faults.iter().find(|fault| !fault.kind.is_soft()) {
        let found = plain.get(fault.span.start..fault.span.end).unwrap_or_default();
        let found = display::quoted(found, 8);
        // A position counts in the string as it stands, so it is given only where nothing was left out of it.
        let place =
            if plain.len() == text.len() { format!(" at character {}", fault.span.start) } else { String::new() };
        certificate
            .problem("x5c-no-base64", format!("The certificate is not base64{place}: {found} is not allowed there."));
    }
    decoded.bytes
}
