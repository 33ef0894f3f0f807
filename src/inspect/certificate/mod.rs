//! Certificates inside a token (`x5c`) and the thumbprints that name one (`x5t`, `x5t#S256`): what they say.
//!
//! RFC 7515 sections 4.1.6 to 4.1.8, RFC 5280. No signature is checked here: a certificate *says* who issued it, and
//! a chain whose names fit is one that *says* it fits. Read by a DER reader of our own ([`der`]).

mod der;
mod extensions;
mod name;
mod oid;
mod public_key;
mod thumbprint;
mod x509;

#[cfg(test)]
mod tests;

use crate::decode::Span;
use crate::decode::json::{Kind, Value};

use super::problem::Problem;
use super::rules::Severity;
use super::{digest, display};

pub use thumbprint::{Comparison, Thumbprint};

/// What `x5c`, `x5t` and `x5t#S256` of one header or key come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    /// As they stand there: the first is that of the key. RFC 7515 section 4.1.6.
    pub certificates: Vec<Certificate>,
    /// `x5t` and `x5t#S256`, as far as they are there.
    pub thumbprints: Vec<Thumbprint>,
    /// Of the list as a whole; each certificate has its own beside.
    pub problems: Vec<Problem>,
}

/// A certificate as far as it can be read: what stands behind a fault is None.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Certificate {
    /// Of its string, in bytes of the decoded part.
    pub span: Span,
    /// How many bytes it has.
    pub length: usize,
    /// RFC 4514: `CN=issuer.example,O=Example`. May be empty.
    pub subject: Option<String>,
    /// Who it says issued it, written as the subject.
    pub issuer: Option<String>,
    /// In hexadecimal.
    pub serial_number: Option<String>,
    /// Seconds since 1970-01-01T00:00:00Z.
    pub not_before: Option<i64>,
    /// Seconds since 1970-01-01T00:00:00Z; the certificate says it is valid up to and including this one.
    pub not_after: Option<i64>,
    pub public_key: Option<PublicKey>,
    /// "ECDSA with SHA-256", or dotted numbers.
    pub signature_algorithm: Option<String>,
    /// It says it is that of an authority, which issues certificates. RFC 5280 section 4.2.1.9.
    pub says_it_is_authority: bool,
    /// At most 50. RFC 5280 section 4.2.1.6.
    pub alternative_names: Vec<AlternativeName>,
    /// Those beyond the 50, and those of other kinds than the four.
    pub alternative_names_left_out: usize,
    /// Whether subject and issuer are one name, byte for byte.
    pub is_self_issued: Option<bool>,
    /// Whether its issuer is the subject of the next one, byte for byte; None for the last one.
    pub is_named_by_next: Option<bool>,
    /// Of all its bytes, in base64url, as in `x5t`.
    pub sha1: String,
    /// In base64url, as in `x5t#S256`.
    pub sha256: String,
    pub sha256_hex: String,
    pub problems: Vec<Problem>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// In words, without an article, as for a JWK: "RSA key", "elliptic-curve key on P-256".
    pub kind: String,
    /// RSA: of the modulus. Curves: of a coordinate.
    pub bits: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlternativeName {
    /// "DNS", "URI", "email" or "IP".
    pub kind: &'static str,
    pub name: String,
}

/// So many certificates of one list are read.
const LIMIT: usize = 50;

/// What an object, a header or a JWK, says by `x5c`, `x5t` and `x5t#S256`; None without any of them.
pub fn chain(object: &Value) -> Option<Chain> {
    let list = object.member("x5c");
    let mut chain = Chain { certificates: Vec::new(), thumbprints: Vec::new(), problems: Vec::new() };
    let mut first = Vec::new();
    if let Some(list) = list {
        read_list(&mut chain, list, &mut first);
    }
    chain.thumbprints = thumbprint::thumbprints(object, (!first.is_empty()).then_some(first.as_slice()));
    (list.is_some() || !chain.thumbprints.is_empty()).then_some(chain)
}

