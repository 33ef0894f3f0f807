//! What a recogniser may look at: the header and the claims of one token.

use crate::order::order;
use decode::json::{Kind, Member, Value};
use decode::{Part, Role, Token};

pub(super) struct Evidence<'t> {
    pub token: &'t Token,
    header: Names<'t>,
    payload: Names<'t>,
}

impl<'t> Evidence<'t> {
    pub fn of(token: &'t Token) -> Self {
        // RFC 7515 section 7.2.1: all of the header may stand where nothing protects it.
        let header = token.header().or_else(|| token.part(Role::UnprotectedHeader));
        let names = |part: Option<&'t Part>| Names::of(part.and_then(Part::value));
        Self { token, header: names(header), payload: names(token.payload()) }
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
        self.payload.value.is_none() && self.header.value.is_none()
    }

    pub fn header_parameter(&self, name: &str) -> Option<&'t Value> {
        self.header.member(name)
    }

    pub fn claim(&self, name: &str) -> Option<&'t Value> {
        // RFC 7519 section 5.3: the claims that the header of an encrypted token may repeat.
        if self.is_encrypted() && matches!(name, "iss" | "sub" | "aud") {
            return self.header_parameter(name);
        }
        self.payload.member(name)
    }

    pub fn has_header(&self) -> bool {
        self.header.value.is_some()
    }

    pub fn has_claims(&self) -> bool {
        self.payload.value.is_some_and(|payload| matches!(payload.kind, Kind::Object(_)))
    }

    pub fn claim_count(&self) -> usize {
        self.payload.members.len()
    }

    /// RFC 7515 section 4.1.9: compared without the `application/` prefix and without case.
    pub fn is_typed(&self, expected: &str) -> bool {
        self.header_parameter("typ").and_then(Value::as_str).is_some_and(|typ| {
            let short = typ.get(..12).filter(|prefix| prefix.eq_ignore_ascii_case("application/")).and(typ.get(12..));
            short.unwrap_or(typ).eq_ignore_ascii_case(expected)
        })
    }
}

/// The members of an object, to be asked for many names: each condition of the tables is one question at least, and
/// nobody limits how many members a token has.
struct Names<'t> {
    value: Option<&'t Value>,
    members: &'t [Member],
    /// Positions in `members`, sorted by name.
    sorted: Vec<usize>,
}

impl<'t> Names<'t> {
    fn of(value: Option<&'t Value>) -> Self {
        let members = value.map_or(&[][..], Value::members);
        let name = |at| members.get(at).map(|member: &Member| member.name.text.as_str());
        Self { value, members, sorted: order(members.len(), &|a, b| name(a) < name(b)) }
    }

    /// RFC 7519 section 4: of members with one name, the last counts.
    fn member(&self, name: &str) -> Option<&'t Value> {
        let at = |position: &usize| self.members.get(*position);
        let behind =
            self.sorted.partition_point(|position| at(position).is_some_and(|it| it.name.text.as_str() <= name));
        let last = at(self.sorted.get(behind.checked_sub(1)?)?)?;
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
        let evidence = Evidence::of(&token);
        for name in ["a", "b", "c", "", "é", "A", "aa", "z"] {
            let plain = token.payload().and_then(|part| part.value()?.member(name));
            assert_eq!(evidence.claim(name), plain, "{name}");
        }
        assert_eq!(evidence.claim_count(), 6);
    }
}
