//! Certificates inside a token (`x5c`) and the thumbprints that name one (`x5t`, `x5t#S256`): what they say.
//!
//! RFC 7515 sections 4.1.6 to 4.1.8, RFC 5280. No signature is checked here: a certificate *says* who issued it, and
//! a chain whose names fit is one that *says* it fits. Read by a DER reader of our own ([`der`]).

mod der;
mod extensions;
mod list;
mod name;
mod oid;
mod public_key;
mod thumbprint;
mod x509;

#[cfg(test)]
mod broken_tests;
#[cfg(test)]
mod tests;

use decode::Span;
use decode::json::Value;

use crate::Severity;
use crate::problem::Problem;

pub use thumbprint::{Thumbprint, ThumbprintMatch};

/// What `x5c`, `x5t` and `x5t#S256` of one header or key say.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    /// As they stand there: the first is that of the key. RFC 7515 section 4.1.6.
    pub certificates: Vec<Certificate>,
    /// `x5t` and `x5t#S256`, as far as they are there.
    pub thumbprints: Vec<Thumbprint>,
    /// Problems of the whole list. Each certificate has its own problems.
    pub problems: Vec<Problem>,
}

/// A certificate as far as it can be read: everything after a fault is None.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Certificate {
    /// The span of its string, in bytes of the decoded part.
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
    /// The SHA-1 digest of all its bytes, in base64url, as in `x5t`.
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

/// What an object, a header or a JWK, says by `x5c`, `x5t` and `x5t#S256`; None without any of them.
pub fn chain(object: &Value) -> Option<Chain> {
    let list = object.member("x5c");
    let mut chain = Chain { certificates: Vec::new(), thumbprints: Vec::new(), problems: Vec::new() };
    let mut first = Vec::new();
    if let Some(list) = list {
        first = list::read(&mut chain, list);
    }
    chain.thumbprints = thumbprint::thumbprints(object, (!first.is_empty()).then_some(first.as_slice()));
    (list.is_some() || !chain.thumbprints.is_empty()).then_some(chain)
}

/// What stands where the address of a key should: the key itself, or a certificate with it.
pub(super) enum InPlaceOfAddress {
    Key(PublicKey),
    Chain(Chain),
}

/// A key (RFC 5280 section 4.1.2.7) or a certificate in base64 or PEM.
pub(super) fn in_place_of_address(value: &Value) -> Option<InPlaceOfAddress> {
    let text = value.as_str().filter(|text| text.len() <= ADDRESS_LIMIT)?;
    let lines = text.lines().map(str::trim_ascii).filter(|line| !line.starts_with("-----"));
    let decoded = decode::base64url::decode(&lines.collect::<String>());
    if decoded.faults.iter().any(|fault| !fault.kind.is_soft()) {
        return None;
    }
    let mut file = der::DerReader::new(&decoded.bytes);
    let info = file.take(der::SEQUENCE, "a key").ok().filter(|_| file.is_at_end())?;
    if let Ok(key) = public_key::read(info.contents) {
        return Some(InPlaceOfAddress::Key(key));
    }
    let mut chain = Chain { certificates: Vec::new(), thumbprints: Vec::new(), problems: Vec::new() };
    chain.certificates.push(list::in_place_of_address(value)?);
    Some(InPlaceOfAddress::Chain(chain))
}

/// Longer texts are not looked into, in bytes.
const ADDRESS_LIMIT: usize = 64 * 1024;

impl Certificate {
    fn problem(&mut self, id: &'static str, message: impl Into<String>) {
        let severity = match id {
            // Read all the same, by most.
            "x5c-white-space" | "x5c-padding" => Severity::Warning,
            _ => Severity::Error,
        };
        self.problems.push(Problem::new(id, severity, self.span, message));
    }
}