/// Reads the certificates of an `x5c`, and leaves the bytes of the first.
fn read_list(chain: &mut Chain, list: &Value, first: &mut Vec<u8>) {
    let mut problem = |id, message: &[&str]| chain.problems.push(Problem::new(id, Severity::Error, list.span, message));
    let values = match &list.kind {
        Kind::Array(values) => values.as_slice(),
        _ => {
            problem("x5c-no-array", &["`x5c` must be an array of strings, but is ", list.type_name(), "."]);
            &[]
        }
    };
    if values.is_empty() && matches!(list.kind, Kind::Array(_)) {
        problem("x5c-empty", &["`x5c` is empty: it must hold at least the certificate of the key."]);
    }
    if values.len() > LIMIT {
        let count = values.len().to_string();
        problem("x5c-long", &["`x5c` holds ", &count, " certificates; only the first 50 were read."]);
    }
    let mut issuer_before: Option<Vec<u8>> = None;
    for (at, value) in values.iter().enumerate().take(LIMIT) {
        let (certificate, names) = read(value, first);
        let subject = names.as_ref().map(|names| names.subject.as_slice());
        if let Some(before) = chain.certificates.last_mut() {
            before.is_named_by_next = issuer_before.as_deref().zip(subject).map(|(issuer, subject)| issuer == subject);
            if before.is_named_by_next == Some(false) {
                let (number, next) = (at.to_string(), (at + 1).to_string());
                let message = [
                    "Certificate ",
                    &number,
                    " of `x5c` says it was issued by another name than certificate ",
                    &next,
                    " has: the list is no chain, or not in order.",
                ];
                before.problems.push(Problem::new("x5c-order", Severity::Error, before.span, &message));
            }
        }
        issuer_before = names.map(|names| names.issuer);
        chain.certificates.push(certificate);
    }
}

/// The bytes of two names, to be compared.
struct Names {
    subject: Vec<u8>,
    issuer: Vec<u8>,
}

/// Reads one string of an `x5c`. The bytes of the first certificate are kept in `first`.
fn read(value: &Value, first: &mut Vec<u8>) -> (Certificate, Option<Names>) {
    let mut certificate = Certificate { span: value.span, ..Certificate::default() };
    let Some(text) = value.as_str() else {
        certificate
            .problem("x5c-no-string", &["A certificate in `x5c` must be a string, but is ", value.type_name(), "."]);
        return (certificate, None);
    };
    let bytes = decode(&mut certificate, text);
    certificate.length = bytes.len();
    certificate.sha1 = digest::base64url(&digest::Hash::Sha1.digest(&bytes));
    let sha256 = digest::Hash::Sha256.digest(&bytes);
    certificate.sha256 = digest::base64url(&sha256);
    certificate.sha256_hex = digest::hex(&sha256);
    let mut names = x509::Names::default();
    if let Err(fault) = x509::read(&mut certificate, &mut names, &bytes) {
        let at = fault.at.to_string();
        certificate.problem("x5c-broken", &["The certificate is broken at byte ", &at, ": ", &fault.sentence, "."]);
    }
    let of = |span: Option<Span>| span.map(|span| span.of(&bytes).to_vec());
    let names = of(names.subject).zip(of(names.issuer)).map(|(subject, issuer)| Names { subject, issuer });
    certificate.is_self_issued = names.as_ref().map(|names| names.subject == names.issuer);
    if first.is_empty() {
        *first = bytes;
    }
    (certificate, names)
}

/// RFC 7515 section 4.1.6: base64 of RFC 4648 section 4, with padding, and nothing else. What is not, is said and read
/// as far as it can be.
fn decode(certificate: &mut Certificate, text: &str) -> Vec<u8> {
    let mut plain: String = text.chars().filter(|character| !character.is_ascii_whitespace()).collect();
    if text.trim_ascii_start().starts_with("-----BEGIN") {
        certificate
            .problem("x5c-pem", &["The certificate has the lines of PEM around it, which must be left out of `x5c`."]);
        let lines = text.lines().map(str::trim_ascii).filter(|line| !line.starts_with("-----"));
        plain = lines.collect();
    } else if plain.len() < text.len() {
        certificate.problem(
            "x5c-white-space",
            &["The certificate has white space in its base64, which must be left out of `x5c`."],
        );
    }
    if plain.contains(['-', '_']) {
        certificate.problem(
            "x5c-base64url",
            &["The certificate is written in base64url, but `x5c` wants ordinary base64 with `+`, `/` and padding (RFC 7515 section 4.1.6)."],
        );
    } else if plain.len() % 4 > 1 && !plain.ends_with('=') {
        certificate.problem(
            "x5c-padding",
            &["The certificate's base64 lacks the `=` at its end, which `x5c` wants (RFC 7515 section 4.1.6)."],
        );
    }
    let decoded = crate::decode::base64url::decode(&plain);
    if let Some(fault) = decoded.faults.iter().find(|fault| !fault.kind.is_soft()) {
        let found = plain.get(fault.span.start..fault.span.end).unwrap_or_default();
        let (at, found) = (fault.span.start.to_string(), display::capped(found, 8));
        certificate.problem(
            "x5c-no-base64",
            &["The certificate is no base64 at character ", &at, ": `", &found, "` cannot stand there."],
        );
    }
    decoded.bytes
}

impl Certificate {
    fn problem(&mut self, id: &'static str, message: &[&str]) {
        self.problems.push(Problem::new(id, Severity::Error, self.span, message));
    }
}
