//! What a recogniser may look at: the header and the claims of one token.

use crate::decode::json::{Kind, Value};
use crate::decode::{Role, Token};

pub(super) struct Evidence<'t> {
    pub token: &'t Token,
    header: Option<&'t Value>,
    payload: Option<&'t Value>,
}

impl<'t> Evidence<'t> {
    pub fn of(token: &'t Token) -> Self {
        let value = |role| token.part(role).and_then(|part| part.value());
        Self { token, header: value(Role::Header), payload: value(Role::Payload) }
    }

    /// Whether it is encrypted, in whatever serialization.
    pub fn is_encrypted(&self) -> bool {
        self.token.format.id().starts_with("jwe")
    }

    /// Whether it carries disclosures: RFC 9901.
    pub fn is_disclosable(&self) -> bool {
        self.token.format.id().starts_with("sd-jwt")
    }

    pub fn is_segment(&self) -> bool {
        self.token.format.id() == "segment"
    }

    pub fn is_unreadable(&self) -> bool {
        self.payload.is_none() && self.header.is_none()
    }

    pub fn header_parameter(&self, name: &str) -> Option<&'t Value> {
        self.header?.member(name)
    }

    /// RFC 7519 section 5.3: of an encrypted token the claims that its header repeats.
    pub fn claim(&self, name: &str) -> Option<&'t Value> {
        if self.is_encrypted() { self.header_parameter(name) } else { self.payload?.member(name) }
    }

    pub fn has_header(&self) -> bool {
        self.header.is_some()
    }

    pub fn has_claims(&self) -> bool {
        self.payload.is_some_and(|payload| matches!(payload.kind, Kind::Object(_)))
    }

    pub fn claim_count(&self) -> usize {
        self.payload.map_or(0, |payload| payload.members().len())
    }

    /// RFC 7515 section 4.1.9: compared without the `application/` prefix and without case.
    pub fn is_typed(&self, expected: &str) -> bool {
        self.header_parameter("typ").and_then(Value::as_str).is_some_and(|typ| {
            let short = typ.get(..12).filter(|prefix| prefix.eq_ignore_ascii_case("application/")).and(typ.get(12..));
            short.unwrap_or(typ).eq_ignore_ascii_case(expected)
        })
    }
}
