//! A key inside a token (JWK): what kind it is, how large, what it says it is for, and whether it is a private one.
//!
//! RFC 7517, RFC 7518 section 6, RFC 8037, RFC 9964. What is read of it is read from its own members alone: that a
//! key stands in a token says nothing about whose it is.

mod material;
mod thumbprint;

#[cfg(test)]
mod tests;

use decode::Span;
use decode::json::{JsonKind, Value};

use crate::problem::Problem;
use crate::{Severity, display};

pub use material::bit_length;
pub(super) use material::curve_bits;

/// A JWK as far as it can be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// The span of the whole object, in bytes of the decoded part.
    pub span: Span,
    /// In words, without an article: "RSA key", "elliptic-curve key on P-256".
    pub kind: String,
    /// RSA: of the modulus without leading zeros. Curves: of a coordinate. Symmetric keys: as many as there are.
    pub bits: Option<usize>,
    /// "It is for signatures (`use`), …": what `use`, `key_ops` and `alg` say; None where they say nothing.
    pub purpose: Option<String>,
    /// `kid` as it stands there.
    pub key_id: Option<String>,
    /// RFC 7638, by SHA-256, in base64url; None where a member that it is made of is missing or no string.
    pub thumbprint: Option<String>,
    /// The names of the members that only the owner should have, in the order in which they stand there.
    pub private_members: Vec<&'static str>,
    /// In the order of their discovery.
    pub problems: Vec<Problem>,
}

/// Members that make a key a secret. RFC 7518 sections 6.2.2, 6.3.2 and 6.4, RFC 8037 section 2, RFC 9964 section 3.
pub(crate) const PRIVATE_MEMBERS: [&str; 9] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];

/// The most keys that are read from one part.
const LIMIT: usize = 100;

/// Reads a key; None for what is no JSON object with a `kty` that is text (RFC 7517 section 4.1).
pub fn read(value: &Value) -> Option<Key> {
    let key_type = value.member("kty")?.as_str()?;
    let text = |name: &str| value.member(name).and_then(Value::as_str);
    let mut key = Key {
        span: value.span,
        kind: String::new(),
        bits: None,
        purpose: purpose(value),
        key_id: text("kid").map(str::to_owned),
        thumbprint: thumbprint::thumbprint(value, key_type),
        private_members: private_members(value),
        problems: Vec::new(),
    };
    material::read(&mut key, value, key_type);
    for name in ["use", "alg", "kid"] {
        if let Some(wrong) = value.member(name).filter(|value| value.as_str().is_none()) {
            key.problem(
                "jwk-wrong-type",
                wrong.span,
                format!("`{name}` must be a string, but is {}.", wrong.type_name()),
            );
        }
    }
    if value.is_cut {
        // What seems to be missing or wrong may stand behind the cut.
        key.problems.clear();
    }
    Some(key)
}

/// The keys at the places where header parameters and claims have them, each with its JSON Pointer: `jwk`, `epk`,
/// `cnf.jwk`, `sub_jwk`, `jwks.keys` and `keys`. At most 100.
pub fn all_in(value: &Value) -> Vec<(String, Key)> {
    let mut found = Vec::new();
    for (name, inner) in [("jwk", ""), ("epk", ""), ("cnf", "jwk"), ("sub_jwk", ""), ("jwks", "keys"), ("keys", "")] {
        let Some(outer) = value.member(name) else { continue };
        let (pointer, place) = match inner {
            "" => (format!("/{name}"), Some(outer)),
            _ => (format!("/{name}/{inner}"), outer.member(inner)),
        };
        match place.map(|place| (&place.kind, place)) {
            Some((JsonKind::Array(values), _)) => {
                for (at, value) in values.iter().enumerate().take(LIMIT) {
                    found.extend(read(value).map(|key| (format!("{pointer}/{at}"), key)));
                }
            }
            Some((_, place)) => found.extend(read(place).map(|key| (pointer, key))),
            None => {}
        }
    }
    found.truncate(LIMIT);
    found
}

impl Key {
    /// A key of which nothing is known but this.
    pub(super) fn of_kind(span: Span, kind: String, bits: Option<usize>) -> Self {
        Self {
            span,
            kind,
            bits,
            purpose: None,
            key_id: None,
            thumbprint: None,
            private_members: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Whether it holds what only its owner should have. A symmetric key always does.
    pub fn is_private(&self) -> bool {
        !self.private_members.is_empty()
    }

    fn problem(&mut self, id: &'static str, span: Span, message: impl Into<String>) {
        let severity = match id {
            // New kinds of keys come up, and are no fault.
            "jwk-unknown-type" | "jwk-unknown-curve" => Severity::Notice,
            "jwk-leading-zero" => Severity::Warning,
            _ => Severity::Error,
        };
        self.problems.push(Problem::new(id, severity, span, message));
    }
}

/// A member that says null, as some libraries write for what is not there, gives nothing away.
fn private_members(value: &Value) -> Vec<&'static str> {
    let is_there = |value: &Value| match &value.kind {
        JsonKind::String(text) => !text.text.is_empty(),
        JsonKind::Array(values) => !values.is_empty(),
        JsonKind::Null | JsonKind::Bool(_) => false,
        JsonKind::Number | JsonKind::Object(_) => true,
    };
    let mut names = Vec::new();
    for member in value.members().iter().filter(|member| is_there(&member.value)) {
        let private = PRIVATE_MEMBERS.into_iter().find(|name| *name == member.name.text);
        names.extend(private.filter(|name| !names.contains(name)));
    }
    names
}

/// RFC 7517 sections 4.2 to 4.4.
fn purpose(value: &Value) -> Option<String> {
    let text = |name: &str| value.member(name).and_then(Value::as_str);
    let mut said = Vec::new();
    if let Some(use_) = text("use") {
        said.push(match use_ {
            "sig" => "signatures (`use`)".to_owned(),
            "enc" => "encryption (`use`)".to_owned(),
            other => format!("{} (`use`)", display::quoted(other, 40)),
        });
    }
    if let Some(JsonKind::Array(operations)) = value.member("key_ops").map(|value| &value.kind) {
        let names: Vec<String> =
            operations.iter().take(8).filter_map(Value::as_str).map(|name| display::quoted(name, 40)).collect();
        if !names.is_empty() {
            said.push(format!("the operations {} (`key_ops`)", names.join(", ")));
        }
    }
    if let Some(algorithm) = text("alg") {
        said.push(format!("the algorithm {} (`alg`)", display::quoted(algorithm, 40)));
    }
    (!said.is_empty()).then(|| format!("It is for {}.", said.join(", ")))
}
