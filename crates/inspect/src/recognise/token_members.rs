//! The header parameters and claims of one token, to be asked for many names.

use decode::format::Format;
use decode::json::{JsonKind, Member, Value};
use decode::{Part, Role, Token};

pub(super) struct TokenMembers<'t> {
    pub token: &'t Token,
    header: SortedMembers<'t>,
    payload: SortedMembers<'t>,
}

impl<'t> TokenMembers<'t> {
    pub fn of(token: &'t Token) -> Self {
        // RFC 7515 section 7.2.1: the whole header may be unprotected.
        let header = token.header().or_else(|| token.part(Role::UnprotectedHeader));
        let members = |part: Option<&'t Part>| SortedMembers::of(part.and_then(Part::value));
        Self { token, header: members(header), payload: members(token.payload()) }
    }

    /// Whether it is encrypted, in whatever serialization.
    pub fn is_encrypted(&self) -> bool {
        self.token.format.is_encrypted()
    }

    /// Whether it carries disclosures: RFC 9901.
    pub fn is_disclosable(&self) -> bool {
        matches!(self.token.format, Format::SdJwt | Format::SdJwtWithKeyBinding)
    }

    pub fn is_segment(&self) -> bool {
        self.token.format == Format::Segment
    }

    pub fn is_unreadable(&self) -> bool {
        self.payload.value.is_none() && self.header.value.is_none()
    }

    pub fn header_parameter(&self, name: &str) -> Option<&'t Value> {
        self.header.member(name)
    }

    pub fn claim(&self, name: &str) -> Option<&'t Value> {
        // RFC 7519 section 5.3: the header of an encrypted token may repeat these claims.
        if self.is_encrypted() && matches!(name, "iss" | "sub" | "aud") {
            return self.header_parameter(name);
        }
        self.payload.member(name)
    }

    /// Whether the token stands under this name. Large cookies are cut into pieces, which have numbers behind the name.
    pub fn is_under(&self, name: &str) -> bool {
        let label = self.token.label.strip_prefix("cookie ").unwrap_or(&self.token.label);
        let is_piece = |rest: &str| {
            let number = rest.strip_prefix('.').unwrap_or_default();
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        };
        label.strip_prefix(name).is_some_and(|rest| rest.is_empty() || is_piece(rest))
    }

    /// Whether it has this claim, or may have it where it cannot be read.
    pub fn may_have(&self, name: &str) -> bool {
        self.claim(name).is_some() || self.may_have_more()
    }

    /// Whether it may have more claims than can be read: the rest is cut off or damaged.
    pub fn may_have_more(&self) -> bool {
        self.payload.value.is_some_and(|claims| claims.is_cut)
    }

    pub fn has_header(&self) -> bool {
        self.header.value.is_some()
    }

    pub fn has_claims(&self) -> bool {
        self.payload.value.is_some_and(|payload| matches!(payload.kind, JsonKind::Object(_)))
    }

    pub fn claim_count(&self) -> usize {
        self.payload.sorted.len()
    }

    /// RFC 7515 section 4.1.9: compared without the `application/` prefix and without case.
    pub fn is_typed(&self, expected: &str) -> bool {
        self.header_parameter("typ").and_then(Value::as_str).is_some_and(|typ| {
            let short = typ.get(..12).filter(|prefix| prefix.eq_ignore_ascii_case("application/")).and(typ.get(12..));
            short.unwrap_or(typ).eq_ignore_ascii_case(expected)
        })
    }
}

/// The members of an object, sorted, because the tables ask for hundreds of names and a token may have any number of
/// members.
struct SortedMembers<'t> {
    value: Option<&'t Value>,
    /// By name. SortedMembers with one name stay in the order in which they are written.
    sorted: Vec<&'t Member>,
}

impl<'t> SortedMembers<'t> {
    fn of(value: Option<&'t Value>) -> Self {
        let mut sorted: Vec<&Member> = value.map_or(&[][..], Value::members).iter().collect();
        sorted.sort_by_key(|member| member.name.text.as_str());
        Self { value, sorted }
    }

    /// RFC 7519 section 4: of members with one name, the last counts.
    fn member(&self, name: &str) -> Option<&'t Value> {
        let behind = self.sorted.partition_point(|member| member.name.text.as_str() <= name);
        let last = self.sorted.get(behind.checked_sub(1)?)?;
        (last.name.text == name).then_some(&last.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::token_with;

    #[test]
    fn finds_what_the_reader_of_json_finds() {
        let token = token_with(r#"{"b":1,"a":2,"c":3,"a":4,"":5,"é":6}"#);
        let members = TokenMembers::of(&token);
        for name in ["a", "b", "c", "", "é", "A", "aa", "z"] {
            let plain = token.payload().and_then(|part| part.value()?.member(name));
            assert_eq!(members.claim(name), plain, "{name}");
        }
        assert_eq!(members.claim_count(), 6);
    }
}
