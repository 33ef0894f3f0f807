//! What one signature signs, as it stands in the token: RFC 7515 section 5.1.

use decode::error::FaultKind;
use decode::format::Format;
use decode::json::{self, JsonKind, Value};
use decode::{Part, Role, Token};

use crate::check::SignatureRule;

/// One signature with its signing input, which is a slice of the token's text: padding and alphabet are those of the paste.
#[derive(Debug, Clone)]
pub(crate) struct SignedMessage {
    pub alg: Option<String>,
    pub kid: Option<String>,
    /// What `alg` asks for; None where that is not known here.
    pub rule: Option<SignatureRule>,
    /// The protected header as it is written; empty where there is none.
    pub header_text: String,
    /// The payload as it is written.
    pub payload_text: String,
    pub header_bytes: Vec<u8>,
    /// As the payload decodes; inflated where it is compressed.
    pub payload_bytes: Vec<u8>,
    pub signature_text: String,
    pub signature: Vec<u8>,
    /// Not all of the signature could be decoded.
    pub is_signature_broken: bool,
    /// The last character of the signature has bits set that belong to no byte: RFC 4648 section 3.5.
    pub has_trailing_bits: bool,
    /// The names in `crit` that are not known here.
    pub unknown_crit: Vec<String>,
    /// `b64` is false, but `crit` does not list it.
    pub is_b64_uncritical: bool,
}

impl SignedMessage {
    /// The message of a signature; the only one of a compact token is 0.
    pub fn of(token: &Token, group: usize) -> Self {
        let text = |name: &str| token.parameter_of(group, name).and_then(Value::as_str).map(str::to_owned);
        let part = |role| of_group(token, role, group);
        let written = |part: Option<&Part>| part.map_or_else(String::new, |part| written(token, part));
        let bytes = |part: Option<&Part>| part.map_or_else(Vec::new, |part| part.bytes.clone());
        let (header, payload, signature) = (part(Role::Header), part(Role::Payload), part(Role::Signature));
        let alg = text("alg");
        let crit: Vec<&str> = match token.parameter_of(group, "crit").map(|crit| &crit.kind) {
            Some(JsonKind::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        let is_unencoded = token.parameter_of(group, "b64").is_some_and(|b64| b64.kind == JsonKind::Bool(false));
        Self {
            rule: alg.as_deref().and_then(SignatureRule::named),
            alg,
            kid: text("kid"),
            header_text: written(header),
            payload_text: written(payload),
            header_bytes: bytes(header),
            payload_bytes: bytes(payload),
            signature_text: written(signature),
            signature: bytes(signature),
            is_signature_broken: signature.is_some_and(|part| part.error().is_some()),
            has_trailing_bits: signature
                .is_some_and(|part| part.faults.iter().any(|fault| fault.kind == FaultKind::TrailingBits)),
            is_b64_uncritical: is_unencoded && !crit.contains(&"b64"),
            unknown_crit: crit.into_iter().filter(|name| *name != "b64").map(str::to_owned).collect(),
        }
    }

    /// What is signed: `BASE64URL(header) || '.' || payload`, where the payload is base64url or, by RFC 7797, plain.
    pub fn input(&self) -> Vec<u8> {
        joined(&self.header_text, self.payload_text.as_bytes())
    }

    /// Whether `alg` says that nobody signed.
    pub fn says_none(&self) -> bool {
        self.alg.as_deref().is_some_and(|alg| alg.eq_ignore_ascii_case("none"))
    }

    /// What stands in its way, where it cannot be checked whatever the keys are.
    pub fn obstacle(&self, token: &Token, group: usize) -> Option<String> {
        if token.format.is_encrypted() {
            return Some(
                "The token is encrypted: it has no signature to check. Decrypt it first; what it holds may be signed."
                    .to_owned(),
            );
        }
        if token.format == Format::Segment {
            return Some("This is one segment of a token: to check a signature, all three are needed.".to_owned());
        }
        let parts = [Role::Header, Role::Payload, Role::Signature].map(|role| of_group(token, role, group));
        if let Some(masked) = parts.into_iter().flatten().find(|part| part.mask().is_some()) {
            return Some(format!(
                "A mask stands in place of something in the {}, so what was signed is not known.",
                masked.role.name()
            ));
        }
        if token.is_cut_off() {
            return Some("The token is cut off before its signature.".to_owned());
        }
        None
    }

    /// Whether the payload that was signed may be elsewhere: RFC 7515 appendix F.
    pub fn is_detached(&self) -> bool {
        self.payload_text.is_empty()
    }
}

/// A signing input of a header and a payload as they are written.
pub(crate) fn joined(header: &str, payload: &[u8]) -> Vec<u8> {
    [header.as_bytes(), b".", payload].concat()
}

fn of_group(token: &Token, role: Role, group: usize) -> Option<&Part> {
    let is_meant = |part: &&Part| part.role == role && part.group.is_none_or(|of| of == group);
    token.parts.iter().find(is_meant)
}

/// The characters of a part: without the escapes of the JSON string that it may be.
fn written(token: &Token, part: &Part) -> String {
    let text = part.span.in_str(&token.text);
    if !part.is_escaped {
        return text.to_owned();
    }
    let read = json::read(format!("\"{text}\"").as_bytes());
    read.value.as_ref().and_then(Value::as_str).map_or_else(|| text.to_owned(), str::to_owned)
}
